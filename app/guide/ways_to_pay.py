# SPDX-License-Identifier: MIT
"""The ways money is sent, as their files say: what the number is called, and how it may still be stopped."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from enum import StrEnum
from typing import TYPE_CHECKING

from app.content import Text, load
from app.errors import GuideInvalid
from app.guide.sentences import fields_of, placed, placed_rows
from app.i18n import AS_IT_IS
from app.model import Payment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.i18n import Translator

OTHER = "other"  # what a way we have no file for is treated as
SPOKEN = frozenset({"reference", "amount", "payee", "time", "coin", "police_reference"})
_OF_PAYMENT = frozenset(field.name for field in dataclasses.fields(Payment))


class Stoppable(StrEnum):
    """Whether the money can be stopped while nobody has collected it."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the form for this way of paying.

    Attributes:
        field: name of the field of ``Payment``.
        label: what the form calls it.
        hint: what it looks like.
        check: kind for ``payment_numbers.check_number``; ``None`` if nothing can be said of it.
        is_given: whether the firm needs it on the phone, so that "Do this now" shows it.
    """

    field: str
    label: Text
    hint: Text | None = None
    check: str | None = None
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Unverified:
    """What is known and nobody has confirmed. It is kept and never shown."""

    number: str | None = None
    number_hint: str | None = None
    call: str | None = None
    phone: str | None = None
    say: str | None = None
    note: str | None = None
    self_help: str | None = None


@dataclass(frozen=True, slots=True)
class WayToPay:
    """One way to send money. All of it may be shown but ``unverified``.

    Attributes:
        id: file name without ending; ``Payment.method``.
        order: place in lists, from 1.
        number: what its number is called; ``number_hint`` what it looks like.
        can_be_stopped: while nobody has collected it.
        asked: the fields of the form, in order.
        see: how to see whether it was collected; empty if nobody can.
        call: whom to call; ``call_note`` where else that stands.
        phone: the number, only if it is confirmed, or a field of the place.
        say: sentences for the call, see ``sentences.spoken``.
        give: the line above the numbers to give; ``without`` what to do if there is none.
        ask: what to ask them in the end.
        self_help: what one can do oneself.
        note: what to know besides; ``keep`` what to keep.
        is_secret: whoever reads its number can spend it, so it is never shown whole.
    """

    id: str
    name: Text
    order: int
    number: Text
    can_be_stopped: Stoppable
    asked: tuple[Asked, ...]
    call: Text
    say: tuple[Text, ...]
    give: Text
    without: Text
    keep: Text
    verified_on: date
    source: str
    number_hint: Text = ""
    call_note: Text = ""
    phone: str | None = None
    see: tuple[Text, ...] = ()
    ask: tuple[Text, ...] = ()
    self_help: tuple[Text, ...] = ()
    note: tuple[Text, ...] = ()
    is_secret: bool = False
    unverified: Unverified = Unverified()

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields of ``Payment`` that the form asks for, in order."""
        return tuple(asked.field for asked in self.asked)

    def placed(self, known: Mapping[str, str | None]) -> WayToPay:
        """Return the way as it is said in one place, see ``Contacts.fields``."""
        return dataclasses.replace(
            self,
            phone=placed(self.phone or "", known) or None,
            call_note=placed(self.call_note, known),
            note=placed_rows(self.note, known),
        )

    def asked_for(self, field: str) -> Asked | None:
        """Return what the form says of a field; ``None`` if this way does not ask for it."""
        return next((asked for asked in self.asked if asked.field == field), None)


class WaysToPay:
    """All ways to pay, in order."""

    def __init__(self, ways: tuple[WayToPay, ...]) -> None:
        """Keep what ``load`` has read."""
        self._ways = {way.id: way for way in sorted(ways, key=lambda way: way.order)}

    @classmethod
    def load(cls, folder: Path, translator: Translator = AS_IT_IS) -> WaysToPay:
        """Read every way of a folder, in the language of the translator.

        Raises:
            GuideInvalid: a file is wrong, two have the same place, or there is none for other ways.
        """
        ways = tuple(
            _checked(load(WayToPay, path, translator), path) for path in sorted(folder.glob("*.toml"))
        )
        places: dict[int, str] = {}
        for way in ways:
            if way.order in places:
                raise GuideInvalid(f"{way.id}.toml: order: {places[way.order]} has it already")
            places[way.order] = way.id
        if OTHER not in places.values():
            raise GuideInvalid(f"{folder.name}: {OTHER}.toml is missing")
        return cls(ways)

    def __getitem__(self, way_id: str) -> WayToPay:
        """Return one way; ``KeyError`` if there is none."""
        return self._ways[way_id]

    def __iter__(self) -> Iterator[WayToPay]:
        """Go through the ways in order."""
        return iter(self._ways.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ways)

    def find(self, way_id: str) -> WayToPay:
        """Return the way of a payment; that for other ways if there is no file for it."""
        return self._ways.get(way_id, self._ways[OTHER])


def _checked(way: WayToPay, path: Path) -> WayToPay:
    """Return the way if it is named after its file, and asks and says only what a payment has."""
    if way.id != path.stem:
        raise GuideInvalid(f"{path.name}: id should be {path.stem}")
    for row, asked in enumerate(way.asked, start=1):
        if asked.field not in _OF_PAYMENT:
            raise GuideInvalid(f"{path.name}: asked.{row}: field: {asked.field} is not known")
    for row, sentence in enumerate(way.say, start=1):
        if unknown := fields_of(sentence) - SPOKEN:
            raise GuideInvalid(f"{path.name}: say.{row}: {', '.join(sorted(unknown))} is not known")
    return way
