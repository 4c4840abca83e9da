# SPDX-License-Identifier: MIT
"""What is to be looked at today, in one calm line; it never stands before the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.watch_words import name_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.guide.due import Due
    from ui.context import Context

MOST_NAMES = 3


class DueCard(Card):
    """Hidden while nothing is due.

    Signals:
        opened: the person wants to look.
    """

    opened = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, kind="soft", parent=parent)
        self._words = context.words
        self.said = Label("", "strong", parent=self)
        self.names = Verbatim(context, "", "small_ink", parent=self)
        self.open = Button(context, context.words("watch.steps.open"), icon="watch", parent=self)
        for name in ("said", "names", "open"):
            getattr(self, name).setObjectName(name)
        line = Columns(context, parent=self)
        line.add(column_of((self.said, self.names), 0, self))
        line.add(self.open, 0)
        self.body.addWidget(line)
        self.open.clicked.connect(self.opened)
        self.hide()

    def show_due(self, found: tuple[Due, ...]) -> None:
        """Say how many there are, and the first of them by name."""
        self.said.set_words(self._words("watch.page.due", n=len(found)))
        names = [name_of(each.entry.fact) for each in found[:MOST_NAMES]]
        self.names.set_words(", ".join(names) + ("…" if len(found) > MOST_NAMES else ""))
        self.setVisible(bool(found))
