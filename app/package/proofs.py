# SPDX-License-Identifier: MIT
"""Every signed head of the log that left the house before, and a proof from each to checkpoint C.

Whoever holds an earlier package, or a page printed from one, sees that nothing in it was changed since.
Source: RFC 9162, section 2.1.4; the notes are those of C2SP tlog-checkpoint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.custody.canonical import canonical, read_canonical
from app.custody.tree import consistency_proof
from app.errors import BadInput
from app.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.custody.checkpoint import Checkpoint
    from app.custody.log import Record

HEADED = frozenset({"export.create", "print.create", "anchor.ok"})  # what leaves the house names a head


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """That the log of so many records is the beginning of the one in the package."""

    size: int
    root: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consistency:
    """The whole file: to which head the proofs lead, and each of them, the smallest first."""

    v: int
    size: int
    root: str
    proofs: tuple[ConsistencyProof, ...]


def head_of(record: Record) -> tuple[int, str] | None:
    """Return size and root of the head that a record says left the house, or None."""
    size, root = record.data.get("size"), record.data.get("root")
    if record.type not in HEADED or type(size) is not int or not isinstance(root, str):
        return None
    return size, root


def declared(records: Iterable[Record]) -> dict[int, str]:
    """Return root by size of every head that these records say left the house."""
    return dict(head for head in map(head_of, records) if head is not None)


def consistency(heads: Mapping[int, str], leaves: Sequence[str], checkpoint: Checkpoint) -> bytes:
    """Return the proof from each of these heads to the checkpoint, in canonical JSON."""
    proofs = (ConsistencyProof(size, heads[size], consistency_proof(leaves, size)) for size in sorted(heads))
    return canonical(to_plain(Consistency(1, checkpoint.size, checkpoint.root, tuple(proofs))))


def read_consistency(data: bytes) -> Consistency | None:
    """Return what the file says, or None if it is none."""
    try:
        found = from_plain(Consistency, read_canonical(data))
        is_exact = canonical(to_plain(found)) == data
    except (BadInput, ValueError, OverflowError):
        return None
    sizes = [proof.size for proof in found.proofs]
    return found if is_exact and found.v == 1 and sizes == sorted(set(sizes)) else None
