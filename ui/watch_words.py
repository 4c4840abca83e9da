# SPDX-License-Identifier: MIT
"""What the window says of a place or a report: what it is called, of which kind, and how things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.addresses import shown_address
from app.guide.due import local_day, look_on
from app.model import Answer, Place, ReportKind, Takedown
from app.typed import zone_of
from ui.moments import short_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.model import ReportMade
    from ui.context import Context

HASH_KINDS = frozenset({ReportKind.STOPNCII, ReportKind.REPORT_REMOVE, ReportKind.TAKE_IT_DOWN})


def name_of(fact: Place | ReportMade) -> str:
    """Return what it is called, as it can stand in a line."""
    return shown_address(fact.name if isinstance(fact, Place) else fact.to)


def kind_of(context: Context, fact: Place | ReportMade) -> str:
    """Return of which kind it is."""
    if isinstance(fact, Place):
        return context.words(f"watch.kind.{fact.kind}")
    return context.words("watch.kind.case" if fact.kind in HASH_KINDS else "watch.kind.report")


def standing(context: Context, fact: Place | ReportMade, *, has_reference: bool = True) -> str:
    """Return in one line what was done about it last; the reference of a report unless it stands beside."""
    parts = _of_place(context, fact) if isinstance(fact, Place) else _of_report(context, fact, has_reference)
    return " · ".join(parts)


def when_next(context: Context, fact: Place | ReportMade, today: date) -> str:
    """Return when it is looked at again."""
    words, day = context.words, look_on(fact)
    if day is None:
        return words("watch.row.closed") if fact.is_closed else ""
    if day <= today:
        return words("watch.row.due")
    key = "watch.row.next" if isinstance(fact, Place) else "watch.row.next.report"
    return words(key, day=short_day(day, context.settings.language))


def today(context: Context) -> date:
    """Return the day it is where the person is."""
    return local_day(context.clock.now())


def _of_place(context: Context, place: Place) -> list[str]:
    words = context.words
    said = []
    if place.takedown is not None:
        at = place.down_at if place.takedown is Takedown.DOWN else place.asked_at
        said.append(words(f"watch.takedown.state.{place.takedown}", day=_day(context, at)).strip())
    if place.looks:
        last = place.looks[-1]
        key = "watch.page.found.done" if last.found is Answer.YES else "watch.row.looked"
        said.append(words(key, day=_day(context, last.at)))
    elif not place.is_closed:
        said.append(words("watch.row.never"))
    if place.looker:
        said.append(words("watch.row.looker", name=shown_address(place.looker)))
    return said


def _of_report(context: Context, report: ReportMade, has_reference: bool) -> list[str]:  # noqa: FBT001
    words = context.words
    said = []
    if report.reference and has_reference:
        said.append(words("watch.row.reference", ref=shown_address(report.reference)))
    if report.at is not None:
        said.append(words("watch.row.told", day=_day(context, report.at)))
    if report.answer:
        said.append(shown_address(report.answer))
    return said


def _day(context: Context, at: datetime | None) -> str:
    """Return the day of a time; nothing if it is not known."""
    if at is None:
        return ""
    return short_day(at.astimezone(zone_of(context.clock.now())).date(), context.settings.language)
