# SPDX-License-Identifier: MIT
"""The robot of the capture bar: it moves the real pointer and presses the real button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor

from tests.robots.pointer import press_for_real
from tests.robots.robot import Robot
from ui.capture.flow import State

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.screen.xserver import XServer
    from ui.capture.flow import CaptureFlow


class CaptureRobot(Robot):
    """From the bar to the stored picture."""

    def __init__(self, qtbot: QtBot, flow: CaptureFlow, xserver: XServer) -> None:
        """Work on the bar once it is there."""
        super().__init__(qtbot, flow.bar)
        self.flow = flow
        self.xserver = xserver
        self.until(lambda: flow.state is State.READY and flow.bar.isVisible())

    def take_window_at(self, x: int, y: int) -> Exhibit:
        """Press Window, point at a place on the desktop, click; return what was stored."""
        self.press_for_real("window_button")
        picker = self.flow.window_picking.picker
        self.until(lambda: picker.isVisible() and self.flow.state is State.PICKING)
        self.point_at(x, y)
        self.until(lambda: picker.chosen is not None and picker.frame.isVisible())
        with self.qtbot.waitSignal(self.flow.exhibit_added, timeout=15_000) as stored:
            self.xserver.run("xdotool", "click", "1")
        exhibit: Exhibit = stored.args[0]
        return exhibit

    def draw_words(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press Area, and draw a box of words from one place of the desktop to another; Enter takes it."""
        self.press_for_real("area_button")
        picking = self.flow.area_picking
        self.until(lambda: any(one.isVisible() for one in picking.pickers))
        picker = picking.pickers[0]
        self.qtbot.waitExposed(picker)
        self.point_at(*begin)
        self.xserver.run("xdotool", "mousedown", "1")
        self.point_at(*end)
        self.xserver.run("xdotool", "mouseup", "1")
        width = abs(end[0] - begin[0])
        self.until(lambda: picker.box.width() > width - 10 and picker.signs.offer.isVisible())
        with self.qtbot.waitSignal(self.flow.area_taken):
            self.xserver.run("xdotool", "key", "Return")

    def choose(self, name: str) -> None:
        """Press one of the buttons that the bar offers below the others, once it does."""
        self.until(lambda: name in self.flow.bar.choices)
        self.press_for_real(f"choice_{name}")

    def press_for_real(self, name: str) -> None:
        """Press a button of the bar with the pointer of the desktop: the picker looks at where that is."""
        press_for_real(self, self.xserver, self.find(name))

    def point_at(self, x: int, y: int) -> None:
        """Move the pointer of the desktop."""
        self.xserver.run("xdotool", "mousemove", str(x), str(y))
        self.until(lambda: (QCursor.pos().x(), QCursor.pos().y()) == (x, y))
