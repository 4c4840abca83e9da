# SPDX-License-Identifier: MIT
"""The work of one picture that needs no window: each function is one job for a worker."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.capture.asking import grab_all, heed
from app.capture.forward import bring_forward, way_forward
from app.capture.geometry import screen_of
from app.capture.models import AreaTarget, DesktopTarget, ScreenTarget, WindowTarget
from app.capture.occlusion import choices
from app.capture.settle import traces, wait_until_gone
from app.intake.acquire import acquire

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence

    from app.capture.models import Backend, Frame, Screen, Target
    from app.capture.occlusion import Choice
    from app.capture.settle import Trace
    from app.clock import Clock
    from app.intake.acquire import Setting
    from app.model import Acquisition, Rect

    MakeBackend = Callable[[], Backend]

T = TypeVar("T")
ROUNDED_PX = 3  # half a point at a scale of 500 % and more


@dataclass(frozen=True, slots=True)
class Aim:
    """What the picture is to be of.

    Attributes:
        way: ``screen``, ``desktop`` (every screen as one), ``window`` or ``area``.
        rect: the area, the window, or any part of the screen, in pixels of the desktop.
        window_id: of the window.
    """

    way: str
    rect: Rect
    window_id: int = 0


@dataclass(frozen=True, slots=True)
class Still:
    """A screen as it looked, and its pixels on the desktop."""

    rect: Rect
    frame: Frame


def windows_to_choose(make_backend: MakeBackend) -> tuple[Choice, ...]:
    """Return other programs' windows, the topmost first, with what stands over each.

    Raises:
        CaptureUnsupported: this system's windows cannot be listed yet.
    """
    with closing(make_backend()) as backend:
        return choices(backend.stack(), os.getpid())


def look(make_backend: MakeBackend, rects: Sequence[Rect]) -> tuple[Trace, ...]:
    """Return how our windows look on the screen just before they go."""
    with closing(make_backend()) as backend:
        return traces(backend, rects)


def when_clear(
    make_backend: MakeBackend,
    left: Sequence[Trace],
    stopped: threading.Event,
    job: Callable[[Backend], T],
) -> T:
    """Return what the job makes of a screen without our windows.

    Raises:
        CaptureDenied: one of our windows stays on the screen.
        Cancelled: stopped meanwhile.
    """
    with closing(make_backend()) as backend:
        heed(backend, stopped)
        wait_until_gone(backend, left, stopped)
        return job(backend)


def stills(places: Sequence[tuple[str, Rect]], backend: Backend) -> tuple[Still, ...]:
    """Return the screens as they look now, to draw an area on.

    Args:
        places: name of each screen and its pixels as the window system counts them; with a scale such as
            125 % that is a rounded number, so the pixels of the screen of that name go first. Windows and
            macOS call a screen by more than one name: there it is known by its place.
        backend: the way to the screen.
    """
    screens = backend.screens()
    real = {screen.name: screen.rect for screen in screens}
    rects = [real.get(name) or _unrounded(rect, screens) for name, rect in places]
    return tuple(map(Still, rects, grab_all(backend, rects)))


def _unrounded(rect: Rect, screens: Sequence[Screen]) -> Rect:
    """Return the pixels of the screen that is meant by a rounded size."""
    for real in (screen.rect for screen in screens):
        off = abs(real.width - rect.width), abs(real.height - rect.height)
        if (real.x, real.y) == (rect.x, rect.y) and max(off) <= ROUNDED_PX:
            return real
    return rect


def uncovered(aim: Aim, stopped: threading.Event, job: Callable[[Backend], T], backend: Backend) -> T:
    """Return what the job makes of the screen once the window that is aimed at stands in front.

    Where the system cannot bring it there by itself, the record says that it is covered.
    """
    if aim.way == "window":
        bring_forward(backend, aim.window_id, os.getpid(), stopped, way_forward(backend, os.environ))
    return job(backend)


def take(
    aim: Aim, setting: Setting, clock: Clock, scale_of: Mapping[str, int], backend: Backend
) -> tuple[Acquisition, Frame]:
    """Return the picture with its record, and the frame it was made from."""
    return acquire(backend, target_of(aim, backend), setting, clock, scale_of=scale_of)


def target_of(aim: Aim, backend: Backend) -> Target:
    """Return what a backend calls it."""
    if aim.way == "window":
        return WindowTarget(aim.window_id)
    if aim.way == "area":
        return AreaTarget(aim.rect)
    if aim.way == "desktop":
        return DesktopTarget()
    return ScreenTarget(screen_of(aim.rect, backend.screens()))
