# SPDX-License-Identifier: MIT
"""Every step has what the page shows, at every place."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.guide.contacts import Contacts
from app.guide.guides import Guide, Guides, Page, Path18

if TYPE_CHECKING:
    from pathlib import Path

RESOURCES = paths.resources()
FOLDER = RESOURCES / "guides" / "en"
GUIDES = Guides.load(FOLDER)
CONTACTS = Contacts.load(RESOURCES / "contacts")


@pytest.mark.parametrize("guide", list(GUIDES), ids=lambda guide: guide.id)
class TestEveryStep:
    def test_has_its_figure(self, guide) -> None:
        assert (RESOURCES / "figures" / f"{guide.figure}.svg").is_file()

    def test_is_short(self, guide) -> None:
        assert 3 <= len(guide.rows) <= 5
        assert 1 <= guide.minutes <= 15
        assert len(guide.purpose) <= 90
        assert len(guide.button) <= 30

    def test_says_what_was_done(self, guide) -> None:
        assert set(re.findall(r"{(\w+)}", guide.done)) <= {"time", "date", "ref", "id"}


@pytest.mark.parametrize("place", CONTACTS.places())
@pytest.mark.parametrize("guide", list(GUIDES), ids=lambda guide: guide.id)
def test_a_step_names_nobody_of_another_country(guide: Guide, place: str) -> None:
    """An American is never told to call 999, and no field is left open."""
    said = Guides((guide,), CONTACTS.fields).at(place)
    text = " ".join(" ".join((one.title, one.purpose, *one.rows, one.reason)) for one in said)
    assert not re.search(r"[{}\[\]]|None", text)
    if CONTACTS.country_of(place).id != "uk":
        assert not re.search(r"\b(?:999|101|159|116 123|CEOP|Childline|Samaritans)\b", text) or (
            place == "Ireland" and "116 123" in text
        )
    for one in said:
        assert len(one.rows) >= 2


def test_every_country_has_every_step_but_the_one_that_names_a_service_it_has_not() -> None:
    for place in CONTACTS.places():
        gone = {guide.id for guide in GUIDES} - {
            one.id for one in Guides(tuple(GUIDES), CONTACTS.fields).at(place)
        }
        assert gone == (set() if CONTACTS.fields(place)["child_report"] else {"ceop"})
    assert GUIDES.at("Canada") is GUIDES


def test_the_order_is_the_agreed_one() -> None:
    """Source: look.md, section 2, step 2."""
    order = [guide.id for guide in GUIDES]
    wanted = [
        "safe",
        "stop",
        "money",
        "profile",
        "latest",
        "police",
        "conversation",
        "hash",
        "report",
        "block",
        "pause",
    ]
    wanted += ["passwords", "friends", "watch"]
    assert [each for each in order if each in wanted] == wanted


def test_the_five_minutes_have_five_parts_and_a_place_to_stop() -> None:
    parts = [guide for guide in GUIDES if guide.part_of == "five"]
    assert [guide.id for guide in parts] == ["profile", "threat", "demand", "first", "latest"]
    assert sum(guide.minutes for guide in parts) == 5
    assert parts[-1].milestone is not None
    assert parts[-1].milestone.startswith("This is already useful.")


def test_the_first_of_a_group_is_found_and_a_group_that_is_not_there_is_no_step() -> None:
    assert GUIDES.first_of("five").id == "profile"
    with pytest.raises(KeyError):
        GUIDES.first_of("six")


def test_no_picture_is_asked_for_on_the_path_of_words() -> None:
    assert {guide.path for guide in GUIDES if guide.page is Page.CAPTURE} == {Path18.PICTURES}


def test_what_nobody_confirmed_is_not_shown() -> None:
    hidden = [line.text for line in GUIDES["hash"].steps if not line.verified]
    assert hidden
    assert not set(hidden) & set(GUIDES["hash"].rows)
    assert "move on" not in GUIDES["block"].reason


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 1", "minutes = 'one'", "safe.toml: minutes should be int"),
        ('id = "safe"', 'id = "save"', "safe.toml: id should be safe"),
        ("order = 10\n", "order = 20\n", "stop.toml: order: safe has it already"),
        ('second_page = "help"\n', "", "safe.toml: second and second_page go together"),
        ('second_page = "help"', 'second_page = "moon"', "safe.toml: second_page should be one of"),
        ("purpose = ", "porpoise = ", "safe.toml: porpoise is not known"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "en")
    text = (folder / "safe.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "safe.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GuideInvalid) as caught:
        Guides.load(folder)
    assert re.sub(r":\d+:", ":", str(caught.value), count=1).startswith(said)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuideInvalid, match="no steps"):
        Guides.load(tmp_path)
