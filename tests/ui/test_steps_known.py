# SPDX-License-Identifier: MIT
"""What the home is made from: answers, accounts, pictures, and what was put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Answer, Strength, Under18
from tests.ui.filling import add_exhibit, ask
from ui.steps_known import ASKED, LATER, ON, SHORT, StepsKnown, read_steps

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from app.vault import Vault
    from ui.context import Context

DAY = date(2026, 11, 24)


def known(context: Context, qtbot: QtBot) -> StepsKnown:
    return ask(context, qtbot, lambda vault: read_steps(vault, context.guides, DAY))


def change(context: Context, qtbot: QtBot, facts: CaseFacts, *accounts: Account) -> None:
    def job(vault: Vault) -> None:
        vault.revise_case(facts)
        for account in accounts:
            vault.add(account)

    ask(context, qtbot, job)


def test_where_they_wrote_and_where_accounts_are(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    own = Account("facebook", "me", "username", Strength.MEDIUM, is_own=True)
    theirs = Account("kik", "amelie", "username", Strength.MEDIUM)
    change(opened, qtbot, replace(facts, platforms=("snapchat", "kik")), own, theirs)
    found = known(opened, qtbot)
    assert found.platforms == ("snapchat", "kik", "facebook")
    assert found.theirs is None
    assert found.found_id == "amelie"


@pytest.mark.parametrize(("platforms", "theirs"), [((), None), (("kik",), "kik"), (("kik", "x"), None)])
def test_only_one_platform_is_that_of_the_pictures(
    opened: Context, qtbot: QtBot, facts: CaseFacts, platforms: tuple[str, ...], theirs: str | None
) -> None:
    change(opened, qtbot, replace(facts, platforms=platforms))
    assert known(opened, qtbot).theirs == theirs


def test_nothing_is_asked_before_the_first_picture_and_nothing_twice(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    assert not known(opened, qtbot).is_to_ask
    add_exhibit(opened, qtbot)
    assert known(opened, qtbot).is_to_ask
    change(opened, qtbot, replace(facts, paid=Answer.NO))
    assert not known(opened, qtbot).is_to_ask
    change(opened, qtbot, facts)
    ask(opened, qtbot, lambda vault: vault.save_draft(ASKED, LATER))
    assert not known(opened, qtbot).is_to_ask


def test_the_five_alone_are_shown_when_wanted_and_never_on_the_path_of_words(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    assert not known(opened, qtbot).is_short
    ask(opened, qtbot, lambda vault: vault.save_draft(SHORT, ON))
    assert known(opened, qtbot).is_short
    change(opened, qtbot, replace(facts, under_18=Under18.YES))
    assert not known(opened, qtbot).is_short
