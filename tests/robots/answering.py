# SPDX-License-Identifier: MIT
"""The robots of the answers: what happened, what to know before a picture, and five pictures alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.robots.robot import Robot


class MoreRobot(Robot):
    """What happened."""

    def tick(self, question: str, *keys: str) -> None:
        """Press these chips of a question."""
        page: Any = self.root
        self.until(lambda: page.is_ready)
        for key in keys:
            self.press(key, under=question)

    def helped_by(self, name: str) -> None:
        """Say that somebody helps, and who."""
        self.tick("friend", "helping")
        self.write("name", name)

    def keep(self) -> None:
        """Keep the answers."""
        self.press("keep")


class BeforeRobot(Robot):
    """What to know of an app before its first picture."""

    def reads(self) -> str:
        """Return all that is said."""
        page: Any = self.root
        return " ".join(page.lines.texts)

    def go_on(self) -> None:
        """Go on to the picture."""
        self.press("go")


class ShortFormRobot(Robot):
    """Five pictures, and nothing else."""

    def __init__(self, robot: Robot) -> None:
        """Work on the card of the steps page, once it is there."""
        super().__init__(robot.qtbot, robot.root)
        self.until(lambda: self.sees("short"))

    def is_saved_as(self, step: str, ref: str) -> None:
        """Wait until a picture has its tick and its number."""
        self.until(lambda: self._note(step) == ref)

    def take_next(self) -> None:
        """Press the button of the next picture."""
        self.press("go", under="short")

    def show_all(self) -> None:
        """Go on to all steps."""
        self.press("rest", under="short")

    def _note(self, step: str) -> str:
        rows: list[Any] = self.root.findChildren(QWidget, f"short_{step}")
        return next((str(row.note.words) for row in rows if row.isVisible()), "")
