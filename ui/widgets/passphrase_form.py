# SPDX-License-Identifier: MIT
"""Choosing a passphrase: type or have it suggested, see how hard it is to guess, type it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.passphrase import Hardness, hardness, suggestion
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.focus_order import order_focus
from ui.widgets.label import Label
from ui.widgets.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.context import Context

PAUSE_MS = 150
COLOURS: Mapping[Hardness, str] = {
    Hardness.EMPTY: "track",
    Hardness.WEAK: "attention",
    Hardness.FAIR: "attention",
    Hardness.GOOD: "good",
    Hardness.STRONG: "good",
}


class PassphraseForm(Card):
    """A card with both fields. Weak ones are advised against, never forbidden: it is their case.

    Signals:
        completed: whether the two are the same and not empty; sent at each change.
        entered: Enter was pressed and it is complete.
    """

    completed = Signal(bool)
    entered = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields."""
        super().__init__(context, padding_px=28, parent=parent)
        self._context = context
        self._judged = ""
        words = context.words
        self.how = Label(words("passphrase.how"), "hint", parent=self)
        self.first = Field(context, words("lock.field"), is_secret=True, is_mono=True, parent=self)
        self.first.setObjectName("first")
        self.suggest = Button(context, words("passphrase.suggest"), "quiet", parent=self)
        self.suggest.setObjectName("suggest")
        self.first.head.addWidget(self.suggest)
        self.bar = Bar(context, parts=4, width_px=context.theme.gap_px(150), parent=self)
        self.bar.setObjectName("bar")
        self.strength = Label(" ", "small_strong", parent=self)
        self.strength.setObjectName("strength")
        self.again = Field(context, words("passphrase.again"), is_secret=True, is_mono=True, parent=self)
        self.again.setObjectName("again")
        self.again.show_text.hide()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.first.changed.connect(self._on_changed)
        self.again.changed.connect(self._on_changed)
        self.again.entered.connect(self._on_entered)
        self.first.entered.connect(self.again.setFocus)
        self.first.show_text.toggled.connect(self.again.show_text.setChecked)
        self.suggest.clicked.connect(self._on_suggest)

    @property
    def is_complete(self) -> bool:
        """Whether something was typed, twice the same."""
        return bool(self.first.text) and self.first.text == self.again.text

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        meter = QHBoxLayout()
        meter.setSpacing(gap(12))
        meter.addWidget(self.bar)
        meter.addWidget(self.strength, 1)
        self.body.addWidget(self.how)
        self.body.addSpacing(gap(8))
        self.body.addWidget(self.first)
        self.body.addLayout(meter)
        self.body.addSpacing(gap(8))
        self.body.addWidget(self.again)
        # from field to field: a space typed on Suggest would put other words in the first
        self.tab_way = (self.first.edit, self.again.edit, self.first.show_text, self.suggest)
        order_focus(self)

    def _on_changed(self, _text: str) -> None:
        """Judge after a pause; say at once whether the two are the same."""
        self._pause.start()
        self.again.verdict.clear()
        is_off_track = bool(self.again.text) and not self.first.text.startswith(self.again.text)
        if is_off_track:
            self.again.verdict.say("hint", self._context.words("passphrase.differs"))
        elif self.is_complete:
            self.again.verdict.say("good", self._context.words("passphrase.same"))
        self.completed.emit(self.is_complete)

    def _on_entered(self) -> None:
        if self.is_complete:
            self.entered.emit()

    def _on_suggest(self) -> None:
        """Four words, shown, for otherwise they could not be learnt; typing them again is the person's."""
        self.first.show_text.setChecked(True)
        self.first.set_text(suggestion())
        self.again.clear()
        self.again.setFocus()

    def _judge(self) -> None:
        typed = self.first.text
        self._judged = typed
        self._context.background.run(
            lambda: hardness(typed), owner=self, then=lambda found: self._on_judged(typed, found)
        )

    def _on_judged(self, typed: str, found: Hardness) -> None:
        if typed != self._judged:
            return
        self.bar.set_share(found / 4, COLOURS[found])
        said = self._context.words(f"passphrase.{found.name.lower()}") if found else " "
        before = self.strength.words
        self.strength.set_words(said)
        self.bar.setAccessibleName(said.strip())
        if said != before:
            say_aloud(self.strength, said)
