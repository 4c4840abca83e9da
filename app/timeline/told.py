# SPDX-License-Identifier: MIT
"""What a timeline is made from: the facts of a case as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.model import Account, Call, Contact, Demand, Event, Fact, Payment, Place, ReportMade

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.model import CaseFacts, Entry, EntryId, Exhibit, Listed

F = TypeVar("F", bound=Fact)


class Reading(Protocol):
    """What can be read of a case; a vault and its readers fit."""

    def case(self) -> Entry[CaseFacts]:
        """Return the facts of the case."""
        ...

    def entries(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of this kind."""
        ...

    def listed(self) -> tuple[Listed, ...]:
        """Return every exhibit, as lists show it."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one case; what was taken back is not among them."""

    case: CaseFacts
    events: tuple[Entry[Event], ...] = ()
    payments: tuple[Entry[Payment], ...] = ()
    demands: tuple[Entry[Demand], ...] = ()
    calls: tuple[Entry[Call], ...] = ()
    accounts: tuple[Entry[Account], ...] = ()
    contacts: tuple[Entry[Contact], ...] = ()
    places: tuple[Entry[Place], ...] = ()
    reports: tuple[Entry[ReportMade], ...] = ()
    exhibits: tuple[Exhibit | Listed, ...] = ()
    case_id: EntryId | None = None


def told_in(reading: Reading) -> Told:
    """Return everything that a timeline can tell of."""
    case = reading.case()
    return Told(
        case.fact,
        reading.entries(Event),
        reading.entries(Payment),
        reading.entries(Demand),
        reading.entries(Call),
        reading.entries(Account),
        reading.entries(Contact),
        reading.entries(Place),
        reading.entries(ReportMade),
        reading.listed(),
        case.id,
    )


def payments_in_order(entries: Iterable[Entry[Payment]]) -> list[Entry[Payment]]:
    """Return the payments in the order in which they are numbered: by time, those without one last."""
    return sorted(entries, key=lambda entry: undated_last(entry.fact.paid_at))


def undated_last(at: datetime | None) -> tuple[bool, float]:
    """Return a key that sorts by time, with what has none at the end."""
    return at is None, at.timestamp() if at else 0.0
