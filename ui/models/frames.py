# SPDX-License-Identifier: MIT
"""The pictures of one conversation in order, with the long one that was made from them first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.model import DerivativeKind, DerivativeRecord, ExhibitId, Original
from ui.models.exhibits import is_covered
from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.model import Exhibit
    from app.words import Words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Part: TypeAlias = Original | DerivativeRecord


class FrameRole(IntEnum):
    """What the view asks for beside Qt's own roles."""

    PART = Qt.ItemDataRole.UserRole + 1
    IS_BEFORE_GAP = Qt.ItemDataRole.UserRole + 2


class FramesModel(QAbstractListModel):
    """Asks for small pictures when they are first shown; a covered run has none.

    Signals:
        thumbnails_wanted: ids of originals, gathered over one turn of the loop.
    """

    thumbnails_wanted = Signal(object)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._words = words
        self._parts: tuple[Part, ...] = ()
        self._joined: tuple[DerivativeRecord, ...] = ()
        self._before_gap: frozenset[int] = frozenset()
        self._is_covered = False
        self._pixmaps: dict[ExhibitId, QPixmap | None] = {}
        self._wanted: list[ExhibitId] = []

    def set_exhibit(self, exhibit: Exhibit | None) -> None:
        """Show the pictures of this run; ``None``: none."""
        self.beginResetModel()
        self._joined = () if exhibit is None else _newest_joined(exhibit)
        self._parts = (*self._joined, *(exhibit.frames if exhibit is not None else ()))
        run = None if exhibit is None else exhibit.run
        self._before_gap = frozenset(gap.first for gap in run.open_gaps) if run else frozenset()
        self._is_covered = exhibit is None or is_covered(exhibit)
        kept = {part.id for part in self._parts if isinstance(part, Original)}
        self._pixmaps = {
            key: found for key, found in self._pixmaps.items() if key in kept and not self._is_covered
        }
        self._wanted.clear()
        self.endResetModel()

    def set_thumbnails(self, found: dict[ExhibitId, QPixmap | None]) -> None:
        """Take in small pictures; ``None`` says that there is none."""
        places = {part.id: at for at, part in enumerate(self._parts) if isinstance(part, Original)}
        for key in found.keys() & places.keys():
            self._pixmaps[key] = found[key]
            at = self.index(places[key])
            self.dataChanged.emit(at, at, [Qt.ItemDataRole.DecorationRole])

    def part_at(self, index: Index) -> Part | None:
        """Return the picture of a row."""
        return self._parts[index.row()] if index.isValid() else None

    def index_of(self, original_id: ExhibitId) -> QModelIndex:
        """Return where a picture stands; an invalid index if it does not."""
        places = [
            at for at, part in enumerate(self._parts) if isinstance(part, Original) and part.id == original_id
        ]
        return self.index(places[0]) if places else QModelIndex()

    def number_at(self, index: Index) -> int:
        """Return the number of a picture from 1; 0 for the long one."""
        return max(0, index.row() - len(self._joined) + 1)

    def first_frame(self) -> QModelIndex:
        """Return where the first picture stands."""
        return self.index(len(self._joined)) if self._parts else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._parts)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a picture."""
        part = self.part_at(index)
        if part is None:
            return None
        if role == FrameRole.PART:
            return part
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(part) if isinstance(part, Original) else None
        return self._said(index.row(), self.number_at(index), role)

    def _said(self, row: int, number: int, role: int) -> str | bool | None:
        """Return what a role says of the picture of this number; 0 is a long one."""
        if role == FrameRole.IS_BEFORE_GAP:
            return number in self._before_gap
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number) if number else self._joined_words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words("conversation.run.picture", n=number) if number else self._joined_words(row)
        return None

    def _joined_words(self, row: int) -> str:
        if len(self._joined) == 1:
            return self._words("conversation.run.joined")
        return self._words("conversation.run.joined.part", n=row + 1, all=len(self._joined))

    def _thumbnail(self, part: Original) -> QPixmap | None:
        if self._is_covered:
            return None
        if part.id not in self._pixmaps:
            self._pixmaps[part.id] = None  # asked for, once
            if not self._wanted:
                QTimer.singleShot(0, self._ask)
            self._wanted.append(part.id)
        return self._pixmaps[part.id]

    def _ask(self) -> None:
        wanted, self._wanted = tuple(self._wanted), []
        if wanted:
            self.thumbnails_wanted.emit(wanted)


def _newest_joined(exhibit: Exhibit) -> tuple[DerivativeRecord, ...]:
    """Return the parts of the long picture that was made with the newest record."""
    made: list[DerivativeRecord] = []
    for one in exhibit.derivatives:
        if one.kind is DerivativeKind.RUN_RECORD:
            made.clear()
        elif one.kind is DerivativeKind.JOINED_PICTURE:
            made.append(one)
    return tuple(made)
