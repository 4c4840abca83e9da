# SPDX-License-Identifier: MIT
"""The worker threads of the background, lane by lane."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from app.errors import Cancelled, VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Lanes:
    """Starts the workers of a lane when it first gets work."""

    def __init__(self) -> None:
        """Start no thread yet."""
        self._executors: dict[str, ThreadPoolExecutor] = {}

    def submit(self, job: Callable[[], T], name: str, workers: int) -> Future[T]:
        """Run the job as soon as one of the workers of the lane is free."""
        if name not in self._executors:
            self._executors[name] = ThreadPoolExecutor(workers, thread_name_prefix=name)
        return self._executors[name].submit(job)

    def refuse(self, job: Callable[[], T]) -> Future[T]:
        """Return a cancelled future of the job, which is not run."""
        del job
        refused: Future[T] = Future()
        refused.cancel()
        return refused

    def is_stop(self, error: BaseException) -> bool:
        """Whether somebody wanted the job to end, so that nobody needs to be told."""
        return isinstance(error, (Cancelled, CancelledError, VaultLocked))

    def close(self) -> None:
        """Drop the jobs that wait, and return when those that run have ended."""
        for executor in self._executors.values():
            executor.shutdown(wait=True, cancel_futures=True)
