# SPDX-License-Identifier: MIT
"""Only confirmed contacts, for the right place and age, with hours that are right to the minute."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.errors import GuideInvalid
from app.guide.contacts import Contact, Contacts, Hours, Presence
from app.model import Under18

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = paths.resources() / "contacts"
CONTACTS = Contacts.load(FOLDER)
LONDON = ZoneInfo("Europe/London")
OFFICE = Hours(Presence.TABLE, ("mon", "tue", "wed", "thu", "fri"), "10:00", "16:00")


def names(place: str, under: Under18) -> list[str]:
    return [contact.id for contact in CONTACTS.for_person(place, under)]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A local time in November 2026; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


def test_the_four_parts_can_be_answered() -> None:
    assert CONTACTS.places() == ("England", "Scotland", "Wales", "Northern Ireland")


def test_life_comes_first_everywhere() -> None:
    for place in CONTACTS.places():
        for under in Under18:
            assert names(place, under)[:3] == ["emergency", "samaritans", "police"]


def test_scotland_reports_fraud_to_the_police() -> None:
    assert "report-fraud" in names("England", Under18.NO)
    assert "report-fraud" in names("Northern Ireland", Under18.NO)
    assert "report-fraud" not in names("Scotland", Under18.NO)
    assert "fraud-scotland" in names("Scotland", Under18.NO)
    assert "fraud-scotland" not in names("England", Under18.NO)


def test_age_decides_who_takes_pictures_down() -> None:
    assert {"stopncii", "rph"} <= set(names("England", Under18.NO))
    assert {"report-remove", "ceop", "nspcc"} <= set(names("England", Under18.YES))
    assert not {"stopncii", "rph"} & set(names("England", Under18.YES))
    assert not {"report-remove", "ceop"} & set(names("England", Under18.NO))
    assert {"stopncii", "report-remove"} <= set(names("England", Under18.NOT_SURE))


def test_an_unknown_place_gets_what_england_gets() -> None:
    assert names("somewhere", Under18.NO) == names("England", Under18.NO)


def test_what_nobody_confirmed_is_not_shown() -> None:
    hidden = {contact.id for country in CONTACTS for contact in country.contacts if not contact.verified}
    assert {"childline", "shout", "papyrus", "victim-support"} <= hidden
    for under in Under18:
        assert not hidden & set(names("England", under))


def test_every_contact_says_where_it_is_from_and_has_an_icon() -> None:
    for country in CONTACTS:
        assert len({contact.id for contact in country.contacts}) == len(country.contacts)
        for contact in country.contacts:
            assert contact.source
            assert (paths.resources() / "icons" / f"{contact.icon}.svg").is_file(), contact.icon


def test_numbers_can_be_called_and_addresses_opened() -> None:
    for contact in CONTACTS.for_person("England", Under18.NOT_SURE):
        wanted = r"tel:\d{3,11}" if contact.is_number else r"https://[\w.-]+\.(?:uk|org|com)(?:/\S*)?"
        assert re.fullmatch(wanted, contact.link), contact.link


def test_the_crisis_lines_are_two() -> None:
    assert [contact.reach for contact in CONTACTS.crisis("Wales")] == ["999", "116 123"]


@pytest.mark.parametrize(
    ("when", "is_open", "opens"),
    [
        (at(24, 9, 59), False, at(24, 10)),
        (at(24, 10), True, at(25, 10)),
        (at(24, 15, 59), True, at(25, 10)),
        (at(24, 16), False, at(25, 10)),
        (at(27, 17), False, at(30, 10)),  # Friday evening: Monday
        (at(28, 12), False, at(30, 10)),  # Saturday
    ],
)
def test_office_hours(when: datetime, is_open: bool, opens: datetime) -> None:
    assert OFFICE.is_open(when) is is_open
    assert OFFICE.opens_next(when) == opens


def test_day_and_night_is_always_open_and_unknown_never_claims_to_be() -> None:
    assert Hours(Presence.ALWAYS).is_open(at(24, 3))
    for presence in (Presence.NOT_KNOWN, Presence.ONLINE):
        assert not Hours(presence).is_open(at(24, 12))
        assert Hours(presence).opens_next(at(24, 12)) is None


YEARS = st.datetimes(at(1, 0).replace(tzinfo=None), at(30, 0).replace(year=2027, tzinfo=None))


@given(YEARS.map(lambda when: when.replace(tzinfo=LONDON)))
def test_they_are_there_when_they_open_next(when: datetime) -> None:
    opens = OFFICE.opens_next(when)
    assert opens is not None
    assert opens > when
    assert opens - when <= timedelta(days=4)
    assert OFFICE.is_open(opens)


def test_six_months_later_it_says_so() -> None:
    country = CONTACTS.country_of("England")
    assert country.is_fresh(date(2026, 12, 24))
    assert not country.is_fresh(date(2027, 6, 24))


def test_a_country_is_found_by_part_or_name() -> None:
    assert CONTACTS.country_of("Wales") is CONTACTS.country_of("uk") is CONTACTS.country_of("United Kingdom")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"mon"', '"moonday"', "uk.toml: contacts.10: hours: days: moonday"),
        ('opens = "10:00", ', "", "uk.toml: contacts.10: hours: opens and closes are missing"),
        ('countries = ["Scotland"]', 'countries = ["Skotland"]', "uk.toml: contacts.12: countries: Skotland"),
        ("is_crisis = true", 'is_crisis = "yes"', "uk.toml: contacts.1: is_crisis should be bool"),
        (
            'verified_on = 2026-11-01\nsource = "police',
            'source = "police',
            "uk.toml: contacts.3: verified_on is missing",
        ),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "contacts")
    text = (folder / "uk.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "uk.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(GuideInvalid) as caught:
        Contacts.load(folder)
    assert re.sub(r":\d+:", ":", str(caught.value), count=1) == said


def test_a_folder_without_countries_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuideInvalid, match="no contacts"):
        Contacts.load(tmp_path)


def test_a_link_calls_or_opens() -> None:
    number = Contact("a", "n", "d", "0300 123 2040", True, "phone", Hours(Presence.ALWAYS), "s", "n")
    assert number.link == "tel:03001232040"
