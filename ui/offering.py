# SPDX-License-Identifier: MIT
"""Reads what a picture offers beside the window, and writes what the person presses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import VaultLocked
from app.guide.plan import is_words_only
from app.model import Account
from app.search.becoming import Chosen, Where
from app.search.dates import moment_of
from app.search.keeping import Facts, add_to, facts_in, keep, states, take_back
from app.search.offering import offers
from ui.models.exhibits import is_covered

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Entry, Exhibit, ExhibitId, Payment
    from app.search.keeping import Kept, OfferState
    from app.search.offer import Becomes, Offer
    from app.search.values import ReadText
    from app.vault import Vault
    from ui.context import Context


MOST_UNREAD = 100_000  # pictures that may still be to be read; all of any case


@dataclass(frozen=True, slots=True)
class Offered:
    """What is known of a picture.

    Attributes:
        where: the picture; ``None`` where nothing may be said of it.
        states: what it offers, with what is kept of it.
        is_read: whether its words were read; if not, ``is_waiting`` says whether they will be, and ``is_on``
            whether any are.
    """

    where: Where | None = None
    states: tuple[OfferState, ...] = ()
    is_read: bool = False
    is_waiting: bool = False
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    where: Where | None
    texts: tuple[ReadText, ...] | None
    facts: Facts
    is_on: bool
    is_waiting: bool = False


class Offering(QObject):
    """One picture at a time; what it offers is looked for once, what is kept of it after every change.

    Signals:
        found: carries Offered.
        taken_back: what an offer was kept as counts no more; carries the offer.
    """

    found = Signal(object)
    taken_back = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._context = context
        self._exhibit: Exhibit | None = None
        self._original: ExhibitId | None = None
        self._offers: tuple[Offer, ...] | None = None
        self._turn = 0
        context.session.case_changed.connect(self.again)
        context.session.locked.connect(self.forget)
        context.reading_pass.changed.connect(self._on_reading)

    def look(self, exhibit: Exhibit, original: ExhibitId) -> None:
        """Look at this picture of an exhibit."""
        if original != self._original or is_covered(exhibit):
            self._offers = None
        self._exhibit, self._original = exhibit, original
        self.again()

    def forget(self) -> None:
        """Hold nothing of the picture."""
        self._turn += 1
        self._exhibit = self._original = self._offers = None
        self.found.emit(Offered())

    def again(self) -> None:
        """Ask what is kept now, and what was read if that was not known."""
        if self._exhibit is None or self._original is None or not self._context.session.is_open:
            return
        self._turn += 1
        self._run(partial(_read, self._exhibit, self._original), partial(self._on_read, self._turn))

    def keep(self, offer: Offer, becomes: Becomes, where: Where) -> None:
        """The person says that it is this."""
        catalogue, now = self._context.catalogue, self._context.clock.now().utc
        chosen = Chosen(offer, becomes)
        self._write(lambda vault: keep(vault, chosen, where, catalogue, now))

    def add(self, offer: Offer, becomes: Becomes, where: Where, entry: Entry[Payment]) -> None:
        """The person says that it is the number of a payment that is kept."""
        chosen = Chosen(offer, becomes)
        self._write(lambda vault: add_to(vault, chosen, where, entry))

    def take_back(self, offer: Offer, kept: Kept) -> None:
        """The person says that it is not what it was kept as."""
        chosen = Chosen(offer, kept.becomes)
        self._write(lambda vault: take_back(vault, chosen, kept), then=partial(self.taken_back.emit, offer))

    def _write(self, job: Callable[[Vault], object], then: Callable[[], object] = lambda: None) -> None:
        def done(_written: object) -> None:
            then()
            self._context.session.case_changed.emit()

        self._context.session.run(job, owner=self, then=done)

    def _run(self, job: Callable[[Vault], _Read], then: Callable[[_Read], object]) -> None:
        self._context.session.run(job, owner=self, then=then, otherwise=_unless_locked)

    def _on_read(self, turn: int, read: _Read) -> None:
        """Say what is known, or look for what it offers first."""
        if turn != self._turn or self._exhibit is None:
            return
        if read.where is None or read.texts is None:
            self._offers = None
            self.found.emit(Offered(read.where, is_waiting=read.is_waiting, is_on=read.is_on))
        elif self._offers is not None:
            self._tell(read, self._offers)
        else:
            taken = moment_of(self._exhibit.record.time)
            catalogue, texts = self._context.catalogue, read.texts
            self._context.background.run(
                lambda: offers(texts, catalogue, taken=taken),
                owner=self,
                then=partial(self._on_offers, turn, read),
            )

    def _on_offers(self, turn: int, read: _Read, found: tuple[Offer, ...]) -> None:
        if turn == self._turn:
            self._offers = found
            self._tell(read, found)

    def _tell(self, read: _Read, found: tuple[Offer, ...]) -> None:
        if read.where is not None:
            known = states(found, read.facts, read.where)
            self.found.emit(Offered(read.where, known, is_read=True, is_on=read.is_on))

    def _on_reading(self) -> None:
        """Look again once the picture may have been read."""
        if self._offers is None:
            self.again()


def _read(exhibit: Exhibit, original: ExhibitId, vault: Vault) -> _Read:
    """Return what was read in a picture, and what is kept; nothing of a covered one, or without pictures."""
    is_on = vault.reading_state().is_on
    is_apart = is_covered(exhibit) or exhibit.withdrawn_at is not None
    if is_apart or is_words_only(vault.case().fact):
        return _Read(None, None, Facts({}), is_on)
    accounts = {entry.id: entry.fact for entry in vault.entries(Account)}
    account = exhibit.facts.account if exhibit.facts.account in accounts else None
    platform = accounts[account].platform if account is not None else None
    where = Where(exhibit.id, original, account, platform)
    texts = vault.texts(original)
    is_waiting = texts is None and original in vault.unread(MOST_UNREAD)
    return _Read(where, texts, facts_in(vault), is_on, is_waiting)


def _unless_locked(error: BaseException) -> None:
    """A case that was locked meanwhile has nothing to offer.

    Raises:
        BaseException: every other failure.
    """
    if not isinstance(error, VaultLocked):
        raise error
