# SPDX-License-Identifier: MIT
"""After the first picture: a few short questions, which can be left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class AskCard(Card):
    """Hidden until there is a picture and nothing was answered.

    Signals:
        answered: the person wants to answer now.
        put_off: not now.
    """

    answered = Signal()
    put_off = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(context, kind="soft", padding_px=16, parent=parent)
        words = context.words
        self.said = Label(words("steps.page.answers.title"), "strong", parent=self)
        self.note = Label(words("steps.page.answers.note"), "small_ink", parent=self)
        self.go = Button(context, words("steps.page.answers.go"), parent=self)
        self.later = Button(context, words("steps.page.skip"), "quiet", parent=self)
        for name in ("said", "note", "go", "later"):
            getattr(self, name).setObjectName(name)
        line = Columns(context, parent=self)
        line.add(column_of((self.said, self.note), 0, self))
        for button in (self.go, self.later):
            line.add(button, 0)
        self.body.addWidget(line)
        self.go.clicked.connect(self.answered)
        self.later.clicked.connect(self.put_off)
        self.hide()
