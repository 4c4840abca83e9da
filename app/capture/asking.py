# SPDX-License-Identifier: MIT
"""Ways to the screen that ask the system for each picture: slow, one picture of everything, in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import threading
    from collections.abc import Sequence

    from app.capture.models import Backend, Frame
    from app.model import Rect


@runtime_checkable
class Asking(Protocol):
    """What such a way can do beside what every backend can."""

    def heed(self, stopped: threading.Event) -> None:
        """Stop waiting for the system when this is set."""
        ...

    def grab_all(self, rects: Sequence[Rect]) -> tuple[Frame, ...]:
        """Return the pixels of several rectangles of one picture."""
        ...

    def pixels_of(self, rect: Rect) -> Rect:
        """Return where a rectangle lies in the last picture."""
        ...


def asks(backend: Backend) -> bool:
    """Whether a picture takes a second or more, so that looks for something else than evidence are spared."""
    return isinstance(backend, Asking)


def heed(backend: Backend, stopped: threading.Event) -> None:
    """Let a backend that waits for the system, or for the person, give up when this is set."""
    if isinstance(backend, Asking):
        backend.heed(stopped)


def grab_all(backend: Backend, rects: Sequence[Rect]) -> tuple[Frame, ...]:
    """Return the pixels of several rectangles, from one picture where each has to be asked for."""
    return backend.grab_all(rects) if isinstance(backend, Asking) else tuple(map(backend.grab, rects))


def pixels_of(backend: Backend, rect: Rect) -> Rect | None:
    """Return where a rectangle lies in the last picture, if the backend counts in points."""
    return backend.pixels_of(rect) if isinstance(backend, Asking) else None
