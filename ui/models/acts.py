# SPDX-License-Identifier: MIT
"""The acts by day, the newest first, as a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.custody.acts import Act
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.act_words import ActWords

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class ActRole(IntEnum):
    """What the view asks for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ActDay:
    """The day that stands over its acts."""

    day: date


Row: TypeAlias = ActDay | Act


class ActsModel(QAbstractListModel):
    """Days and acts."""

    def __init__(self, said: ActWords, parent: QObject | None = None) -> None:
        """Hold nothing; ``said`` gives the words a screen reader says."""
        super().__init__(parent)
        self._said = said
        self.rows: tuple[Row, ...] = ()

    def set_acts(self, acts: Sequence[Act]) -> None:
        """Show these, which are in the order they happened, the newest first."""
        rows: list[Row] = []
        for day, of_day in groupby(reversed(acts), key=lambda act: self._said.local(act).date()):
            rows += [ActDay(day), *of_day]
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def act_at(self, index: Index) -> Act | None:
        """Return the act of a row; None for a day."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Act) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view and a screen reader ask for."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ActRole.ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._said.day(row.day) if isinstance(row, ActDay) else self._said.spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.act_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
