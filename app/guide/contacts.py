# SPDX-License-Identifier: MIT
"""Whom one can call or write to, by country, age and need, and the names under which sentences take them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.content import Text, is_fresh, load
from app.errors import GuideInvalid
from app.guide.hours import DAYS, Hours, Presence
from app.i18n import AS_IT_IS
from app.model import Under18

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.i18n import Translator

OTHER = "other"  # the file for every country that has none
_CRISIS_FIELDS = ("emergency", "talk")


class Audience(StrEnum):
    """How old a person is whom a contact is for."""

    ALL = "all"
    ADULT = "adult"
    CHILD = "child"


class ForWhom(StrEnum):
    """For whom a contact is there in particular, or what for."""

    MONEY = "money"
    FRIEND = "friend"
    DOMESTIC_ABUSE = "domestic_abuse"
    ARMED_FORCES = "armed_forces"
    MEN = "men"
    LEGAL = "legal"


# What the list for everybody leaves out: it is asked for.
SPECIAL = frozenset({ForWhom.DOMESTIC_ABUSE, ForWhom.ARMED_FORCES, ForWhom.MEN, ForWhom.LEGAL})


@dataclass(frozen=True, slots=True)
class Contact:
    """One service: what it is for, how to reach it, and who confirmed that, when.

    Attributes:
        need: what the person needs, as a heading.
        does: one line: what they do, what to say.
        reach: the number to call, or the web address without ``https://``.
        is_number: whether ``reach`` is called rather than opened.
        is_phrase: ``reach`` is words that say whom to call where there is no one number.
        is_free: whether the call costs nothing.
        field: the name under which sentences take it; ``None`` if none does.
        for_whom: for whom in particular; empty for everybody.
        countries: which parts of the country; empty means all of them.
        zone: where its hours are kept, if not as in the rest of the country.
    """

    id: str
    need: Text
    does: Text
    reach: str
    is_number: bool
    icon: str
    hours: Hours
    source: str
    name: Text
    audience: Audience = Audience.ALL
    countries: tuple[str, ...] = ()
    verified: bool = True
    verified_on: date | None = None
    is_crisis: bool = False
    is_phrase: bool = False
    is_free: bool = True
    field: str | None = None
    for_whom: tuple[ForWhom, ...] = ()
    zone: str | None = None

    @property
    def address(self) -> str:
        """The web address to open; empty for what is called."""
        return "" if self.is_number or self.is_phrase else f"https://{self.reach}"

    @property
    def is_special(self) -> bool:
        """Whether the list for everybody leaves it out."""
        return bool(SPECIAL & {*self.for_whom})

    def is_fresh(self, today: date) -> bool:
        """Whether somebody confirmed it within the last six months."""
        return self.verified_on is not None and is_fresh(self.verified_on, today)


@dataclass(frozen=True, slots=True)
class Country:
    """One file: the parts of a country, and everyone one can turn to there.

    Attributes:
        parts: what a person can answer; the name of the country itself where it is not divided.
        calls: sections of the words that say what happens when one calls.
    """

    id: str
    order: int
    name: str
    zone: str
    parts: tuple[str, ...]
    calls: tuple[str, ...]
    verified_on: date
    contacts: tuple[Contact, ...]

    def is_fresh(self, today: date) -> bool:
        """Whether all of it was confirmed within the last six months."""
        return is_fresh(self.verified_on, today)

    def zone_of(self, contact: Contact) -> ZoneInfo:
        """Return where the hours of a contact are kept."""
        return ZoneInfo(contact.zone or self.zone)


class Contacts:
    """The contacts of all countries there are files for."""

    def __init__(self, countries: tuple[Country, ...]) -> None:
        """Keep what ``load`` has read."""
        self._countries = tuple(sorted(countries, key=lambda country: country.order))
        found = {one.field for country in countries for one in country.contacts if one.field}
        self._fields = tuple(sorted(found))

    @classmethod
    def load(cls, folder: Path, translator: Translator = AS_IT_IS) -> Contacts:
        """Read every country file of a folder, in the language of the translator.

        Raises:
            GuideInvalid: a file is wrong; the message names file and key.
        """
        paths = sorted(folder.glob("*.toml"))
        read = (_checked(load(Country, path, translator), path) for path in paths)
        countries = tuple(_with_phrases(country, translator) for country in read)
        if not countries:
            raise GuideInvalid(f"{folder.name}: no contacts")
        return cls(countries)

    def __iter__(self) -> Iterator[Country]:
        """Go through the countries, in order."""
        return iter(self._countries)

    def places(self) -> tuple[str, ...]:
        """Return every part of every country, in order: what a person can answer."""
        return tuple(part for country in self._countries for part in country.parts)

    def country_of(self, place: str) -> Country:
        """Return the file for a place; the one for other countries where it has none."""
        for country in self._countries:
            if place in country.parts or place in (country.id, country.name):
                return country
        return next((one for one in self._countries if one.id == OTHER), self._countries[0])

    def for_person(self, place: str, under_18: Under18, need: ForWhom | None = None) -> tuple[Contact, ...]:
        """Return the confirmed contacts for this place and age, in order. "Not sure" gets both kinds.

        For a need: who to call in a crisis, and then who is there for that need in particular.
        """
        return tuple(one for one in self._fitting(place, under_18, need) if one.verified)

    def not_checked(self, place: str, under_18: Under18, need: ForWhom | None = None) -> tuple[str, ...]:
        """Return the names of those that fit too and that nobody has confirmed: names, never a number."""
        known = {one.name for one in self.for_person(place, under_18, need)}
        fitting = self._fitting(place, under_18, need)
        return tuple(one.name for one in fitting if not one.verified and one.name not in known)

    def crisis(self, place: str) -> tuple[Contact, ...]:
        """Return the lines that stand on every page."""
        return tuple(
            contact for contact in self.country_of(place).contacts if contact.is_crisis and contact.verified
        )

    def fields(self, place: str) -> dict[str, str | None]:
        """Return what sentences take from the contacts here, by name; ``None`` for what is not confirmed.

        ``{police}`` is how to reach it, ``{police_name}`` what it is called.
        """
        known: dict[str, str | None] = {}
        for field in self._fields:
            known |= {field: None, f"{field}_name": None}
        country = self.country_of(place)
        for one in reversed(country.contacts):
            if one.field and one.verified and _is_there(one, place, country):
                known |= {one.field: one.reach, f"{one.field}_name": one.name}
        return known

    def _fitting(self, place: str, under_18: Under18, need: ForWhom | None) -> tuple[Contact, ...]:
        country = self.country_of(place)
        audiences = {
            Under18.NO: (Audience.ALL, Audience.ADULT),
            Under18.YES: (Audience.ALL, Audience.CHILD),
        }.get(under_18, tuple(Audience))
        return tuple(
            contact
            for contact in country.contacts
            if contact.audience in audiences and _is_there(contact, place, country) and _is_for(contact, need)
        )


def _is_for(contact: Contact, need: ForWhom | None) -> bool:
    """Whether a contact stands in the list for this need, or in that for everybody."""
    if need is None:
        return not contact.is_special
    return contact.is_crisis or need in contact.for_whom


def _is_there(contact: Contact, place: str, country: Country) -> bool:
    """Whether the contact serves this place; a place we do not know gets what serves the whole country."""
    if not contact.countries:
        return True
    return place in contact.countries or (
        place not in country.parts and country.parts[0] in contact.countries
    )


def _with_phrases(country: Country, translator: Translator) -> Country:
    """Return the country with the words that stand where others have a number in the language too."""

    def said(one: Contact) -> Contact:
        return replace(one, reach=translator.gettext(one.reach)) if one.is_phrase else one

    return replace(country, contacts=tuple(map(said, country.contacts)))


def _checked(country: Country, path: Path) -> Country:
    """Return the country if its hours and places can be understood."""
    for row, contact in enumerate(country.contacts, start=1):
        if problem := _problem(contact, country):
            raise GuideInvalid(f"{path.name}: contacts.{row}: {problem}")
    return country


def _problem(contact: Contact, country: Country) -> str:
    """Return what is wrong with a contact; empty if nothing is."""
    hours = contact.hours
    if unknown := set(contact.countries) - set(country.parts):
        return f"countries: {', '.join(sorted(unknown))}"
    if unknown := set(hours.days) - set(DAYS):
        return f"hours: days: {', '.join(sorted(unknown))}"
    if hours.presence is Presence.TABLE and not (hours.opens and hours.closes):
        return "hours: opens and closes are missing"
    if contact.verified and contact.verified_on is None:
        return "verified_on is missing"
    if contact.is_crisis and contact.field not in _CRISIS_FIELDS:
        return f"field should be one of {', '.join(_CRISIS_FIELDS)}"
    return ""
