# SPDX-License-Identifier: MIT
"""One thing helps most now; when all is there, the card says that it is enough."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.identify.people import Gap
from app.model import Account, Contact, Entry, EntryId, Strength
from ui.kept_people import PeopleHeld
from ui.widgets.next_card import NextCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def entry(fact: object) -> Entry:
    return Entry(EntryId("a"), fact, NOW, NOW, 1)


BARE = entry(Account("skype", None, None, Strength.WEAK))
FULL = entry(Account("skype", "live:a", None, Strength.STRONG))
MINE = entry(Account("skype", "live:b", None, Strength.STRONG, is_own=True))
ELLIE = entry(Contact("Ellie"))


@pytest.mark.parametrize(
    ("accounts", "contacts", "gap", "said"),
    [
        ((), (), Gap.ACCOUNT, "Start with their account"),
        ((BARE,), (), Gap.IDENTIFIER, "Find their ID on Skype"),
        ((FULL,), (), Gap.OWN, "Add your own account"),
        ((FULL, MINE), (), Gap.CONTACT, "Who do they say they will tell?"),
        ((FULL, MINE), (ELLIE,), None, "You have what an officer asks for first"),
    ],
)
def test_what_helps_most_is_said(
    context: Context, qtbot: QtBot, accounts: tuple, contacts: tuple, gap: Gap | None, said: str
) -> None:
    card = NextCard(context)
    qtbot.addWidget(card)
    card.show_held(PeopleHeld(accounts, (), contacts, (), (), "England"))
    assert (card.gap, card.what.words) == (gap, said)
    assert card.go.isHidden() is (gap is None)
    if gap is not None:
        with qtbot.waitSignal(card.wanted) as heard:
            card.go.click()
        assert heard.args == [gap, BARE if gap is Gap.IDENTIFIER else None]
