# SPDX-License-Identifier: MIT
"""Buttons: roles, heights, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context

HEIGHTS = {"primary": 44, "big": 52, "big_secondary": 52, "secondary": 40, "quiet": 40, "hide": 40, "nav": 40}


@pytest.mark.parametrize(("role", "height"), HEIGHTS.items())
def test_heights_are_as_drawn(
    context: Context, shown: Callable[[QWidget], QWidget], role: str, height: int
) -> None:
    button = Button(context, "Go", role, icon="camera")
    shown(button)
    assert button.sizeHint().height() == height


def test_an_ampersand_is_a_letter(context: Context, qtbot: object) -> None:
    button = Button(context, "Save & go on")
    assert button.text() == "Save && go on"
    assert button.accessibleName() == "Save & go on"
    assert button.shortcut().isEmpty()


def test_the_icon_follows_state_and_side(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    button = Button(context, "Back", icon="back")
    shown(button)
    before = button.icon().cacheKey()
    button.setEnabled(False)
    disabled = button.icon().cacheKey()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert len({before, disabled, button.icon().cacheKey()}) == 3


def test_another_role_is_another_look(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    button = Button(context, "Keep", "secondary")
    shown(button)
    button.set_role("primary")
    assert button.role == "primary"
    assert button.sizeHint().height() == 44


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_each_key_that_presses_a_button_elsewhere_presses_it(
    context: Context, shown: Callable[[QWidget], QWidget], key: Qt.Key
) -> None:
    pressed: list[bool] = []
    button = Button(context, "Keep")
    button.clicked.connect(lambda: pressed.append(True))
    shown(button)
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_words_that_come_later_stand_as_far_from_the_icon(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    late, early = Button(context, "", icon="camera"), Button(context, "Take it", icon="camera")
    for button in (late, early):
        shown(button)
    late.set_words("Take it")
    assert late.iconSize() == early.iconSize()
    late.set_words("")
    assert late.iconSize().width() < early.iconSize().width()


def test_right_to_left_its_words_stay_in_order(context: Context, qtbot: QtBot) -> None:
    drawn: dict[str, QImage] = {}
    for words in ("18 or over.", "\u200e18 or over.\u200e", "\u200f18 or over.\u200f"):
        button = Button(context, words)
        qtbot.addWidget(button)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setFixedWidth(200)
        drawn[words] = button.grab().toImage()
    asked, as_read, turned = drawn.values()
    assert asked == as_read
    assert asked != turned
