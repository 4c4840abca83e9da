# SPDX-License-Identifier: MIT
"""What a program of a Wayland session does with the backend; run by tests/screen/unprivileged.py."""

from __future__ import annotations

import io
import os
import signal
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import jeepney  # noqa: F401 - imported while its files can be read
import numpy  # noqa: F401, ICN001 - as above
from PIL import Image

import app.capture.portal_backend  # noqa: F401 - as above
from app.capture import choose_backend, grab, portal_late, portal_request
from app.capture.models import AreaTarget, DesktopTarget, Screen, ScreenTarget
from app.capture.png import encode
from app.errors import EvidenceError
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Callable


def prepare() -> None:
    """Read every file that is needed later."""
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    Image.open(out).convert("RGB").resize((1, 1))


def take(folder: str, monitors: list[Any], area: list[int]) -> dict[str, Any]:
    """Take the desktop, each monitor and an area; write a PNG of each and say how long it took."""
    screens = [Screen(name, Rect(*rect), scale, is_primary=False) for name, rect, scale in monitors]
    targets = {
        "desktop": DesktopTarget(),
        "area": AreaTarget(Rect(*area)),
        **{screen.name: ScreenTarget(screen) for screen in screens},
    }
    said: dict[str, Any] = {}
    with closing(choose_backend(os.environ, monitors=screens)) as backend:
        said["version"] = backend.version
        for name, target in targets.items():
            started = time.perf_counter()
            taken = grab(backend, target)
            took_ms = round((time.perf_counter() - started) * 1000)
            with open(f"{folder}/{name}.png", "wb") as file:  # noqa: PTH123 - pathlib may not be read any more
                file.write(encode(taken.frame))
            assert taken.pixels is not None
            said[name] = {"ms": took_ms, "pixels": [taken.pixels.x, taken.pixels.y]}
    return said


def stop() -> str:
    """Return how it ends when the person stops while the picture is being taken."""
    stopped = threading.Event()
    stopped.set()
    return _given_up(stopped, within_s=10.0)


def ask_a_silent_desktop(pid: int) -> str:
    """Return how it ends when the compositor's half of the portal stands still, and goes on later."""
    os.kill(pid, signal.SIGSTOP)
    return _given_up(threading.Event(), within_s=1.0, later=lambda: os.kill(pid, signal.SIGCONT))


def _given_up(stopped: threading.Event, within_s: float, later: Callable[[], None] = lambda: None) -> str:
    """Ask, give up, and sweep until the answer that nobody waits for is there."""
    try:
        portal_request.picture_of_desktop(os.environ, stopped, within_s)
    except EvidenceError as error:
        later()
        ticking, end = threading.Event(), time.monotonic() + 20
        while portal_late.sweep() and time.monotonic() < end:
            ticking.wait(0.1)
        return f"{type(error).__name__}, {'still open' if portal_late.sweep() else 'answered'}"
    return "taken"
