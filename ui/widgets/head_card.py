# SPDX-License-Identifier: MIT
"""The head of the list as it is now: how many acts, that they follow from each other, and the fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.custody.checkpoint import check_words
from app.hashing import grouped
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Columns, Flow, column_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.custody.acts import Acts
    from ui.context import Context

SHORT_DIGITS = 16  # Source: evidence.md, section 5: the short fingerprint in the header of every page


class HeadCard(Card):
    """Says nothing until the list was read. Signals: ``check_asked``: every picture is to be checked.

    Attributes:
        links: the row of what can be done; more may be added at its end.
    """

    check_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, parent=parent)
        words, gap_px = context.words, context.theme.gap_px(4)
        self._words = words
        self.follows = Verdict(context, parent=self)
        self.fingerprint = Label("", "mono", wraps=False, parent=self)
        self.fingerprint.setObjectName("fingerprint")
        self.check_words = Label("", "mono", parent=self)
        self.check_words.setObjectName("check_words")
        self.check = Button(context, words("happened.head.check"), icon="check", parent=self)
        self.check.setObjectName("check")
        self.check.clicked.connect(self.check_asked)
        values = Columns(context, gap_px=24, parent=self)
        for key, value, stretch in (("fingerprint", self.fingerprint, 0), ("words", self.check_words, 1)):
            name = Label(words(f"happened.head.{key}"), "small", parent=self)
            values.add(column_of((name, value), gap_px, self), stretch, top=True)
        self.body.addWidget(self.follows)
        self.body.addWidget(values)
        self.body.addWidget(Label(words("happened.head.note"), "hint", parent=self))
        row = QWidget(self)
        self.links = Flow(row, gap_px=context.theme.gap_px(12))
        self.links.addWidget(self.check)
        self.body.addWidget(row)
        self.hide()

    def show_head(self, acts: Acts) -> None:
        """Say how long the list is, and what it comes to."""
        n = len(acts.acts)
        counted = self._words("happened.head.count", n=n, records=acts.size)
        self.follows.say("good", counted, self._words("happened.head.follows"))
        self.fingerprint.set_words(" ".join(grouped(acts.root[:SHORT_DIGITS])))
        self.check_words.set_words(" ".join(check_words(acts.root)))
        self.show()

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self.fingerprint.set_words("")
        self.check_words.set_words("")
        self.hide()
