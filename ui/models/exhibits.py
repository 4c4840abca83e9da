# SPDX-License-Identifier: MIT
"""The exhibits by day, the newest first, as a list that a view shows as a grid."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.model import ExhibitId, Listed, Sensitivity
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from PySide6.QtGui import QPixmap

    from app.model import Exhibit

KEPT_THUMBNAILS = 120  # seven screens full, some 28 MB
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the view asks for beside Qt's own roles."""

    EXHIBIT = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The day that stands over its exhibits; ``count`` is ``None`` until all are known."""

    day: date
    count: int | None


Row: TypeAlias = Heading | Listed


class ExhibitsModel(QAbstractListModel):
    """Headings and exhibits; thumbnails are asked for when first shown and kept for a while.

    Signals:
        thumbnails_wanted: ids that are on the screen without a picture, gathered over one turn of the loop.
    """

    thumbnails_wanted = Signal(object)

    def __init__(self, say: Callable[[Listed], str], parent: QObject | None = None) -> None:
        """Hold nothing; ``say`` gives the words a screen reader says for an exhibit."""
        super().__init__(parent)
        self._say = say
        self._rows: tuple[Row, ...] = ()
        self._places: dict[ExhibitId, int] = {}
        self._pixmaps: OrderedDict[ExhibitId, QPixmap | None] = OrderedDict()
        self._copies: dict[ExhibitId, str | None] = {}
        self._wanted: list[ExhibitId] = []

    def set_exhibits(self, exhibits: Iterable[Listed], *, are_all: bool = True) -> None:
        """Show these, sorted by the day and time they were taken, the newest first.

        Args:
            exhibits: what to show.
            are_all: whether no older ones are still to come.
        """
        self.beginResetModel()
        ordered = sorted(exhibits, key=lambda exhibit: (exhibit.acquired_at, exhibit.number), reverse=True)
        self._rows = tuple(_with_headings(ordered, are_all=are_all))
        self._places = {row.id: place for place, row in enumerate(self._rows) if isinstance(row, Listed)}
        self._drop_covered()
        self.endResetModel()

    def set_thumbnails(self, found: dict[ExhibitId, QPixmap | None]) -> None:
        """Take in thumbnails; ``None`` says that there is none."""
        for exhibit_id, pixmap in found.items():
            self._pixmaps[exhibit_id] = pixmap
            self._pixmaps.move_to_end(exhibit_id)
            place = self._places.get(exhibit_id)
            if place is not None:
                self.dataChanged.emit(self.index(place), self.index(place), [Qt.ItemDataRole.DecorationRole])
        while len(self._pixmaps) > KEPT_THUMBNAILS:
            self._pixmaps.popitem(last=False)

    def forget(self) -> None:
        """Hold nothing any more: the case was locked."""
        self.set_exhibits(())
        self._pixmaps.clear()
        self._wanted.clear()

    def exhibit_at(self, index: Index) -> Listed | None:
        """Return the exhibit of a row; ``None`` for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Listed) else None

    def index_of(self, exhibit_id: ExhibitId) -> QModelIndex:
        """Return where an exhibit stands; an invalid index if it does not."""
        place = self._places.get(exhibit_id)
        return QModelIndex() if place is None else self.index(place)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of headings and exhibits."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return row if role == Role.HEADING else None
        return self._of_exhibit(row, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        row = self._rows[index.row()] if index.isValid() else None
        if isinstance(row, Listed):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def _of_exhibit(self, exhibit: Listed, role: int) -> Any:
        """Return what a role says of an exhibit."""
        if role == Role.EXHIBIT:
            return exhibit
        if role == Qt.ItemDataRole.DisplayRole:
            return exhibit.ref
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(exhibit)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(exhibit)
        return None

    def _thumbnail(self, exhibit: Listed) -> QPixmap | None:
        """Return the picture if it is here; ask for it otherwise. A covered exhibit has none."""
        if is_covered(exhibit):
            return None
        if exhibit.id in self._pixmaps:
            return self._pixmaps[exhibit.id]
        self._pixmaps[exhibit.id] = None  # asked for, once
        if not self._wanted:
            QTimer.singleShot(0, self._ask)
        self._wanted.append(exhibit.id)
        return None

    def _ask(self) -> None:
        """Ask for everything that was missed in this turn."""
        wanted, self._wanted = tuple(self._wanted), []
        if wanted:
            self.thumbnails_wanted.emit(wanted)

    def _drop_covered(self) -> None:
        """Let go of thumbnails of exhibits that are covered now or gone, or of which other parts are."""
        shown = [row for row in self._rows if isinstance(row, Listed)]
        before, self._copies = self._copies, {row.id: row.copy for row in shown}
        for exhibit_id in tuple(self._pixmaps):
            place = self._places.get(exhibit_id)
            row = None if place is None else self._rows[place]
            is_other = before.get(exhibit_id) != self._copies.get(exhibit_id)
            if not isinstance(row, Listed) or is_covered(row) or is_other:
                del self._pixmaps[exhibit_id]


def is_covered(exhibit: Exhibit | Listed) -> bool:
    """Whether the picture is shown only when asked for."""
    return exhibit.facts.sensitivity is not Sensitivity.NONE


def _with_headings(ordered: list[Listed], *, are_all: bool) -> Iterable[Row]:
    """Put each day over its exhibits."""
    for day, of_day in groupby(ordered, key=lambda exhibit: exhibit.taken_at.date()):
        exhibits = tuple(of_day)
        yield Heading(day, len(exhibits) if are_all else None)
        yield from exhibits
