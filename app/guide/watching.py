# SPDX-License-Identifier: MIT
"""What a look, an answer or a takedown changes about a place or a report; nothing that was noted is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Answer, Look, Place, PlaceKind, Takedown

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.model import ReportMade


def looked(
    place: Place, at: datetime, next_on: date | None, *, found: Answer, note: str | None = None
) -> Place:
    """Return the place after one more look; without a next day nobody needs to look any more."""
    looks = (*place.looks, Look(at, found, note))
    return replace(place, looks=looks, next_look_on=next_on, is_closed=next_on is None)


def found_at(url: str, at: datetime, next_on: date) -> Place:
    """Return the link under which something was found, to be watched itself."""
    return Place(
        PlaceKind.LINK, url, url=url, next_look_on=next_on, is_posted=Answer.YES, posted_at=at,
        looks=(Look(at, Answer.YES),),
    )  # fmt: skip


def gone(place: Place, at: datetime) -> Place:
    """Return the place that is gone: the day is noted, and nobody needs to look any more."""
    looks = (*place.looks, Look(at, Answer.NO))
    return replace(place, takedown=Takedown.DOWN, down_at=at, looks=looks, next_look_on=None, is_closed=True)


def takedown(place: Place, state: Takedown | None, at: datetime, asked_of: str | None) -> Place:
    """Return the place with how far the request has come; the first asking keeps its day.

    A page that came back after it was down has no such day any more.
    """
    if state is None:
        return replace(place, takedown=None, asked_of=asked_of, asked_at=None, down_at=None)
    asked_at = place.asked_at or (at if state is not Takedown.DOWN else None)
    down_at = (place.down_at or at) if state is Takedown.DOWN else None
    return replace(place, takedown=state, asked_of=asked_of, asked_at=asked_at, down_at=down_at)


def answered(report: ReportMade, answer: str | None, at: datetime, next_on: date | None) -> ReportMade:
    """Return the report with what they answered; without a next day nothing more is awaited."""
    if answer is None:
        return replace(report, next_check_on=next_on, is_closed=next_on is None)
    return replace(report, answer=answer, answered_at=at, next_check_on=next_on, is_closed=next_on is None)
