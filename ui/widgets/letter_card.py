# SPDX-License-Identifier: MIT
"""A letter about one payment: all of it to read, to copy, to save and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copy_blank import SELECTABLE, WholeText
from ui.widgets.label import Label
from ui.widgets.rows import flow_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.report.wording.filled import FilledLetter
    from ui.context import Context


class LetterCard(Card):
    """Shows one letter at a time.

    Signals:
        copy_wanted: carries the text.
        save_wanted: it is wanted as a file.
        print_wanted: it is wanted on paper.
    """

    copy_wanted = Signal(str)
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, " ", title_role="h2", padding_px=24, parent=parent)
        words = context.words
        self.letter: FilledLetter | None = None
        self.note = Label(words("wording.letter.note"), "body", parent=self)
        self.copy = Button(context, words("wording.copy.all"), icon="copy", parent=self)
        self.save = Button(context, words("wording.letter.save"), icon="save", parent=self)
        self.print = Button(context, words("wording.letter.print"), icon="printer", parent=self)
        self.buttons = flow_of([self.copy, self.save, self.print], context.theme.gap_px(12), self)
        self.sheet = Card(context, kind="well", parent=self)
        self.text = WholeText(context, "", "body", lines=True, parent=self.sheet)
        self.text.setTextInteractionFlags(SELECTABLE)
        self.sheet.body.addWidget(self.text)
        for name in ("note", "buttons", "sheet"):
            self.body.addWidget(getattr(self, name))
        for name in ("note", "copy", "save", "print", "buttons", "sheet", "text"):
            getattr(self, name).setObjectName(name)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self._words = words
        self.hide()

    def show_letter(self, letter: FilledLetter) -> None:
        """Show a letter in place of the one before."""
        self.letter = letter
        self.copy.set_words(self._words("wording.copy.all"))
        self.title.set_words(self._words("wording.letter.title", name=letter.letter.name, n=letter.number))
        self.text.set_words(letter.text)
        self.show()

    def clear(self) -> None:
        """Hold nothing of a locked case."""
        self.letter = None
        self.text.set_words("")
        self.hide()

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.text.words)
        self.copy.set_words(self._words("wording.copied"))
