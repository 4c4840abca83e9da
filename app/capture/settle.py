# SPDX-License-Identifier: MIT
"""Waiting until our own windows are off the screen: for pixels to change, not for a time.

Where every picture has to be asked for, it cannot be looked at again and again: there it is a time.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.capture.asking import asks
from app.capture.geometry import bounding, intersection
from app.errors import Cancelled, CaptureDenied

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from app.capture.models import Backend, Frame
    from app.model import Rect

LOOK_EVERY_S = 0.016  # one picture of a 60 Hz screen
GONE_WITHIN_S = 2.0
STILL_WITHIN_S = 0.5
FADED_AFTER_S = 0.5  # desktops on Wayland let a window fade for 150 to 250 ms


@dataclass(frozen=True, slots=True)
class Trace:
    """How one of our windows looked on the screen while it was still there."""

    rect: Rect
    frame: Frame


def traces(backend: Backend, rects: Sequence[Rect]) -> tuple[Trace, ...]:
    """Return how these places look now, to see later that they changed, without what is off the screen.

    Nothing where a look costs a second: on such a system our windows do not know where they stand either.
    """
    if asks(backend):
        return ()
    desktop = bounding(screen.rect for screen in backend.screens())
    seen = [part for rect in rects if (part := intersection(rect, desktop)) is not None]
    return tuple(Trace(rect, backend.grab(rect)) for rect in seen)


def wait_until_gone(
    backend: Backend,
    left: Sequence[Trace],
    stopped: threading.Event,
    monotonic: Callable[[], float] = time.monotonic,
) -> None:
    """Return once none of our windows is there, every place looks different, and the screen has held still.

    A screen that keeps moving (a film, a clock with seconds) is taken as it is after half a second.

    Raises:
        CaptureDenied: one of our windows is still to be seen after two seconds.
        Cancelled: stopped meanwhile.
    """
    if asks(backend):
        _pause(stopped, FADED_AFTER_S)
        return
    until = monotonic() + GONE_WITHIN_S
    desktop = bounding(screen.rect for screen in backend.screens())
    while _is_there(backend, left, desktop):
        if monotonic() > until:
            raise CaptureDenied("our own window is still on the screen")
        _pause(stopped)
    _wait_until_still(backend, desktop, stopped, monotonic)


def _is_there(backend: Backend, left: Sequence[Trace], desktop: Rect) -> bool:
    """Whether the system still lists a window of ours, or a place still looks as it did with it."""
    if backend.lists_windows and backend.shows(os.getpid(), desktop):
        return True
    return any(backend.grab(trace.rect) == trace.frame for trace in left)


def _wait_until_still(
    backend: Backend, desktop: Rect, stopped: threading.Event, monotonic: Callable[[], float]
) -> None:
    """Return when two looks in a row are the same, or after half a second."""
    until = monotonic() + STILL_WITHIN_S
    before = backend.grab(desktop)
    while monotonic() < until:
        _pause(stopped)
        now = backend.grab(desktop)
        if now == before:
            return
        before = now


def _pause(stopped: threading.Event, seconds: float = LOOK_EVERY_S) -> None:
    """Let one picture of the screen pass, or more."""
    if stopped.wait(seconds):
        raise Cancelled("stopped before the picture was taken")
