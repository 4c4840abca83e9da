# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Account, Payment, Strength
from ui.held import held_in
from ui.widgets.sidebar import OFFERED_PAGES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_a_new_case_offers_none_of_the_later_pages(opened: Context, qtbot: QtBot) -> None:
    found: list[frozenset[str]] = []
    opened.session.run(held_in, owner=opened.session, then=lambda held: found.append(held.pages))
    qtbot.waitUntil(lambda: found != [])
    assert found == [frozenset()]


def test_a_page_is_offered_once_it_holds_something(opened: Context, qtbot: QtBot) -> None:
    found: list[frozenset[str]] = []

    def fill(vault: object) -> None:
        vault.add(Account("skype", "live:a1", None, Strength.STRONG))
        vault.add(Payment("card", 100, "GBP", None))

    opened.session.run(fill, owner=opened.session)
    opened.session.run(held_in, owner=opened.session, then=lambda held: found.append(held.pages))
    qtbot.waitUntil(lambda: found != [])
    assert found == [frozenset({"people", "payments", "timeline"})]
    assert found[0] <= set(OFFERED_PAGES)
