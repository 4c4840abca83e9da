# SPDX-License-Identifier: MIT
"""What the case holds of an offer already, and what a press writes. Nothing is written without one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.capture.geometry import touch
from app.model import Account, Demand, Event, Fact, Payment, Place, Provenance
from app.search.becoming import (
    Chosen,
    added,
    fact_of,
    holds_more,
    may_be_added,
    numbers_of,
    platform_of,
    without,
)
from app.search.offer import PHONE, Becomes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.identify.platforms import Catalogue
    from app.model import Entry
    from app.search.becoming import Made, Where
    from app.search.offer import Offer

F = TypeVar("F", bound=Fact)
TYPES: dict[Becomes, type[Made]] = {
    Becomes.PAYMENT: Payment,
    Becomes.DEMAND: Demand,
    Becomes.ACCOUNT: Account,
    Becomes.OWN: Account,
    Becomes.PLACE: Place,
    Becomes.EVENT: Event,
}


_ACCOUNTS = {Becomes.ACCOUNT, Becomes.OWN}


class Keeper(Protocol):
    """The vault, as far as an offer needs it."""

    def entries(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of a kind."""

    def withdrawn(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of a kind that was taken back."""

    def history(self, entry_id: str) -> tuple[Fact, ...]:
        """Return every revision of an entry, the first first."""

    def add(self, fact: F) -> Entry[F]:
        """Return the new entry."""

    def revise(self, entry_id: str, fact: F) -> Entry[F]:
        """Return the entry with its new revision."""

    def withdraw(self, entry_id: str) -> Entry[Fact]:
        """Return the entry, taken back."""

    def restore(self, entry_id: str) -> Entry[Fact]:
        """Return the entry that was taken back and counts again."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the case holds that an offer may become."""

    held: dict[Becomes, tuple[Entry[Made], ...]]
    payments: tuple[Entry[Payment], ...] = ()

    def of(self, becomes: Becomes) -> tuple[Entry[Made], ...]:
        """Return the entries of one kind."""
        return self.held.get(becomes, ())


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that says what an offer says; ``is_from_here``: it was read in this picture."""

    becomes: Becomes
    entry: Entry[Made]
    is_from_here: bool


@dataclass(frozen=True, slots=True)
class OfferState:
    """An offer and what the case knows of it.

    Attributes:
        kept: the entries that say it.
        open: what it may still become.
        payments: payments that lack its number, the newest first.
    """

    offer: Offer
    kept: tuple[Kept, ...]
    open: tuple[Becomes, ...]
    payments: tuple[Entry[Payment], ...]


def facts_in(vault: Keeper) -> Facts:
    """Return what the case holds now."""
    held = {becomes: vault.entries(kind) for becomes, kind in TYPES.items()}
    return Facts(held, vault.entries(Payment))


def states(offers: Sequence[Offer], facts: Facts, where: Where) -> tuple[OfferState, ...]:
    """Return each offer with what is kept of it."""
    return tuple(_state(offer, facts, where) for offer in offers)


def keep(vault: Keeper, chosen: Chosen, where: Where, catalogue: Catalogue, now: datetime) -> Entry[Made]:
    """Return the entry that an offer became: a new one, or the one that was taken back before.

    Raises:
        BadInput: a day whose date is not certain.
    """
    fact = fact_of(chosen, where, catalogue, now)
    before = next((one for one in vault.withdrawn(type(fact)) if _untimed(one.fact) == _untimed(fact)), None)
    if before is None:
        return vault.add(fact)
    vault.restore(before.id)
    return before


def add_to(vault: Keeper, chosen: Chosen, where: Where, entry: Entry[Payment]) -> Entry[Payment]:
    """Return the payment with the number of an offer in it.

    Raises:
        BadInput: no such entry.
    """
    return vault.revise(entry.id, added(chosen, where, entry.fact))


def take_back(vault: Keeper, chosen: Chosen, kept: Kept) -> None:
    """What a press wrote counts no more; a payment that says more only loses the number.

    Raises:
        BadInput: no such entry, or taken back before.
    """
    fact = kept.entry.fact
    if isinstance(fact, Payment) and (holds_more(chosen, fact) or not _began_with(vault, chosen, kept)):
        vault.revise(kept.entry.id, without(chosen, fact))
    else:
        vault.withdraw(kept.entry.id)


def _began_with(vault: Keeper, chosen: Chosen, kept: Kept) -> bool:
    """Whether the payment was made of the offer, and not added to."""
    first = vault.history(kept.entry.id)[0]
    return all(getattr(first, field) for field in numbers_of(chosen))


def _state(offer: Offer, facts: Facts, where: Where) -> OfferState:
    found = [
        Kept(becomes, entry, is_from_here=_is_from(entry.fact, where))
        for becomes in offer.may_become
        for entry in facts.of(becomes)
        if _is_side(entry.fact, becomes) and _says(entry.fact, offer, where)
    ]
    kept = tuple({one.becomes: one for one in sorted(found, key=lambda one: one.is_from_here)}.values())
    done = {one.becomes for one in kept}
    if done & _ACCOUNTS:
        done |= _ACCOUNTS  # nobody's account is theirs and the person's own
    is_open = Becomes.PAYMENT in offer.may_become and Becomes.PAYMENT not in done
    lacking = [entry for entry in facts.payments if is_open and may_be_added(offer, entry.fact)]
    return OfferState(
        offer, kept, tuple(one for one in offer.may_become if one not in done), tuple(reversed(lacking))
    )


def _is_side(fact: Made, becomes: Becomes) -> bool:
    """Whether an account is on the side that is asked for; all else has none."""
    return not isinstance(fact, Account) or fact.is_own == (becomes is Becomes.OWN)


def _says(fact: Made, offer: Offer, where: Where) -> bool:
    """Whether a fact says what an offer says."""
    if isinstance(fact, Payment):
        return _is_payment(fact, offer, where)
    if isinstance(fact, Demand):
        is_here = fact.exhibit in {where.exhibit, where.original}
        is_there = fact.rect is not None and touch(fact.rect, offer.message.rect)
        return is_here and (is_there or _are_alike(fact.words, offer.message.words))
    if isinstance(fact, Account):
        return _is_account(fact, offer, where)
    if isinstance(fact, Place):
        return fact.url is not None and _bare_url(fact.url) == _bare_url(offer.value)
    return fact.exhibit == where.original and fact.what == offer.message.words


def _is_payment(payment: Payment, offer: Offer, where: Where) -> bool:
    """Whether a payment has the number of the offer, or its sum in the same picture."""
    numbers = numbers_of(Chosen(offer, Becomes.PAYMENT))
    if numbers:
        return all(_signs(getattr(payment, field)) == _signs(value) for field, value in numbers.items())
    same = offer.amount and (payment.amount_minor, payment.currency) == (
        offer.amount.minor,
        offer.amount.currency,
    )
    return bool(same) and (where.exhibit in payment.exhibits or _is_from(payment, where))


def _is_account(account: Account, offer: Offer, where: Where) -> bool:
    """Whether an account has this identifier; a telephone number is the same in every app."""
    read = account.seen_in is not None and account.seen_in.exhibit == where.original
    values = {account.stable_id, account.read_as if read else None} - {None}
    same = any(_signs(value) == _signs(offer.value) for value in values)
    return same and (
        offer.kind == PHONE or account.platform == (platform_of(offer, where) or account.platform)
    )


def _is_from(fact: Made, where: Where) -> bool:
    """Whether a fact was read in this picture, so that it may be taken back beside it."""
    if isinstance(fact, Account) and fact.provenance is not Provenance.READ:
        return False
    if isinstance(fact, Payment | Account):
        return fact.seen_in is not None and fact.seen_in.exhibit == where.original
    if isinstance(fact, Place):
        return where.exhibit in fact.exhibits and not fact.looks and fact.takedown is None
    return fact.exhibit == where.original and (not isinstance(fact, Demand) or fact.rect is not None)


def _untimed(fact: Fact) -> Fact:
    """Return a fact without when it was noted."""
    return replace(fact, recorded_at=None) if isinstance(fact, Account) else fact


def _signs(text: str | None) -> str:
    """Return a number without what stands between its parts."""
    return re.sub(r"[\s().-]", "", text or "").casefold()


def _bare_url(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", url.strip().casefold())


def _are_alike(one: str, two: str) -> bool:
    """Whether one of two texts stands in the other."""
    first, second = (" ".join(text.casefold().split()) for text in (one, two))
    return bool(first and second) and (first in second or second in first)
