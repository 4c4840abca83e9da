# SPDX-License-Identifier: MIT
"""The side of the window: what it offers, what it says was asked for, and what comes first in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.held import Held
from ui.widgets.sidebar import OFFERED_PAGES, Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def sidebar(context: Context, shown: Callable[[QWidget], QWidget]) -> Sidebar:
    sidebar = Sidebar(context)
    sidebar.resize(sidebar.width(), 800)
    shown(sidebar)
    return sidebar


def test_it_says_what_was_asked_for(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.page_asked) as asked:
        sidebar.pages["report"].click()
    assert asked.args == ["report"]
    with qtbot.waitSignals([sidebar.picture_asked, sidebar.lock_asked]):
        sidebar.picture.click()
        sidebar.lock.click()


def test_one_page_is_marked(sidebar: Sidebar) -> None:
    sidebar.set_current("evidence")
    assert [name for name, row in sidebar.pages.items() if row.isChecked()] == ["evidence"]
    sidebar.set_current("recovery")
    assert not any(row.isChecked() for row in sidebar.pages.values())


def test_no_pictures_on_the_path_of_words(sidebar: Sidebar) -> None:
    sidebar.show_held(Held(frozenset(), is_words_only=True))
    assert sidebar.picture.isHidden()
    sidebar.show_held(Held(frozenset(), is_words_only=False))
    assert not sidebar.picture.isHidden()


def test_pages_that_hold_nothing_are_offered_once_they_were_asked_for(sidebar: Sidebar) -> None:
    def offered() -> list[str]:
        return [name for name in OFFERED_PAGES if not sidebar.pages[name].isHidden()]

    assert offered() == []
    sidebar.show_held(Held(frozenset({"payments"}), is_words_only=False))
    sidebar.set_current("watch")
    sidebar.show_held(Held(frozenset(), is_words_only=False))
    assert offered() == ["payments", "watch"]
    sidebar.forget()
    assert offered() == []


def test_the_crisis_lines_are_first_in_the_menu_and_last_beside_the_page(sidebar: Sidebar) -> None:
    layout = sidebar.layout()
    assert layout is not None
    assert sidebar.crisis.y() > sidebar.pages["help"].y()
    sidebar.set_over(True)
    layout.activate()
    assert sidebar.crisis.y() < sidebar.picture.y()
    sidebar.set_over(False)
    layout.activate()
    assert sidebar.picture.y() < sidebar.crisis.y() < sidebar.lock.y()
