# SPDX-License-Identifier: MIT
"""The facts of a case with the numbers and refs that every page calls them by, in place of ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import ExhibitId
from app.report.dossier import (
    ConcernedContact,
    NumberedAccount,
    NumberedPayment,
    PlatformFacts,
    QuotedDemand,
    TimedCall,
    WatchedPlace,
)
from app.timeline import payments_in_order
from app.timeline.facts import Refs
from app.timeline.told import undated_last

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.identify.platforms import Catalogue
    from app.model import Account, Entry, EntryId, Exhibit, Offender, Purged
    from app.timeline import Told


class Crossed:
    """What the person told, each thing knowing what the others are called."""

    def __init__(
        self,
        told: Told,
        offenders: Sequence[Entry[Offender]],
        catalogue: Catalogue,
        shown: Sequence[Exhibit],
        purged: Sequence[Purged] = (),
    ) -> None:
        """Number the accounts; ``shown`` are the exhibits with a page, ``purged`` those that are gone."""
        self._told = told
        self._catalogue = catalogue
        self._labels = {entry.id: entry.fact.label for entry in offenders}
        self._kept = [exhibit for exhibit in told.exhibits if exhibit.withdrawn_at is None]
        self._refs = Refs.of(told.exhibits)
        self._gone = {one.id: one.ref for gone in purged for one in gone.originals}
        self._gone |= {ExhibitId(gone.id): gone.ref for gone in purged if gone.ref}
        self._pictures = {one.id: one for exhibit in shown for one in exhibit.originals}
        self.accounts = self._numbered(is_own=False)
        self.own_accounts = self._numbered(is_own=True)
        self._by_id = {entry.id: entry for entry in self.accounts}

    def payments(self) -> tuple[NumberedPayment, ...]:
        """Return the payments numbered by date, those without one last."""
        return tuple(
            NumberedPayment(
                number,
                entry.fact,
                self._account(entry.fact.account),
                self._ref(entry.fact.seen_in.exhibit if entry.fact.seen_in else None),
                self._shown_in(entry.fact.exhibits),
            )
            for number, entry in enumerate(payments_in_order(self._told.payments), 1)
        )

    def demands(self) -> tuple[QuotedDemand, ...]:
        """Return their words in order of time."""
        names = {entry.id: entry.fact.name for entry in self._told.contacts}
        ordered = sorted(self._told.demands, key=lambda entry: undated_last(entry.fact.at))
        return tuple(
            QuotedDemand(
                entry.fact,
                self._account(entry.fact.account),
                self._ref(entry.fact.exhibit),
                tuple(names[contact] for contact in entry.fact.contacts if contact in names),
                self._pictures.get(entry.fact.exhibit) if entry.fact.exhibit else None,
            )
            for entry in ordered
        )

    def calls(self) -> tuple[TimedCall, ...]:
        """Return the calls in order of time."""
        ordered = sorted(self._told.calls, key=lambda entry: undated_last(entry.fact.started_at))
        return tuple(
            TimedCall(entry.fact, self._account(entry.fact.account), self._ref(entry.fact.exhibit))
            for entry in ordered
        )

    def contacts(self) -> tuple[ConcernedContact, ...]:
        """Return who else is concerned, in the order in which the person named them."""
        return tuple(
            ConcernedContact(
                replace(entry.fact, platform=self._name_of(entry.fact.platform)),
                self._shown_in(entry.fact.exhibits),
            )
            for entry in self._told.contacts
        )

    def places(self) -> tuple[WatchedPlace, ...]:
        """Return the places, in the order in which the person named them."""
        return tuple(
            WatchedPlace(entry.fact, self._shown_in(entry.fact.exhibits)) for entry in self._told.places
        )

    def _numbered(self, *, is_own: bool) -> tuple[NumberedAccount, ...]:
        """Return the accounts of one side, numbered from 1."""
        side = [entry for entry in self._told.accounts if entry.fact.is_own is is_own]
        return tuple(
            NumberedAccount(
                number,
                entry.id,
                self._named(entry.fact),
                platform_facts(self._catalogue, entry.fact.platform),
                self._refs_of(entry),
                self._labels.get(entry.fact.offender) if entry.fact.offender else None,
                self._joined(entry.fact, side),
            )
            for number, entry in enumerate(side, 1)
        )

    def _joined(self, account: Account, side: Sequence[Entry[Account]]) -> tuple[int, ...]:
        """Return the numbers of the accounts with the same person behind them, if there are several."""
        if account.offender not in self._labels:
            return ()
        same = tuple(
            number for number, entry in enumerate(side, 1) if entry.fact.offender == account.offender
        )
        return same if len(same) > 1 else ()

    def _refs_of(self, entry: Entry[Account]) -> tuple[str, ...]:
        """Return the exhibits of an account; a frame stands for its run."""
        named = set(entry.fact.exhibits)
        there = (
            exhibit.ref
            for exhibit in self._kept
            if exhibit.facts.account == entry.id or any(one.id in named for one in exhibit.originals)
        )
        return (*there, *dict.fromkeys(self._gone[one] for one in entry.fact.exhibits if one in self._gone))

    def _named(self, account: Account) -> Account:
        """Return the account with the name of the platform it moved from."""
        return replace(account, moved_from=self._name_of(account.moved_from))

    def _name_of(self, platform: str | None) -> str | None:
        """Return the name of a platform; what is not in the catalogue as it is."""
        return self._catalogue.name_of(platform) if platform else platform

    def _account(self, entry_id: EntryId | None) -> NumberedAccount | None:
        """Return the account used against the person, if it is one."""
        return self._by_id.get(entry_id) if entry_id else None

    def _ref(self, exhibit: ExhibitId | None) -> str | None:
        """Return what an exhibit or frame is called."""
        return self._refs.by_id.get(exhibit, self._gone.get(exhibit)) if exhibit else None

    def _shown_in(self, exhibits: tuple[ExhibitId, ...]) -> tuple[str, ...]:
        """Return what the exhibits are called that are in the case."""
        return tuple(dict.fromkeys(ref for one in exhibits if (ref := self._ref(one))))


def platform_facts(catalogue: Catalogue, key: str) -> PlatformFacts:
    """Return what the report says of a platform, its sentences with their fields still open."""
    return PlatformFacts(
        key=key,
        name=catalogue.name_of(key),
        provider=catalogue.provider_of(key),
        preservation=catalogue.preservation(key, "{id}", "{from}", "{to}"),
        shown_as=catalogue.shown_id(key, "{id}"),
    )
