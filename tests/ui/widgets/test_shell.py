# SPDX-License-Identifier: MIT
"""The frame: Hide stays in the same pixels on every page; in a narrow window the sidebar is behind Menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.routes import make_page
from ui.widgets.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def shell(opened: Context, shown: Callable[[QWidget], QWidget]) -> Shell:
    shell = Shell(opened)
    shell.resize(1280, 800)
    shown(shell)
    return shell


def test_hide_stays_in_the_same_pixels(shell: Shell, opened: Context, qtbot: QtBot) -> None:
    places = set()
    for name in ("welcome", "questions", "lock", "steps", "recovery"):
        shell.show_page(make_page(name, opened), name)
        assert shell.hide_button.isVisible()
        places.add(shell.hide_button.geometry().getRect())
    assert places == {(1280 - 24 - 96, 20, 96, 40)}
    with qtbot.waitSignal(shell.hide_asked):
        shell.hide_button.click()


def test_bare_pages_have_no_sidebar(shell: Shell, opened: Context) -> None:
    shell.show_page(make_page("welcome", opened), "welcome")
    assert shell._sidebar is None, "the first paint does without"
    assert shell.esc.isVisible()
    shell.show_page(make_page("steps", opened), "steps")
    assert shell.sidebar.isVisible()
    assert not shell.esc.isVisible()
    assert shell.page is not None
    assert shell.page.title.mapTo(shell, shell.page.title.rect().topLeft()).x() == 260


def test_a_narrow_window_has_a_menu(shell: Shell, opened: Context) -> None:
    shell.show_page(make_page("steps", opened), "steps")
    shell.resize(800, 800)
    assert shell.is_narrow
    assert shell.menu.isVisible()
    assert not shell.sidebar.isVisible()
    assert shell.page is not None
    assert shell.page.is_narrow
    shell.menu.click()
    assert shell.sidebar.isVisible()
    assert shell.sidebar.x() == 0
    shell.sidebar.pages["help"].click()
    assert not shell.sidebar.isVisible()
    shell.menu.click()
    QTest.keyClick(shell.sidebar.pages["help"], Qt.Key.Key_Escape)
    assert not shell.sidebar.isVisible()
    shell.resize(1280, 800)
    assert not shell.is_narrow
    assert not shell.menu.isVisible()


def test_right_to_left_mirrors_hide(shell: Shell, opened: Context) -> None:
    shell.show_page(make_page("welcome", opened), "welcome")
    shell.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shell.resize(1281, 800)
    assert shell.hide_button.x() == 24


def test_dropped_pages_are_gone(shell: Shell, opened: Context) -> None:
    shell.show_page(make_page("steps", opened), "steps")
    shell.drop_pages()
    assert shell.page is None
    assert shell.stack.count() == 0
