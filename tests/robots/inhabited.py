# SPDX-License-Identifier: MIT
"""The real window with a case and a screen that is drawn in memory, for whoever does anything in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog

from app.model import Rect, Under18
from tests.fakes.backend import FakeBackend, drawn
from tests.patience import LEAST_MS
from ui.capture.states import State
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from pytestqt.qtbot import QtBot

    from app.capture.models import Frame
    from app.vault import Vault
    from ui.context import Context

WORDS = (Under18.YES, Under18.NOT_SURE)
WAITING = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def until(is_so: Callable[[], bool]) -> None:
    """Wait for a state of the window, no longer than it takes: what tells of it is an event."""
    late = QDeadlineTimer(LEAST_MS)
    nudge = QTimer(interval=20)  # for what changes without one
    nudge.start()
    while not is_so():
        assert not late.hasExpired()
        QCoreApplication.processEvents(WAITING)


class ClearedScreen(FakeBackend):
    """A screen on which something else stands while a window of ours does."""

    is_covered = staticmethod(lambda: False)

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels."""
        return drawn(rect.width, rect.height, seed=1 if self.is_covered() else 2)


@dataclass
class Inhabited:
    """One person, one window, one case.

    Attributes:
        context: with the case open.
        random: where every choice comes from.
        confirmed: hash values of the areas of which they said that there are only words in them.
        did: what they did, for whoever has to look at a failure.
    """

    context: Context
    qtbot: QtBot
    random: Random
    passphrase: str
    places: Path
    confirmed: set[str] = field(default_factory=set)
    did: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.screen = ClearedScreen()
        self.screen.is_covered = self.is_ours_in_sight
        self.context = replace(self.context, make_backend=lambda: self.screen)
        self.window = MainWindow(self.context)
        self.leaving = Leaving(self.context, self.window)
        self.window.lock_asked.connect(self.leaving.lock)
        self.window.hide_asked.connect(self.hide)
        self.window.read_facts()
        self.window.resize(self.window.minimumSize())
        self.window.show()
        self.context.reading_pass.begin(lambda: False)

    def is_ours_in_sight(self) -> bool:
        """Whether the bar, or a still to draw on, stands on the screen."""
        flow = self.window.flow
        ours = (flow.bar, flow.countdown, *flow.area_picking.pickers) if flow is not None else ()
        return any(one.isVisible() for one in ours)

    def rest(self) -> None:
        """Put everything away; whatever the answer was, it is one of the two now."""
        if self.window.flow is not None:
            self.window.flow.stop()
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        if self.answer() not in WORDS:
            self.say(self.random.choice(WORDS))
            self.settle()

    def end(self) -> None:
        """Put everything away and lock, and let the window go while all that it knows is still there."""
        if self.window.flow is not None:
            self.window.flow.dismiss()
        if self.context.session.is_open:
            with self.qtbot.waitSignal(self.context.session.locked):
                self.context.session.lock("test")
        self.settle()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def hide(self) -> None:
        """Hide, as far as that does not end the program."""
        self.window.hide()
        if self.window.flow is not None:
            self.window.flow.dismiss()
        self.leaving.lock("hide")

    def answer(self) -> Under18:
        """Return the present answer."""
        return Under18(self.ask(lambda vault: vault.case().fact.under_18))

    def say(self, answer: Under18) -> None:
        """Keep an answer as the page of facts does."""

        def job(vault: Vault) -> None:
            vault.revise_case(replace(vault.case().fact, under_18=answer))

        self.did.append(f"answer {answer.value}")
        self.ask(job)
        self.context.session.case_changed.emit()

    def ask(self, job: Callable[[Vault], Any]) -> Any:
        """Return what a job on the open case gives."""
        told: list[Any] = []
        self.context.session.run(job, owner=self.context.session, then=told.append, otherwise=told.append)
        until(lambda: bool(told))
        if isinstance(told[0], BaseException):
            raise told[0]
        return told[0]

    def be_open(self) -> None:
        """Open the case again if that was locked or hidden, and wait for what is under way."""
        self.settle()
        session = self.context.session
        if session.is_open:
            return
        until(lambda: self.window.shell.page is not None and not session.is_busy)
        with self.qtbot.waitSignal(session.opened):
            session.open(self.context.folder, self.passphrase)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Wait until the vault has done what was asked of it, and the window has heard."""
        if self.context.session.is_open:
            self.ask(lambda _vault: None)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _note_a_yes(self, button: QAbstractButton) -> None:
        page = self.window.page
        if isinstance(page, WordsAreaPage) and button is page.yes and page._held is not None:
            self.confirmed.add(page._held.record.content.sha256)

    def _bar(self, subject: object) -> bool:
        """Whether the bar opened."""
        self.window.go("capture", subject)
        self.settle()
        flow = self.window.flow
        until(lambda: flow is None or flow.state is not State.ASKING)
        return flow is not None and flow.state is State.READY

    def _until_done(self) -> None:
        """Wait until the flow rests; then put away what is left of it."""
        flow = self.window.flow
        assert flow is not None
        at_rest = {State.AWAY, State.READY, State.PICKING}
        until(lambda: flow.state in at_rest)
        if flow.state is not State.AWAY:
            flow.stop()
