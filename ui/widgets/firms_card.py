# SPDX-License-Identifier: MIT
"""A warning of firms that want money; a message that promises money back can be pasted and looked at.

What is pasted is kept nowhere: it goes with the page.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.guide.promises import Promises
from app.paths import resources
from ui.legible import legible
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import TextField
from ui.widgets.help_list import empty
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.guide.promises import Seen
    from ui.context import Context


class FirmsCard(Card):
    """Says it in short; the field is there once it is asked for."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Warn."""
        super().__init__(context, kind="quiet", parent=parent)
        self._context = context
        words = context.words
        head = QHBoxLayout()
        head.setSpacing(context.theme.gap_px(10))
        head.addWidget(IconView(context, "minus", parent=self))
        head.addWidget(Label(words("help.firms.title"), "h3", parent=self), 1)
        self.body.addLayout(head)
        for sentence in (words("help.firms.lead"), *words.rows("help.firms")):
            self.body.addWidget(Label(sentence, "small_ink", parent=self))
        self.ask = Button(context, words("help.promise.ask"), "quiet", parent=self)
        self.field = TextField(
            context, words("help.promise.field"), hint=words("help.promise.hint"), parent=self
        )
        self.verdict = Label("", "strong", parent=self)
        self.found = QWidget(self)
        self._rows = QVBoxLayout(self.found)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(context.theme.gap_px(8))
        for name in ("ask", "field", "verdict", "found"):
            getattr(self, name).setObjectName(name)
            self.body.addWidget(getattr(self, name))
        for part in (self.field, self.verdict, self.found):
            part.hide()
        self.ask.clicked.connect(self._on_ask)
        self.field.changed.connect(self._on_changed)

    @cached_property
    def _promises(self) -> Promises:
        return Promises.load(resources() / "promises.toml", self._context.words.translator)

    def _on_ask(self) -> None:
        self.ask.hide()
        self.field.show()
        self.field.edit.setFocus()

    def _on_changed(self, text: str) -> None:
        """Say what to look at in what is there now."""
        empty(self._rows)
        seen = self._promises.seen_in(text)
        is_there = bool(text.strip())
        key = "help.promise.seen" if seen else "help.promise.none"
        self.verdict.set_words(self._context.words(key))
        self.verdict.setVisible(is_there)
        self.found.setVisible(is_there and bool(seen))
        for one in seen:
            self._rows.addWidget(self._row(one))

    def _row(self, seen: Seen) -> Label:
        """Return what a sign says, with the words it was seen by."""
        said = self._context.words("help.promise.row", says=seen.sign.says, words=legible(seen.words))
        return Label(said, "small_ink", parent=self.found)
