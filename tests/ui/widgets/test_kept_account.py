# SPDX-License-Identifier: MIT
"""A kept account says how strong it is and how often it was changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, DisplayName, Entry, EntryId, Strength
from ui.widgets.kept_account import KeptAccount
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def entry(account: Account, revision: int = 1) -> Entry[Account]:
    return Entry(EntryId("a"), account, NOW, NOW, revision)


@pytest.mark.parametrize(
    ("account", "shown", "said"),
    [
        (Account("skype", "live:a", None, Strength.STRONG), "live:a", "id.page.strong"),
        (Account("instagram", "amelie", None, Strength.MEDIUM), "@amelie", "id.page.medium"),
        (
            Account("skype", None, None, Strength.WEAK, display_names=(DisplayName("Amélie", NOW),)),
            "Amélie",
            "id.page.kept.name",
        ),
    ],
)
def test_it_shows_id_or_name(context: Context, qtbot: QtBot, account: Account, shown: str, said: str) -> None:
    row = KeptAccount(context, entry(account))
    qtbot.addWidget(row)
    assert (row.identifier.words, row.strength.words) == (shown, context.words(said))


@pytest.mark.parametrize(("revision", "said"), [(1, None), (2, "Changed once."), (4, "Changed 3 times.")])
def test_it_says_how_often_it_was_changed(
    context: Context, qtbot: QtBot, revision: int, said: str | None
) -> None:
    row = KeptAccount(context, entry(Account("skype", "live:a", None, Strength.STRONG), revision))
    qtbot.addWidget(row)
    told = [label.words for label in row.findChildren(Label) if label.words.startswith("Changed")]
    assert [each.startswith(said or "-") for each in told] == ([True] if said else [])


def test_change_carries_the_entry(context: Context, qtbot: QtBot) -> None:
    kept = entry(Account("skype", "live:a", None, Strength.STRONG))
    row = KeptAccount(context, kept)
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.change_wanted) as heard:
        row.change.click()
    assert heard.args == [kept]
