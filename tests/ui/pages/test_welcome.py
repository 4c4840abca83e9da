# SPDX-License-Identifier: MIT
"""The welcome: crisis lines, four rules, two ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app import paths, settings
from ui.pages.welcome import WelcomePage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_what_it_says_and_where_it_leads(context: Context, qtbot: QtBot) -> None:
    page = WelcomePage(context)
    qtbot.addWidget(page)
    assert page.headline.words == "This is not your fault."
    assert [rule.title.words for rule in page.rules] == [
        "Don\u2019t panic", "Don\u2019t pay", "Stop replying", "Don\u2019t delete anything"
    ]  # fmt: skip
    assert page.crisis_lines.life.call.words == "Call 999"
    with qtbot.waitSignal(page.moved_on) as moved:
        page.start.click()
    assert moved.args == ["questions", False]
    with qtbot.waitSignal(page.moved_on) as moved:
        page.fast.click()
    assert moved.args == ["questions", True]


def test_it_fits_the_smallest_common_screen(context: Context, qtbot: QtBot) -> None:
    page = WelcomePage(context)
    qtbot.addWidget(page)
    page.resize(1366, 728)
    with qtbot.waitExposed(page):
        page.show()
    assert page.scroll_area.verticalScrollBar().maximum() == 0


def test_who_has_a_copy_of_a_case_gets_to_it(context, qtbot) -> None:
    page = WelcomePage(context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.copy.click()
    assert moved.args == ["restore", None]


def test_another_language_is_kept_and_asks_for_another_window(
    context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    page = WelcomePage(context)
    qtbot.addWidget(page)
    page.languages.fill()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.languages.buttons["cy"].click()
    assert moved.args == ["new_look", None]
    assert settings.load(tmp_path / "settings.toml").language == "cy"


def test_tab_meets_the_languages_first_and_then_the_page_as_it_stands(context: Context, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Hide"))  # as in the window; else the way would be a ring that is right
    page = WelcomePage(context)
    column.addWidget(page)
    with qtbot.waitExposed(window):
        window.show()
    page.take_focus()
    qtbot.waitUntil(lambda: bool(page.languages.buttons))
    met: list[str] = []
    step = page.nextInFocusChain()
    while step is not window:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isVisible():
            met.append(step.objectName())
        step = step.nextInFocusChain()
    assert met == ["cy", "where", "more", "start", "fast", "copy", "look"]
