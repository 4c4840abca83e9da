# SPDX-License-Identifier: MIT
"""After an answer that sets pictures apart no page, no reader and no memory of the window shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import VaultLocked
from app.model import Under18
from tests.fakes.acquisitions import acquisition
from tests.ui.filling import ask
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def window(opened: Context, shown) -> MainWindow:
    window: MainWindow = shown(MainWindow(opened))
    window.read_facts()
    return window


def answer(opened: Context, qtbot: QtBot, said: Under18) -> None:
    facts = ask(opened, qtbot, lambda vault: vault.case().fact)
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=said)))
    with qtbot.waitSignal(opened.session.case_changed):
        opened.session.case_changed.emit()
    ask(opened, qtbot, lambda vault: vault.case())  # and the job that was asked for by it


def pages(window: MainWindow) -> set[str]:
    return set(window._pages)


@pytest.mark.parametrize("said", [Under18.YES, Under18.NOT_SURE])
def test_every_page_but_that_of_the_answer_is_let_go(
    window: MainWindow, opened: Context, qtbot: QtBot, said: Under18
) -> None:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition()))
    for name, detail in (("exhibit", exhibit), ("evidence", None), ("report", None), ("facts", None)):
        window.go(name, detail)
    answer(opened, qtbot, said)
    qtbot.waitUntil(lambda: pages(window) == {"facts"}, timeout=10_000)


def test_who_has_gone_on_meanwhile_is_brought_home(window: MainWindow, opened: Context, qtbot: QtBot) -> None:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition()))
    window.go("facts")
    facts = ask(opened, qtbot, lambda vault: vault.case().fact)
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.YES)))
    opened.session.case_changed.emit()
    window.go("exhibit", exhibit)
    qtbot.waitUntil(lambda: pages(window) == {"steps"}, timeout=10_000)


def test_other_changes_let_nothing_go(window: MainWindow, opened: Context, qtbot: QtBot) -> None:
    window.go("evidence")
    window.go("facts")
    answer(opened, qtbot, Under18.NO)
    assert pages(window) >= {"evidence", "facts"}
    answer(opened, qtbot, Under18.YES)
    qtbot.waitUntil(lambda: pages(window) == {"facts"}, timeout=10_000)
    window.go("evidence")
    answer(opened, qtbot, Under18.YES)
    assert pages(window) >= {"evidence", "facts"}


def test_what_a_report_or_a_search_reads_ends(window: MainWindow, opened: Context, qtbot: QtBot) -> None:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition()))
    reader = ask(opened, qtbot, lambda vault: vault.reader())
    answer(opened, qtbot, Under18.YES)
    with pytest.raises(VaultLocked):
        reader.original(exhibit.id)
    assert ask(opened, qtbot, lambda vault: vault.is_apart(exhibit.id))


def test_what_reads_pictures_is_ended(window: MainWindow, opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition()))
    opened.session.reader()
    answer(opened, qtbot, Under18.NOT_SURE)
    qtbot.waitUntil(lambda: not opened.session._readers, timeout=10_000)
