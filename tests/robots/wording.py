# SPDX-License-Identifier: MIT
"""The robot of the words for forms and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from tests.robots.pages import WORK_MS, choose_place
from tests.robots.robot import Robot

if TYPE_CHECKING:
    from pathlib import Path


class WordingRobot(Robot):
    """Chooses where to report, copies, saves."""

    def choose(self, where: str) -> None:
        """Press one of the places to report or write to."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready) and where in page.where.chips)
        self.press(where, under="where")

    def copy(self, label: str) -> str:
        """Copy the first field of this label; return what is on the clipboard."""
        page: Any = self.root
        row = next(row for row in page.form.blanks if row.blank.label == label)
        self.press("copy", under=row.objectName())
        return QGuiApplication.clipboard().text()

    def letter(self) -> str:
        """Return the letter that is shown."""
        page: Any = self.root
        return str(page.letter.text.words)

    def save_letter(self, place: Path) -> None:
        """Save the letter that is shown as a PDF."""
        page: Any = self.root
        self.press("save", under="letter")
        self.until(lambda: self.sees("before_letter"))
        self.press("go_button", under="before_letter")
        with self.qtbot.waitSignal(page.to_file.saved, timeout=WORK_MS):
            choose_place(self, place)
