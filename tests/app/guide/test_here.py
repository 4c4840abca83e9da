# SPDX-License-Identifier: MIT
"""Before anything is answered the right country is guessed, and its crisis lines are those of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import paths
from app.guide.contacts import Contacts
from app.guide.here import country_here, crisis_lines

if TYPE_CHECKING:
    from pathlib import Path

    from app.guide.contacts import Country

FOLDER = paths.resources() / "contacts"
TERRITORIES = paths.resources() / "territories.toml"
CONTACTS = Contacts.load(FOLDER)
TABLE = """# comment
GB\t+513030-0000731\tEurope/London
US\t+404251-0740023\tAmerica/New_York\tEastern
DE\t+5230+01322\tEurope/Berlin\tmost
JP\t+353916+1394441\tAsia/Tokyo
"""


@pytest.fixture
def tables(tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "zone.tab").write_text(TABLE, encoding="utf-8")
    return (str(tmp_path / "none"), str(tmp_path))


@pytest.mark.parametrize(
    ("zone", "locale", "country"),
    [
        ("Europe/London", "en_US", "uk"),  # a British person with a computer set to American English
        ("America/New_York", "en_GB", "us"),
        ("Europe/Berlin", "en_GB", "eu"),
        ("Asia/Tokyo", "en_GB", "other"),  # never 999 in Tokyo
        ("GMT Standard Time", "en_IE", "ie"),  # Windows
        ("UTC", "en_AU.UTF-8", "au"),
        ("UTC", "en_NZ", "other"),
        ("Mars/Olympus", "en_CA", "ca"),
        ("UTC", "C", "uk"),
        ("", "", "uk"),
    ],
)
def test_the_country_is_guessed(zone: str, locale: str, country: str, tables: tuple[str, ...]) -> None:
    assert country_here(TERRITORIES, zone, locale, tables) == country


def test_every_territory_has_a_file() -> None:
    lines = TERRITORIES.read_text(encoding="utf-8").splitlines()
    named = {line.split('"')[1] for line in lines if "=" in line and not line.startswith("#")}
    assert named == {country.id for country in CONTACTS} - {"other"}


@pytest.mark.parametrize("country", [*CONTACTS], ids=lambda country: country.id)
def test_the_short_way_says_what_the_typed_one_says(country: Country) -> None:
    lines, known = crisis_lines(FOLDER, country.id), CONTACTS.fields(country.parts[0])
    assert lines.country == country.name
    assert lines.emergency == known["emergency"]
    assert (lines.talk or None) == known["talk"]
    assert (lines.talk_name or None) == known["talk_name"]
    assert lines.is_free is all(one.is_free for one in CONTACTS.crisis(country.id))
