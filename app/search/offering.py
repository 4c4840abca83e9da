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
from app.search.merging import merged
from app.search.offer import DESTINATIONS, DIGITS_ONLY, HANDLE, HASH, Message, Offer, OfferKind
from app.search.spots import hidden, spots_in, wrapped_in
from app.search.standing import Page, joined
from app.search.told import way_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clock import Moment
    from app.identify.extract import Seen
    from app.identify.platforms import Catalogue
    from app.model import Rect
    from app.search.spots import Spot
    from app.search.values import ReadText

T = TypeVar("T")

MOST_TEXTS = 2_000  # lines of one picture that are looked at
MOST_WRAPPED = 4  # lines over which one value goes
_MAY_BE_NUMBER = re.compile(r"[0-9@$]")
_GOES_ON = re.compile(r"[0-9A-Za-z|\u00d7]{4,}$")
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
        self._spots = [
            spots_in(line.text, self._near(place), catalogue, taken) for place, line in enumerate(page.texts)
        ]

    def found(self) -> list[Offer]:
        """Return everything that is seen, in the order of the lines."""
        wrapped = [one for place in range(len(self._page.texts)) for one in self._over_lines(place)]
        taken = {one for stretch, spot in wrapped for one in _covered(stretch, spot)}
        found = [
            self._offer(self._stretch((place,)), spot)
            for place, spots in enumerate(self._spots)
            for spot in spots
            if taken.isdisjoint((place, at) for at in range(spot.start, spot.end))
        ]
        return [*found, *(self._offer(stretch, spot) for stretch, spot in wrapped)]

    def _near(self, place: int) -> str:
        """Return the words where a label of this line would be."""
        return self._page.words_near(place) if _MAY_BE_NUMBER.search(self._page.texts[place].text) else ""

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
            doubts=_doubts(stretch, spot),
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
                parts.append(line.part(first, end))
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
        return Message(
            words=words,
            rect=joined([texts[place].rect for place in ordered]),
            amount=_only({spot.amount for spot in spots if spot.amount}),
            pay_to=_only({spot.value for spot in goals}),
            pay_by=way[0] if way else None,
            method=way[1] if way else None,
            deadline_at=_only({spot.at for spot in spots if spot.kind == OfferKind.DEADLINE and spot.at}),
        )


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
    """Return the doubts of the reading at their places in the words that are shown."""
    return tuple(
        Doubt(one.index - spot.start, one.options)
        for one in stretch.doubts
        if spot.start <= one.index < spot.end
    )


def _shown_doubts(seen: Seen) -> tuple[Doubt, ...]:
    """Return what is to be looked at twice: nothing of what proves itself, and no letter in a number."""
    if seen.has_checksum:
        return ()
    doubts: tuple[Doubt, ...] = seen.doubts
    is_number = seen.kind in DIGITS_ONLY or seen.value.lstrip("+").isdecimal()
    if not is_number and seen.kind in {Kind.IDENTIFIER, HANDLE, *Checked}:
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
