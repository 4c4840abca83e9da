# SPDX-License-Identifier: MIT
"""The Merkle tree over the custody log: one root for all records, short proofs for some.

Leaves and nodes are 64 hexadecimal digits. Source: RFC 6962, section 2.1; proofs are checked as in RFC 9162,
sections 2.1.3.2 and 2.1.4.2.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPTY_ROOT = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that is needed of a tree to let it grow: the roots of its full subtrees, the largest first.

    Attributes:
        size: number of leaves.
        peaks: one root for each bit that is set in ``size``, from the highest bit down.
    """

    size: int = 0
    peaks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a frontier whose parts do not fit.

        Raises:
            BadInput: the number of peaks is not the number of bits in the size.
        """
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise BadInput("a frontier of the wrong size")

    def append(self, leaf: str) -> Frontier:
        """Return the frontier of the tree with one more leaf."""
        peaks = list(self.peaks)
        node, size = leaf, self.size
        while size & 1:
            node = _node(peaks.pop(), node)
            size >>= 1
        return Frontier(self.size + 1, (*peaks, node))

    @property
    def root(self) -> str:
        """Root of the tree; that of no leaves is the hash value of nothing."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = _node(peak, root)
        return root


def root_of(leaves: Sequence[str]) -> str:
    """Return the root over these leaves."""
    level = list(leaves)
    while len(level) > 1:
        level = _level_above(level)
    return level[0] if level else EMPTY_ROOT


class Levels:
    """The whole tree, each node worked out once, so that a proof is a handful of look-ups.

    Attributes:
        root: over all leaves.
    """

    def __init__(self, leaves: Sequence[str]) -> None:
        """Work out every node, from the leaves to the root."""
        level = list(leaves)
        self._levels = [level]
        while len(level) > 1:
            level = _level_above(level)
            self._levels.append(level)
        self.root = level[0] if level else EMPTY_ROOT

    def inclusion_proof(self, index: int) -> tuple[str, ...]:
        """Return the nodes that lead from one leaf to the root, the nearest first.

        Raises:
            BadInput: there is no such leaf.
        """
        if not 0 <= index < len(self._levels[0]):
            raise BadInput("no such leaf")
        proof: list[str] = []
        for level in self._levels[:-1]:
            if index ^ 1 < len(level):  # the last of an odd number has no sibling and goes up as it is
                proof.append(level[index ^ 1])
            index >>= 1
        return tuple(proof)


def inclusion_proof(leaves: Sequence[str], index: int) -> tuple[str, ...]:
    """Return the nodes that lead from one leaf to the root; for many leaves of one tree see ``Levels``.

    Raises:
        BadInput: there is no such leaf.
    """
    return Levels(leaves).inclusion_proof(index)


def verify_inclusion(leaf: str, index: int, size: int, proof: Sequence[str], root: str) -> bool:
    """Whether the proof shows that this leaf stands at this place under this root.

    Source: RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size:
        return False
    fn, sn, node = index, size - 1, leaf
    for sibling in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = _node(sibling, node)
            fn, sn = _climb(fn, sn)
        else:
            node = _node(node, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == root


def consistency_proof(leaves: Sequence[str], old_size: int) -> tuple[str, ...]:
    """Return the nodes that show a tree of ``old_size`` leaves to be the beginning of this one.

    Raises:
        BadInput: the older tree is not smaller, or empty.
    """
    if not 0 < old_size <= len(leaves):
        raise BadInput("no such older tree")
    return _subproof(leaves, old_size, is_whole=True)


def verify_consistency(old_size: int, size: int, old_root: str, root: str, proof: Sequence[str]) -> bool:
    """Whether the proof shows that the newer tree begins with the older one.

    Source: RFC 9162, section 2.1.4.2.
    """
    if not 0 < old_size <= size:
        return False
    if old_size == size:
        return not proof and old_root == root
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    fn, sn = old_size - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    return _walk_both(path, fn, sn) == (old_root, root)


def _walk_both(path: Sequence[str], fn: int, sn: int) -> tuple[str, str] | None:
    """Return the two roots that the path leads to, or None if it is too long or too short."""
    old = new = path[0]
    for sibling in path[1:]:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            old, new = _node(sibling, old), _node(sibling, new)
            fn, sn = _climb(fn, sn)
        else:
            new = _node(new, sibling)
        fn, sn = fn >> 1, sn >> 1
    return (old, new) if sn == 0 else None


def _climb(fn: int, sn: int) -> tuple[int, int]:
    """Skip the levels at which the node has no sibling."""
    while fn and not fn & 1:
        fn, sn = fn >> 1, sn >> 1
    return fn, sn


def _subproof(leaves: Sequence[str], old_size: int, *, is_whole: bool) -> tuple[str, ...]:
    """Return SUBPROOF(m, D, b). Source: RFC 6962, section 2.1.2."""
    if old_size == len(leaves):
        return () if is_whole else (root_of(leaves),)
    k = _split(len(leaves))
    if old_size <= k:
        return (*_subproof(leaves[:k], old_size, is_whole=is_whole), root_of(leaves[k:]))
    return (*_subproof(leaves[k:], old_size - k, is_whole=False), root_of(leaves[:k]))


def _split(size: int) -> int:
    """Return the largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _level_above(level: Sequence[str]) -> list[str]:
    """Return the nodes over these; the last of an odd number goes up as it is."""
    odd = level[len(level) & ~1 :]
    return [*(_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)), *odd]


def _node(left: str, right: str) -> str:
    """Return the hash value of two nodes side by side. Source: RFC 6962, section 2.1."""
    return hashlib.sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()
