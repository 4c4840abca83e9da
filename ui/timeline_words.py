# SPDX-License-Identifier: MIT
"""The lines of the timeline as the window says them: to the person, in their clock."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from app.model import Precision
from app.money import in_short
from app.timeline import Length, LineKind, Method, Platform, Sum, neighbours
from app.typed import zone_of
from ui.legible import clipped, legible
from ui.moments import heading_day, hour, second, short_day

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from app.timeline import Filling, TimelineLine
    from ui.context import Context

# What the switches above the list let through.
GROUPS: dict[str, frozenset[LineKind]] = {
    "money": frozenset({LineKind.PAYMENT}),
    "said": frozenset({LineKind.THREAT, LineKind.DEMAND, LineKind.DEADLINE}),
    "calls": frozenset({LineKind.CALL}),
    "people": frozenset({LineKind.ACCOUNT, LineKind.CONTACT}),
    "reports": frozenset({LineKind.REPORT, LineKind.PLACE}),
    "captures": frozenset({LineKind.CAPTURE}),
    "own": frozenset({LineKind.EVENT, LineKind.STOPPED}),
}
OWN = "own"
# The page on which what a line tells of is kept.
PAGES = {
    LineKind.PAYMENT: "payments",
    LineKind.THREAT: "said",
    LineKind.DEMAND: "said",
    LineKind.DEADLINE: "said",
    LineKind.CALL: "said",
    LineKind.ACCOUNT: "people",
    LineKind.CONTACT: "people",
    LineKind.PLACE: "watch",
    LineKind.REPORT: "watch",
    LineKind.STOPPED: "facts",
}
MINUTE, HOUR, DAY = 60, 3600, 86_400


def is_in(line: TimelineLine, group: str) -> bool:
    """Whether a switch lets a line through; what the person added is theirs, whatever it tells of."""
    return line.kind in GROUPS[group] or (group == OWN and line.event is not None)


class TimelineWords:
    """Says lines in the language of the window."""

    def __init__(self, context: Context) -> None:
        """Know the zone the person is in."""
        self._context = context
        self._words = context.words
        self._language = context.settings.language
        self.zone = zone_of(context.clock.now())

    def local(self, at: datetime) -> datetime:
        """Return the moment by the person's clock."""
        return at.astimezone(self.zone)

    def day(self, day: date) -> str:
        """Return what stands over a day; with the year if it is not this one."""
        this_year = self.local(self._context.clock.now().utc).year
        said = heading_day(day, self._language)
        return said if day.year == this_year else f"{said} {day.year}"

    def what(self, line: TimelineLine) -> str:
        """Return what happened."""
        return self._words(f"when.line.{line.key}", **{name: self._filled(v) for name, v in line.fields})

    def time(self, line: TimelineLine) -> str:
        """Return the time by the person's clock, no more exactly than it is known."""
        if line.precision is Precision.DAY:
            return self._words("when.time.day")
        said = self._span(line, utc=False)
        if line.precision is Precision.HOUR:
            return self._words("when.time.hour", time=said)
        return self._words("when.time.about", time=said) if line.is_about else said

    def utc(self, line: TimelineLine) -> str:
        """Return the same in UTC; empty where the two clocks agree, or only the day is known."""
        if line.precision is Precision.DAY or not self.local(line.at).utcoffset():
            return ""
        return self._words("when.time.utc", time=self._span(line, utc=True))

    def mark(self, line: TimelineLine) -> str:
        """Return whether it is seen or remembered."""
        return self._words(f"when.{line.certainty.value}")

    def where(self, line: TimelineLine) -> str:
        """Return the pictures that show it."""
        if line.key == "capture.several":
            runs = neighbours(line.refs)
            return ", ".join(first if first == last else self._run(first, last) for first, last in runs)
        return legible(", ".join(line.refs))

    def _run(self, first: str, last: str) -> str:
        return self._words("when.refs", first=first, last=last.rpartition("/")[2])

    def spoken(self, line: TimelineLine) -> str:
        """Return the whole line as a screen reader says it."""
        parts = (
            self.day(self.local(line.at).date()), self.time(line), self.utc(line), self.what(line),
            self.mark(line), self.where(line),
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def length(self, length: timedelta) -> str:
        """Return how long something took, in its largest one or two parts."""
        seconds = round(length.total_seconds())
        for large, small, unit, rest in ((DAY, HOUR, "days", "hours"), (HOUR, MINUTE, "hours", "minutes")):
            if seconds >= large:
                return self._parts(seconds // large, seconds % large // small, unit, rest)
        return self._parts(seconds // MINUTE, seconds % MINUTE, "minutes", "seconds")

    def _parts(self, large: int, small: int, unit: str, rest: str) -> str:
        found = [self._count(unit, large)] if large else []
        if small or not found:
            found.append(self._count(rest, small))
        return " ".join(found)

    def _count(self, unit: str, n: int) -> str:
        return self._words(f"when.length.{unit}", n=n)

    def _span(self, line: TimelineLine, *, utc: bool) -> str:
        """Return the time, or both ends of it; an end on another day says which."""
        say = second if line.precision is Precision.SECOND and line.until is None else hour
        first = line.at.astimezone(UTC) if utc else self.local(line.at)
        start = say(first, self._language)
        if line.until is None:
            return start
        last = line.until.astimezone(UTC) if utc else self.local(line.until)
        end = hour(last, self._language)
        if first.date() != last.date():
            end = f"{short_day(last.date(), self._language)} {end}"
        return start if start == end else self._words("when.time.to", first=start, last=end)

    def _filled(self, value: Filling) -> str | int:
        """Return what stands in a field."""
        match value:
            case Sum(minor, currency):
                return self._words("when.sum") if minor is None else in_short(minor, currency)
            case Length(seconds):
                return self._parts(seconds // MINUTE, seconds % MINUTE, "minutes", "seconds")
            case Method(key):
                return self._context.ways_to_pay.find(key).name
            case Platform(key):
                return legible(self._context.catalogue.name_of(key))
            case str():
                shown, left = clipped(value)
                return legible(shown) + (" \u2026" if left else "")
        return value
