# SPDX-License-Identifier: MIT
"""What the tests of the capture bar share: the way in, and what was stored."""

from __future__ import annotations

import io
import os
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtGui import QGuiApplication

from app.capture import choose_backend
from app.model import Rect
from tests.robots.capturing import CaptureRobot
from tests.screen.program import colours

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.screen.program import Program
    from tests.screen.xserver import XServer
    from ui.capture.flow import CaptureFlow
    from ui.context import Context


def begun(qtbot: QtBot, flow: CaptureFlow, xserver: XServer) -> CaptureRobot:
    """Start, and wait until the bar is painted where the window manager has put it."""
    flow.start()
    robot = CaptureRobot(qtbot, flow, xserver)
    qtbot.waitUntil(lambda: flow.bar.is_drawn, timeout=5_000)
    return robot


def stored(context: Context, exhibit: Exhibit, qtbot: QtBot) -> NDArray[np.uint8]:
    """Return the pixels of what the vault holds: height x width x red, green, blue."""
    held: list[bytes] = []
    context.session.run(lambda vault: vault.original(exhibit.id), owner=context.session, then=held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=10_000)
    return np.asarray(Image.open(io.BytesIO(held[0])).convert("RGB"))


def shows(pixels: NDArray[np.uint8], colour: tuple[int, int, int]) -> bool:
    return bool((pixels == colour).all(axis=-1).any())


def inside(program: Program) -> NDArray[np.uint8]:
    """What the program painted, as red, green, blue."""
    return program.pixels[..., ::-1]


def shot(area: QRect) -> NDArray[np.uint8]:
    """What the screen shows there now: height x width x red, green, blue."""
    with closing(choose_backend(os.environ)) as backend:
        frame = backend.grab(Rect(area.x(), area.y(), area.width(), area.height()))
    return colours(frame)[..., ::-1]


def context_screens() -> list[object]:
    return list(QGuiApplication.screens())
