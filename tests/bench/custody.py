# SPDX-License-Identifier: MIT
"""The custody log: 10,000 records followed, as the vault and as a package's verifier do, and their proofs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.custody.log import FIRST_PREV, check_chain, leaf_hash, make_record
from app.custody.tree import Levels, root_of
from app.package.checked_log import check_log
from app.package.findings import Findings
from app.package.names import LOG
from tests.bench.harness import Row, alternated, at_most, cpu, less
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNT = 10_000
SECOND_MS = 1000.0
PART_BYTES = 1 << 20
MOST_OF_HASHING = 60


class _Bag:
    """A bag of which only the log is there."""

    def __init__(self, log: bytes) -> None:
        self.sums, self.findings, self.source = {LOG: None}, Findings(), self
        self.sizes = {LOG: len(log)}
        self._log = log

    def parts(self, _name: str) -> Iterator[bytes]:
        """Give the log in parts."""
        yield from (self._log[at : at + PART_BYTES] for at in range(0, len(self._log), PART_BYTES))

    def read(self, _name: str) -> None:
        """Nothing else is in it."""


def captures() -> list[bytes]:
    """Return a log of so many captures."""
    clock, lines, prev = FakeClock(), [], FIRST_PREV
    for seq in range(1, COUNT + 1):
        sha256 = hashlib.sha256(b"%d" % seq).hexdigest()
        lines.append(
            make_record(
                seq=seq,
                moment=clock.now(),
                actor="witness",
                tool="Safehold 0.1.0",
                type="acquisition.create",
                obj=sha256[:32],
                data={"sha256": sha256, "record_sha256": sha256, "size_bytes": 646_000},
                prev=prev,
            )
        )
        prev = leaf_hash(lines[-1])
    return lines


def measure(_folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows; "theirs" of the first three is the limit of one second."""
    lines = captures()
    log = b"".join(line + b"\n" for line in lines)
    leaves = check_chain(lines).leaves

    def proofs() -> None:
        tree = Levels(leaves)
        for index in range(COUNT):
            tree.inclusion_proof(index)

    costs = alternated(
        {
            "chain": cpu(lambda: root_of(check_chain(lines).leaves)),
            "package": cpu(lambda: check_log(_Bag(log), None)),  # type: ignore[arg-type]
            "proofs": cpu(proofs),
            "hashing": cpu(lambda: [leaf_hash(line) for line in lines]),
        },
        rounds,
    )
    for name, what in (
        ("chain", "chain and root"),
        ("package", "log of a package"),
        ("proofs", "all proofs"),
    ):
        said, ours = f"{what}, {COUNT} records", costs[name]
        yield less("custody", said, ours, "one second", SECOND_MS, 1)
        yield at_most(
            "custody", said, ours, f"hashing its {len(log)} bytes", costs["hashing"], MOST_OF_HASHING
        )
