# SPDX-License-Identifier: MIT
"""All that was taken back, in a list that opens when it is asked for; each can be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from ui.legible import legible
from ui.removing import Fact
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class TakenList(Card):
    """Hidden while there is nothing in it; its list opens when it is asked for.

    Signals:
        undo_wanted: carries the id of an entry.
        removal_wanted: an entry is to be removed for good; carries a ``Fact``.
    """

    undo_wanted = Signal(str)
    removal_wanted = Signal(object)

    def __init__(self, context: Context, page: str, *, parent: QWidget | None = None) -> None:
        """Show nothing yet; the list stands on this page."""
        super().__init__(context, kind="quiet", parent=parent)
        self._context = context
        self._page = page
        self._count = 0
        self.is_open = False
        self.rows: list[QFrame] = []
        self.toggle = Button(context, "", "quiet", parent=self)
        self.toggle.setObjectName("toggle")
        self.body.addWidget(self.toggle)
        self.toggle.clicked.connect(self._on_toggled)
        self.hide()

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these: the id of each, and what it is called."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        last = len(entries) - 1
        self.rows = [self._row(*entry, is_last=place == last) for place, entry in enumerate(entries)]
        for row in self.rows:
            self.body.addWidget(row)
        self._count = len(entries)
        self.setVisible(bool(entries))
        self._show()

    def _row(self, entry_id: str, what: str, *, is_last: bool) -> QFrame:
        row = QFrame(self)
        row.setProperty("kind", "row")
        row.setProperty("last", is_last)
        undo = Button(self._context, self._context.words("people.back.undo"), "quiet", parent=row)
        undo.setObjectName("undo")
        undo.setAccessibleName(f"{undo.text()} {legible(what)}")
        undo.clicked.connect(lambda: self.undo_wanted.emit(entry_id))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Verbatim(self._context, what, parent=row), 1)
        line.addWidget(undo)
        remove = Button(self._context, self._context.words("remove.link.fact"), "quiet", parent=row)
        remove.setObjectName("remove")
        remove.setAccessibleName(f"{remove.text()} {legible(what)}")
        remove.clicked.connect(lambda: self.removal_wanted.emit(Fact(entry_id, what, self._page)))
        line.addWidget(remove)
        return row

    def _on_toggled(self) -> None:
        self.is_open = not self.is_open
        self._show()

    def _show(self) -> None:
        words = self._context.words
        said = words("people.back.hide") if self.is_open else words("people.back.show", n=self._count)
        self.toggle.set_words(said)
        for row in self.rows:
            row.setVisible(self.is_open)
