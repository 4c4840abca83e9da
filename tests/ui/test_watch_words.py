# SPDX-License-Identifier: MIT
"""What is said of a place or a report is true today, and short."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Look, Place, PlaceKind, ReportKind, ReportMade, Takedown
from ui.watch_words import kind_of, name_of, standing, today, when_next

if TYPE_CHECKING:
    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
TODAY = date(2026, 11, 24)
LINK = Place(PlaceKind.LINK, "A post", url="https://x.com/1")


def test_a_place_nobody_looked_at_says_so(context: Context) -> None:
    assert standing(context, LINK) == "Not looked at yet"


def test_the_last_look_counts(context: Context) -> None:
    looks = (Look(NOW.replace(day=1), Answer.YES), Look(NOW, Answer.NO))
    place = Place(PlaceKind.ACCOUNT, "My Instagram", looks=looks, looker="Ana")
    assert standing(context, place) == "Last look 24 Nov 2026 · Ana looks"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Takedown.SENT, "Asked on 23 Nov 2026"),
        (Takedown.NO_ANSWER, "No answer yet"),
        (Takedown.DOWN, "Taken down 24 Nov 2026"),
        (Takedown.REFUSED, "They said no. See who can help."),
    ],
)
def test_how_far_a_takedown_has_come_comes_first(context: Context, state: Takedown, said: str) -> None:
    place = Place(PlaceKind.LINK, "A post", takedown=state, asked_at=NOW.replace(day=23), down_at=NOW)
    assert standing(context, place).split(" · ")[0] == said


def test_a_report_shows_its_reference_unless_it_stands_beside(context: Context) -> None:
    report = ReportMade("Instagram", "IG-1", NOW, kind=ReportKind.PLATFORM)
    assert standing(context, report) == "Reference IG-1 · Told on 24 Nov 2026"
    assert standing(context, report, has_reference=False) == "Told on 24 Nov 2026"


@pytest.mark.parametrize("kind", [ReportKind.STOPNCII, ReportKind.REPORT_REMOVE, ReportKind.TAKE_IT_DOWN])
def test_a_hash_case_is_called_one(context: Context, kind: ReportKind) -> None:
    assert kind_of(context, ReportMade("x", None, None, kind=kind)) == "A hash case"


def test_a_report_without_a_kind_is_a_report(context: Context) -> None:
    assert kind_of(context, ReportMade("x", None, None)) == "A report I made"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, ""),
        (date(2026, 11, 24), "Due today"),
        (date(2026, 11, 1), "Due today"),
        (date(2026, 11, 25), "Look on 25 Nov 2026"),
    ],
)
def test_when_it_is_looked_at_again(context: Context, day: date | None, said: str) -> None:
    assert when_next(context, Place(PlaceKind.LINK, "x", next_look_on=day), TODAY) == said


def test_what_is_closed_is_done(context: Context) -> None:
    assert when_next(context, Place(PlaceKind.LINK, "x", is_closed=True), TODAY) == "Done"


def test_a_hostile_name_cannot_disturb_the_line(context: Context) -> None:
    name = name_of(Place(PlaceKind.LINK, "\u202e" + "a" * 10_000))
    assert len(name) < 100
    assert "\u202e" not in name


def test_today_is_the_day_of_the_clock(context: Context) -> None:
    assert today(context) == TODAY
