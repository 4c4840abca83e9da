# SPDX-License-Identifier: MIT
"""Whom one can call or write to, by country and age, and whether they are there now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.content import is_fresh, load
from app.errors import GuideInvalid
from app.model import Under18

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Audience(StrEnum):
    """For whom a contact is."""

    ALL = "all"
    ADULT = "adult"
    CHILD = "child"


class Presence(StrEnum):
    """What is known about when somebody is there."""

    ALWAYS = "always"
    TABLE = "table"
    ONLINE = "online"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody is there: on these days, from and to in local time of the country."""

    presence: Presence
    days: tuple[str, ...] = ()
    opens: str | None = None
    closes: str | None = None
    note: str | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at this local time; ``False`` where the hours are not known."""
        if self.presence is Presence.ALWAYS:
            return True
        if self.presence is not Presence.TABLE or DAYS[at.weekday()] not in self.days:
            return False
        return self._opens_at() <= at.time() < self._closes_at()

    def opens_next(self, at: datetime) -> datetime | None:
        """Return when somebody is there next, in local time; ``None`` if there is no table of hours."""
        if self.presence is not Presence.TABLE:
            return None
        for ahead in range(8):
            start = datetime.combine(at.date() + timedelta(days=ahead), self._opens_at(), at.tzinfo)
            if DAYS[start.weekday()] in self.days and start > at:
                return start
        return None

    def _opens_at(self) -> time:
        return time.fromisoformat(self.opens or "00:00")

    def _closes_at(self) -> time:
        return time.fromisoformat(self.closes or "23:59")


@dataclass(frozen=True, slots=True)
class Contact:
    """One service: what it is for, how to reach it, and who confirmed that, when.

    Attributes:
        need: what the person needs, as a heading.
        does: one line: what they do, what to say.
        reach: the number to call, or the web address without ``https://``.
        is_number: whether ``reach`` is called rather than opened.
        countries: which parts of the country; empty means all of them.
    """

    id: str
    need: str
    does: str
    reach: str
    is_number: bool
    icon: str
    hours: Hours
    source: str
    name: str
    audience: Audience = Audience.ALL
    countries: tuple[str, ...] = ()
    verified: bool = True
    verified_on: date | None = None
    is_crisis: bool = False

    @property
    def link(self) -> str:
        """The address for the system to open: ``tel:`` or ``https://``."""
        return f"tel:{self.reach.replace(' ', '')}" if self.is_number else f"https://{self.reach}"


@dataclass(frozen=True, slots=True)
class Country:
    """One file: the parts of a country, and everyone one can turn to there."""

    id: str
    name: str
    zone: str
    parts: tuple[str, ...]
    verified_on: date
    contacts: tuple[Contact, ...]

    def is_fresh(self, today: date) -> bool:
        """Whether all of it was confirmed within the last six months."""
        return is_fresh(self.verified_on, today)


class Contacts:
    """The contacts of all countries there are files for."""

    def __init__(self, countries: tuple[Country, ...]) -> None:
        """Keep what ``load`` has read."""
        self._countries = countries

    @classmethod
    def load(cls, folder: Path) -> Contacts:
        """Read every country file of a folder.

        Raises:
            GuideInvalid: a file is wrong; the message names file and key.
        """
        countries = tuple(_checked(load(Country, path), path) for path in sorted(folder.glob("*.toml")))
        if not countries:
            raise GuideInvalid(f"{folder.name}: no contacts")
        return cls(countries)

    def __iter__(self) -> Iterator[Country]:
        """Go through the countries."""
        return iter(self._countries)

    def places(self) -> tuple[str, ...]:
        """Return every part of every country, in the order of the files: what a person can answer."""
        return tuple(part for country in self._countries for part in country.parts)

    def country_of(self, place: str) -> Country:
        """Return the file for a place; the first file where there is none, as it is better than nothing."""
        for country in self._countries:
            if place in country.parts or place in (country.id, country.name):
                return country
        return self._countries[0]

    def for_person(self, place: str, under_18: Under18) -> tuple[Contact, ...]:
        """Return the confirmed contacts for this place and age, in order. "Not sure" gets both kinds."""
        country = self.country_of(place)
        fitting = {Under18.NO: (Audience.ALL, Audience.ADULT), Under18.YES: (Audience.ALL, Audience.CHILD)}
        audiences = fitting.get(under_18, tuple(Audience))
        return tuple(
            contact
            for contact in country.contacts
            if contact.verified and contact.audience in audiences and _is_there(contact, place, country)
        )

    def crisis(self, place: str) -> tuple[Contact, ...]:
        """Return the lines that stand on every page."""
        return tuple(
            contact for contact in self.country_of(place).contacts if contact.is_crisis and contact.verified
        )


def _is_there(contact: Contact, place: str, country: Country) -> bool:
    """Whether the contact serves this place; a place we do not know gets what serves the whole country."""
    if not contact.countries:
        return True
    return place in contact.countries or (
        place not in country.parts and country.parts[0] in contact.countries
    )


def _checked(country: Country, path: Path) -> Country:
    """Return the country if its hours and places can be understood."""
    for row, contact in enumerate(country.contacts, start=1):
        where = f"{path.name}: contacts.{row}"
        if unknown := set(contact.countries) - set(country.parts):
            raise GuideInvalid(f"{where}: countries: {', '.join(sorted(unknown))}")
        if unknown := set(contact.hours.days) - set(DAYS):
            raise GuideInvalid(f"{where}: hours: days: {', '.join(sorted(unknown))}")
        if contact.hours.presence is Presence.TABLE and not (contact.hours.opens and contact.hours.closes):
            raise GuideInvalid(f"{where}: hours: opens and closes are missing")
        if contact.verified and contact.verified_on is None:
            raise GuideInvalid(f"{where}: verified_on is missing")
    return country
