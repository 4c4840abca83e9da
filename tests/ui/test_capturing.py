# SPDX-License-Identifier: MIT
"""The capture flow is connected to the window: review, the pages of a conversation, words only, Hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths, settings
from app.capture.hotkey import Key
from app.model import StepState
from tests.fakes.keyboard import Keyboard
from tests.fakes.runs import finished_run, kept_run
from tests.ui.filling import add_exhibit, ask
from ui.capture.setting import Subject
from ui.capture.states import State
from ui.capturing import begin, does, make_flow
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


def states(context: Context, qtbot: QtBot) -> list[tuple[str, str, str | None]]:
    found = ask(context, qtbot, lambda vault: [entry.fact for entry in vault.entries(StepState)])
    return [(state.step, state.state, state.detail) for state in found]


def test_a_picture_does_the_step_that_asked_for_it(opened: Context, qtbot: QtBot) -> None:
    window = MainWindow(opened)
    qtbot.addWidget(window)
    window.flow = flow = make_flow(opened, window)
    exhibit = add_exhibit(opened, qtbot)
    begin(opened, window, flow, Subject(step="profile"))
    qtbot.waitUntil(lambda: flow.state is State.READY)
    with qtbot.waitSignal(opened.session.case_changed):
        flow.exhibit_added.emit(exhibit)
    assert states(opened, qtbot) == [("profile", "done", exhibit.ref)]
    assert type(window.page).__name__ == "ReviewPage"
    flow.stop()
    begin(opened, window, flow)
    qtbot.waitUntil(lambda: flow.state is State.READY)
    flow.exhibit_added.emit(exhibit)  # of nothing in particular
    assert len(states(opened, qtbot)) == 1
    flow.dismiss()
    flow.bar.deleteLater()
    flow.countdown.deleteLater()


def test_only_a_whole_conversation_does_that_step(opened: Context, qtbot: QtBot) -> None:
    single = add_exhibit(opened, qtbot)
    whole = ask(opened, qtbot, finished_run)
    torn = ask(opened, qtbot, lambda vault: finished_run(vault, run_id="ab" * 16, gap_after=1))
    broken_off = ask(opened, qtbot, lambda vault: kept_run(vault, run_id="cd" * 16))
    assert does("conversation", whole)
    assert not any(does("conversation", one) for one in (single, torn, broken_off))
    assert all(does("threat", one) for one in (single, whole, torn, broken_off))
