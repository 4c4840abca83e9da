# SPDX-License-Identifier: MIT
"""From the lines of a picture to what is offered beside it. Nothing is kept here, and nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from app.identify.checksums import Checked
from app.identify.extract import masked, with_doubts
from app.identify.lookalikes import alternatives
from app.identify.values import Doubt, Kind
from app.model import Rect
from app.search.merging import merged
from app.search.offer import DESTINATIONS, DIGITS_ONLY, HANDLE, HASH, Message, Offer, OfferKind
from app.search.spots import going_on_in, hidden, spots_after, spots_in, wrapped_in
from app.search.standing import Page, joined
from app.search.told import as_label, asks_for, way_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clock import Moment
    from app.identify.extract import Seen
    from app.identify.platforms import Catalogue
    from app.search.spots import Spot
    from app.search.values import ReadText

T = TypeVar("T")

MOST_TEXTS = 2_000  # lines of one picture that are looked at
MOST_WRAPPED = 4  # lines over which one value goes
EARLIER, LATER = 0.3, 0.1  # of the height of a line. Source: words of the demo's chat, where they are drawn
_MAY_BE_NUMBER = re.compile(r"[0-9@$]")
_BEGINS_WITH_NUMBER = re.compile(r"\W{0,2}[0-9]")
_ONLY_NUMBER = re.compile(r"\s*[0-9](?:[ -]{0,2}[0-9]){6,18}\s*[.!]?")
_GOES_ON = re.compile(r"(?:[0-9A-Za-z|\u00d7]{4,}|\+[0-9 ]{1,9})$")
_DIGITS, _HEX = frozenset("0123456789"), frozenset("0123456789abcdefABCDEFxX")
_NEVER = "|"  # in no identifier; it is only read for one of the others


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines under one another as one text, with the place at which each begins."""

    places: tuple[int, ...]
    starts: tuple[int, ...]
    text: str
    doubts: tuple[Doubt, ...]


def offers(
    texts: Sequence[ReadText], catalogue: Catalogue, *, taken: Moment | None = None
) -> tuple[Offer, ...]:
    """Return what a picture offers, each thing once: what proves itself first, then what has its label.

    Args:
        texts: the lines of one picture.
        catalogue: the platforms whose identifiers are looked for.
        taken: when the picture was taken, by which dates without a year are read.
    """
    return merged(_Looking(Page(texts[:MOST_TEXTS]), catalogue, taken).found())


class _Looking:
    """One picture while it is looked through."""

    def __init__(self, page: Page, catalogue: Catalogue, taken: Moment | None) -> None:
        self._page = page
        self._catalogue = catalogue
        self._taken = taken
        self._spots = [self._in_line(place) for place in range(len(page.texts))]

    def found(self) -> list[Offer]:
        """Return everything that is seen, in the order of the lines."""
        places = range(len(self._page.texts))
        wrapped = [one for place in places for one in (*self._over_lines(place), *self._in_message(place))]
        taken = {one for stretch, spot in wrapped for one in _covered(stretch, spot)}
        found = [
            self._offer(self._stretch((place,)), spot)
            for place, spots in enumerate(self._spots)
            for spot in spots
            if taken.isdisjoint((place, at) for at in range(spot.start, spot.end))
        ]
        return [*found, *(self._offer(stretch, spot) for stretch, spot in wrapped)]

    def _in_line(self, place: int) -> tuple[Spot, ...]:
        """Return what stands in one line, with the words where its label would be."""
        text, message = self._page.texts[place].text, self._page.message(place)
        if not _MAY_BE_NUMBER.search(text):
            return spots_in(text, "", self._catalogue, self._taken)
        words = list(self._page.words_near(place))
        if _ONLY_NUMBER.fullmatch(text):
            words += self._page.words_before(place)
        near = " ".join(map(as_label, words))
        if place == message[0] or not _BEGINS_WITH_NUMBER.match(text):
            return spots_in(text, near, self._catalogue, self._taken)
        before = self._page.texts[message[message.index(place) - 1]].text
        return spots_after(before, text, near, self._catalogue, self._taken)

    def _over_lines(self, place: int) -> list[tuple[_Stretch, Spot]]:
        """Return what begins in this line and ends in a later one."""
        if not _GOES_ON.search(self._page.texts[place].text):
            return []
        places = [place]
        while len(places) < MOST_WRAPPED and (below := self._page.under(places[-1])) is not None:
            places.append(below)
        first = len(self._page.texts[place].text)
        for count in range(2, len(places) + 1):
            stretch = self._stretch(tuple(places[:count]))
            found = wrapped_in(stretch.text, first, self._catalogue)
            if found:
                return [(stretch, one) for one in found]
        return []

    def _in_message(self, place: int) -> list[tuple[_Stretch, Spot]]:
        """Return the words of the message beginning in this line that go on in another of its lines."""
        places = self._page.message(place)
        if len(places) < 2 or places[0] != place:
            return []
        stretch = self._stretch(places)
        ends = [start - 1 for start in stretch.starts[1:]]
        return [(stretch, one) for one in going_on_in(stretch.text, ends, self._taken)]

    def _stretch(self, places: tuple[int, ...]) -> _Stretch:
        """Return these lines as one text, a space where a line ends."""
        lines = [self._page.texts[place] for place in places]
        starts = [sum(len(line.text) + 1 for line in lines[:at]) for at in range(len(lines))]
        doubts = tuple(
            Doubt(start + one.index, one.options)
            for start, line in zip(starts, lines, strict=True)
            for one in line.unsure
        )
        return _Stretch(places, tuple(starts), " ".join(line.text for line in lines), doubts)

    def _offer(self, stretch: _Stretch, spot: Spot) -> Offer:
        """Return the spot as an offer, in its place in the picture."""
        offer = Offer(
            kind=spot.kind,
            value=spot.value,
            shown=spot.shown,
            rect=self._rect(stretch, spot),
            message=self._message(stretch),
            permille=min(self._page.texts[place].permille for place in stretch.places),
            doubts=_doubts(stretch, spot) if spot.seen is None else (),
            amount=spot.amount,
            at=spot.at,
            precision=spot.precision,
        )
        return offer if spot.seen is None else _as_seen(offer, with_doubts(spot.seen, stretch.doubts))

    def _rect(self, stretch: _Stretch, spot: Spot) -> Rect:
        """Return where a spot stands, in the line or over the lines."""
        parts = []
        for place, start in zip(stretch.places, stretch.starts, strict=True):
            line = self._page.texts[place]
            first, end = max(spot.start - start, 0), min(spot.end - start, len(line.text))
            if first < end:
                parts.append(_whole(line.part(first, end), line.rect))
        return joined(parts)

    def _message(self, stretch: _Stretch) -> Message:
        """Return the words round a spot, with the only sum, place and time in them."""
        texts = self._page.texts
        places = {one for place in stretch.places for one in self._page.message(place)}
        ordered = sorted(places, key=lambda place: (texts[place].rect.y, place))
        spots = [spot for place in ordered for spot in self._spots[place]]
        goals = [spot for spot in spots if spot.kind in DESTINATIONS]
        words = " ".join(hidden(texts[place].text, self._spots[place]) for place in ordered)
        way = way_in(words)
        is_asking = any(spot.amount for spot in spots) or bool(goals) or asks_for(words)
        return Message(
            words=words,
            rect=joined([texts[place].rect for place in ordered]),
            amount=_only({spot.amount for spot in spots if spot.amount}),
            pay_to=_only({spot.value for spot in goals}),
            pay_by=way[0] if way else None,
            method=way[1] if way else None,
            is_asking=is_asking,
            deadline_at=_only({spot.at for spot in spots if spot.kind == OfferKind.DEADLINE and spot.at}),
        )


