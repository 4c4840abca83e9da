# SPDX-License-Identifier: MIT
"""What stands in one text, such as a line: numbers, names, sums of money, days and links, none on another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.identify.checksums import Sum
from app.identify.extract import Seen, in_text
from app.identify.phones import is_in_use
from app.identify.values import Kind
from app.search.amounts import amounts_in
from app.search.dates import whens_in
from app.search.links import links_in
from app.search.offer import COINS, HASH, PHONE, OfferKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.clock import Moment
    from app.identify.platforms import Catalogue
    from app.model import Precision
    from app.search.amounts import Money
    from app.search.dates import When
    from app.typed import Amount

# Source: domain.md, section 1.1: live:.cid. and sixteen hexadecimal digits.
_SKYPE_START = re.compile(r"live:\.cid\.[0-9a-f]{1,15}$")
_SKYPE_REST = re.compile(r"[0-9a-f]{1,15}(?![0-9A-Za-z])")
_WHATSAPP = "whatsapp"
_WHATSAPP_NAMED = re.compile(r"(?i)whats\s?app|wa\.me")
_COUNTRY = re.compile(r"\+[0-9](?: ?[0-9]){0,7}$")  # no whole number is so short
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
LEAST_DIGITS = 8  # of a number with its country; less is a part of one
_SKYPE, _SKYPE_LONG = "skype", len("live:.cid.") + 16


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands in a text, not yet placed in a picture.

    Attributes:
        kind: as of an offer; so are ``value`` and ``shown``, before doubts are looked at.
        start: where it begins in the text; ``end`` the first place after it.
        seen: what ``extract`` says of it, if it was seen by that.
        amount: of money; ``at`` and ``precision``: of a day or deadline.
    """

    kind: str
    value: str
    shown: str
    start: int
    end: int
    seen: Seen | None = None
    amount: Amount | None = None
    at: datetime | None = None
    precision: Precision | None = None

    @property
    def is_secret(self) -> bool:
        """Whether whoever reads it can spend it."""
        return self.seen is not None and self.seen.is_secret


def spots_in(text: str, near: str, catalogue: Catalogue, taken: Moment | None) -> tuple[Spot, ...]:
    """Return what stands in a line, in order; ``near`` are the words where a label would be.

    What proves itself goes before what has the form of money, and that before what a label makes of it.
    """
    phoned = (_as_phone(one, f"{text} {near}") for one in in_text(text, catalogue, near))
    seen = [_of_seen(one) for one in phoned if not _is_no_phone(one, text)]
    proven = [one for one in seen if one.seen and one.seen.sum is Sum.RIGHT]
    money = [_of_money(text, one) for one in amounts_in(text)]
    whens = [_of_when(text, one) for one in whens_in(text, taken)]
    links = [Spot(OfferKind.LINK, one.address, one.address, one.start, one.end) for one in links_in(text)]
    return _apart([*proven, *money, *seen, *whens, *links])


def spots_after(
    before: str, text: str, near: str, catalogue: Catalogue, taken: Moment | None
) -> tuple[Spot, ...]:
    """Return what stands in a line that goes on from another, in whose end its label may stand."""
    start = len(before) + 1
    spots = spots_in(f"{before} {text}", near, catalogue, taken)
    return tuple(_moved(spot, -start) for spot in spots if spot.start >= start)


def _moved(spot: Spot, by: int) -> Spot:
    """Return a spot with its places counted from another character."""
    seen = spot.seen
    if seen is not None:
        places = tuple(place + by for place in seen.places)
        seen = replace(seen, start=seen.start + by, end=seen.end + by, places=places)
    return replace(spot, start=spot.start + by, end=spot.end + by, seen=seen)


def wrapped_in(text: str, first: int, catalogue: Catalogue) -> tuple[Spot, ...]:
    """Return what begins in the first line of a text and ends behind it, if sum or length proves it.

    Args:
        text: lines with a space between them.
        first: where the first of them ends.
        catalogue: the platforms whose identifiers are looked for.
    """
    spots = [_of_seen(one) for one in in_text(text, catalogue) if _is_whole(one)]
    spots += [*_skype_over(text, first), *_phone_over(text, first, catalogue)]
    return tuple(one for one in spots if one.start < first < one.end)


