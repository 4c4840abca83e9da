# SPDX-License-Identifier: MIT
"""The numbered rows of a section, with the numbers that hold where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.sentences import placed_rows
from ui.widgets.numbered_row import NumberedRow

if TYPE_CHECKING:
    from ui.context import Context


class PlacedRows(QWidget):
    """Keeps them right when the place changes."""

    def __init__(self, context: Context, section: str, *, parent: QWidget | None = None) -> None:
        """Show the rows of a section of the words."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context, self._section = context, section
        self.rows: list[NumberedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.gap_px(8))
        context.here.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say them as they hold here."""
        context = self._context
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        said = placed_rows(context.words.rows(self._section), context.here.fields)
        self.rows = [NumberedRow(context, n, row, parent=self) for n, row in enumerate(said, start=1)]
        for row in self.rows:
            self._column.addWidget(row)