def _whole(part: Rect, line: Rect) -> Rect:
    """Return where characters stand, whole: a reading says a little late where one begins."""
    left = max(line.x, part.x - round(part.height * EARLIER))
    right = min(line.x + line.width, part.x + part.width + round(part.height * LATER))
    return Rect(left, part.y, max(1, right - left), part.height)


def _as_seen(offer: Offer, seen: Seen) -> Offer:
    """Return an offer with what is known of a number or name that was seen."""
    return replace(
        offer,
        value=seen.value,
        shown=masked(seen.value) if seen.is_secret else seen.value,
        platform=seen.platform,
        doubts=() if seen.is_secret else _shown_doubts(seen),
        label=seen.label,
        sum=seen.sum,
        has_checksum=seen.has_checksum,
        is_secret=seen.is_secret,
    )


def _covered(stretch: _Stretch, spot: Spot) -> set[tuple[int, int]]:
    """Return each line and place in it on which a spot stands."""
    return {
        (place, at - start)
        for place, start in zip(stretch.places, stretch.starts, strict=True)
        for at in range(max(spot.start, start), spot.end)
    }


def _doubts(stretch: _Stretch, spot: Spot) -> tuple[Doubt, ...]:
    """Return the doubts of the reading in a link, and in sums and days those about a digit."""
    inside = (one for one in stretch.doubts if spot.start <= one.index < spot.end)
    moved = [Doubt(one.index - spot.start, one.options) for one in inside]
    if spot.kind == OfferKind.LINK:
        return _with_options(moved, None)
    return _with_options([one for one in moved if spot.shown[one.index].isdecimal()], _DIGITS)


def _shown_doubts(seen: Seen) -> tuple[Doubt, ...]:
    """Return what is to be looked at twice: nothing of what proves itself, and no letter in a number."""
    if seen.has_checksum:
        return ()
    doubts: tuple[Doubt, ...] = seen.doubts
    is_number = seen.kind in DIGITS_ONLY or seen.value.lstrip("+").isdecimal()
    if not is_number and seen.kind in {Kind.IDENTIFIER, HANDLE, *Checked} - {Checked.IBAN}:
        doubts = alternatives(seen.value, doubts)
    may = _DIGITS if is_number else _HEX if seen.kind in {HASH, Checked.ETHEREUM} else None
    return _with_options(doubts, may)


def _with_options(doubts: Sequence[Doubt], may: frozenset[str] | None) -> tuple[Doubt, ...]:
    """Return the doubts without what cannot be meant, and without those that are none then."""
    found = []
    for one in doubts:
        signs = tuple(sign for sign in one.options if sign != _NEVER and (may is None or sign in may))
        if signs and (len(signs) > 1 or signs[0] != one.options[0]):
            found.append(Doubt(one.index, signs))
    return tuple(found)


def _only(values: set[T]) -> T | None:
    return next(iter(values)) if len(values) == 1 else None
