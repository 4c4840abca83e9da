# SPDX-License-Identifier: MIT
"""What was read in a picture is held against what the case knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Account, Rect, Strength
from app.search.values import ReadText
from tests.ui.filling import add_exhibit, ask
from ui.glancing import read_at_a_glance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context


def test_nothing_is_said_before_it_was_read(opened: Context, qtbot: QtBot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    assert ask(opened, qtbot, lambda vault: read_at_a_glance(vault, exhibit.id)) == ("", "")


def test_a_time_and_their_name_but_not_ones_own(opened: Context, qtbot: QtBot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    lines = [
        ReadText(Rect(0, y, 90, 20), text, 950) for y, text in enumerate(("tomhale04", "amelie.l", "02:16"))
    ]

    def job(vault: Vault) -> tuple[str, str]:
        vault.add(Account("instagram", "tomhale04", "username", Strength.MEDIUM, is_own=True))
        vault.add(Account("instagram", "amelie.l", "username", Strength.MEDIUM))
        vault.keep_texts(exhibit.id, lines, reader="test")
        return read_at_a_glance(vault, exhibit.id)

    assert ask(opened, qtbot, job) == ("02:16", "amelie.l")
