# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.model import Listed, Rect
from app.search.values import ReadText
from tests.ui.filling import add_exhibit, ask
from ui.searching import Searching

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context
    from ui.models.finds import Finds

LINES = (ReadText(Rect(10, 20, 200, 24), "Send 200 with Western Union", 980),)


@pytest.fixture
def searching(opened: Context, qtbot: QtBot) -> Searching:
    exhibit = add_exhibit(opened, qtbot)
    ask(opened, qtbot, lambda vault: vault.keep_texts(exhibit.id, LINES, reader="test"))
    made = Searching(opened, opened.session)
    made.look_in((Listed.of(exhibit),))
    return made


def answers(searching: Searching) -> list[Finds]:
    heard: list[Finds] = []
    searching.found.connect(heard.append)
    return heard


def test_a_word_is_found(searching: Searching, qtbot: QtBot) -> None:
    heard = answers(searching)
    searching.ask("  western   union ")
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].what == "western union"
    assert [one.exhibit.ref for one in heard[0].finds] == ["EX/1"]
    assert heard[0].state.read == 1


def test_while_letters_follow_each_other_only_the_last_is_searched_for(
    searching: Searching, qtbot: QtBot
) -> None:
    heard = answers(searching)
    for end in range(1, 8):
        searching.ask("western"[:end])
    qtbot.waitUntil(lambda: bool(heard))
    assert [one.what for one in heard] == ["western"]


def test_however_fast_somebody_types_one_search_waits_for_the_vault(
    searching: Searching, opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = threading.Event(), []
    searched = type(opened.session._vault).search
    monkeypatch.setattr("app.vault.Vault.search", lambda *args: asked.append(args[1]) or searched(*args))
    opened.session.run(lambda _: gate.wait(20), owner=opened.session)
    heard = answers(searching)
    for what in ("wes", "west", "wester"):
        searching.ask(what)
        searching._pause.stop()
        searching._ask()
    gate.set()
    qtbot.waitUntil(lambda: [one.what for one in heard] == ["wester"])
    assert asked == ["wes", "wester"]


def test_nothing_is_searched_for_nothing(searching: Searching, opened: Context, qtbot: QtBot) -> None:
    heard = answers(searching)
    searching.ask("west")
    searching.ask(" ")
    assert searching.what == ""
    ask(opened, qtbot, lambda vault: vault.record_count)
    qtbot.wait(200)
    assert heard == []


def test_again_looks_at_what_is_new(searching: Searching, opened: Context, qtbot: QtBot) -> None:
    heard = answers(searching)
    searching.ask("western")
    qtbot.waitUntil(lambda: len(heard) == 1)
    second = add_exhibit(opened, qtbot)
    ask(opened, qtbot, lambda vault: vault.keep_texts(second.id, LINES, reader="test"))
    searching.look_in(ask(opened, qtbot, lambda vault: vault.listed()))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert len(heard[1].finds) == 2


def test_a_lock_in_the_middle_is_no_failure(searching: Searching, opened: Context, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(opened.background.failed):
        searching.ask("western")
        searching._pause.stop()
        searching._ask()
        with qtbot.waitSignal(opened.session.locked):
            opened.session.lock("hide")
        searching.again()
