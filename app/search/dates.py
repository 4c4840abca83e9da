# SPDX-License-Identifier: MIT
"""Deadlines and days in a line. A deadline is kept in their words; it is a time only if that is certain.

"Tomorrow" counts from when they wrote it, which no picture says; so only a day with its date is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.clock import Moment
from app.errors import BadInput
from app.model import Precision
from app.search.told import words_of
from app.typed import read_moment

if TYPE_CHECKING:
    from app.model.acquisition import TimeRecord

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_NAMED = rf"(?:(?:{_NUMBER}(?: of)? {_MONTHS}|{_MONTHS} {_NUMBER})(?:,? \d{{4}})?)"
_ISO = r"(?:20\d\d-\d{2}-\d{2})"
_NUMERIC = r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:20\d\d|\d{2}))"
_DATE = rf"(?:{_NAMED}|{_ISO}|{_NUMERIC})"
_TIME = r"(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}:\d{2}(?:\s?h)?|\d{1,2} o['\u2019]?clock)"
_WORD = (
    r"(?:(?:today|to ?night|to ?morrow|tmrw|tmr)(?: (?:morning|noon|afternoon|evening|night))?|"
    r"mid ?night|noon|"
    r"(?:the )?end of (?:the |this )?(?:day|week|month)|(?:this|next) (?:week|evening|weekend|morning))"
)
_POINT = rf"(?:{_DATE}|{_TIME}|{_WORD}|{_WEEKDAY})"
_WHEN = rf"{_POINT}(?:,? (?:at |on )?{_POINT}){{0,2}}"
_LENGTH = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|eight|ten|twelve|twenty[ -]?four|forty[ -]?eight)\s?"
    r"(?:more )?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?)(?![A-Za-z])"
)
_BY = re.compile(
    rf"(?i)(?<![\w/])((?:(?:{_WORD}|{_WEEKDAY}) )?"
    rf"(?:by|until|till|til|before|no later than|not later than|latest|deadline(?: is)?:?)(?: latest)?"
    rf" (?:the )?{_WHEN})(?!\w)"
)
_HAVE = re.compile(
    r"(?i)(?<!\w)(?:(?:you|u|ya)(?:['\u2019]ve)?(?: only| just)?(?: have| got| get)?(?: got)?|"
    r"(?:i|we)(?:['\u2019]ll| will)?(?: only)? giv(?:e|ing) (?:you|u)|"
    r"within(?: the)?(?: next)?|in the next|deadline(?: is)?:?)"
    rf"(?: only| just| exactly)? ({_LENGTH}(?: left| more)?)"
)
_IN = re.compile(rf"(?i)(?<!\w)(in {_LENGTH}|after {_LENGTH})")
# A length of time by itself is also how a chat marks its messages ("3 h"); only usual deadlines count.
_WHOLE = re.compile(
    rf"(?i)\s*(?:only )?({_LENGTH}(?: left| more| only)|{_LENGTH}(?=[.!,]* (?:or|then|to) )|"
    r"(?:12|24|48|72|twenty[ -]?four|forty[ -]?eight)\s?(?:hours?|hrs?)(?=[.!]*\s*$))"
)
_DAY = re.compile(rf"(?i)(?<![\w./:-])({_DATE})(?:,?(?: at| on)? ({_TIME}))?(?![\w/-])")
_NO_WORD = re.compile(rf"(?i)\b(?:{_WEEKDAY}|mon|tue|wed|thu|fri|sat|sun|at|on|today|yesterday)\b")
_LETTERS = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class When:
    """A deadline or a day in a text, in its own words.

    Attributes:
        start: where the words begin; ``end`` the first place after them.
        is_deadline: whether it says until when; else it is a day on which something was.
        at: the time, if the words leave no doubt; ``precision`` says how exactly.
    """

    start: int
    end: int
    is_deadline: bool
    at: datetime | None = None
    precision: Precision | None = None


def whens_in(text: str, taken: Moment | None = None) -> tuple[When, ...]:
    """Return deadlines and days in a line, in order; ``taken`` is when the picture was taken."""
    found = list(_deadlines(text, taken))
    for match in _DAY.finditer(text):
        at, precision = _read(match[1], match[2], taken)
        is_free = all(match.end() <= one.start or one.end <= match.start() for one in found)
        if at is not None and is_free and not words_of("no_day").search(text) and _is_prose(text, match):
            found.append(When(match.start(), match.end(), is_deadline=False, at=at, precision=precision))
    return tuple(sorted(found, key=lambda one: one.start))


def moment_of(time: TimeRecord) -> Moment:
    """Return when a picture was taken, to read days by."""
    offset = datetime.fromisoformat(time.local).utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    return Moment(time.started_at, 0, time.boot, time.zone, minutes)


def _deadlines(text: str, taken: Moment | None) -> list[When]:
    if words_of("no_deadline").search(text):
        return []
    found: list[When] = []
    patterns = [_BY, _HAVE, *([_IN] if words_of("threat").search(text) else [])]
    for pattern in patterns:
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                at, precision = _point(match[1], taken) if pattern is _BY else (None, None)
                found.append(When(match.start(), match.end(), is_deadline=True, at=at, precision=precision))
    whole = _WHOLE.match(text)
    if whole and not found:
        found.append(When(whole.start(1), whole.end(1), is_deadline=True))
    return found


def _point(words: str, taken: Moment | None) -> tuple[datetime | None, Precision | None]:
    """Return the time that the words after "by" name; only a date with a time of day is one."""
    day, time = re.search(rf"(?i){_DATE}", words), re.search(rf"(?i){_TIME}", words)
    if day is None or time is None:
        return None, None
    if day.start() < time.end() and time.start() < day.end():
        return None, None
    return _read(day[0], time[0], taken)


def _read(day: str, time: str | None, taken: Moment | None) -> tuple[datetime | None, Precision | None]:
    """Return the time of a date, and how exact it is; None where a day could be a month."""
    if taken is None or _is_open(day):
        return None, None
    plain = re.sub(r"(?i)(?<=\d)(?:st|nd|rd|th)|\bof\b|[,]|\.(?!\d)", " ", day)
    plain = re.sub(r"(?i)^\s*([a-z]+)\s+(\d{1,2})\b", r"\2 \1", plain)
    clock = re.sub(r"(?i)[\s.]*([ap])\.?m\.?", r"\1m", time) if time else "00:00"
    clock = re.sub(r"(?i)\s?(?:h|o['\u2019]?clock)$", "", clock)
    try:
        at = read_moment(f"{' '.join(plain.split())} {clock}", taken)
    except (BadInput, OverflowError):
        return None, None
    return at, Precision.MINUTE if time else Precision.DAY


def _is_open(day: str) -> bool:
    """Whether a date in figures may be one of two days: the day first, or the month first."""
    parts = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", day)
    return parts is not None and int(parts[1]) <= 12 and int(parts[2]) <= 12 and parts[1] != parts[2]


def _is_prose(text: str, match: re.Match[str]) -> bool:
    """Whether the line says something beside the day: a day by itself is a mark between messages."""
    rest = _NO_WORD.sub(" ", f"{text[: match.start()]} {text[match.end() :]}")
    return bool(_LETTERS.search(rest))
