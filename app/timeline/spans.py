# SPDX-License-Identifier: MIT
"""How much of a timeline is looked at: all of it, a week, a day or an hour, and where nothing happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from app.timeline.lines import TimelineLine

LEAST, JUST_AFTER = timedelta(hours=1), timedelta(seconds=1)
SILENT_SHARE = 8  # a gap of an eighth of what is looked at is told


class Scale(StrEnum):
    """How much is looked at."""

    ALL = "all"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` on, up to but without ``end``; both aware UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start


def span_of(lines: Sequence[TimelineLine], scale: Scale, around: datetime, zone: tzinfo) -> Span:
    """Return the week, day or hour, by the person's clock, that has this moment in it; or all there is.

    A time at the very edge of what a calendar can hold has no week round it: all is shown then.
    """
    if scale is Scale.ALL:
        return _whole(lines, around)
    try:
        return _near(scale, around.astimezone(zone), zone)
    except OverflowError:
        return _whole(lines, around)


def within(lines: Sequence[TimelineLine], span: Span) -> tuple[TimelineLine, ...]:
    """Return the lines of which any part lies in the span."""
    return tuple(line for line in lines if line.at < span.end and (line.until or line.at) >= span.start)


def before(lines: Sequence[TimelineLine], span: Span) -> TimelineLine | None:
    """Return the last line that ended before the span."""
    earlier = [line for line in lines if (line.until or line.at) < span.start]
    return max(earlier, key=lambda line: line.until or line.at, default=None)


def after(lines: Sequence[TimelineLine], span: Span) -> TimelineLine | None:
    """Return the first line that begins after the span."""
    return min((line for line in lines if line.at >= span.end), key=lambda line: line.at, default=None)


def silences(lines: Sequence[TimelineLine], span: Span) -> tuple[Span, ...]:
    """Return the stretches between two lines in which nothing is known, if they are long for this span."""
    found: list[Span] = []
    known = None
    for line in within(lines, span):
        if known is not None and (line.at - known) * SILENT_SHARE >= span.length:
            found.append(Span(known, line.at))
        end = line.until or line.at
        known = end if known is None else max(known, end)
    return tuple(found)


def _near(scale: Scale, local: datetime, zone: tzinfo) -> Span:
    """Return the week, day or hour round a moment.

    Raises:
        OverflowError: the calendar ends before.
    """
    if scale is Scale.HOUR:
        start = local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
        return Span(start, start + timedelta(hours=1))
    days = 7 if scale is Scale.WEEK else 1
    first = local.date() - timedelta(days=local.weekday() if scale is Scale.WEEK else 0)
    return Span(_midnight(first, zone), _midnight(first + timedelta(days=days), zone))


def _whole(lines: Sequence[TimelineLine], around: datetime) -> Span:
    """Return the span of everything; an hour where there is nothing, or all is of one moment."""
    start = min((line.at for line in lines), default=around)
    end = max((line.until or line.at for line in lines), default=around)
    latest = datetime.max.replace(tzinfo=UTC)
    least = min(start, latest - LEAST) + LEAST
    return Span(start, min(max(end, least), latest - JUST_AFTER) + JUST_AFTER)


def _midnight(day: date, zone: tzinfo) -> datetime:
    """Return when a day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
