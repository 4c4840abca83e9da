# SPDX-License-Identifier: MIT
"""What unfolds below a place or a report: something was found, a friend looks, they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.typed import kept
from ui.widgets.address_field import AddressField
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

HOW_ROWS = 3


class FoundPanel(Card):
    """What to do about something that was found, and its address.

    Signals:
        kept: carries the address and the note, each text or ``None``.
    """

    kept = Signal(object, object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show how, and empty fields."""
        super().__init__(context, kind="quiet", parent=parent)
        self._words = words = context.words
        rows = [words(f"watch.found.how.{at}") for at in range(1, HOW_ROWS + 1)]
        self.rows = [NumberedRow(context, at, row, parent=self) for at, row in enumerate(rows, start=1)]
        self.url = AddressField(context, words("watch.page.found.url"), parent=self)
        self.note = Field(
            context, words("watch.page.found.note"), hint=words("watch.page.found.note.hint"), parent=self
        )
        self.keep = Button(context, words("watch.page.found.keep"), "primary", parent=self)
        for name in ("url", "note", "keep"):
            getattr(self, name).setObjectName(name)
        self.body.setSpacing(context.theme.gap_px(12))
        for widget in (*self.rows, self.url, self.note, self.keep):
            self.body.addWidget(widget)
        self._drafts = [
            Draft(context.session, f"watch.found.{name}", field, self)
            for name, field in (("url", self.url), ("note", self.note))
        ]
        self.keep.clicked.connect(lambda: self.kept.emit(kept(self.url.text), kept(self.note.text)))

    def set_words_only(self, words_only: bool) -> None:  # noqa: FBT001 - one plain switch
        """Ask for no picture where someone is, or may be, under 18."""
        key = "watch.found.how.2.words" if words_only else "watch.found.how.2"
        self.rows[1].words.set_words(self._words(key))

    def clear(self) -> None:
        """Empty the fields: it was kept."""
        for field in (self.url, self.note):
            field.clear()
        for draft in self._drafts:
            draft.clear()


class AskPanel(Card):
    """What to say to a friend, and who it is.

    Signals:
        kept: carries the name, or ``None``.
    """

    kept = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show how, and an empty line."""
        super().__init__(context, kind="quiet", parent=parent)
        words = context.words
        self.how = Label(words("watch.page.ask.how"), parent=self)
        self.who = Field(context, words("watch.page.ask.who"), parent=self)
        self.keep = Button(context, words("watch.page.ask.keep"), parent=self)
        for name in ("how", "who", "keep"):
            getattr(self, name).setObjectName(name)
        self.body.setSpacing(context.theme.gap_px(12))
        for widget in (self.how, self.who, self.keep):
            self.body.addWidget(widget)
        self._draft = Draft(context.session, "watch.ask.who", self.who, self)
        self.keep.clicked.connect(self._on_keep)

    def _on_keep(self) -> None:
        self._draft.clear()
        self.kept.emit(kept(self.who.text))


class AnswerPanel(Card):
    """What they answered.

    Signals:
        kept: carries the answer, or ``None``.
    """

    kept = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty lines."""
        super().__init__(context, kind="quiet", parent=parent)
        words = context.words
        self.answer = TextField(context, words("watch.page.answered.what"), lines=3, parent=self)
        self.keep = Button(context, words("watch.page.answered.keep"), "primary", parent=self)
        for name in ("answer", "keep"):
            getattr(self, name).setObjectName(name)
        for widget in (self.answer, self.keep):
            self.body.addWidget(widget)
        self._draft = Draft(context.session, "watch.answer", self.answer, self)
        self.keep.clicked.connect(self._on_keep)

    def _on_keep(self) -> None:
        answer = kept(self.answer.text)
        self.answer.clear()
        self._draft.clear()
        self.kept.emit(answer)
