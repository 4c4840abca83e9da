# SPDX-License-Identifier: MIT
"""Own accounts are listed, the missing ones are named, and one is added with little typing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Entry, EntryId, Strength
from ui.kept_people import PeopleHeld
from ui.widgets.own_accounts import OwnAccounts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def entry(platform: str, stable_id: str = "a", *, is_own: bool = False) -> Entry[Account]:
    account = Account(platform, stable_id, None, Strength.STRONG, is_own=is_own)
    return Entry(EntryId(f"{platform}{is_own}"), account, NOW, NOW, 1)


MINE = entry("skype", "live:tom", is_own=True)


@pytest.fixture
def card(opened: Context, qtbot: QtBot) -> OwnAccounts:
    card = OwnAccounts(opened)
    qtbot.addWidget(card)
    card.show_held(PeopleHeld((entry("skype"), entry("whatsapp"), MINE), (), (), (), (), "England"))
    return card


def test_kept_ones_are_listed_and_missing_ones_named(card: OwnAccounts) -> None:
    assert [row.identifier.words for row in card.rows] == ["live:tom"]
    assert card.missing.words.startswith("They wrote to you on WhatsApp.")


def test_rows_stand_in_order_above_what_is_missing(card: OwnAccounts) -> None:
    mine = [entry(platform, is_own=True) for platform in ("skype", "instagram", "telegram")]
    card.show_held(PeopleHeld((entry("whatsapp"), *mine), (), (), (), (), "England"))
    places = [card.body.indexOf(widget) for widget in (card.lead, *card.rows, card.missing, card.line)]
    assert places == sorted(places)


def test_the_form_opens_for_the_app_that_is_missing(card: OwnAccounts, qtbot: QtBot) -> None:
    assert not card.is_open
    card.add.click()
    assert card.form.platform_id == "whatsapp"
    assert not card.keep.isEnabled()
    card.form.identifier.set_text("07700 900456")
    with qtbot.waitSignal(card.kept) as heard:
        card.keep.click()
    account, before = heard.args
    assert (account.stable_id, account.is_own, before) == ("+447700900456", True, None)
    card.taken_up()
    assert not card.is_open


def test_a_kept_one_is_changed(card: OwnAccounts, qtbot: QtBot) -> None:
    card.rows[0].change.click()
    assert card.form.identifier.text == "live:tom"
    card.form.identifier.set_text("live:tom.hale")
    with qtbot.waitSignal(card.kept) as heard:
        card.keep.click()
    assert heard.args[1] == MINE


def test_one_is_taken_back(card: OwnAccounts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.take_back_wanted) as heard:
        card.rows[0].take_back.click()
    assert heard.args == [MINE]


def test_not_now_closes_the_form_and_what_is_typed_comes_back(card: OwnAccounts, qtbot: QtBot) -> None:
    card.add.click()
    card.form.identifier.set_text("0770")
    card.stop.click()
    assert not card.is_open
    card.add.click()
    qtbot.waitUntil(lambda: card.form.identifier.text == "0770")
