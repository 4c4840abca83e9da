# SPDX-License-Identifier: MIT
"""Nothing is ticked beforehand; fewer than two are no pair; a group can be changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.identify.people import Group
from app.model import Account, DisplayName, Entry, EntryId, Offender, Strength
from tests.ui.filling import ask
from ui.kept_people import PeopleHeld
from ui.widgets.join_card import GroupHead, JoinCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
KEVIN = Entry(EntryId("kevin"), Offender("The one who calls himself Kevin"), NOW, NOW, 1)


def entry(n: int, name: str = "", *, is_own: bool = False) -> Entry[Account]:
    names = (DisplayName(name, NOW),) if name else ()
    account = Account("instagram", f"a{n}", None, Strength.MEDIUM, display_names=names, is_own=is_own)
    return Entry(EntryId(f"e{n}"), account, NOW, NOW, 1)


THREE = (entry(1, "Amélie"), entry(2), entry(3, "\u202eevil **x**"))


def held(*accounts: Entry[Account]) -> PeopleHeld:
    return PeopleHeld(accounts, (KEVIN,), (), (), (), "England")


@pytest.fixture
def card(opened: Context, qtbot: QtBot) -> JoinCard:
    card = JoinCard(opened)
    qtbot.addWidget(card)
    card.show_held(held(*THREE))
    return card


def test_one_account_cannot_be_joined(card: JoinCard) -> None:
    assert not card.isHidden()
    card.show_held(held(THREE[0], entry(9, is_own=True)))
    assert card.isHidden()


def test_nothing_is_ticked_beforehand_and_rows_say_which_account_it_is(card: JoinCard) -> None:
    card.begin.click()
    assert [row.isChecked() for row in card.rows.values()] == [False] * 3
    assert [row.accessibleName() for row in card.rows.values()] == [
        "Instagram · @a1 · Amélie",
        "Instagram · @a2",
        "Instagram · @a3 · [U+202E]evil **x**",
    ]


def test_fewer_than_two_are_no_pair(card: JoinCard, qtbot: QtBot) -> None:
    card.begin.click()
    card.rows["e1"].click()
    with qtbot.assertNotEmitted(card.joined):
        card.keep.click()
    assert card.few.kind == "hint"
    card.rows["e2"].click()
    assert card.few.kind == ""


def test_what_is_ticked_is_given_out_under_the_persons_own_words(card: JoinCard, qtbot: QtBot) -> None:
    card.begin.click()
    card.rows["e1"].click()
    card.rows["e3"].click()
    card.call_them.set_text(" The one who calls himself Kevin ")
    with qtbot.waitSignal(card.joined) as heard:
        card.keep.click()
    assert heard.args == ["The one who calls himself Kevin", ("e1", "e3"), None]
    card.taken_up()
    assert not card.is_open
    assert card.call_them.text == ""


def test_without_a_name_they_are_one_person(card: JoinCard, qtbot: QtBot) -> None:
    card.begin.click()
    for row in card.rows.values():
        row.click()
    with qtbot.waitSignal(card.joined) as heard:
        card.keep.click()
    assert heard.args[0] == "One person"


def test_a_group_is_shown_as_it_is_to_be_changed(card: JoinCard, qtbot: QtBot) -> None:
    card.open_for(Group(KEVIN, THREE[:2]))
    assert [row.isChecked() for row in card.rows.values()] == [True, True, False]
    assert card.call_them.text == KEVIN.fact.label
    with qtbot.waitSignal(card.joined) as heard:
        card.keep.click()
    assert heard.args[2] == KEVIN


def test_ticks_stay_while_another_account_comes(card: JoinCard) -> None:
    card.begin.click()
    card.rows["e2"].click()
    card.show_held(held(*THREE, entry(4)))
    assert [key for key, row in card.rows.items() if row.isChecked()] == ["e2"]
    assert "e4" in card.rows


def test_the_name_survives(card: JoinCard, opened: Context, qtbot: QtBot) -> None:
    card.begin.click()
    card.call_them.set_text("Kevin")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.join.label")) == "Kevin")
    again = JoinCard(opened)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.call_them.text == "Kevin")


def test_the_head_of_a_group_says_that_the_person_joined_them(opened: Context, qtbot: QtBot) -> None:
    group = Group(KEVIN, THREE[:2])
    head = GroupHead(opened, group)
    qtbot.addWidget(head)
    assert head.label.words == KEVIN.fact.label
    assert head.note.words.startswith("You joined these 2 accounts.")
    for button, signal in ((head.change, head.change_wanted), (head.split, head.split_wanted)):
        with qtbot.waitSignal(signal) as heard:
            button.click()
        assert heard.args == [group]
    alone = GroupHead(opened, Group(None, THREE))
    qtbot.addWidget(alone)
    assert alone.line.isHidden()
    assert alone.note.isHidden()
