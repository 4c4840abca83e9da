# SPDX-License-Identifier: MIT
"""Questions to the desktop that nobody waits for any more and that may still be answered with a picture.

They are listened to until they are answered or the program ends: what came meanwhile is deleted whenever
``sweep`` is called, before the next question, and at the end.
"""

from __future__ import annotations

import atexit
import threading
from contextlib import suppress
from typing import Protocol

from app.errors import CaptureError


class Unanswered(Protocol):
    """A question that was not answered.

    Attributes:
        is_open: it is not answered yet.
    """

    is_open: bool

    def sweep(self) -> None:
        """Delete the picture if it was given meanwhile."""
        ...

    def withdraw(self) -> None:
        """Take the question away, and delete the picture if it came."""
        ...


_LOCK = threading.Lock()
_KEPT: list[Unanswered] = []


def keep(request: Unanswered) -> None:
    """Go on listening to a question."""
    with _LOCK:
        _KEPT.append(request)
    atexit.unregister(end)
    atexit.register(end)


def sweep() -> bool:
    """Delete every picture that came too late; return whether one may still come.

    Raises:
        PictureLeft: one could not be deleted.
    """
    with _LOCK:
        try:
            for request in _KEPT:
                request.sweep()
        finally:
            _KEPT[:] = [request for request in _KEPT if request.is_open]
        return bool(_KEPT)


def end() -> None:
    """Take every question away and delete what came; at the end of the program nobody is there to be told."""
    with _LOCK:
        for request in _KEPT:
            with suppress(CaptureError):
                request.withdraw()
        _KEPT.clear()
