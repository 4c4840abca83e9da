# SPDX-License-Identifier: MIT
"""The welcome: crisis lines, four rules, two ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