def going_on_in(text: str, ends: Sequence[int], taken: Moment | None) -> tuple[Spot, ...]:
    """Return sums, days and deadlines in the lines of a message that go on in the next of them.

    Args:
        text: the lines with a space between them.
        ends: where each of them ends but the last.
        taken: when the picture was taken.
    """
    spots = [
        *map(partial(_of_money, text), amounts_in(text)),
        *map(partial(_of_when, text), whens_in(text, taken)),
    ]
    return tuple(one for one in _apart(spots) if any(one.start < end < one.end for end in ends))


def hidden(text: str, spots: Iterable[Spot]) -> str:
    """Return the text with every code that can be spent hidden but for its end; as long as it was."""
    for spot in spots:
        if spot.is_secret:
            text = text[: spot.start] + _hidden(text[spot.start : spot.end]) + text[spot.end :]
    return text


def _of_seen(seen: Seen) -> Spot:
    return Spot(seen.kind, seen.value, seen.value, seen.start, seen.end, seen)


def _as_phone(seen: Seen, words: str) -> Seen:
    """Return a telephone number as that of the app only where a word says so, and else as a bare number."""
    if not seen.value.startswith("+") or (seen.platform != _WHATSAPP and seen.kind != PHONE):
        return seen
    if _WHATSAPP_NAMED.search(words):
        return replace(seen, platform=_WHATSAPP, kind=Kind.IDENTIFIER)
    return replace(seen, platform=None, kind=PHONE)


def _is_no_phone(seen: Seen, text: str) -> bool:
    """Whether digits only look like a telephone number: the beginning of one, a sum, or zeros."""
    if seen.kind != PHONE:
        return False
    written = text[seen.start : seen.end]
    if not seen.value.startswith("+"):
        return _DECIMAL.fullmatch(written) is not None
    is_bare = written.startswith("00") and seen.label is None
    return len(seen.value) <= LEAST_DIGITS or (is_bare and not is_in_use(seen.value))


def _of_money(text: str, money: Money) -> Spot:
    value = f"{money.amount.minor} {money.amount.currency}"
    words = text[money.start : money.end]
    return Spot(OfferKind.MONEY, value, words, money.start, money.end, amount=money.amount)


def _of_when(text: str, when: When) -> Spot:
    words = text[when.start : when.end]
    kind = OfferKind.DEADLINE if when.is_deadline else OfferKind.DAY
    return Spot(kind, words.casefold(), words, when.start, when.end, at=when.at, precision=when.precision)


def _apart(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return those that do not stand on an earlier one, in order."""
    free: list[Spot] = []
    for spot in spots:
        if all(spot.end <= other.start or other.end <= spot.start for other in free):
            free.append(spot)
    return tuple(sorted(free, key=lambda spot: spot.start))


def _is_whole(seen: Seen) -> bool:
    """Whether its sum or its length shows that it goes over two lines."""
    return seen.sum is Sum.RIGHT or seen.kind == HASH or (seen.kind in COINS and seen.sum is Sum.WRONG)


def _skype_over(text: str, first: int) -> list[Spot]:
    """Return the Skype ID that begins at the end of the first line and has its sixteen digits in the next."""
    start, rest = _SKYPE_START.search(text[:first]), _SKYPE_REST.match(text[first + 1 :])
    if start is None or rest is None or len(start[0] + rest[0]) != _SKYPE_LONG:
        return []
    end = first + 1 + len(rest[0])
    places = (*range(start.start(), first), *range(first + 1, end))
    return [_of_seen(Seen(_SKYPE, Kind.IDENTIFIER, start[0] + rest[0], start.start(), end, places=places))]


def _phone_over(text: str, first: int, catalogue: Catalogue) -> list[Spot]:
    """Return the number whose country stands at the end of the first line: that it goes on is certain."""
    if _COUNTRY.search(text[:first]) is None:
        return []
    seen = (_as_phone(one, text) for one in in_text(text, catalogue))
    return [_of_seen(one) for one in seen if one.value.startswith("+") and one.start < first < one.end]


def _hidden(code: str) -> str:
    """Return a code with every sign but the last four hidden."""
    left = sum(sign.isalnum() for sign in code)
    shown = 4 if left > 8 else 0
    signs = []
    for sign in code:
        signs.append("\u2022" if sign.isalnum() and left > shown else sign)
        left -= sign.isalnum()
    return "".join(signs)
