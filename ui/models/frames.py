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
    IS_MARKED = Qt.ItemDataRole.UserRole + 3


class FramesModel(QAbstractListModel):
    """Asks for small pictures when they are first shown; a covered run has none.

    Marked are the pictures of which parts are covered, unless it is told which are.

    Signals:
        thumbnails_wanted: ids of originals, gathered over one turn of the loop.
    """

    thumbnails_wanted = Signal(object)

    def __init__(self, words: Words, parent: QObject | None = None, *, has_joined: bool = True) -> None:
        """Hold nothing; without ``has_joined`` the long picture is left out."""
        super().__init__(parent)
        self._words = words
        self._has_joined = has_joined
        self._marked: frozenset[ExhibitId] = frozenset()
        self._parts: tuple[Part, ...] = ()
        self._joined: tuple[DerivativeRecord, ...] = ()
        self._before_gap: frozenset[int] = frozenset()
        self._is_covered = False
        self._pixmaps: dict[ExhibitId, QPixmap | None] = {}
        self._wanted: list[ExhibitId] = []

    def set_exhibit(self, exhibit: Exhibit | None) -> None:
        """Show the pictures of this run; ``None``: none."""
        self.beginResetModel()
        before = {part.id: part.redacted for part in self._parts if isinstance(part, Original)}
        self._joined = () if exhibit is None or not self._has_joined else _newest_joined(exhibit)
        frames = () if exhibit is None else exhibit.frames
        self._parts = (*self._joined, *frames)
        self._marked = frozenset(one.id for one in frames if one.redacted is not None)
        run = None if exhibit is None else exhibit.run
        self._before_gap = frozenset(gap.first for gap in run.open_gaps) if run else frozenset()
        self._is_covered = exhibit is None or is_covered(exhibit)
        kept = {one.id for one in frames if before.get(one.id, one.redacted) == one.redacted}
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

    def set_marked(self, marked: frozenset[ExhibitId]) -> None:
        """These are marked now, whatever the case says."""
        if marked != self._marked:
            self._marked = marked
            self.dataChanged.emit(self.index(0), self.index(len(self._parts) - 1), [FrameRole.IS_MARKED])

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
        if role == FrameRole.IS_MARKED:
            return isinstance(part, Original) and part.id in self._marked
        return self._said(index.row(), self.number_at(index), role)

    def _said(self, row: int, number: int, role: int) -> str | bool | None:
        """Return what a role says of the picture of this number; 0 is a long one."""
        if role == FrameRole.IS_BEFORE_GAP:
            return number in self._before_gap
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number) if number else self._joined_words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, number)
        return None

    def _spoken(self, row: int, number: int) -> str:
        if not number:
            return self._joined_words(row)
        is_marked = self.index(row).data(FrameRole.IS_MARKED)
        return self._words("redact.frame.covered" if is_marked else "conversation.run.picture", n=number)

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
    """Return the parts of the long picture that was made last; none if it shows what is covered now."""
    made: list[DerivativeRecord] = []
    is_old = False
    for one in exhibit.derivatives:
        if one.kind is DerivativeKind.JOINED_PICTURE:
            made = [one] if is_old else [*made, one]
        is_old = one.kind is not DerivativeKind.JOINED_PICTURE
    return () if is_old or not all(map(exhibit.may_be_shown, made)) else tuple(made)
