# SPDX-License-Identifier: MIT
"""The list shows what is kept, how it is known and where it stands, and asks for a change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.model import Account, Provenance, SeenIn, Strength
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import finished_run
from tests.ui.pages.test_identify import ask, picture
from ui.widgets.kept_account import KeptAccount
from ui.widgets.kept_list import KeptList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)


def test_nothing_kept_takes_no_room(context: Context, qtbot: QtBot) -> None:
    kept = KeptList(context)
    qtbot.addWidget(kept)
    kept.show_accounts((), ())
    assert kept.isHidden()


def test_each_says_how_it_is_known_and_can_be_changed(opened: Context, qtbot: QtBot) -> None:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))
    read = Account(
        "skype", "live:a", None, Strength.STRONG, Provenance.READ, NOW,
        seen_in=SeenIn(exhibit.id), read_as="live:a", read_permille=991,
    )  # fmt: skip
    entries = [
        ask(opened, qtbot, lambda vault, one=one: vault.add(one))  # type: ignore[misc]
        for one in (read, Account("skype", None, None, Strength.WEAK))
    ]
    kept = KeptList(opened)
    qtbot.addWidget(kept)
    kept.show_accounts(entries, (exhibit,))
    first, second = kept.findChildren(KeptAccount)
    assert first.known.words == f"We read it in {exhibit.ref}. Least sure character: 99 %."
    assert second.known.isHidden()
    with qtbot.waitSignal(kept.change_wanted) as heard:
        qtbot.mouseClick(first.change, Qt.MouseButton.LeftButton)
    assert heard.args == [entries[0]]
    kept.show_accounts(entries[:1], (exhibit,))
    qtbot.waitUntil(lambda: len(kept.findChildren(KeptAccount)) == 1)


def test_what_was_read_in_a_conversation_says_in_which_of_its_pictures(opened: Context, qtbot: QtBot) -> None:
    run = ask(opened, qtbot, lambda vault: finished_run(vault, 3))
    second = run.frames[1]
    account = Account(
        "skype", "live:a", None, Strength.STRONG, Provenance.READ, NOW, seen_in=SeenIn(second.id)
    )
    entry = ask(opened, qtbot, lambda vault: vault.add(account))
    kept = KeptList(opened)
    qtbot.addWidget(kept)
    kept.show_accounts([entry], (run,))
    [row] = kept.findChildren(KeptAccount)
    assert row.known.words == f"We read it in {second.ref}."
