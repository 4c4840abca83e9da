# SPDX-License-Identifier: MIT
"""Only confirmed contacts, for the right place and age, with hours that are right to the minute."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.guide.contacts import Contacts, ForWhom
from app.model import Under18

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = paths.resources() / "contacts"
CONTACTS = Contacts.load(FOLDER)


def names(place: str, under: Under18) -> list[str]:
    return [contact.id for contact in CONTACTS.for_person(place, under)]


PLACES = (
    *("England", "Scotland", "Wales", "Northern Ireland", "Ireland", "United States", "Canada", "Australia"),
    *("Another EU country", "Another country"),
)
UK = CONTACTS.country_of("uk")
EVERY = [(country, contact) for country in CONTACTS for contact in country.contacts]


def test_every_place_can_be_answered_the_parts_of_the_uk_first() -> None:
    assert CONTACTS.places() == PLACES


@pytest.mark.parametrize("under", Under18)
@pytest.mark.parametrize("place", PLACES)
def test_life_comes_first_everywhere_then_who_listens_then_the_police(place: str, under: Under18) -> None:
    fields = [contact.field for contact in CONTACTS.for_person(place, under)]
    talk = [] if CONTACTS.fields(place)["talk"] is None else ["talk"]
    assert fields[: 2 + len(talk)] == ["emergency", *talk, "police"]


@pytest.mark.parametrize("place", PLACES)
def test_no_place_shows_the_number_of_another(place: str) -> None:
    """An American is never told to call 999."""
    wanted = {"United Kingdom": "999", "Ireland": "112", "United States": "911", "Canada": "911"}
    wanted |= {"Australia": "000", "Another EU country": "112", "Another country": "the emergency number"}
    country = CONTACTS.country_of(place)
    assert CONTACTS.fields(place)["emergency"] == wanted[country.name]


def test_every_row_says_when_it_was_looked_at_and_where() -> None:
    for country, contact in EVERY:
        where = f"{country.id}: {contact.id}"
        assert contact.source, where
        assert contact.name, where
        assert contact.icon, where
        assert contact.verified is (contact.verified_on is not None), where
        assert country.zone_of(contact), where
        assert not (contact.is_number and contact.is_phrase), where


def test_a_country_is_as_old_as_its_oldest_number() -> None:
    for country in CONTACTS:
        oldest = min(one.verified_on for one in country.contacts if one.verified_on)
        assert country.verified_on >= oldest


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


def test_an_unknown_place_gets_what_holds_in_every_country() -> None:
    assert names("somewhere", Under18.NO) == names("Another country", Under18.NO)
    assert names("somewhere", Under18.NO) == ["emergency", "police", "stopncii"]


@pytest.mark.parametrize("place", PLACES)
def test_stopncii_is_never_for_someone_under_18_and_take_it_down_is(place: str) -> None:
    assert "stopncii" in names(place, Under18.NO)
    assert "stopncii" not in names(place, Under18.YES)
    assert "take-it-down" in names(place, Under18.YES)


def test_what_is_for_some_is_there_when_asked_for() -> None:
    shown = [one.id for one in CONTACTS.for_person("England", Under18.NO, ForWhom.DOMESTIC_ABUSE)]
    assert shown == ["emergency", "samaritans", "refuge"]
    assert "refuge" not in names("England", Under18.NO)
    assert CONTACTS.for_person("Scotland", Under18.NO, ForWhom.MEN)[2:] == ()
    assert CONTACTS.not_checked("Scotland", Under18.NO, ForWhom.MEN) == ("Men\u2019s Advice Line",)
    assert [one.id for one in CONTACTS.for_person("United States", Under18.NO, ForWhom.ARMED_FORCES)] == [
        *("emergency", "lifeline", "veterans")
    ]


@pytest.mark.parametrize("need", [None, *ForWhom])
@pytest.mark.parametrize("under", Under18)
@pytest.mark.parametrize("place", PLACES)
def test_what_nobody_confirmed_has_a_name_and_nothing_to_reach_it_by(
    place: str, under: Under18, need: ForWhom | None
) -> None:
    country = CONTACTS.country_of(place)
    secret = {one.reach for one in country.contacts if not one.verified}
    known = {one.reach for one in country.contacts if one.verified}
    said = " ".join(CONTACTS.not_checked(place, under, need))
    for reach in secret - known:
        assert reach not in said
    assert not re.search(r"\d", said)
    assert all(one.verified for one in CONTACTS.for_person(place, under, need))


def test_sentences_take_only_what_is_confirmed() -> None:
    for place in PLACES:
        known = CONTACTS.fields(place)
        country = CONTACTS.country_of(place)
        hidden = {one.reach for one in country.contacts if not one.verified}
        hidden -= {one.reach for one in country.contacts if one.verified}
        assert not hidden & set(known.values())
        assert known.keys() == CONTACTS.fields("England").keys()
    assert CONTACTS.fields("England")["domestic_abuse_line"] == "0808 2000 247"
    assert CONTACTS.fields("Scotland")["domestic_abuse_line"] is None
    assert CONTACTS.fields("Scotland")["fraud"] == "101"
    assert CONTACTS.fields("Another EU country")["talk"] is None


def test_the_crisis_lines_are_confirmed_by_an_official_page() -> None:
    for country, contact in EVERY:
        if contact.is_crisis and contact.verified:
            assert "(M" not in contact.source, f"{country.id}: {contact.id}"


def test_what_nobody_confirmed_is_not_shown() -> None:
    hidden = {contact.id for contact in UK.contacts if not contact.verified}
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
    for _, contact in EVERY:
        if contact.is_number:
            assert re.fullmatch(r"[\d ]{3,15}|988, then 1", contact.reach), contact.reach
            assert contact.address == ""
        elif contact.is_phrase:
            assert re.fullmatch(r"(?:your|the) [A-Za-z ]+", contact.reach), contact.reach
            assert contact.address == ""
        else:
            assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,3}(?:/[a-z-]+)*", contact.address), (
                contact.address
            )


def test_the_crisis_lines_are_two() -> None:
    assert [contact.reach for contact in CONTACTS.crisis("Wales")] == ["999", "116 123"]


def test_six_months_later_it_says_so() -> None:
    country = CONTACTS.country_of("England")
    assert country.is_fresh(date(2026, 12, 24))
    assert not country.is_fresh(date(2027, 6, 24))


def test_a_country_is_found_by_part_or_name() -> None:
    assert CONTACTS.country_of("Wales") is CONTACTS.country_of("uk") is CONTACTS.country_of("United Kingdom")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"mon"', '"moonday"', "uk.toml: contacts.11: hours: days: moonday"),
        ('opens = "10:00", ', "", "uk.toml: contacts.11: hours: opens and closes are missing"),
        ('countries = ["Scotland"]', 'countries = ["Skotland"]', "uk.toml: contacts.13: countries: Skotland"),
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
