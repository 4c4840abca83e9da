# SPDX-License-Identifier: MIT
"""The records about one thing, each with its leaf and the proof that it stands in the log as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.custody.log import follow
from app.custody.tree import Levels

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class ProvedRecord:
    """One record: its number, what it is, when, its leaf, and the nodes that lead to the root."""

    seq: int
    type: str
    at: str
    leaf: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """The head of the log, and the records under it."""

    size: int
    root: str
    records: tuple[ProvedRecord, ...]

    @property
    def text(self) -> str:
        """All of it as plain lines, to work it out elsewhere."""
        lines = [f"size {self.size}", f"root {self.root}"]
        for one in self.records:
            lines += ["", f"record {one.seq} {one.type} {one.at}", f"leaf {one.leaf}"]
            lines += [f"proof {node}" for node in one.proof]
        return "\n".join(lines) + "\n"


def proved(lines: Iterable[bytes], ids: Collection[str]) -> Proved:
    """Return the records whose acts were done to one of these ids, in their order.

    Raises:
        ChainBroken: at the first record that does not follow from the one before.
    """
    leaves, about = [], []
    for record, leaf in follow(lines):
        leaves.append(leaf)
        if record.obj in ids:
            about.append(record)
    tree = Levels(leaves)
    return Proved(
        len(leaves),
        tree.root,
        tuple(
            ProvedRecord(
                record.seq,
                record.type,
                record.ts,
                leaves[record.seq - 1],
                tree.inclusion_proof(record.seq - 1),
            )
            for record in about
        ),
    )
