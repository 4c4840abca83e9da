# SPDX-License-Identifier: MIT
"""The lines of the timeline by day, the first first, as a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.timeline import TimelineLine
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.timeline_words import TimelineWords

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class LineRole(IntEnum):
    """What the view asks for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The day that stands over its lines."""

    day: date


Row: TypeAlias = DayHeading | TimelineLine


class TimelineModel(QAbstractListModel):
    """Headings and lines."""

    def __init__(self, said: TimelineWords, parent: QObject | None = None) -> None:
        """Hold nothing; ``said`` gives the words a screen reader says."""
        super().__init__(parent)
        self._said = said
        self._rows: tuple[Row, ...] = ()

    def set_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Show these, in their order."""
        rows: list[Row] = []
        for day, of_day in groupby(lines, key=lambda line: self._said.local(line.at).date()):
            rows += [DayHeading(day), *of_day]
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def line_at(self, index: Index) -> TimelineLine | None:
        """Return the line of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, TimelineLine) else None

    def index_of(self, line: TimelineLine) -> QModelIndex:
        """Return where a line stands; an invalid index if it does not."""
        return self.index(self._rows.index(line)) if line in self._rows else QModelIndex()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view and a screen reader ask for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LineRole.ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._said.day(row.day) if isinstance(row, DayHeading) else self._said.spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.line_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
