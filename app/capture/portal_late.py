# SPDX-License-Identifier: MIT
"""Questions to the desktop that nobody waits for any more and that may still be answered with a picture.

They are listened to until the program ends: what came meanwhile is deleted before the next question, and at
the end.
"""

from __future__ import annotations

import atexit
import threading
from contextlib import suppress
from typing import Protocol

from app.errors import PictureLeft


class Unanswered(Protocol):
    """A question whose answers can still be read."""

    def sweep(self) -> None:
        """Delete every picture that was given meanwhile."""
        ...


_LOCK = threading.Lock()
_KEPT: list[Unanswered] = []


def keep(request: Unanswered) -> None:
    """Go on listening to a question."""
    with _LOCK:
        if not _KEPT:
            atexit.register(_sweep_at_the_end)
        _KEPT.append(request)


def sweep() -> None:
    """Delete every picture that came too late.

    Raises:
        PictureLeft: one could not be deleted.
    """
    with _LOCK:
        kept = tuple(_KEPT)
    for request in kept:
        request.sweep()


def _sweep_at_the_end() -> None:
    """Delete what came; nobody is there to be told."""
    with suppress(PictureLeft):
        sweep()
