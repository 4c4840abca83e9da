# SPDX-License-Identifier: MIT
"""The acts of the custody log as the window says them: to the person, in plain words, in their clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.custody.acts import MADE
from ui.legible import brief
from ui.moments import heading_day, hour

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.custody.acts import Act
    from app.model import Copy
    from ui.context import Context

# The page on which what a record tells of is kept, by the first word of its type.
PAGES = {
    "account": "people",
    "offender": "people",
    "contact": "people",
    "payment": "payments",
    "demand": "said",
    "call": "said",
    "event": "timeline",
    "place": "watch",
    "report": "watch",
    "case": "facts",
}
LENGTHS = ((86_400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds"))
AT_LEAST = 2  # of a unit: 119 minutes say more than an hour
COUNTED = MADE | {"acquisition.run"}  # several acts stand on one line


class ActWords:
    """Says acts in the language of the window."""

    def __init__(self, context: Context) -> None:
        """Know no copies yet."""
        self._context = context
        self._words = context.words
        self._language = context.settings.language
        self.copies: Mapping[str, Copy] = {}

    def local(self, act: Act) -> datetime:
        """Return when it was, by the clock on the wall there and then."""
        try:
            return act.at.astimezone(ZoneInfo(act.zone))
        except (ZoneInfoNotFoundError, ValueError):
            return act.at

    def day(self, day: date) -> str:
        """Return what stands over a day; with the year if it is not this one."""
        said = heading_day(day, self._language)
        return said if day.year == self._context.clock.now().utc.year else f"{said} {day.year}"

    def time(self, act: Act) -> str:
        """Return hour and minute."""
        return hour(self.local(act), self._language)

    def what(self, act: Act) -> str:
        """Return what was done."""
        length = self._length(act.n) if act.what.startswith("clock.jump") else ""
        to = self._handed_to(act)
        n = act.count if act.what in COUNTED else act.n
        return self._words(self._key(act), ref=act.ref, n=n, length=length, to=to)

    def by(self, act: Act) -> str:
        """Return who did it, where it was not the person."""
        return self._words("happened.row.helper") if act.is_helper else ""

    def number(self, act: Act) -> str:
        """Return the place in the log."""
        if act.seq == act.last:
            return self._words("happened.row.number", n=act.seq)
        return self._words("happened.row.numbers", first=act.seq, last=act.last)

    def where(self, act: Act) -> str:
        """Return what a press on it does; empty where it leads nowhere."""
        if act.exhibit:
            return self._words("happened.row.open", ref=act.ref)
        return self._words("happened.row.see") if self.leads_to(act) else ""

    def leads_to(self, act: Act) -> tuple[str, str | None] | None:
        """Return page and detail that show what it was about."""
        if act.exhibit:
            return "exhibit", act.exhibit
        page = PAGES.get(act.what.partition(".")[0])
        return (page, None) if page else None

    def spoken(self, act: Act) -> str:
        """Return the whole line as a screen reader says it."""
        said = self._words(
            "happened.row.spoken",
            what=self.what(act),
            by=self.by(act),
            time=self.time(act),
            number=self.number(act),
        )
        return " ".join(f"{said} {self.where(act)}".split())

    def _key(self, act: Act) -> str:
        """Return the key of its words: the closest there is."""
        key, copy = f"happened.act.{act.what}", self.copies.get(act.obj or "")
        if act.what == "handover":
            return f"{key}.to" if self._handed_to(act) else key
        for more in (copy.kind.value if copy else "", _closer(act)):
            if more and self._words.has(f"{key}.{more}"):
                return f"{key}.{more}"
        return key if self._words.has(key) else "happened.act.other"

    def _handed_to(self, act: Act) -> str:
        """Return who took a copy, in the person's words."""
        copy = self.copies.get(act.obj or "") if act.what == "handover" else None
        return brief(copy.handed_to) if copy and copy.handed_to else ""

    def _length(self, seconds: int) -> str:
        """Return how long, in its largest unit."""
        for size, unit in LENGTHS:
            if seconds >= AT_LEAST * size:
                return self._words(f"happened.length.{unit}", n=seconds // size)
        return self._words("happened.length.seconds", n=seconds)


def _closer(act: Act) -> str:
    """Return what is added to a key where a picture has no number, or nobody knows how many there were."""
    if act.what == "acquisition.create":
        return "" if act.ref else "alone"
    return "some" if act.n == 0 else ""
