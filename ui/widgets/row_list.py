# SPDX-License-Identifier: MIT
"""Rows of a list in a card, the first of them at once and the rest when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

AT_ONCE = 25  # a row with long words takes 40 ms to lay out


class Maker(Protocol):
    """Makes a row when it is to be shown."""

    def __call__(self, *, is_last: bool, parent: QWidget) -> QFrame:
        """Return the row."""


class RowList(Card):
    """Hidden while there is none."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show no row yet."""
        super().__init__(context, padding_px=24, parent=parent)
        self._context = context
        self._makers: tuple[Maker, ...] = ()
        self._is_narrow = False
        self.rows: list[QFrame] = []
        self.more = Button(context, "", "quiet", parent=self)
        self.more.setObjectName("more")
        self.more.hide()
        self.body.setSpacing(0)
        self.body.addWidget(self.more)
        self.more.clicked.connect(lambda: self._show(len(self.rows) + AT_ONCE))
        self.hide()

    def show_rows(self, makers: Sequence[Maker]) -> None:
        """Show these in the place of the ones before; as many as were asked for then are shown again."""
        count = max(AT_ONCE, len(self.rows))
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        self._makers = tuple(makers)
        self._show(count)
        self.setVisible(bool(makers))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Rows that are made later bend as those that are there."""
        self._is_narrow = narrow

    def _show(self, count: int) -> None:
        for place in range(len(self.rows), min(count, len(self._makers))):
            row = self._makers[place](is_last=place == len(self._makers) - 1, parent=self)
            if self._is_narrow:
                _bend(row)
            self.rows.append(row)
            self.body.insertWidget(self.body.count() - 1, row)
            row.show()
        left = len(self._makers) - len(self.rows)
        self.more.set_words(self._context.words("watch.list.more", n=left))
        self.more.setVisible(left > 0)


def _bend(row: QFrame) -> None:
    for child in row.findChildren(QWidget):
        bend = getattr(child, "set_narrow", None)
        if bend is not None:
            bend(True)
