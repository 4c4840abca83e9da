# SPDX-License-Identifier: MIT
"""The robots of the pages behind the lock: steps, what was caught, the identifier, evidence, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from tests.robots.robot import Robot
from ui.widgets.copy_row import CopyRow
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pathlib import Path

    from app.model import Account, Entry, Exhibit, Rect

WORK_MS = 60_000


class StepsRobot(Robot):
    """The home."""

    def open_step(self, step: str) -> None:
        """Choose a step of the list, if it is not the one shown large, and press its button."""
        self.choose(step)
        self.press("go", under="next")

    def choose(self, step: str) -> None:
        """Have a step shown large."""
        name = f"step_{step}"
        self.until(lambda: self._shown() == step or self.sees(name))
        if self._shown() != step:
            row = self.find(name)
            self._bring_into_view(row)
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
            self.until(lambda: self._shown() == step)

    def do(self, step: str) -> None:
        """Press the button of a step that is done by it, and see its tick."""
        self.open_step(step)
        self.is_done(step)

    def is_done(self, *steps: str) -> None:
        """Wait until these have their tick."""
        page: Any = self.root
        self.until(lambda: page.plan is not None and set(steps) <= {one.guide.id for one in page.plan.done})

    def by_whom(self, step: str) -> str:
        """Choose a step that is done; return what is said of who did it."""
        self.is_done(step)
        self.choose(step)
        return self.find("by", Label, under="next").words

    def also(self, step: str) -> str:
        """Choose a step; return the sentence more that an answer asks for."""
        self.choose(step)
        return self.find("also", Label, under="next").words

    def asks_for(self, step: str) -> bool:
        """Whether this person has this step."""
        page: Any = self.root
        self.until(lambda: page.plan is not None)
        return any(one.guide.id == step for one in page.plan.steps)

    def _shown(self) -> str | None:
        found: Any = self.find("next")
        return None if found.step is None else str(found.step.guide.id)


class ReviewRobot(Robot):
    """Look at what was caught."""

    def uncover(self) -> None:
        """Take the cover away and wait for the picture."""
        self.press("show_button")
        picture: Any = self.find("picture")
        self.until(lambda: not picture.is_covered)

    def answer(self, field: str, answer: str) -> None:
        """Answer one of the three questions; it is kept at once."""
        page: Any = self.root
        with self.qtbot.waitSignal(page.exhibit_revised):
            self.press(answer, under=field)

    def keep(self) -> None:
        """Keep it and go on."""
        self.press("keep")


class IdentifyRobot(Robot):
    """Find their ID."""

    def choose_app(self, platform: str) -> None:
        """Say where the account is, once there is nothing to wait for."""
        self.until(lambda: self.sees("platforms"), within_ms=WORK_MS)
        self.press(platform, under="platforms")

    def type_identifier(self, text: str) -> str:
        """Type key by key, once no picture is looked through; return what the page says about it."""
        self.until(lambda: self.sees("identifier"), within_ms=WORK_MS)
        self.write("identifier", text)
        return self.verdict()

    def paste_identifier(self, text: str) -> str:
        """Put a text on the clipboard and press Paste; return what the page says about it."""
        QGuiApplication.clipboard().setText(text)
        self.press("paste_button")
        line = self.line("identifier")
        self.until(lambda: line.text() == text)
        return self.verdict()

    def is_found(self) -> str:
        """Wait until something was found in the picture; return how it was read."""
        page: Any = self.root
        self.until(lambda: bool(page.is_found_shown), within_ms=WORK_MS)
        return str(page.found.strip.text)

    def paste_beside(self, text: str) -> str:
        """Paste a text beside what was found; return what the page says about the two."""
        page: Any = self.root
        QGuiApplication.clipboard().setText(text)
        again = page.buttons.keys[0] == "again"
        self.press("main") if again else self.press("paste_found")
        self.until(lambda: page.found.compare.text == text)
        return self.verdict("compare")

    def use_name(self) -> None:
        """Take up the name that stands with it."""
        self.press("use_name")

    def verdict(self, field: str = "identifier") -> str:
        """Return what stands below the field."""
        shown = Robot(self.qtbot, self.find(field, Field)).find("verdict")
        self.until(shown.isVisible)
        return " ".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())

    def write_name(self, name: str) -> None:
        """Type the name they show."""
        self.write("name", name)

    def link(self, exhibit: Exhibit, box: Rect) -> None:
        """Choose the picture and draw a box on it with the mouse."""
        self.until(lambda: self.sees(str(exhibit.id)))
        self.press(str(exhibit.id), under="link")
        self.until(lambda: self.sees("picker") and self.find("picker").height() > 50)
        picker = self.find("picker")
        self._bring_into_view(picker)
        content = exhibit.record.content
        factor = min(picker.width() / content.width_px, picker.height() / content.height_px)
        left = (picker.width() - content.width_px * factor) / 2

        def at(x: int, y: int) -> QPoint:
            return QPoint(round(left + x * factor), round(y * factor))

        end = at(box.x + box.width, box.y + box.height)
        QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=at(box.x, box.y))
        QTest.mouseMove(picker, end)
        QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=end)

    def keep(self) -> Entry[Account]:
        """Press the main button; return what was kept."""
        page: Any = self.root
        with self.qtbot.waitSignal(page.account_kept, timeout=WORK_MS) as kept:
            self.press("main")
        entry: Entry[Account] = kept.args[0]
        return entry


class WordsOnlyRobot(Robot):
    """Words instead of pictures."""

    def write_down(self, platform: str, identifier: str, **said: str) -> None:
        """Type who it is and what they said, and keep both."""
        page: Any = self.root
        self.press(platform, under="platforms")
        self.write("identifier", identifier)
        for name, words in said.items():
            self.write_words(name, words)
        with self.qtbot.waitSignal(page.context.session.case_changed):
            self.press("keep")
        self.until(lambda: self.sees("stored"))

    def say_it_is_words(self) -> str:
        """Look at the area that was drawn, say that there are only words in it; return what is said then."""
        page: Any = self.root
        self.press("show_button")
        self.until(lambda: not page.picture.is_covered)
        self.press("yes")
        self.until(lambda: self.sees("said"))
        return str(page.said.title.words)


class HelpRobot(Robot):
    """Whom to turn to."""

    def offered(self) -> str:
        """Return everyone who is named, with their number or page, once it is known for whom."""
        page: Any = self.root
        self.until(lambda: page._known is not None and bool(page.list.rows))
        rows = [row.reach.accessibleName() for row in page.list.rows]
        others = [label.words for label in page.list.unchecked.findChildren(Label)]
        return "\n".join([*rows, *others])


class ReportRobot(Robot):
    """The report, as it will print."""

    def is_made(self) -> None:
        """Wait until the pages are shown."""
        self.until(lambda: self.sees("preview") and self.find("save_button").isEnabled(), within_ms=WORK_MS)

    def hand_over(self, what: str, place: Path) -> None:
        """Save the PDF (``save``), the package (``pack``) or the locked copy (``mail``) at a place."""
        handing_over: Any = self.find("handing_over")
        self.press(f"{what}_button")
        self.press("go_button", under=f"before_{what}")
        with self.qtbot.waitSignal(handing_over.saved, timeout=WORK_MS):
            choose_place(self, place)

    def six_words(self) -> str:
        """Return the words of a locked copy, as the person reads them out."""
        self.until(lambda: self.sees("six_words"))
        return " ".join(self.find(f"word_{n}", Label).words for n in range(1, 7))

    def copies(self) -> list[str]:
        """Return what each line of the list of copies says it is."""
        rows = self.find("copies").findChildren(CopyRow)
        return [row.what.words for row in rows if row.isVisibleTo(self.root)]


def choose_place(robot: Robot, place: Path) -> None:
    """Go to the folder in the dialog that asks where, name the file, and press its button."""
    robot.until(lambda: any(_dialogs()))
    [dialog] = _dialogs()
    dialog.setDirectory(str(place.parent))
    dialog.selectFile(place.name)
    [accept] = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isDefault()]
    robot.until(accept.isEnabled)
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)


def _dialogs() -> list[QFileDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QFileDialog) and one.isVisible() and one.objectName() == "place_dialog"
    ]
