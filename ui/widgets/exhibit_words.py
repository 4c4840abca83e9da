# SPDX-License-Identifier: MIT
"""What an exhibit shows, in the words of the person; kept as typed until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import TextField
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.model import Exhibit, ExhibitId
    from ui.context import Context


class ExhibitWordsCard(Card):
    """Two lines and Save.

    Signals:
        shows_written: Save was pressed; carries the words.
    """

    shows_written = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show empty lines."""
        super().__init__(context, parent=parent)
        words = context.words
        self._context = context
        self._exhibit_id: ExhibitId | None = None
        self._draft: Draft | None = None
        self.field = TextField(context, words("exhibit.page.shows"), lines=2, parent=self)
        self.field.setObjectName("field")
        self.save_button = Button(context, words("exhibit.page.save"), "primary", parent=self)
        self.save_button.setObjectName("save_button")
        self.hint = Label(words("exhibit.page.shows.hint"), "small", parent=self)
        self.hint.setObjectName("hint")
        row = QHBoxLayout()
        row.setSpacing(context.theme.gap_px(10))
        row.addWidget(self.field, 1)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.hint)
        self.save_button.clicked.connect(self._on_save)
        self.field.changed.connect(lambda _: self.hint.set_words(words("exhibit.page.shows.hint")))

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Show its words, or what was typed and not saved yet."""
        if exhibit.id == self._exhibit_id:
            return
        if self._draft is not None:
            self._draft.flush()
            self._draft.setParent(None)
            self._draft.deleteLater()
        self._exhibit_id = exhibit.id
        self.field.edit.blockSignals(True)  # the old draft must not take the new words for its own
        self.field.set_text(exhibit.facts.shows or "")
        self.field.edit.blockSignals(False)
        self._draft = Draft(self._context.session, f"exhibit.{exhibit.id}.shows", self.field, self)

    def say_saved(self) -> None:
        """Say that it is kept, and forget the draft."""
        if self._draft is not None:
            self._draft.clear()
        self.hint.set_words(self._context.words("exhibit.page.saved"))

    def _on_save(self) -> None:
        self.shows_written.emit(self.field.text.strip())
