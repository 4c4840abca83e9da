# SPDX-License-Identifier: MIT
"""The worker threads of the background, lane by lane."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from app.errors import Cancelled, VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

T = TypeVar("T")


class Asked(NamedTuple, Generic[T]):
    """A job, its answer, and who hears of it."""

    job: Callable[[], T]
    answer: Future[T]
    owner: QObject
    then: Callable[[T], object] | None
    otherwise: Callable[[BaseException], object] | None


class Ticket(Generic[T]):
    """What a worker holds of a job.

    A job may hold a page, and a page must go in the GUI thread. So a worker that has told holds the ticket,
    and nothing of what was in it: the GUI thread takes that out.
    """

    def __init__(self, asked: Asked[T]) -> None:
        """Hold the job; nothing is started."""
        self._asked: Asked[T] | None = asked

    def work(self, told: Callable[[Ticket[T]], object]) -> None:
        """Do the job in this thread, and tell as the last act."""
        if self._asked is not None and self._asked.answer.set_running_or_notify_cancel():
            _answer(self._asked.answer, self._asked.job)
        told(self)

    def cancel(self) -> None:
        """The job will not be done; who waits for its answer is told so."""
        if self._asked is not None:
            self._asked.answer.cancel()

    def take(self) -> Asked[T] | None:
        """Return what is in it and leave it empty; only for the GUI thread."""
        asked, self._asked = self._asked, None
        return asked


class Lanes:
    """Starts the workers of a lane when it first gets work."""

    def __init__(self) -> None:
        """Start no thread yet."""
        self._executors: dict[str, ThreadPoolExecutor] = {}

    def asked(
        self,
        job: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object] | None,
        otherwise: Callable[[BaseException], object] | None,
    ) -> Asked[T]:
        """Return it with an answer that is still to come."""
        return Asked(job, Future(), owner, then, otherwise)

    def submit(
        self, asked: Asked[T], name: str, workers: int, told: Callable[[Ticket[T]], object]
    ) -> Future[T]:
        """Do the job as soon as one of the workers of the lane is free, and tell in that thread.

        A job that is dropped before its turn is cancelled, and nobody is told.
        """
        if name not in self._executors:
            self._executors[name] = ThreadPoolExecutor(workers, thread_name_prefix=name)
        ticket = Ticket(asked)
        turn = self._executors[name].submit(ticket.work, told)
        turn.add_done_callback(lambda turn: ticket.cancel() if turn.cancelled() else None)
        return asked.answer

    def refuse(self) -> Future[T]:
        """Return the cancelled future of a job that is not run."""
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


def _answer(answer: Future[T], job: Callable[[], T]) -> None:
    """The answer is there; no frame of this thread holds it or the job any more."""
    try:
        result = job()
    except BaseException as error:  # noqa: BLE001 - whatever it is, who asked hears of it
        answer.set_exception(error)
    else:
        answer.set_result(result)
    finally:
        del answer, job  # this frame lives on in the traceback of an error
