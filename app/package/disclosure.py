# SPDX-License-Identifier: MIT
"""A part of the log: only the records of some exhibits, a proof for each, and of all others the leaf alone.

Whoever has the part computes the same root as whoever has the whole. Source: RFC 9162, section 2.1.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.custody.canonical import canonical, read_canonical
from app.custody.log import read_record
from app.custody.tree import inclusion_proof
from app.errors import BadInput
from app.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.custody.checkpoint import Checkpoint
    from app.custody.log import Record
    from app.model import Exhibit

# What a check needs of every log, and what tells nothing of any exhibit.
OF_ALL = frozenset(
    {
        "case.create",
        "vault.unlock",
        "clock.jump",
        "export.create",
        "print.create",
        "anchor.request",
        "anchor.ok",
    }
)
_LEAF_LINE = re.compile(rb"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """That the record at this place is under the root."""

    seq: int
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inclusion:
    """The whole file: under which head the records are, and a proof for each, in their order."""

    v: int
    size: int
    root: str
    proofs: tuple[InclusionProof, ...]


def disclosed(lines: Iterable[bytes], exhibits: Iterable[Exhibit]) -> Iterator[tuple[int, bytes]]:
    """Give place and bytes of each record that a package of only these exhibits has."""
    ids = set(_ids(exhibits))
    for seq, line in enumerate(lines, start=1):
        if _goes_along(read_record(line, seq), ids):
            yield seq, line


def inclusion(places: Iterable[int], leaves: Sequence[str], checkpoint: Checkpoint) -> bytes:
    """Return the proof for each of these records, in canonical JSON."""
    proofs = (InclusionProof(seq, inclusion_proof(leaves, seq - 1)) for seq in places)
    return canonical(to_plain(Inclusion(1, checkpoint.size, checkpoint.root, tuple(proofs))))


def read_inclusion(data: bytes) -> Inclusion | None:
    """Return what the file says, or None if it is none."""
    try:
        found = from_plain(Inclusion, read_canonical(data))
        is_exact = canonical(to_plain(found)) == data
    except (BadInput, ValueError, OverflowError):
        return None
    places = [proof.seq for proof in found.proofs]
    return found if is_exact and found.v == 1 and places == sorted(set(places)) else None


def leaf_lines(leaves: Iterable[str]) -> bytes:
    """Return every leaf of the log, one a line."""
    return "".join(f"{leaf}\n" for leaf in leaves).encode("ascii")


def read_leaves(data: bytes) -> tuple[str, ...] | None:
    """Return the leaves, or None if it is no list of them."""
    *lines, rest = data.split(b"\n")
    if rest or not lines or not all(_LEAF_LINE.fullmatch(line) for line in lines):
        return None
    return tuple(line.decode("ascii") for line in lines)


def _ids(exhibits: Iterable[Exhibit]) -> Iterator[str]:
    """Give everything that a record of these exhibits can be about."""
    for exhibit in exhibits:
        yield exhibit.id
        for original in exhibit.originals:
            yield from (original.id, original.record.acquisition_id)
        yield from (made.derivative_id for made in exhibit.derivatives)


def _goes_along(record: Record, ids: set[str]) -> bool:
    """Whether this record is of a chosen exhibit, or tells nothing of any."""
    is_of_key = record.type == "key.create" and record.data.get("kind") == "ed25519"
    return record.type in OF_ALL or is_of_key or record.obj in ids
