# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Account, ExhibitFacts, Strength
from tests.ui.filling import add_exhibit, ask
from ui.exhibit_story import story_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_knows_the_neighbours_and_what_happened(opened: Context, qtbot: QtBot) -> None:
    first, second = (add_exhibit(opened, qtbot) for _ in range(2))
    ids, account, happened = ask(opened, qtbot, lambda vault: story_of(second, vault))
    assert ids == (first.id, second.id)
    assert account is None
    assert [one.what for one in happened] == ["taken"]


def test_who_is_in_it_is_linked_from_either_side(opened: Context, qtbot: QtBot) -> None:
    first, second, third = (add_exhibit(opened, qtbot) for _ in range(3))
    named = Account("skype", "live:a", None, Strength.STRONG, exhibits=(first.id,))
    entry = ask(opened, qtbot, lambda vault: vault.add(named))
    second = ask(opened, qtbot, lambda vault: vault.revise_exhibit(second.id, ExhibitFacts(account=entry.id)))
    for exhibit, account in ((first, named), (second, named), (third, None)):
        told = ask(opened, qtbot, lambda vault, exhibit=exhibit: story_of(exhibit, vault))
        assert (told[1].fact if told[1] else None) == account
