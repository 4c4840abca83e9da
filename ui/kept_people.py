# SPDX-License-Identifier: MIT
"""What the page of people reads from the vault, and what it writes there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.guide.plan import is_words_only
from app.identify.people import grouped
from app.model import Account, Contact, Entry, Offender
from app.timeline.facts import Refs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from app.identify.people import Group
    from app.model import EntryId, Exhibit, ExhibitId
    from app.vault import Vault

Taken = Entry[Account] | Entry[Contact]


@dataclass(frozen=True, slots=True)
class PeopleHeld:
    """What the case holds of people.

    Attributes:
        exhibits: pictures that may show an account; none on the path without pictures.
        taken_back: accounts and people that no longer count.
        country: where the person is; a number of their own needs no country then.
    """

    accounts: tuple[Entry[Account], ...]
    offenders: tuple[Entry[Offender], ...]
    contacts: tuple[Entry[Contact], ...]
    exhibits: tuple[Exhibit, ...]
    taken_back: tuple[Taken, ...]
    country: str

    @property
    def groups(self) -> tuple[Group, ...]:
        """Their accounts by who is behind them."""
        return grouped(self.accounts, self.offenders)

    @property
    def refs(self) -> Mapping[ExhibitId, str]:
        """The number of each picture, of a conversation also of each of its frames."""
        return Refs.of(self.exhibits).by_id


def read_people(vault: Vault) -> PeopleHeld:
    """Return all of it; pictures from before an answer was changed stay set apart."""
    case = vault.case().fact
    return PeopleHeld(
        vault.entries(Account),
        vault.entries(Offender),
        vault.entries(Contact),
        () if is_words_only(case) else vault.exhibits(),
        (*vault.withdrawn(Account), *vault.withdrawn(Contact)),
        case.country,
    )


def store_contact(vault: Vault, contact: Contact, entry: Entry[Contact] | None) -> Entry[Contact]:
    """Return somebody as they are kept now: a new one, or the newest revision of an entry."""
    return vault.revise(entry.id, contact) if entry else vault.add(contact)


def join(vault: Vault, label: str, chosen: Collection[EntryId], group: Entry[Offender] | None) -> None:
    """The chosen accounts are those of one somebody: a new one, or ``group`` with the name it has now."""
    behind = vault.revise(group.id, replace(group.fact, label=label)) if group else vault.add(Offender(label))
    for entry in vault.entries(Account):
        if entry.id in chosen:
            vault.revise(entry.id, replace(entry.fact, offender=behind.id))
        elif entry.fact.offender == behind.id:
            vault.revise(entry.id, replace(entry.fact, offender=None))
    _let_go(vault)


def split(vault: Vault, parted: Collection[EntryId]) -> None:
    """These accounts are nobody's with any other; a somebody who is left without accounts is taken back."""
    for entry in vault.entries(Account):
        if entry.id in parted and entry.fact.offender is not None:
            vault.revise(entry.id, replace(entry.fact, offender=None))
    _let_go(vault)


def _let_go(vault: Vault) -> None:
    """Nobody is left of whom no account tells."""
    named = {entry.fact.offender for entry in vault.entries(Account)}
    for entry in vault.entries(Offender):
        if entry.id not in named:
            vault.withdraw(entry.id)
