# SPDX-License-Identifier: MIT
"""The second step before a case is deleted: passphrase, a typed word, and an officer's word if it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import AskPoliceFirst, WrongPassphrase
from ui.messages import MessageCard
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.estimate import Estimate
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Flow
from ui.widgets.tick_row import TickRow

if TYPE_CHECKING:
    from ui.context import Context

CHECKING_MS = 1_300  # Source: evidence.md, section 3: key derivation of 0.8 to 2 s


class DeleteCard(Card):
    """Nothing is deleted without both fields, and where pictures are set apart without the tick.

    Signals:
        confirmed: carries the passphrase, and whether an officer has said so.
        kept: the person keeps the case.
    """

    confirmed = Signal(str, bool)
    kept = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Be hidden until ``ask``."""
        words = context.words
        super().__init__(context, words("settings.gone.sure.title"), padding_px=24, parent=parent)
        self._words = words
        self._word = words("settings.gone.word")
        self.apart = Card(context, words("settings.gone.apart.title"), kind="soft", parent=self)
        self.apart_note = Label(words("settings.gone.apart"), parent=self.apart)
        self.tick = TickRow(context, words("settings.gone.apart.tick"), parent=self.apart)
        self.passphrase = Field(context, words("settings.gone.passphrase"), is_secret=True, parent=self)
        self.typed = Field(context, words("settings.gone.typed", word=self._word), parent=self)
        self.progress = Estimate(
            context, words_key="settings.gone.going", expected_ms=CHECKING_MS, parent=self
        )
        self.failure = MessageCard(context, parent=self)
        self.keep_button = Button(context, words("settings.gone.keep"), parent=self)
        self.go_button = Button(context, words("settings.gone.go"), "danger", parent=self)
        for name in ("apart", "apart_note", "tick", "passphrase", "typed", "progress", "failure"):
            getattr(self, name).setObjectName(name)
        for name in ("keep_button", "go_button"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        for field in (self.passphrase, self.typed):
            field.changed.connect(lambda _text, field=field: field.verdict.clear())
        self.go_button.clicked.connect(self._on_go)
        self.keep_button.clicked.connect(self.kept)
        self.hide()

    def ask(self, *, is_for_police: bool) -> None:
        """Ask everything anew; what is set apart needs the word of an officer."""
        self.forget()
        self.apart.setVisible(is_for_police)
        self.show()
        self.passphrase.setFocus()

    def forget(self) -> None:
        """Hold no passphrase, and ask nothing."""
        self.passphrase.clear()
        self.typed.clear()
        self.tick.setChecked(False)
        self.failure.hide()
        self.end()
        self.hide()

    def begin(self) -> None:
        """The passphrase is being tried."""
        self.failure.hide()
        self.go_button.setEnabled(False)
        self.progress.begin()

    def end(self) -> None:
        """It was tried."""
        self.progress.end()
        self.go_button.setEnabled(True)

    def refuse(self, error: BaseException) -> None:
        """Say why nothing was deleted."""
        self.end()
        if isinstance(error, WrongPassphrase):
            self.passphrase.verdict.say("hint", self._words("settings.gone.passphrase.wrong"))
            self.passphrase.setFocus()
        elif isinstance(error, AskPoliceFirst):
            self.apart.show()
            self.failure.show_error(error)
        else:
            self.failure.show_error(error)

    def _lay_out(self) -> None:
        self.apart.body.addWidget(self.apart_note)
        self.apart.body.addWidget(self.tick)
        held = QWidget(self)
        buttons = Flow(held, gap_px=12)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.go_button)
        for part in (self.apart, self.passphrase, self.typed, self.failure, self.progress, held):
            self.body.addWidget(part)

    def _on_go(self) -> None:
        """Say what is missing, the first of it; or ask for it to be deleted."""
        words = self._words
        if not self.passphrase.text:
            self.passphrase.setFocus()
        elif self.typed.text.strip().casefold() != self._word.casefold():
            self.typed.verdict.say("hint", words("settings.gone.typed.need", word=self._word))
            self.typed.setFocus()
        elif not self.apart.isHidden() and not self.tick.isChecked():
            self.typed.verdict.say("hint", words("settings.gone.apart.need"))
            self.tick.setFocus()
        else:
            self.confirmed.emit(self.passphrase.text, self.tick.isChecked())
