# SPDX-License-Identifier: MIT
"""The crisis lines: both numbers, from the file of the country, wherever they are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.words import words_in
from ui.widgets.crisis import CrisisBlock, CrisisCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_both_numbers_stand_alone_and_large(context: Context) -> None:
    for shown in (CrisisCard(context), CrisisBlock(context)):
        assert shown.life.call.words == "Call 999"
        assert shown.talk.call.words == "Samaritans 116 123"
        assert shown.life.question.words == "Is a life at risk?"
        assert shown.accessibleName()


@pytest.mark.parametrize(
    ("place", "life", "talk", "question"),
    [
        ("Ireland", "Call 112", "Samaritans 116 123", "Want to talk to someone? Free, day and night."),
        ("United States", "Call 911", "Lifeline 988", "Want to talk to someone? Free, day and night."),
        (
            "Canada",
            "Call 911",
            "Suicide Crisis Helpline 988",
            "Want to talk to someone? Free, day and night.",
        ),
        ("Australia", "Call 000", "Lifeline 13 11 14", "Want to talk to someone? Day and night."),
        ("Another EU country", "Call 112", "Tell a person you trust", "Want to talk to someone?"),
        (
            "Another country",
            "Call the emergency number",
            "Tell a person you trust",
            "Want to talk to someone?",
        ),
    ],
)
def test_they_are_those_of_the_country(
    context: Context, place: str, life: str, talk: str, question: str
) -> None:
    card, block = CrisisCard(context), CrisisBlock(context)
    context.here.set_place(place)
    for shown in (card, block):
        assert shown.life.call.words == life
        assert shown.talk.call.words == talk
        assert shown.talk.question.words == question


def test_whose_numbers_they_are_is_said_and_can_be_changed(context: Context, qtbot: QtBot) -> None:
    card = CrisisCard(context, can_choose=True)
    qtbot.addWidget(card)
    card.show()
    assert card.where is not None
    assert "United Kingdom" in card.where.text()
    qtbot.mouseClick(card.where, Qt.MouseButton.LeftButton)
    assert card.places is not None
    assert card.places.currentText() == "United Kingdom"
    card.places.setCurrentText("Canada")
    card.places.activated.emit(card.places.currentIndex())
    assert card.life.call.words == "Call 911"
    assert "Canada" in card.where.text()
    assert not card.places.isVisible()
    qtbot.mouseClick(card.where, Qt.MouseButton.LeftButton)
    assert card.places.isVisible()


def test_where_it_is_asked_for_everyone_else_is_one_press_away(context: Context, qtbot: QtBot) -> None:
    card = CrisisCard(context, can_choose=True, has_more=True)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.more_wanted):
        qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)


def test_both_numbers_stand_on_one_line_in_a_language_of_longer_words(context: Context, qtbot: QtBot) -> None:
    card = CrisisCard(replace(context, words=words_in("cy")))
    qtbot.addWidget(card)
    card.resize(560, 120)
    with qtbot.waitExposed(card):
        card.show()
    life, talk = (line.call.mapTo(card, line.call.rect().bottomLeft()) for line in (card.life, card.talk))
    assert life.y() == talk.y()
    assert card.life.call.height() == card.talk.call.height()
