# SPDX-License-Identifier: MIT
"""People are listed with advice; a form opens when asked for, and keeping another leaves it alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Contact, Entry, EntryId
from ui.kept_people import PeopleHeld
from ui.widgets.people_known import PeopleKnown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
ELLIE = Entry(EntryId("e"), Contact("Ellie"), NOW, NOW, 1)


def held(*contacts: Entry[Contact]) -> PeopleHeld:
    return PeopleHeld((), (), contacts, (), (), "England")


@pytest.fixture
def card(opened: Context, qtbot: QtBot) -> PeopleKnown:
    card = PeopleKnown(opened)
    qtbot.addWidget(card)
    card.show_held(held(ELLIE))
    return card


def test_nobody_has_to_be_named(card: PeopleKnown) -> None:
    assert card.none.isHidden()
    card.show_held(held())
    assert not card.none.isHidden()
    assert card.rows == []


def test_rows_stand_in_order_above_the_buttons(card: PeopleKnown) -> None:
    people = [Entry(EntryId(name), Contact(name), NOW, NOW, 1) for name in ("Ellie", "Mum", "Sam")]
    card.show_held(held(*people))
    places = [
        card.body.indexOf(widget) for widget in (card.lead, *card.rows, card.none, card.line, card.advice)
    ]
    assert places == sorted(places)


def test_somebody_is_added(card: PeopleKnown, qtbot: QtBot) -> None:
    card.add.click()
    assert not card.keep.isEnabled()
    card.form.name.set_text("Mum")
    with qtbot.waitSignal(card.kept) as heard:
        card.keep.click()
    assert (heard.args[0].name, heard.args[1]) == ("Mum", None)
    card.taken_up()
    assert not card.is_open
    card.add.click()
    assert card.form.name.text == ""


def test_somebody_is_changed_or_taken_back(card: PeopleKnown, qtbot: QtBot) -> None:
    card.rows[0].buttons["change"].click()
    card.form.relation.set_text("sister")
    with qtbot.waitSignal(card.kept) as heard:
        card.keep.click()
    assert heard.args == [Contact("Ellie", "sister"), ELLIE]
    with qtbot.waitSignal(card.take_back_wanted):
        card.rows[0].buttons["take_back"].click()


def test_having_told_somebody_leaves_what_is_typed_of_another(
    card: PeopleKnown, opened: Context, qtbot: QtBot
) -> None:
    card.add.click()
    card.form.name.set_text("Mum")
    before = opened.clock.now().utc
    with qtbot.waitSignal(card.kept) as heard:
        card.rows[0].buttons["told_now"].click()
    assert heard.args[0].told_at > before
    card.taken_up()
    card.show_held(held(ELLIE))
    assert card.form is not None
    assert card.form.name.text == "Mum"


def test_not_now_keeps_what_is_typed(card: PeopleKnown, qtbot: QtBot) -> None:
    card.add.click()
    card.form.name.set_text("Mu")
    card.stop.click()
    card.add.click()
    qtbot.waitUntil(lambda: card.form.name.text == "Mu")
