# SPDX-License-Identifier: MIT
"""Waiting until our own windows are off the screen: for pixels to change, not for a time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled, CaptureDenied

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from app.capture.models import Backend, Frame
    from app.model import Rect

LOOK_EVERY_S = 0.016  # one picture of a 60 Hz screen
GONE_WITHIN_S = 2.0
STILL_WITHIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Trace:
    """How one of our windows looked on the screen while it was still there."""

    rect: Rect
    frame: Frame


def traces(backend: Backend, rects: Sequence[Rect]) -> tuple[Trace, ...]:
    """Return how these places look now, to know later that they have changed."""
    return tuple(Trace(rect, backend.grab(rect)) for rect in rects)


def wait_until_gone(
    backend: Backend,
    left: Sequence[Trace],
    target: Rect,
    stopped: threading.Event,
    monotonic: Callable[[], float] = time.monotonic,
) -> None:
    """Return once every place looks different from before and the target has held still for one look.

    A target that keeps moving (a film, a clock with seconds) is taken as it is after half a second.

    Raises:
        CaptureDenied: one of our windows is still to be seen after two seconds.
        Cancelled: stopped meanwhile.
    """
    until = monotonic() + GONE_WITHIN_S
    while any(backend.grab(trace.rect) == trace.frame for trace in left):
        if monotonic() > until:
            raise CaptureDenied("our own window is still on the screen")
        _pause(stopped)
    _wait_until_still(backend, target, stopped, monotonic)


def _wait_until_still(
    backend: Backend, target: Rect, stopped: threading.Event, monotonic: Callable[[], float]
) -> None:
    """Return when two looks in a row are the same, or after half a second."""
    until = monotonic() + STILL_WITHIN_S
    before = backend.grab(target)
    while monotonic() < until:
        _pause(stopped)
        now = backend.grab(target)
        if now == before:
            return
        before = now


def _pause(stopped: threading.Event) -> None:
    """Let one picture of the screen pass."""
    if stopped.wait(LOOK_EVERY_S):
        raise Cancelled("stopped before the picture was taken")
