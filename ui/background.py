# SPDX-License-Identifier: MIT
"""Work beside the window: plain calls into ``app`` in worker threads, answers in the GUI thread."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from ui.lanes import Lanes, Ticket

T = TypeVar("T")


class Lane(Enum):
    """Where work waits; the value is the number of workers.

    VAULT is the only writer of the vault. PDFium aborts when used from several threads. A conversation is
    followed for minutes, and so is the window it is in: they would keep workers of GENERAL from all else.
    READING reads picture after picture, and nobody waits for it.
    """

    VAULT = ("vault", 1)
    GENERAL = ("general", 3)
    PDFIUM = ("pdfium", 1)
    CONVERSATION = ("conversation", 2)
    READING = ("reading", 1)


class Background(QObject):
    """Runs jobs in lanes. ``failed`` carries the exceptions nobody asked for."""

    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start no thread yet; a lane starts its workers when it gets work."""
        super().__init__(parent)
        self._lanes: Lanes | None = None
        self._is_closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        *,
        owner: QObject,
        then: Callable[[T], object] | None = None,
        otherwise: Callable[[BaseException], object] | None = None,
        lane: Lane = Lane.GENERAL,
    ) -> Future[T]:
        """Start the job; its answer comes to ``then`` or ``otherwise`` in the GUI thread.

        Neither is called once ``owner`` is gone. Without ``otherwise`` a failure reaches ``failed``. After
        ``close`` nothing is started and the returned future is cancelled. A worker is never the last to hold
        what was handed over here: a page that goes in a worker's thread ends the program.
        """
        lanes = self._lanes or self._open_lanes()
        if self._is_closed:
            return lanes.refuse()
        return lanes.submit(lanes.asked(job, owner, then, otherwise), *lane.value, self._ended.emit)

    def close(self) -> None:
        """Refuse new jobs, drop those that wait, and return when those that run have ended."""
        self._is_closed = True
        if self._lanes is not None:
            self._lanes.close()

    def _open_lanes(self) -> Lanes:
        from ui.lanes import Lanes  # noqa: PLC0415 - concurrent.futures, 4 ms of the first paint (G7)

        self._lanes = Lanes()
        return self._lanes

    def _on_ended(self, ticket: Ticket[Any]) -> None:
        """Hand the answer over, in the GUI thread, and let go of the job here."""
        asked = ticket.take()
        if asked is None or asked.answer.cancelled() or not shiboken6.isValid(asked.owner):
            return
        error = asked.answer.exception()
        if error is None:
            if asked.then is not None:
                asked.then(asked.answer.result())
        elif asked.otherwise is not None:
            asked.otherwise(error)
        elif self._lanes is None or not self._lanes.is_stop(error):
            self.failed.emit(error)
