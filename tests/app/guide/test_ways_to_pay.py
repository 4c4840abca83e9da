# SPDX-License-Identifier: MIT
"""Every way to pay has what the form and "Do this now" need."""

from __future__ import annotations

import dataclasses
import re
import shutil
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.guide.contacts import Contacts
from app.guide.sentences import spoken
from app.guide.ways_to_pay import OTHER, Stoppable, Unverified, WaysToPay, WayToPay
from app.i18n import translator
from app.identify.payment_numbers import kinds
from app.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = paths.resources() / "payments"
WAYS = WaysToPay.load(FOLDER)
CONTACTS = Contacts.load(paths.resources() / "contacts")
FILES = sorted(FOLDER.glob("*.toml"))
# Telephone numbers that somebody has confirmed. Source: domain.md, 4.2 and 5.2.
CONFIRMED = {"159"}
NOT_READ = frozenset({"id", "source", "check", "field", "can_be_stopped", "unverified", "name", "phone"})
TELEPHONE = re.compile(r"\b\d[\d -]{4,}\d\b")


def strings(value: object, skip: frozenset[str]) -> Iterator[str]:
    """Every text in a file that a person can come to see."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(strings(each, skip) for key, each in value.items() if key not in skip)
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(strings(each, skip) for each in value)


def test_the_ways_come_in_their_order() -> None:
    assert [way.id for way in WAYS][:4] == ["western_union", "moneygram", "ria", "bank_transfer"]
    assert [way.id for way in WAYS][-1] == OTHER
    assert len(WAYS) == len(FILES)


def test_what_was_kept_before_is_still_a_way() -> None:
    before = ["bank_transfer", "card", "western_union", "moneygram", "paypal", "bitcoin", "crypto"]
    before += ["gift_card", "cash", "other"]
    assert [WAYS[way_id].id for way_id in before] == before


def test_a_way_without_a_file_is_treated_as_another_way() -> None:
    assert WAYS.find("hawala").id == OTHER
    assert WAYS.find("card").id == "card"
    with pytest.raises(KeyError):
        WAYS["hawala"]


def test_coins_are_never_called_back() -> None:
    gone = {way.id for way in WAYS if way.can_be_stopped is Stoppable.NO}
    assert gone == {"bitcoin", "crypto"}


def test_only_a_gift_card_is_a_secret() -> None:
    assert [way.id for way in WAYS if way.is_secret] == ["gift_card"]


@pytest.mark.parametrize("way", list(WAYS), ids=lambda way: way.id)
class TestEveryWay:
    def test_shows_no_number_that_nobody_has_confirmed(self, way: WayToPay) -> None:
        for place in CONTACTS.places():
            assert way.placed(CONTACTS.fields(place)).phone in {*CONFIRMED, None}
        assert way.placed(CONTACTS.fields("Canada")).phone is None
        shown = dataclasses.replace(way, unverified=Unverified(), source="", verified_on=way.verified_on)
        assert not [text for text in strings(dataclasses.asdict(shown), NOT_READ) if _telephones(text)]

    def test_has_words_for_what_its_numbers_are_checked_for(self, way: WayToPay) -> None:
        assert {asked.check for asked in way.asked if asked.check} <= kinds()

    def test_asks_for_no_field_twice(self, way: WayToPay) -> None:
        assert len(set(way.fields)) == len(way.fields)
        assert way.fields[-1] == "paid_from"
        assert way.asked_for(way.fields[0]) is way.asked[0]
        assert way.asked_for("note") is None

    def test_has_something_to_say_when_nothing_is_known(self, way: WayToPay) -> None:
        said = spoken(way.say, {})
        assert 3 <= len(said.split()) <= 40
        assert not re.search(r"[{}|\[\]]|None|  | \.", said)

    def test_gives_what_it_says_to_give(self, way: WayToPay) -> None:
        assert any(asked.is_given for asked in way.asked)

    def test_says_where_it_is_from(self, way: WayToPay) -> None:
        assert way.source


def _telephones(text: str) -> list[str]:
    return [found for found in TELEPHONE.findall(text) if found != "12-34-56"]


def changed(folder: Path, old: str, new: str) -> Path:
    """A copy of the folder with one thing changed in the file of Western Union."""
    shutil.copytree(FOLDER, folder)
    path = folder / "western_union.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "western_union"', 'id = "wu"', "id should be western_union"),
        ('field = "payee"', 'field = "payees"', "asked.2: field: payees is not known"),
        ("The MTCN is {reference}.", "The MTCN is {mtcn}.", "say.3: mtcn is not known"),
        ("order = 1", "order = 2", "order: "),
        ('"yes"', '"perhaps"', "should be one of yes, maybe, no"),
        ("call =", "called =", "called is not known"),
    ],
)
def test_a_slip_in_a_file_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(GuideInvalid, match=re.escape(said)):
        WaysToPay.load(changed(tmp_path / "payments", old, new))


def test_there_is_always_another_way(tmp_path: Path) -> None:
    folder = tmp_path / "payments"
    shutil.copytree(FOLDER, folder)
    (folder / "other.toml").unlink()
    with pytest.raises(GuideInvalid, match=r"other\.toml is missing"):
        WaysToPay.load(folder)


def test_the_report_has_a_name_for_every_way() -> None:
    words = Words.load(paths.resources() / "words" / "en", translator(paths.resources() / "locale", "en"))
    assert [way.id for way in WAYS if not words.has(f"paper.method.{way.id}")] == []
