# SPDX-License-Identifier: MIT
"""The robots of the questions of an officer and of the page of payments."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.robots.robot import Robot

BOXES = ("threat", "money", "own_words")


class FactsRobot(Robot):
    """What an officer asks first."""

    def say_the_age(self, age: str) -> None:
        """Type the age and keep it."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready))
        self.write("age", age)
        self.keep()

    def tell(self, **fields: str) -> None:
        """Type into these fields; what they want goes into boxes of several lines."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready))
        for name, text in fields.items():
            if name in BOXES:
                self.write_words(name, text)
            else:
                self.write(name, text)

    def keep(self) -> None:
        """Keep what was typed."""
        page: Any = self.root
        with self.qtbot.waitSignal(page.context.session.case_changed):
            self.press("keep")
        self.until(lambda: bool(page.is_ready))

    def write_down_a_payment(self) -> None:
        """Say that something was paid, and go where it is written down."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready))
        self.press("yes", under="has_paid")
        self.press("pay")


class PaymentsRobot(Robot):
    """The payments."""

    def choose_way(self, way: str) -> None:
        """Say how it was sent."""
        self.until(lambda: self.sees("method"))
        self.press(way, under="method")

    def said_of(self, field: str) -> str:
        """Return what is said of what is typed in a field; empty if nothing is."""
        shown = self.find("verdict", under=field)
        return " ".join(each.text() for each in shown.findChildren(QLabel) if each.isVisible())

    def choose(self, way: str, collected: str) -> None:
        """Say how it was sent and whether it was collected."""
        self.choose_way(way)
        self.press(collected, under="collected")

    def steps_come_before(self, *questions: str) -> bool:
        """Whether what to do now is seen, and stands above all these questions."""
        steps = self.find("steps")
        at = self._top(steps.objectName())
        return steps.isVisible() and all(at < self._top(one) for one in questions)

    def what_to_do(self) -> str:
        """Return the rows of what to do now, as they are read out."""
        found: Any = self.find("steps") if self.sees("steps") else self.find("stop")
        return "\n".join(row.accessibleName() for row in found.rows)

    def good_to_know(self) -> str:
        """Press what else is good to know, in what to do now; return all of it."""
        steps = Robot(self.qtbot, self.find("steps"))
        steps.press("more_button")
        card: Any = steps.root
        notes = card.notes
        self.until(notes.isVisible)
        return "\n".join(label.words for label in notes.texts.values() if label.isVisible())

    def state(self) -> str:
        """Return what is said of the money that can still be stopped."""
        self.until(lambda: self.sees("stop"))
        found: Any = self.find("stop")
        return str(found.state.words)

    def copy_number(self) -> str:
        """Press Copy; return what is on the clipboard."""
        self.press("copy_reference")
        return QGuiApplication.clipboard().text()

    def keep(self) -> None:
        """Keep the payment."""
        page: Any = self.root
        with self.qtbot.waitSignal(page.context.session.case_changed):
            self.press("keep", under="editor")
        self.until(lambda: self.sees("stop"))

    def _top(self, name: str) -> int:
        return self.find(name).mapTo(self.root, QPoint()).y()
