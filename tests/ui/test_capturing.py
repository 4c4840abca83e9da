# SPDX-License-Identifier: MIT
"""The capture flow is connected to the window: review, the pages of a conversation, words only, Hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths, settings
from app.capture.hotkey import Key
from tests.fakes.keyboard import Keyboard
from tests.fakes.runs import kept_run
from tests.ui.filling import add_exhibit, ask
from ui.capture.states import State
from ui.capturing import make_flow
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_where_the_flow_leads(opened: Context, qtbot: QtBot) -> None:
    window = MainWindow(opened)
    qtbot.addWidget(window)
    flow = make_flow(opened, window)
    flow.words_only.emit()
    assert type(window.page).__name__ == "Under18Page"
    with qtbot.waitSignal(window.hide_asked):
        flow.hide_asked.emit()
    single, run = add_exhibit(opened, qtbot), ask(opened, qtbot, kept_run)
    for exhibit, page in ((single, "ReviewPage"), (run, "ExhibitPage")):
        flow.exhibit_added.emit(exhibit)
        assert type(window.page).__name__ == page
    flow.bar.deleteLater()
    flow.countdown.deleteLater()


def test_the_wait_is_remembered_and_a_conversation_is_offered(
    opened: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: file)
    window = MainWindow(opened)
    qtbot.addWidget(window)
    flow = make_flow(opened, window)
    assert "conversation" in flow.bar.ways
    flow.bar.wait_changed.emit(5)
    qtbot.waitUntil(lambda: file.exists() and settings.load(file).wait_seconds == 5)
    flow.bar.deleteLater()
    flow.countdown.deleteLater()


def test_the_key_that_hides_is_heard_as_long_as_the_screen_is_for_pictures(
    opened: Context, qtbot: QtBot
) -> None:
    keyboard = Keyboard()
    window = MainWindow(opened)
    qtbot.addWidget(window)
    flow = make_flow(opened, window, keyboard)
    flow.start()
    assert keyboard.opened == []  # the case is asked first
    qtbot.waitUntil(lambda: flow.state is State.READY)
    assert Key.HIDE.shown in flow.bar.hide_button.toolTip()
    hide = keyboard.opened[0]
    with qtbot.waitSignal(window.hide_asked):
        hide.on_press()
    flow.stop()
    assert all(one.is_closed for one in keyboard.opened)
    with qtbot.assertNotEmitted(window.hide_asked, wait=100):
        hide.on_press()
    flow.bar.deleteLater()
    flow.countdown.deleteLater()
