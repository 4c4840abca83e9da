# SPDX-License-Identifier: MIT
"""Leaving an exhibit out: two steps and a reason. The number stays, the picture is not deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.moments import hour, short_day
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.model import Exhibit
    from ui.context import Context


class WithdrawCard(QWidget):
    """First a quiet button; then what it means, a reason, and two buttons.

    Signals:
        confirmed: carries the reason.
        removal_wanted: it is to be removed for good.
    """

    confirmed = Signal(str)
    removal_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, has_removal: bool = True) -> None:
        """Show the quiet button, and the way to remove it for good, but not where that is asked already."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self._words = words
        self._ref = ""
        self.open_button = Button(context, words("exhibit.withdraw.open"), "quiet", parent=self)
        self.done = Label("", "hint", parent=self)
        self.card = Card(context, " ", parent=self)
        self.note = Label("", parent=self.card)
        self.field = Field(
            context, words("exhibit.withdraw.why"), hint=words("exhibit.withdraw.why.hint"), parent=self.card
        )
        self.go_button = Button(context, words("exhibit.withdraw.go"), "danger", parent=self.card)
        self.keep_button = Button(context, words("exhibit.withdraw.keep"), parent=self.card)
        self.remove_button = Button(context, words("remove.link.exhibit"), "quiet", parent=self)
        self.remove_button.setVisible(has_removal)
        names = ("open_button", "done", "card", "note", "field", "go_button", "keep_button", "remove_button")
        for name in names:
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.open_button.clicked.connect(self._on_open)
        self.keep_button.clicked.connect(self._close)
        self.go_button.clicked.connect(self._on_go)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.field.changed.connect(lambda _: self.field.verdict.clear())
        self._close()

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Offer to leave it out, or say that and why it was."""
        self._ref = exhibit.ref
        self._close()
        if exhibit.withdrawn_at is None:
            return
        at, language = exhibit.withdrawn_at, self._context.settings.language
        said = self._words(
            "exhibit.withdraw.done", day=short_day(at.date(), language), time=hour(at, language)
        )
        self.done.set_words(f"{said} {exhibit.withdrawn_why or ''}".strip())
        self.done.show()
        self.open_button.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.go_button)
        buttons.addStretch(1)
        self.card.body.addWidget(self.note)
        self.card.body.addWidget(self.field)
        self.card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.done)
        column.addWidget(self.card)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_open(self) -> None:
        """Say what it means and ask why."""
        self.card.title.set_words(self._words("exhibit.withdraw.title", ref=self._ref))
        self.note.set_words(self._words("exhibit.withdraw.note", ref=self._ref))
        self.open_button.hide()
        self.card.show()
        self.field.setFocus()

    def _on_go(self) -> None:
        why = self.field.text.strip()
        if not why:
            self.field.verdict.say("hint", self._words("exhibit.withdraw.need"))
            self.field.setFocus()
            return
        self.confirmed.emit(why)

    def _close(self) -> None:
        """Be the quiet button again."""
        self.field.clear()
        self.card.hide()
        self.done.hide()
        self.open_button.show()
