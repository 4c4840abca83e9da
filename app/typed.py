# SPDX-License-Identifier: MIT
"""Times, sums and ages as people type them. What cannot be understood is said so, never guessed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.clock import datetime_zone
from app.errors import BadInput
from app.money import MINOR_DIGITS, code_of

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from app.clock import Moment

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
OLDEST_AGE = 120
LONGEST = 80  # characters of a time or a sum; what is longer is neither, and is not looked through
MOST_DIGITS = 30
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})  # controls, marks of direction, halves of characters
_TIME = re.compile(r"(?:^|[\sT,])(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap]m)?$", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?(?:,?\s+(\d{4}))?")
_AMOUNT = re.compile(r"([^\d\s.,+-]*)\s*(\d(?:[\d.,' ]*\d)?)\s*([^\d\s.,+-]*\.?)")
_GROUPED = re.compile(r"\d{1,3}(?:([,. '])\d{3})(?:\1\d{3})*")  # thousands, as any country sets them apart


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in the currency's smallest unit."""

    minor: int
    currency: str


def read_moment(text: str, now: Moment) -> datetime:
    """Return the aware UTC time of a typed day and time, such as ``23 Nov 21:40`` or ``tomorrow 6pm``.

    The day comes before the month. Without a year it is the one that lies nearest to now.

    Raises:
        BadInput: it has no time, or cannot be understood.
    """
    typed = " ".join(_seen(text).split())
    found = _TIME.search(typed)
    if found is None:
        raise BadInput("no time of day")
    zone = zone_of(now)
    today = now.utc.astimezone(zone).date()
    day = _day(typed[: found.start()].strip(" ,").casefold(), today)
    hour, minute = _hour(found)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput("no such time") from error


def read_day(text: str, now: Moment) -> date:
    """Return a typed day, such as ``27 Nov`` or ``tomorrow``; without a year the one that lies nearest.

    Raises:
        BadInput: it cannot be understood.
    """
    typed = " ".join(text.split()).strip(" ,").casefold()
    if not typed:
        raise BadInput("no day")
    return _day(typed, now.utc.astimezone(zone_of(now)).date())


def read_amount(text: str) -> Amount:
    """Return a typed sum, such as ``£200``, ``1,250.50 euro`` or ``0.002 BTC``; a bare number is pounds.

    Raises:
        BadInput: it is no sum, or of a currency we cannot count.
    """
    found = _AMOUNT.fullmatch(" ".join(_seen(text).split()))
    if found is None or (found[1].strip() and found[3].strip()):
        raise BadInput("no sum of money")
    currency = code_of((found[1] or found[3]).strip() or "£")
    if currency is None:
        raise BadInput("no currency we know")
    whole, rest = _split(found[2], MINOR_DIGITS[currency])
    return Amount(int(whole + rest.ljust(MINOR_DIGITS[currency], "0")), currency)


def is_below_nothing(text: str) -> bool:
    """Whether a sum is typed with a minus before it."""
    return bool(re.match(r"\s*[^\d\s]{0,4}\s*[-\u2212\u2013]\s*[^\d\s]{0,4}\s*\d", text[:LONGEST]))


def has_unseen(text: str) -> bool:
    """Whether there are characters in it that nobody can see, such as those that turn the direction round."""
    return any(unicodedata.category(letter) in UNSEEN for letter in text if letter not in "\n\t")


def kept(text: str) -> str | None:
    """Return what is kept of a typed text: all but its edges, and no half characters; None if nothing."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.strip() or None


def read_age(text: str) -> int:
    """Return a typed age in years.

    Raises:
        BadInput: it is no age.
    """
    typed = text.strip()
    if not typed.isdecimal() or len(typed) > MOST_DIGITS or int(typed) > OLDEST_AGE:
        raise BadInput("no age")
    return int(typed)


def _seen(text: str) -> str:
    """Return what can be seen of a short text.

    Raises:
        BadInput: it is too long for a time or a sum.
    """
    if len(text) > LONGEST:
        raise BadInput("too long")
    return "".join(letter for letter in text if unicodedata.category(letter) not in UNSEEN)


def _split(number: str, digits: int) -> tuple[str, str]:
    """Return what stands before and after the point of a number; ``12,50`` is a point as well.

    Raises:
        BadInput: it is no number, or has more digits after the point than its currency.
    """
    whole, rest = number, ""
    found = re.fullmatch(r"(.*)([.,])(\d+)", number)
    if found and not (_GROUPED.fullmatch(number) and (found[2] == "," or not digits)):
        whole, rest = found[1], found[3]
    if not (whole.isdecimal() or (_GROUPED.fullmatch(whole) and not (found and rest and found[2] in whole))):
        raise BadInput("no number")
    if len(rest) > digits or len(number) > MOST_DIGITS:
        raise BadInput("more digits than the currency has")
    return re.sub(r"\D", "", whole), rest


def zone_of(now: Moment) -> tzinfo:
    """Return the zone the person is in."""
    try:
        return ZoneInfo(now.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime_zone(now.offset_minutes)


def _hour(found: re.Match[str]) -> tuple[int, int]:
    """Return hour and minute; ``6`` alone is no time, ``6pm`` and ``6:00`` are."""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if not half and found[2] is None:
        raise BadInput("no time of day")
    if half and not 1 <= hour <= 12:
        raise BadInput("no such time")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, minute


def _day(typed: str, today: date) -> date:
    """Return the day that is typed before the time."""
    near = {"": 0, "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    if typed in near:
        return today + timedelta(days=near[typed])
    if found := _ISO.fullmatch(typed):
        return _date(today, int(found[3]), int(found[2]), found[1])
    if found := _NUMERIC.fullmatch(typed):
        return _date(today, int(found[1]), int(found[2]), found[3])
    if (found := _NAMED.fullmatch(re.sub(r"^[a-z]+,?\s+(?=\d)", "", typed))) and found[2] in MONTHS:
        return _date(today, int(found[1]), MONTHS.index(found[2]) + 1, found[3])
    raise BadInput("no day")


def _date(today: date, day: int, month: int, year: str | None) -> date:
    """Return a date; without a year the one nearest to today."""
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year + n for n in (-1, 0, 1)]
    try:
        return min((today.replace(each, month, day) for each in years), key=lambda each: abs(each - today))
    except ValueError as error:
        raise BadInput("no such day") from error
