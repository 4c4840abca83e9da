# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.custody.history import Happened
from app.model import Account, DisplayName, Entry, EntryId, Mode, Provenance, Role, Strength
from tests.ui.models.test_exhibits import exhibit
from ui.widgets.exhibit_facts import ExhibitFactsCard

AT = datetime(2026, 11, 24, 2, 16, 5, tzinfo=UTC)


@pytest.fixture
def card(context, shown) -> ExhibitFactsCard:
    made = shown(ExhibitFactsCard(context))
    made.show_exhibit(exhibit(5))
    return made


def account(*names: str, stable_id: str | None = "live:.cid.8f3a") -> Entry[Account]:
    fact = Account(
        "skype",
        stable_id,
        "skype_id",
        Strength.STRONG,
        display_names=tuple(DisplayName(name, AT) for name in names),
    )
    return Entry(EntryId("a1"), fact, AT, AT, 1)


def said(card: ExhibitFactsCard) -> dict[str, str]:
    return {key: label.words for key, label in card.values.items()}


def test_it_says_when_by_whom_how_and_of_what(card: ExhibitFactsCard, words) -> None:
    facts = said(card)
    assert facts["taken"] == "24 Nov 2026, 02:05:00 (UTC +0)"
    assert facts["by"] == words("exhibit.page.by.you")
    assert facts["how"] == words("exhibit.page.how.screen", version="0.1.0")
    assert facts["window"] == "Window 5"
    assert facts["account"] == words("exhibit.page.unknown")
    assert facts["size"] == words("exhibit.page.size.value", width=1600, height=900)


def test_a_helper_is_named(card: ExhibitFactsCard, words) -> None:
    shown = exhibit(1)
    people = replace(shown.record.people, taken_by="Sam", role=Role.HELPER)
    card.show_exhibit(replace(shown, record=replace(shown.record, people=people)))
    assert said(card)["by"] == words("exhibit.page.by.helper", name="Sam")


@pytest.mark.parametrize("mode", [Mode.WINDOW, Mode.AREA])
def test_every_way_has_words(card: ExhibitFactsCard, words, mode: Mode) -> None:
    shown = exhibit(1)
    screen = replace(shown.record.screen, mode=mode)
    card.show_exhibit(replace(shown, record=replace(shown.record, screen=screen)))
    assert said(card)["how"] == words(f"exhibit.page.how.{mode}", version="0.1.0")


def test_the_fingerprint_stands_in_groups(card: ExhibitFactsCard) -> None:
    lines = card.hash_label.words.split("\n")
    assert [len(line.split()) for line in lines] == [4, 4, 4, 4]
    assert card.hash_label.words.replace(" ", "").replace("\n", "") == exhibit(5).sha256


def test_copying_it_says_that_it_is_cleared_again(card: ExhibitFactsCard) -> None:
    QTest.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == exhibit(5).sha256
    assert card.copy_note.isVisible()
    card.copied.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_the_account_is_the_name_shown_with_its_platform(card: ExhibitFactsCard) -> None:
    card.show_story(account("Alina", "Amelie"), ())
    assert said(card)["account"] == "Amelie, Skype"
    card.show_story(account(), ())
    assert said(card)["account"] == "live:.cid.8f3a, Skype"


def test_how_the_identifier_is_known_stands_below_it(card: ExhibitFactsCard) -> None:
    entry = account("Amelie")
    read = replace(entry.fact, provenance=Provenance.READ, read_as="live:.cid.8f3a", read_permille=955)
    card.show_story(replace(entry, fact=read), ())
    assert said(card)["account"].splitlines() == [
        "Amelie, Skype",
        "live:.cid.8f3a",
        "We read it in your picture. Least sure character: 95 %.",
    ]


def test_what_happened_is_told_in_order(card: ExhibitFactsCard, words) -> None:
    acts = (Happened(1, AT, "Europe/London", "taken"), Happened(4, AT, "no such zone", "print"))
    card.show_story(None, acts)
    told = [card.history_rows.itemAtPosition(row, 1).widget().words for row in range(2)]
    assert told == [words("exhibit.happened.taken", n=1), words("exhibit.happened.print")]
    assert card.history_rows.itemAtPosition(0, 0).widget().words == "02:16:05"


def test_many_pictures_of_one_sitting_are_counted(card: ExhibitFactsCard, words) -> None:
    acts = (Happened(1, AT, "UTC", "taken", 12), Happened(30, AT, "UTC", "joined", 3))
    card.show_story(None, acts)
    told = [card.history_rows.itemAtPosition(row, 1).widget().words for row in range(2)]
    assert told == ["12 pictures taken and stored", words("exhibit.happened.joined")]


def test_over_several_days_the_day_is_said_too(card: ExhibitFactsCard) -> None:
    acts = (Happened(1, AT, "UTC", "taken"), Happened(2, AT.replace(day=25), "UTC", "export"))
    card.show_story(None, acts)
    assert card.history_rows.itemAtPosition(1, 0).widget().words == "25 Nov 2026 02:16:05"


def test_a_locked_case_leaves_nothing(card: ExhibitFactsCard, words) -> None:
    card.show_story(account("Alina"), (Happened(1, AT, "UTC", "taken"),))
    card.forget()
    assert set(said(card).values()) == {words("exhibit.page.unknown")}
    assert card.hash_label.words == ""
    assert card.history_rows.count() == 0
