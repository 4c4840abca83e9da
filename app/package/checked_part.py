# SPDX-License-Identifier: MIT
"""A log of which only some records were handed over: each is the leaf at its place, proven under the root.

The leaves of the others are followed too, so that size, root and every head stay what they are in the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.custody.log import FIRST_PREV, leaf_hash, read_record
from app.custody.tree import verify_inclusion
from app.errors import ChainBroken
from app.package.disclosure import read_inclusion, read_leaves
from app.package.findings import Reason
from app.package.names import INCLUSION, LEAVES, LOG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.custody.log import Record
    from app.custody.tree import Frontier
    from app.package.checked_bag import CheckedBag
    from app.package.disclosure import Inclusion
    from app.package.log_facts import LogFacts

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def is_part(bag: CheckedBag) -> bool:
    """Whether a package says that it has not the whole log."""
    return LEAVES in bag.source.sizes or INCLUSION in bag.source.sizes


def follow_part(bag: CheckedBag, lines: Iterable[bytes], facts: LogFacts) -> bool:
    """The records that are here were taken in, each at its place. Returns: whether the leaves can be read.

    Raises:
        ChainBroken: a record does not stand where it says, or does not name the one before it.
    """
    leaves = _leaves(bag)
    if leaves is None:
        return False
    here: dict[int, str] = {}
    for line in lines:
        record = read_record(line, facts.frontier.size + 1)
        _grow(facts, leaves, record.seq - 1)
        _check_place(record, leaves, facts.frontier.size)
        here[record.seq] = leaf_hash(line)
        facts.note(record)
        _grow(facts, leaves, record.seq)
    _grow(facts, leaves, len(leaves))
    _check_proofs(bag, here, leaves, facts.frontier)
    return True


def _grow(facts: LogFacts, leaves: Sequence[str], size: int) -> None:
    """The tree has so many of the leaves, as far as there are any."""
    for leaf in leaves[facts.frontier.size : size]:
        facts.frontier = facts.frontier.append(leaf)


def _check_place(record: Record, leaves: Sequence[str], before: int) -> None:
    """The record is the next in order that has a leaf, and names the one before it.

    Raises:
        ChainBroken: it is not.
    """
    if before != record.seq - 1 or record.seq > len(leaves):
        raise ChainBroken(record.seq, "stands where it cannot")
    if record.prev != (leaves[record.seq - 2] if record.seq > 1 else FIRST_PREV):
        raise ChainBroken(record.seq, "does not name the record before it")


def _check_proofs(
    bag: CheckedBag, here: Mapping[int, str], leaves: Sequence[str], frontier: Frontier
) -> None:
    """Every record is the leaf at its place, with a proof that leads to the root; no proof is without one."""
    found = _proofs(bag)
    if found is None:
        return
    if (found.size, found.root) != (frontier.size, frontier.root):
        bag.findings.add(Reason.CONTRADICTS, INCLUSION)
    proofs = {proof.seq: proof.proof for proof in found.proofs}
    for seq, leaf in here.items():
        proof = proofs.get(seq)
        is_leaf = leaf == leaves[seq - 1] and proof is not None and all(map(_DIGEST.fullmatch, proof))
        if not is_leaf or not verify_inclusion(leaf, seq - 1, frontier.size, proof or (), frontier.root):
            bag.findings.add(Reason.NOT_IN_TREE, f"{LOG}#{seq}")
    for seq in sorted(proofs.keys() - here.keys()):
        bag.findings.add(Reason.MISSING, f"{LOG}#{seq}")


def _leaves(bag: CheckedBag) -> tuple[str, ...] | None:
    """Return every leaf, or None where they cannot be read, which was said."""
    data = bag.read(LEAVES)
    leaves = None if data is None else read_leaves(data)
    if data is not None and leaves is None:
        bag.findings.add(Reason.MALFORMED, LEAVES)
    return leaves


def _proofs(bag: CheckedBag) -> Inclusion | None:
    """Return the proofs, or None where they cannot be read, which was said."""
    data = bag.read(INCLUSION)
    found = None if data is None else read_inclusion(data)
    if data is not None and found is None:
        bag.findings.add(Reason.MALFORMED, INCLUSION)
    return found
