# SPDX-License-Identifier: MIT
"""Facts with ids, to make timelines of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.model import CaseFacts, Entry, EntryId, Exhibit, ExhibitFacts, ExhibitId, Original, Under18
from app.timeline import Told
from tests.fakes.acquisitions import acquisition

AT = datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
CASE = CaseFacts(Under18.NO, "England")


def entry(fact, number=1):
    """Return a fact as the vault would give it."""
    name = type(fact).__name__.lower()
    return Entry(EntryId(f"{name}{number}"), fact, AT, AT, 1)


def entries(*facts):
    return tuple(entry(fact, number) for number, fact in enumerate(facts, 1))


def exhibit(number, at=AT, frames=0, account=None):
    """Return a numbered exhibit, with frames a minute apart if it is a run."""
    record = acquisition(b"x").record
    one = Exhibit(
        ExhibitId(f"x{number}"), number, f"TJH/{number}", number, at, record, ExhibitFacts(account=account)
    )
    if not frames:
        return one

    taken = tuple(
        Original(
            ExhibitId(f"x{number}" if n == 1 else f"x{number}.{n}"),
            f"TJH/{number}.{n}",
            n,
            at + timedelta(minutes=n - 1),
            record,
        )
        for n in range(1, frames + 1)
    )
    return replace(one, frames=taken)


def told(**facts):
    return Told(CASE, **facts)
