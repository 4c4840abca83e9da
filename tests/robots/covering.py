# SPDX-License-Identifier: MIT
"""The robot of the page on which parts of a picture are covered: the desktop's pointer and its keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.robots.robot import Robot

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.model import Rect
    from tests.screen.xserver import XServer

LONG_MS = 60_000
STILL = 10  # looks, one soon after the other


class RedactRobot(Robot):
    """From the first box to the covered copies."""

    def __init__(self, qtbot: QtBot, root: QWidget, xserver: XServer) -> None:
        """Work once the picture is shown."""
        super().__init__(qtbot, root)
        self.page: Any = root
        self.xserver = xserver
        self.until(lambda: bool(self.page.canvas.has_picture))

    def draw(self, box: Rect) -> None:
        """Draw a box with the pointer of the desktop."""
        corners: list[QPoint] = []
        self.until(lambda: self._stands(box, corners))
        place, count = self.page.canvas.outline_at(box), len(self.page.canvas.boxes)
        self._point(place.topLeft())
        self.xserver.run("xdotool", "mousedown", "1")
        self.until(lambda: self.page.canvas._from is not None)
        self._point(place.center())
        self._point(place.bottomRight())
        self.until(lambda: len(self.page.canvas.boxes) > count)
        self.xserver.run("xdotool", "mouseup", "1")
        self.until(lambda: self.page.canvas._from is None)

    def key(self, keys: str, times: int = 1) -> None:
        """Press a key of the desktop so often, each time with something to see for it."""
        for _ in range(times):
            before = (self.page.canvas.boxes, self.page.canvas.chosen)
            self.xserver.run("xdotool", "key", keys)
            self.until(lambda before=before: (self.page.canvas.boxes, self.page.canvas.chosen) != before)  # type: ignore[misc]

    def said(self) -> str:
        """Return which box is chosen, and where it is."""
        return str(self.page.foot.said.words)

    def cover(self) -> str:
        """Press the button with the keyboard; return what came of it."""
        self.page.card.go.setFocus()
        self.until(self.page.card.go.hasFocus)
        with self.qtbot.waitSignal(self.page.covering.covered, timeout=LONG_MS):
            self.xserver.run("xdotool", "key", "Return")
        return str(self.page.card.said.title.words)

    def back(self) -> None:
        """To the exhibit."""
        self.press("back")

    def _stands(self, box: Rect, corners: list[QPoint]) -> bool:
        """Whether the picture has its size, and has been where it is for a while."""
        canvas = self.page.canvas
        corners.append(canvas.viewport().mapToGlobal(canvas.outline_at(box).bottomRight().toPoint()))
        is_still = len(corners) > STILL and len(set(corners[-STILL:])) == 1
        return is_still and canvas.height() == canvas.heightForWidth(canvas.width())

    def _point(self, at: QPointF) -> None:
        spot = self.page.canvas.viewport().mapToGlobal(at.toPoint())
        self.xserver.run("xdotool", "mousemove", str(spot.x()), str(spot.y()))
