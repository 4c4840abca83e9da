# SPDX-License-Identifier: MIT
"""A card tells all that is known of an account, safely, and opens one form at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from app.model import Account, DisplayName, Entry, EntryId, ExhibitId, Provenance, SeenIn, Strength
from ui.widgets.account_card import AccountCard
from ui.widgets.fact_row import FactRow
from ui.widgets.identifier_strip import IdentifierStrip
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
NAMES = (DisplayName("Amélie Laurent", NOW), DisplayName("Kevin", NOW + timedelta(days=1)))
WHOLE = Account(
    "skype",
    "live:.cid.8f3a1b2c4d5e6f70",
    "Skype Name",
    Strength.STRONG,
    Provenance.PASTED,
    display_names=NAMES,
    profile_url="https://example.com/a",
    exhibits=(ExhibitId("x1"),),
    seen_in=SeenIn(ExhibitId("x1")),
    first_seen_at=NOW,
    moved_from="instagram",
    note="A deep voice\nand a dog",
)


def made(context: Context, qtbot: QtBot, account: Account = WHOLE, **more: object) -> AccountCard:
    card = AccountCard(context, Entry(EntryId("a"), account, NOW, NOW, 1), {"x1": "TJH/1"}, **more)
    qtbot.addWidget(card)
    return card


def facts(card: AccountCard) -> dict[str, list[str]]:
    return {
        row.objectName().removeprefix("fact_"): [
            label.shown if isinstance(label, Verbatim) else label.words
            for label in row.findChildren(Label)
            if label is not row.name
        ]
        for row in card.findChildren(FactRow)
    }


def test_all_that_is_known_is_told_and_nothing_else(context: Context, qtbot: QtBot) -> None:
    card = made(context, qtbot)
    assert card.platform.words == "Skype, run by Microsoft"
    assert card.identifier.text == "live:.cid.8f3a1b2c4d5e6f70"
    assert card.strength.words == "Strong. It stays the same when they change their name."
    assert card.better.isHidden()
    assert card.known.words == "You pasted it."
    assert facts(card) == {
        "shown": ["Amélie Laurent", "seen 24 Nov 2026, 02:16", "Kevin", "seen 25 Nov 2026, 02:16"],
        "times": ["First 24 Nov 2026, 02:16"],
        "moved": ["Instagram"],
        "url": ["https://example.com/a"],
        "pictures": ["TJH/1"],
        "note": ["A deep voice\nand a dog"],
    }


def test_a_name_alone_is_large_and_the_way_to_the_id_stands_first(context: Context, qtbot: QtBot) -> None:
    card = made(context, qtbot, Account("skype", None, None, Strength.WEAK, display_names=NAMES[:1]))
    assert card.identifier.words == "Amélie Laurent"
    assert card.buttons["change"].text() == "Find their ID"
    assert card.better.words.startswith("The blue line")
    with qtbot.waitSignal(card.change_wanted) as heard:
        card.buttons["change"].click()
    assert heard.args == [card.entry]


def test_a_number_has_no_letter_to_be_taken_for(context: Context, qtbot: QtBot) -> None:
    number = made(context, qtbot, Account("whatsapp", "+447700900123", None, Strength.STRONG)).identifier
    letters = made(context, qtbot).identifier
    assert isinstance(number, IdentifierStrip)
    assert isinstance(letters, IdentifierStrip)
    assert (number.accessibleDescription(), bool(letters.accessibleDescription())) == ("", True)


@pytest.mark.parametrize("stable_id", ["x" * 10_000, "live:\u202eevil", "a\x00b", "**a**"])
def test_an_odd_identifier_is_shown_whole_and_safely(
    context: Context, qtbot: QtBot, shown: Callable[[QWidget], QWidget], stable_id: str
) -> None:
    card = made(context, qtbot, Account("skype", stable_id, None, Strength.WEAK, display_names=NAMES))
    card.resize(900, 400)
    shown(card)
    text = card.identifier.text if isinstance(card.identifier, IdentifierStrip) else card.identifier.shown
    assert "\u202e" not in text
    assert text[:4] == stable_id[:4].replace("a\x00b", "a[U+")
    assert card.minimumSizeHint().width() < 900


def test_the_card_says_kindly_when_two_look_the_same(context: Context, qtbot: QtBot) -> None:
    other = Account("skype", "live:.cid.8f3alb2c4d5e6f70", None, Strength.STRONG)
    assert made(context, qtbot).look_twice.isHidden()
    card = made(context, qtbot, alike=other)
    assert card.look_twice.kind == "hint"
    assert "live:.cid.8f3alb2c4d5e6f70" in card.look_twice.note.words


def test_one_form_is_open_at_a_time_and_the_buttons_come_back(opened: Context, qtbot: QtBot) -> None:
    card = made(opened, qtbot)
    card.buttons["name"].click()
    first = card.form
    assert first is not None
    assert card.line.isHidden()
    card.open_details()
    assert card.form is not first
    card.form.stop.click()
    assert card.form is None
    assert not card.line.isHidden()


def test_what_is_typed_in_a_form_comes_back_however_fast_it_is_closed(opened: Context, qtbot: QtBot) -> None:
    card = made(opened, qtbot)
    card.open_name()
    card.form.name.set_text("Ke")
    card.form.stop.click()
    card.open_name()
    qtbot.waitUntil(lambda: card.form.name.text == "Ke")
    card.open_details()
    card.form.note.set_text("A dog")
    card.close_form()
    card.open_details()
    qtbot.waitUntil(lambda: card.form.note.text == "A dog")


def test_a_name_and_details_are_given_out_with_the_entry(opened: Context, qtbot: QtBot) -> None:
    card = made(opened, qtbot)
    card.open_name()
    card.form.name.set_text("Amy")
    with qtbot.waitSignal(card.name_kept) as heard:
        card.form.keep.click()
    assert heard.args[:2] == [card.entry, "Amy"]
    assert card.is_kept
    card.open_details()
    card.form.note.set_text("more")
    with qtbot.waitSignal(card.details_kept) as told:
        card.form.keep.click()
    assert told.args[1].note == "more"


def test_only_a_joined_account_can_be_parted(context: Context, qtbot: QtBot) -> None:
    assert made(context, qtbot).buttons["split"].isHidden()
    card = made(context, qtbot, is_joined=True)
    assert not card.buttons["split"].isHidden()
    for name, signal in (("split", card.split_wanted), ("take_back", card.take_back_wanted)):
        with qtbot.waitSignal(signal) as heard:
            card.buttons[name].click()
        assert heard.args == [card.entry]
