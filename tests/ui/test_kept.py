# SPDX-License-Identifier: MIT
"""Accounts are added or revised, and pictures are only read where pictures are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Account, CaseFacts, Strength, Under18
from tests.fakes.acquisitions import acquisition
from tests.ui.pages.test_identify import ask, picture
from ui.kept import read_kept, store

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ACCOUNT = Account("skype", "live:a", None, Strength.STRONG)


def test_a_new_account_and_its_next_revision(opened: Context, qtbot: QtBot) -> None:
    first = ask(opened, qtbot, lambda vault: store(vault, ACCOUNT, None))
    again = ask(opened, qtbot, lambda vault: store(vault, replace(ACCOUNT, stable_id="live:b"), first))
    assert (again.id, again.revision, again.fact.stable_id) == (first.id, 2, "live:b")
    accounts, exhibits = ask(opened, qtbot, read_kept)
    assert (accounts, exhibits) == ((again,), ())


def test_where_only_words_are_kept_no_picture_is_read(opened: Context, qtbot: QtBot) -> None:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))
    assert ask(opened, qtbot, read_kept)[1] == (exhibit,)
    ask(opened, qtbot, lambda vault: vault.revise_case(CaseFacts(Under18.YES, "England")))
    assert ask(opened, qtbot, read_kept)[1] == ()
