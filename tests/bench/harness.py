# SPDX-License-Identifier: MIT
"""Measures contenders in alternated rounds and lays the ratios out as a table.

CPU time is user and system time of this process, or of a child from start to end; medians of the rounds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

WARM_UP = 2
HEAD = ("goal", "what", "ours", "beside", "theirs", "ratio", "wanted", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison as it is printed."""

    goal: str
    what: str
    ours: str
    beside: str
    theirs: str
    ratio: str
    wanted: str
    is_met: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of the table."""
        texts = (self.goal, self.what, self.ours, self.beside, self.theirs, self.ratio, self.wanted)
        return (*texts, "yes" if self.is_met else "NO")


def less(goal: str, what: str, ours: float, beside: str, theirs: float, wanted: float) -> Row:
    """Compare with a peer that we want to be so many times cheaper than."""
    ratio, is_met = theirs / ours, theirs / ours >= wanted
    return Row(goal, what, ms(ours), beside, ms(theirs), f"{ratio:.1f}x less", f">= {wanted:g}x", is_met)


def at_most(goal: str, what: str, ours: float, beside: str, theirs: float, wanted: float) -> Row:
    """Compare with a limit that we want to come near to."""
    ratio = ours / theirs
    return Row(goal, what, ms(ours), beside, ms(theirs), f"{ratio:.2f}x", f"<= {wanted:g}x", ratio <= wanted)


def rate(goal: str, what: str, ours: float, beside: str, theirs: float, wanted: float) -> Row:
    """Compare with a rate that we want to reach a share of, given the times that the same work takes."""
    share = theirs / ours
    return Row(
        goal, what, ms(ours), beside, ms(theirs), f"{share:.2f} of it", f">= {wanted:g}", share >= wanted
    )


def ms(value: float) -> str:
    """Return milliseconds as text."""
    return f"{value:.1f} ms"


def alternated(contenders: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of what each contender says it cost, all of them run in turn, round by round."""
    costs: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(WARM_UP + rounds):
        for name, run in contenders.items():
            cost = run()
            if number >= WARM_UP:
                costs[name].append(cost)
    return {name: statistics.median(seen) for name, seen in costs.items()}


def cpu(work: Callable[[], object]) -> Callable[[], float]:
    """Return a contender: the CPU time that the work takes in this process, in ms."""

    def run() -> float:
        before = time.process_time()
        work()
        return (time.process_time() - before) * 1000

    return run


def wall(work: Callable[[], object]) -> Callable[[], float]:
    """Return a contender: the time on the wall clock that the work takes, in ms."""

    def run() -> float:
        before = time.perf_counter()
        work()
        return (time.perf_counter() - before) * 1000

    return run


def wall_of(command: Sequence[str]) -> Callable[[], float]:
    """Return a contender: the time on the wall clock of a program from its start to its end, in ms."""
    return wall(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))


def child_cpu(command: Sequence[str], environ: Mapping[str, str] | None = None) -> Callable[[], float]:
    """Return a contender: the CPU time of a program from its start to its end, in ms."""

    def run() -> float:
        process = subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command[0]} ended with {process.returncode}")
        return (used.ru_utime + used.ru_stime) * 1000

    return run


class Peer:
    """A Python program that works once for every line and answers with the CPU time it took, in ms."""

    def __init__(self, module: str, *arguments: str) -> None:
        """Start it."""
        pipe = subprocess.PIPE
        command = (sys.executable, "-m", module, *arguments)
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def __enter__(self) -> Self:
        """Use it inside."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.communicate(timeout=30)

    def __call__(self) -> float:
        """Have it work once."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print("go", file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def table(rows: Iterable[Row]) -> str:
    """Return the rows as aligned text."""
    lines = [HEAD, *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    laid = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    return "\n".join(
        line.rstrip() for line in [laid[0], "  ".join("-" * width for width in widths), *laid[1:]]
    )
