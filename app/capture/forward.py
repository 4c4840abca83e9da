# SPDX-License-Identifier: MIT
"""Bringing a covered window to the front without touching it: no click, no focus, nothing of it changes.

Only X11 has such a request for other programs' windows. Source: EWMH 1.5, ``_NET_RESTACK_WINDOW``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capture.occlusion import choices
from app.capture.settle import LOOK_EVERY_S, wait_until_gone
from app.errors import Cancelled

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

    from app.capture.models import Backend
    from app.model import Rect

LOOKS = 30  # half a second; a manager answers within a few milliseconds
PAINTED_S = 0.15  # a program that is uncovered paints once the server has told it


def bring_forward(
    backend: Backend, window_id: int, own_pid: int, stopped: threading.Event, raise_: Callable[[int], bool]
) -> bool:
    """Return whether a covered window was raised; it is painted then. One that is not covered is left alone.

    Args:
        backend: the way to the screen.
        window_id: of the window.
        own_pid: this process; its windows cover nothing.
        stopped: set it to give up.
        raise_: asks the system; says whether it can be asked.

    Raises:
        Cancelled: stopped meanwhile.
        CaptureDenied: the system does not say what stands where.
    """
    covered = _covered(backend, window_id, own_pid)
    if not covered or not raise_(window_id):
        return False
    for _ in range(LOOKS):
        if _covered(backend, window_id, own_pid) != covered:
            _pause(stopped, PAINTED_S)
            wait_until_gone(backend, (), stopped)
            return True
        _pause(stopped, LOOK_EVERY_S)
    return False  # what stands above all others, such as a panel, stays there


def way_forward(backend: Backend, environ: Mapping[str, str]) -> Callable[[int], bool]:
    """Return what raises a window on this system: a request on X11, nothing elsewhere."""
    if backend.name != "mss/x11":
        return lambda _: False
    from app.capture.restack_x11 import restack  # noqa: PLC0415 - Xlib is installed on Linux only

    return lambda window_id: restack(environ["DISPLAY"], window_id)


def _covered(backend: Backend, window_id: int, own_pid: int) -> tuple[Rect, ...]:
    offered = choices(backend.stack(), own_pid) if backend.lists_windows else ()
    return next((one.covered for one in offered if one.window.id == window_id), ())


def _pause(stopped: threading.Event, for_s: float) -> None:
    if stopped.wait(for_s):
        raise Cancelled("stopped before the picture was taken")
