# SPDX-License-Identifier: MIT
"""What happens when one calls, and what they will ask: a card each, as it is in this country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.sentences import placed, placed_rows
from ui.widgets.card import Card
from ui.widgets.help_list import empty
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.context import Context

EXTRAS = ("note", "who")


class HelpCalls(QWidget):
    """Cards beside each other, under each other in a narrow window."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context = context
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_sections(
        self, sections: tuple[str, ...], known: Mapping[str, str | None], *, is_narrow: bool
    ) -> None:
        """Show these sections of the words, with the numbers that hold here."""
        empty(self._column)
        columns = Columns(self._context, parent=self)
        self.cards = [self._card(section, known) for section in sections]
        for card in self.cards:
            columns.add(card, top=True)
        columns.set_narrow(is_narrow)
        self._column.addWidget(columns)

    def _card(self, section: str, known: Mapping[str, str | None]) -> Card:
        words = self._context.words
        card = Card(self._context, placed(words(f"{section}.title"), known), parent=self)
        card.body.setSpacing(self._context.theme.gap_px(10))
        for number, row in enumerate(placed_rows(words.rows(section), known), start=1):
            card.body.addWidget(NumberedRow(self._context, number, row, parent=card))
        said = (words(f"{section}.{extra}") for extra in EXTRAS if words.has(f"{section}.{extra}"))
        for extra in placed_rows(said, known):
            card.body.addWidget(Label(extra, "small", parent=card))
        return card
