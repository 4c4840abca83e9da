# SPDX-License-Identifier: MIT
"""What is to be looked at today: places, and reports that wait for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.model import Place, ReportMade

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.clock import Moment
    from app.model import Entry

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Due:
    """One place or report whose day has come.

    Attributes:
        entry: the place or the report.
        on: the day that was set.
    """

    entry: Entry[Place] | Entry[ReportMade]
    on: date


def local_day(now: Moment) -> date:
    """Return the day it is where the person is."""
    return datetime.fromisoformat(now.local).date()


def look_on(fact: Place | ReportMade) -> date | None:
    """Return the day that is set for it; ``None`` if nobody needs to look."""
    if fact.is_closed:
        return None
    return fact.next_look_on if isinstance(fact, Place) else fact.next_check_on


def due(places: Iterable[Entry[Place]], reports: Iterable[Entry[ReportMade]], today: date) -> tuple[Due, ...]:
    """Return what is to be looked at today, the longest waiting first; a day that has passed still counts."""
    entries: tuple[Entry[Place] | Entry[ReportMade], ...] = (*places, *reports)
    days = ((entry, look_on(entry.fact)) for entry in entries)
    found = (Due(entry, day) for entry, day in days if day is not None and day <= today)
    return tuple(sorted(found, key=lambda each: each.on))


def in_a_week(today: date) -> date:
    """Return the day to look again unless the person sets another."""
    return today + timedelta(days=WEEK_DAYS)
