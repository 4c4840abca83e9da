# SPDX-License-Identifier: MIT
"""The robot of the whole window: which page is shown, and the robots of the first minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from tests.robots.answering import BeforeRobot, MoreRobot, ShortFormRobot
from tests.robots.capturing import CaptureRobot
from tests.robots.pages import (
    HelpRobot,
    IdentifyRobot,
    ReportRobot,
    ReviewRobot,
    StepsRobot,
    WordsOnlyRobot,
)
from tests.robots.paying import FactsRobot
from tests.robots.robot import WAIT_MS, Robot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.screen.xserver import XServer
    from ui.application import Started

MAKING_MS = 30_000  # key derivation is tuned to about a second on an idle machine


class WindowRobot(Robot):
    """Starts at the first page."""

    def __init__(self, qtbot: QtBot, started: Started) -> None:
        """Work on a window that is shown."""
        super().__init__(qtbot, started.window)
        self.window = started.window
        self.context = started.context

    def page_is(self, kind: str, *, within_ms: int = 15_000) -> Robot:
        """Return a robot of the page, once it is shown."""
        self.until(lambda: self._is_shown(kind), within_ms=within_ms)
        page = self.window.shell.page
        assert page is not None
        return Robot(self.qtbot, page)

    def begin_a_case(self, passphrase: str) -> StepsRobot:
        """Go from the first start to the home as an adult in England; return its robot."""
        self.welcome().begin()
        self.questions().answer(under_18="no", shared="no", country="England")
        self.passphrase().lock_with(passphrase)
        return self.steps()

    def welcome(self) -> WelcomeRobot:
        """Return the robot of the first page."""
        return WelcomeRobot(self.qtbot, self.page_is("WelcomePage").root)

    def questions(self) -> QuestionsRobot:
        """Return the robot of the three questions."""
        return QuestionsRobot(self.qtbot, self.page_is("QuestionsPage").root)

    def passphrase(self) -> PassphraseRobot:
        """Return the robot of the passphrase page."""
        return PassphraseRobot(self.qtbot, self.page_is("PassphrasePage").root)

    def lock_page(self) -> LockRobot:
        """Return the robot of the locked case."""
        return LockRobot(self.qtbot, self.page_is("LockPage").root)

    def steps(self) -> StepsRobot:
        """Return the robot of the home, once the case is open."""
        return StepsRobot(self.qtbot, self.page_is("StepsPage", within_ms=MAKING_MS).root)

    def short_form(self) -> ShortFormRobot:
        """Return the robot of the five pictures alone, once the window is back."""
        return ShortFormRobot(self.steps())

    def more(self) -> MoreRobot:
        """Return the robot of what happened."""
        return MoreRobot(self.qtbot, self.page_is("MorePage").root)

    def before(self) -> BeforeRobot:
        """Return the robot of what to know before a picture."""
        return BeforeRobot(self.qtbot, self.page_is("BeforePage").root)

    def review(self) -> ReviewRobot:
        """Return the robot of what was caught."""
        return ReviewRobot(self.qtbot, self.page_is("ReviewPage").root)

    def identify(self) -> IdentifyRobot:
        """Return the robot of the identifier."""
        return IdentifyRobot(self.qtbot, self.page_is("IdentifyPage").root)

    def facts(self) -> FactsRobot:
        """Return the robot of what an officer asks first."""
        return FactsRobot(self.qtbot, self.page_is("FactsPage").root)

    def words_only(self, page: str = "WordsOnlyPage") -> WordsOnlyRobot:
        """Return the robot of the words instead of pictures."""
        return WordsOnlyRobot(self.qtbot, self.page_is(page).root)

    def help(self) -> HelpRobot:
        """Return the robot of whom to turn to."""
        return HelpRobot(self.qtbot, self.page_is("HelpPage").root)

    def report(self) -> ReportRobot:
        """Return the robot of the report."""
        return ReportRobot(self.qtbot, self.page_is("ReportPage").root)

    def go_to(self, name: str) -> None:
        """Press a row of the sidebar."""
        self.press(name, under="sidebar")

    def take_pictures(self, xserver: XServer) -> CaptureRobot:
        """Press Take a picture; return the robot of the bar."""
        self.press("picture", under="sidebar")
        return self.bar(xserver)

    def picture_of(self, xserver: XServer, place: tuple[int, int]) -> Exhibit:
        """Take the window that stands at a place, once the bar is there, and keep it."""
        exhibit = self.bar(xserver).take_window_at(*place)
        self.review().keep()
        self.steps()
        return exhibit

    def save_report(self, place: Path) -> None:
        """Go to the report, and save it as a PDF once it is made."""
        self.go_to("report")
        report = self.report()
        report.is_made()
        report.hand_over("save", place)

    def hide(self, started: Started) -> None:
        """Press Hide: nothing of the window can be seen at once, and all is locked soon."""
        with self.qtbot.waitSignal(started.leaving.left, timeout=WAIT_MS):
            self.press("hide_button")
            assert not self.window.isVisible()
        assert not self.context.session.is_open

    def lock(self, started: Started) -> None:
        """Lock as the idle clock does."""
        with self.qtbot.waitSignal(self.context.session.locked, timeout=WAIT_MS):
            started.leaving.lock("idle")

    def bar(self, xserver: XServer) -> CaptureRobot:
        """Return the robot of the bar, once it is there."""
        self.until(lambda: self.window.flow is not None)
        assert self.window.flow is not None
        return CaptureRobot(self.qtbot, self.window.flow, xserver)

    def _is_shown(self, kind: str) -> bool:
        page = self.window.shell.page
        return type(page).__name__ == kind and page is not None and page.isVisible()


class WelcomeRobot(Robot):
    """The first minute."""

    def begin(self) -> None:
        """Press Start."""
        self.press("start")

    def begin_fast(self) -> None:
        """Say that they may be blocked any minute."""
        self.press("fast")


class QuestionsRobot(Robot):
    """Three questions."""

    def answer(self, *, under_18: str, shared: str, country: str) -> None:
        """Answer all three and go on."""
        self.press(f"questions.q1.{under_18}", under="under_18")
        self.press(f"questions.q2.{shared}", under="shared")
        combo = self.find("country", QComboBox)
        combo.setCurrentIndex(combo.findText(country))
        assert combo.currentText() == country
        self.press("go")


class PassphraseRobot(Robot):
    """A passphrase, twice."""

    def lock_with(self, passphrase: str) -> None:
        """Type it twice and make the vault."""
        self.write("first", passphrase)
        self.write("again", passphrase)
        self.press("go")


class LockRobot(Robot):
    """The locked case."""

    def open_with(self, passphrase: str) -> None:
        """Type the passphrase and press Open."""
        self.write("passphrase", passphrase)
        self.press("open")

    def is_told_kindly(self) -> None:
        """Wait for the words beside the field."""
        self.until(lambda: Robot(self.qtbot, self.find("passphrase")).sees("verdict"))
