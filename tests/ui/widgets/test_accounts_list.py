# SPDX-License-Identifier: MIT
"""Accounts stand under whom the person means; a card with an open form stays; of very many some are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Entry, EntryId, Offender, Strength
from ui.kept_people import PeopleHeld
from ui.widgets.accounts_list import MOST, AccountsList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
KEVIN = Entry(EntryId("kevin"), Offender("Kevin"), NOW, NOW, 1)


def entry(n: int, *, behind: str = "", own: bool = False) -> Entry[Account]:
    offender = EntryId(behind) if behind else None
    account = Account("skype", f"live:{n}", None, Strength.STRONG, offender=offender, is_own=own)
    return Entry(EntryId(f"e{n}"), account, NOW, NOW, 1)


def held(*accounts: Entry[Account]) -> PeopleHeld:
    return PeopleHeld(accounts, (KEVIN,), (), (), (), "England")


@pytest.fixture
def listed(opened: Context, qtbot: QtBot) -> AccountsList:
    listed = AccountsList(opened)
    qtbot.addWidget(listed)
    return listed


def in_order(listed: AccountsList) -> list[str]:
    widgets = [listed.column.itemAt(at).widget() for at in range(listed.column.count())]
    named = {head: head.label.words for head in listed.heads} | {
        card: key for key, card in listed.cards.items()
    }
    return [named[widget] for widget in widgets if widget in named]


def test_joined_accounts_stand_under_whom_the_person_means(listed: AccountsList) -> None:
    listed.show_held(held(entry(1), entry(2, behind="kevin"), entry(3, own=True), entry(4, behind="kevin")))
    assert in_order(listed) == ["Kevin", "e2", "e4", "Not joined with others", "e1"]
    listed.show_held(held(entry(1), entry(2)))
    assert in_order(listed) == ["e1", "e2"]
    assert listed.none.isHidden()


def test_none_is_said(listed: AccountsList) -> None:
    listed.show_held(held())
    assert not listed.none.isHidden()
    assert listed.more.isHidden()


def test_a_form_stays_open_while_another_account_changes(listed: AccountsList) -> None:
    listed.show_held(held(entry(1), entry(2)))
    card = listed.cards[EntryId("e1")]
    card.open_name()
    card.form.name.set_text("half a na")
    changed = replace(entry(2), revision=2)
    listed.show_held(held(entry(1), changed))
    assert listed.cards[EntryId("e1")] is card
    assert card.form.name.text == "half a na"
    assert listed.cards[EntryId("e2")].entry.revision == 2


def test_what_was_kept_closes_its_form_and_no_other(listed: AccountsList, qtbot: QtBot) -> None:
    listed.show_held(held(entry(1), entry(2)))
    one, two = listed.cards.values()
    one.open_name()
    two.open_name()
    two.form.name.set_text("Amy")
    with qtbot.waitSignal(listed.name_kept):
        two.form.keep.click()
    listed.taken_up()
    assert (one.form is None, two.form is None) == (False, True)


def test_a_group_is_split_whole_and_an_account_alone(listed: AccountsList, qtbot: QtBot) -> None:
    listed.show_held(held(entry(1, behind="kevin"), entry(2, behind="kevin")))
    with qtbot.waitSignal(listed.split_wanted) as heard:
        listed.heads[0].split.click()
    assert heard.args[0] == ["e1", "e2"]
    with qtbot.waitSignal(listed.split_wanted) as heard:
        listed.cards[EntryId("e2")].buttons["split"].click()
    assert heard.args[0] == ["e2"]


def test_of_two_hundred_some_are_shown_and_all_when_asked_for(listed: AccountsList) -> None:
    many = held(*(entry(n) for n in range(200)))
    begin = process_time()
    listed.show_held(many)
    assert process_time() - begin < 2
    assert len(listed.cards) == MOST
    assert listed.more.text() == "Show all 200"
    listed.more.click()
    assert len(listed.cards) == 200
    assert listed.more.isHidden()
