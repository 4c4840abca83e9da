# SPDX-License-Identifier: MIT
"""The pointer of the desktop, as it presses a button of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.robots.robot import Robot
    from tests.screen.xserver import XServer


def press_for_real(robot: Robot, xserver: XServer, button: QWidget) -> None:
    """Press a button with the pointer of the desktop.

    It is pressed once the desktop has told it that the pointer is over it: it stands there, on top.
    """

    def is_under_pointer() -> bool:
        spot = button.mapToGlobal(button.rect().center())
        beside = "mousemove", str(spot.x() - 1), str(spot.y())
        xserver.run("xdotool", *beside, "mousemove", str(spot.x()), str(spot.y()))
        return button.underMouse()

    robot.until(is_under_pointer)
    xserver.run("xdotool", "click", "1")
