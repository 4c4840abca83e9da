# SPDX-License-Identifier: MIT
"""A form, filled in, field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.content import load
from app.paths import resources
from app.report.wording.files import Form
from app.report.wording.filled import FilledBlank, FilledForm, FilledGroup
from ui.widgets.form_card import FormCard

IC3 = load(Form, resources() / "forms" / "us" / "ic3.toml")
POLICE = load(Form, resources() / "forms" / "uk" / "police.toml")
GROUP = FilledGroup("About you", (FilledBlank("Name", "Tom", 3), FilledBlank("Age", "22", 2)))


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_form_takes_the_place_of_the_one_before(context, shown):
    card = shown(FormCard(context))
    card.show_form(FilledForm(IC3, (GROUP, GROUP)))
    assert (card.title.words, card.reach.words, len(card.blanks)) == ("FBI IC3", "ic3.gov", 4)
    card.show_form(FilledForm(POLICE, (GROUP,)))
    assert len(card.blanks) == 2
    assert not card.reach.isVisible()
    assert "reference number" in card.notes.words


def test_only_the_button_pressed_last_says_copied(context, shown, words):
    card = shown(FormCard(context))
    card.show_form(FilledForm(IC3, (GROUP,)))
    copied = []
    card.copy_wanted.connect(copied.append)
    first, second = card.blanks
    press(first.copy)
    press(second.copy)
    press(card.copy_all)
    assert copied == ["Tom", "22", "About you\nName: Tom\nAge: 22"]
    assert [row.copy.text() for row in (first, second)] == [words("wording.copy")] * 2
    assert card.copy_all.text() == words("wording.copied")


def test_what_the_form_does_not_take_is_said(context, shown):
    card = shown(FormCard(context))
    card.show_form(FilledForm(IC3, (GROUP,), (("Transaction", 3),)))
    assert card.beyond.words == "3 more did not fit in: Transaction."


def test_a_card_that_is_cleared_holds_nothing(context, shown):
    card = shown(FormCard(context))
    card.show_form(FilledForm(IC3, (GROUP,)))
    card.clear()
    assert card.blanks == []
    assert not card.isVisible()


def test_how_we_count_is_said_where_there_is_a_limit(context, shown, words):
    card = shown(FormCard(context))
    card.show_form(FilledForm(POLICE, (GROUP,)))
    assert words("wording.counted") not in card.notes.words
    story = FilledGroup("Story", (FilledBlank("What happened", "It.", 3, 3500),))
    card.show_form(FilledForm(IC3, (story,)))
    assert words("wording.counted") in card.notes.words
