# SPDX-License-Identifier: MIT
"""Somebody who does anything in any order in the real window, with a screen that is drawn in memory.

What they do comes from one seed. What they said yes to is remembered: ``tests/ui/test_words_path.py`` holds
the vault, and all that left it, to that.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from app.capture.png import encode
from app.errors import EvidenceError
from app.intake.words_area import confirmed
from app.model import Exhibit, ExhibitFacts, Rect, Sensitivity, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.fakes.runs import frame
from tests.fakes.words_area import drawn_area
from tests.robots.inhabited import WORDS, Inhabited, until
from ui.capture.setting import Subject
from ui.capture.states import State
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Acquisition
    from app.vault import Vault

PAGES = (
    "steps", "identify", "facts", "words_only", "words_area", "under18", "review", "evidence", "exhibit",
    "people", "payments", "said", "timeline", "watch", "happened", "safe", "redact", "wording", "remove",
    "report", "help",
)  # fmt: skip
MADE_FOR_AN_EXHIBIT = frozenset({"exhibit", "review", "redact", "remove"})
KEYS = (
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F9, Qt.Key.Key_Delete,
    Qt.Key.Key_Down, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_F, Qt.Key.Key_C,
)  # fmt: skip
HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
NEVER_PRESSED = frozenset({"hide_button", "lock_button"})  # these end a walk: they have steps of their own
SLOW = frozenset({"report", "wording"})  # a report is laid out each time
SMALL = Rect(100, 200, 60, 40)
PLANTED = "planted kestrel"


class Wanderer(Inhabited):
    """Somebody who does anything there."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.steps: tuple[tuple[int, Callable[[], object]], ...] = (
            (30, self.press),
            (18, self.go),
            (12, self.draw_an_area),
            (10, self.answer_about_the_area),
            (6, self.type_a_key),
            (5, self.take_a_picture),
            (4, self.press_the_capture_key),
            (6, self.forget_to_ask),
            (6, self.say_of_an_exhibit),
            (3, self.change_the_answer),
            (2, self.search_and_read),
            (2, self.back_up),
            (1, self.come_back),
        )

    def walk(self, steps: int) -> None:
        """Do so many things, and come to rest on the path of words."""
        self.did.clear()
        for _ in range(steps):
            step = self.random.choices([one for _, one in self.steps], [weight for weight, _ in self.steps])[
                0
            ]
            self.did.append(step.__name__)
            step()
            self.be_open()
        self.rest()

    # --- in the window ---

    def press(self) -> None:
        """Press any button that can be pressed."""
        page = self.window.page
        roots = [page, self.window.shell.sidebar if self.random.random() < 0.2 else page]
        found = [each for root in roots if root is not None for each in root.findChildren(QAbstractButton)]
        usable = [one for one in found if one.isVisible() and one.isEnabled()]
        usable = [one for one in usable if one.objectName() not in NEVER_PRESSED]
        if usable:
            button = self.random.choice(usable)
            self.did[-1] += f" {type(page).__name__}.{button.objectName()}"
            self._note_a_yes(button)
            button.click()

    def go(self) -> None:
        """Go to any page, with something to show or without."""
        name, exhibits = self.random.choice(PAGES), self.ask(lambda vault: vault.exhibits())
        detail: object = self.random.choice(exhibits) if exhibits and name in MADE_FOR_AN_EXHIBIT else None
        if name in {"redact", "remove"} and isinstance(detail, Exhibit):
            detail = detail.id
        if name in SLOW and self.random.random() < 0.8:
            name = "words_area"
        if name == "words_area":
            detail = self.random.choice([None, self._drawn()])
        self.did[-1] += f" {name}"
        if name not in MADE_FOR_AN_EXHIBIT or detail is not None:
            self.window.go(name, detail)

    def type_a_key(self) -> None:
        """Press any key, wherever the keyboard is."""
        target = QApplication.focusWidget() or self.window
        if isinstance(target, QLineEdit | QComboBox) and self.random.random() < 0.5:
            QTest.keyClicks(target, "words")
            return
        key, held = self.random.choice(KEYS), self.random.choice(HELD)
        if isinstance(target, QAbstractButton):
            if target.objectName() in NEVER_PRESSED:
                return
            self._note_a_yes(target)
        QTest.keyClick(target, key, held)

    def draw_an_area(self) -> None:
        """Draw an area of any size; if the bar lets them."""
        if self._bar(Subject(is_of_words=self.random.random() < 0.9)):
            flow = self.window.flow
            assert flow is not None
            flow.bar.ways["area"].click()
            until(lambda: bool(flow.area_picking.pickers) or flow.state is State.READY)
            if flow.area_picking.pickers:
                picker = flow.area_picking.pickers[0]
                width, height = self.random.choice([(60, 40), (200, 90), (400, 300), (640, 480)])
                picker.area_chosen.emit(Rect(self.random.randrange(20), 10, width, height), picker.native)
            self._until_done()

    def answer_about_the_area(self) -> None:
        """Say yes, say no, look at it, or go."""
        page = self.window.page
        if isinstance(page, WordsAreaPage) and page.is_asking:
            button = self.random.choice([page.yes, page.yes, page.no, page.picture.show_button, page.back])
            self.did[-1] += f" {button.objectName()}"
            self._note_a_yes(button)
            button.click()

    def take_a_picture(self) -> None:
        """Press any button of the bar."""
        if self._bar(self.random.choice([None, Subject(), Subject(is_of_words=True)])):
            flow = self.window.flow
            assert flow is not None
            flow.bar.way_chosen.emit(self.random.choice(["screen", "window", "conversation", "desktop"][:2]))
            flow.bar.choice_made.emit("desktop") if self.random.random() < 0.3 else None
            self._until_done()

    def press_the_capture_key(self) -> None:
        """Press the key that takes a picture at once, with the bar or without."""
        if self.random.random() < 0.7:
            self._bar(self.random.choice([None, Subject(is_of_words=True)]))
        if self.window.flow is not None:
            self.window.flow.shortcut.pressed.emit()
            self._until_done()

    def come_back(self) -> None:
        """Hide or lock, and open the case again."""
        self.random.choice([self.hide, self.leaving.lock])()

    def change_the_answer(self) -> None:
        """Say yes, no or not sure on the page of facts, or where it is kept."""
        self.say(self.random.choice([Under18.NO, *WORDS]))

    # --- as a page that forgets to ask would ---

    def forget_to_ask(self) -> None:
        """Bring a picture, an area nobody was asked about, or a frame straight to the vault."""
        taken = self.random.choice([self._whole, self._drawn, self._frame, self._too_large])()
        self.did[-1] += f" {taken.record.screen.mode if taken.record.screen else None}"

        def job(vault: Vault) -> None:
            with contextlib.suppress(EvidenceError):
                add = vault.add_frame if taken.record.run_id else vault.add_exhibit
                add(taken, thumbnail=b"\xff\xd8 small")
            for exhibit in vault.exhibits():
                with contextlib.suppress(EvidenceError):
                    vault.put_thumbnail(exhibit.id, b"\xff\xd8 small")
                with contextlib.suppress(EvidenceError):
                    vault.cannot_read(exhibit.id, "failed")

        self.ask(job)

    def say_of_an_exhibit(self) -> None:
        """Say anything of one."""
        mark = self.random.choice(list(Sensitivity))

        def job(vault: Vault) -> None:
            for exhibit in vault.exhibits()[-2:]:
                with contextlib.suppress(EvidenceError):
                    vault.revise_exhibit(exhibit.id, ExhibitFacts(title="a title", sensitivity=mark))

        self.ask(job)

    def search_and_read(self) -> None:
        """Look for words that stand in every picture."""

        def job(vault: Vault) -> None:
            vault.search(PLANTED)
            vault.unread(9)

        self.ask(job)

    def back_up(self) -> None:
        """Make a locked copy, if one may be made."""

        def job(vault: Vault) -> bool:
            day = self.context.clock.now().utc.date()
            try:
                vault.back_up(self.places, day, lambda _share: None, threading.Event())
            except EvidenceError:
                return False
            return any(vault.is_apart(one.id) for one in vault.exhibits())

        assert not self.ask(job), "a copy was made of what is set apart"

    def _whole(self) -> Acquisition:
        return acquisition(b"\x89PNG whole %d" % self.random.getrandbits(64))

    def _drawn(self) -> Acquisition:
        pixels = drawn(SMALL.width, SMALL.height, seed=self.random.getrandbits(31))
        return drawn_area(encode(pixels), SMALL)

    def _frame(self) -> Acquisition:
        return frame(
            1, f"run {self.random.getrandbits(32)}", data=b"\x89PNG frame %d" % self.random.getrandbits(64)
        )

    def _too_large(self) -> Acquisition:
        """Return a whole screen whose record says all the same that somebody confirmed it as words."""
        words = confirmed(self._drawn(), self.context.clock.now().utc).record.method
        whole = self._whole()
        return replace(whole, record=replace(whole.record, method=words))
