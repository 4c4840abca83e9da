# SPDX-License-Identifier: MIT
"""How long something takes, without the time in which this thread had to wait for a busy machine."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Self

# Source: the kernel's Documentation/scheduler/sched-stats.rst: the second number, in nanoseconds.
WAITED = Path("/proc/thread-self/schedstat")


class Stopwatch:
    """Counts from enter to exit, in the thread that entered.

    Attributes:
        spent_ms: working, and waiting for something; where the system does not tell, also for its turn.
    """

    spent_ms = 0.0

    def __enter__(self) -> Self:
        """Begin."""
        self._began = time.perf_counter_ns() - _waited_ns()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.spent_ms = (time.perf_counter_ns() - _waited_ns() - self._began) / 1e6


def _waited_ns() -> int:
    try:
        return int(WAITED.read_text().split()[1])
    except (OSError, IndexError):
        return 0
