# SPDX-License-Identifier: MIT
"""What a search found, one exhibit a row, as a list that a view shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.search.own_words import OwnWords, widened
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QPixmap

    from app.model import Account, Entry, ExhibitId, Listed
    from app.search.values import Hit, Match, ReadingState

Index: TypeAlias = QModelIndex | QPersistentModelIndex
FIND = Qt.ItemDataRole.UserRole + 1


class Order(IntEnum):
    """Which of the finds stands first."""

    BEST = 0
    NEWEST = 1


@dataclass(frozen=True, slots=True)
class Find:
    """An exhibit in which something was found: in its pictures, or else in what was said of it.

    Attributes:
        what: what was searched for, as typed.
        hits: the lines of its pictures, the best first.
        own: the words of the person, where no picture holds it.
        account: who is in it, if the person said so.
    """

    exhibit: Listed
    what: str
    hits: tuple[Hit, ...] = ()
    own: OwnWords | None = None
    account: Account | None = None

    @property
    def line(self) -> str:
        """The words to show."""
        return self.own.text if self.own is not None else self.hits[0].line.text

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Which characters of the line were found: from, and first after."""
        return self.own.marks if self.own is not None else self.hits[0].marks

    @property
    def is_exact(self) -> bool:
        """Whether it stands there as it was typed."""
        return self.own is not None or self.hits[0].is_exact


@dataclass(frozen=True, slots=True)
class Finds:
    """What one search found, the best first, and how much of the pictures it could look at.

    Attributes:
        are_all: there is no more; a search that finds too much stops at some point.
    """

    what: str
    finds: tuple[Find, ...]
    state: ReadingState
    are_all: bool = True

    def ordered(self, order: Order) -> tuple[Find, ...]:
        """Return them in this order."""
        if order is Order.BEST:
            return self.finds
        return tuple(
            sorted(self.finds, key=lambda one: (one.exhibit.acquired_at, one.exhibit.number), reverse=True)
        )


def finds_of(
    what: str,
    matches: Iterable[Match],
    own_words: Mapping[ExhibitId, OwnWords],
    exhibits: Iterable[Listed],
    accounts: Sequence[Entry[Account]],
) -> tuple[Find, ...]:
    """Return what was found: as typed in pictures, then in the person's words, then what looks alike."""
    exact: list[Find] = []
    own: list[Find] = []
    alike: list[Find] = []
    by_id = {match.exhibit: match for match in matches}
    wanted = by_id.keys() | own_words.keys()
    for exhibit in (one for one in exhibits if one.id in wanted):
        match = by_id.get(exhibit.id)
        who = _account_in(exhibit, accounts)
        hits = tuple(_widened(hit, what) for hit in match.hits) if match is not None else ()
        said = own_words.get(exhibit.id)
        if hits and hits[0].is_exact:
            exact.append(Find(exhibit, what, hits, account=who))
        elif said is not None:
            own.append(Find(exhibit, what, hits, own=said, account=who))
        elif hits:
            alike.append(Find(exhibit, what, hits, account=who))
    return (*_as_matched(exact, by_id), *reversed(own), *_as_matched(alike, by_id))


class FindsModel(QAbstractListModel):
    """One row for each exhibit; its small picture is that of the grid."""

    def __init__(
        self,
        say: Callable[[Find], str],
        picture: Callable[[Listed], QPixmap | None],
        parent: QObject | None = None,
    ) -> None:
        """Hold nothing; ``say`` gives what a screen reader says, ``picture`` the small picture, if here."""
        super().__init__(parent)
        self._say = say
        self._picture = picture
        self._finds: tuple[Find, ...] = ()

    @property
    def finds(self) -> tuple[Find, ...]:
        """What is shown, in order."""
        return self._finds

    def set_finds(self, finds: Iterable[Find]) -> None:
        """Show these."""
        shown = tuple(finds)
        if shown != self._finds:
            self.beginResetModel()
            self._finds = shown
            self.endResetModel()

    def find_at(self, index: Index) -> Find | None:
        """Return what a row shows."""
        return self._finds[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of finds."""
        return 0 if parent.isValid() else len(self._finds)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a row."""
        find = self.find_at(index)
        if find is None:
            return None
        said: dict[int, Callable[[], object]] = {
            FIND: lambda: find,
            Qt.ItemDataRole.DisplayRole: lambda: find.exhibit.ref,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._say(find),
            Qt.ItemDataRole.DecorationRole: lambda: self._picture(find.exhibit),
        }
        return said[role]() if role in said else None


def _as_matched(finds: list[Find], by_id: dict[ExhibitId, Match]) -> list[Find]:
    """Return them in the order in which the vault gave them."""
    place = {exhibit_id: at for at, exhibit_id in enumerate(by_id)}
    return sorted(finds, key=lambda one: place[one.exhibit.id])


def _widened(hit: Hit, what: str) -> Hit:
    return replace(hit, marks=widened(hit.line.text, hit.marks, what))


def _account_in(exhibit: Listed, accounts: Sequence[Entry[Account]]) -> Account | None:
    """Return the account that the person linked with this exhibit, from either side."""
    linked = (
        one.fact for one in accounts if one.id == exhibit.facts.account or exhibit.id in one.fact.exhibits
    )
    return next(linked, None)
