# SPDX-License-Identifier: MIT
"""One main button, another beside it, a quiet one below; each says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.identify.platforms import VerdictKind
from ui.widgets.found_id import Standing
from ui.widgets.id_buttons import FOUND, TYPED, IdButtons

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def buttons(context: Context, qtbot: QtBot) -> IdButtons:
    buttons = IdButtons(context)
    qtbot.addWidget(buttons)
    return buttons


def test_every_state_has_words(buttons: IdButtons) -> None:
    assert set(FOUND) == set(Standing)
    assert set(TYPED) == set(VerdictKind) - {VerdictKind.EMPTY}
    for keys in (*FOUND.values(), *TYPED.values()):
        buttons.offer(keys)
        assert buttons.keys == keys
        assert buttons.main.text()


def test_what_is_not_offered_is_not_there(buttons: IdButtons) -> None:
    buttons.offer(("go.on",), can_main=False)
    assert not buttons.main.isEnabled()
    assert buttons.other.isHidden()
    assert buttons.third.isHidden()


def test_each_says_its_own_key(buttons: IdButtons, qtbot: QtBot) -> None:
    buttons.offer(FOUND[Standing.DIFFERS])
    for button, key in zip((buttons.main, buttons.other, buttons.third), buttons.keys, strict=True):
        with qtbot.waitSignal(buttons.pressed) as heard:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == [key]


def test_only_taking_back_is_quiet(buttons: IdButtons) -> None:
    buttons.offer(("keep", "not", "type"))
    assert buttons.other.role == "big_quiet"
    buttons.offer(("again", "picture.keep"))
    assert buttons.other.role == "big_secondary"


def test_what_was_typed_is_not_called_pasted(buttons: IdButtons) -> None:
    buttons.offer(FOUND[Standing.DIFFERS], is_typed=True)
    assert buttons.third.text() == "Keep what I typed"
    assert buttons.keys[2] == "pasted.keep"


def test_the_focus_comes_back_after_something_was_kept(
    buttons: IdButtons, shown: Callable[[QWidget], QWidget]
) -> None:
    other = QPushButton("Hide", buttons)
    shown(buttons)
    buttons.offer(("keep", "not"))
    buttons.main.setFocus()
    buttons.hold()
    assert not any(button.isEnabled() for button in (buttons.main, buttons.other, buttons.third))
    buttons.offer(("keep",), can_main=False)
    assert buttons.focusWidget() is not buttons.main
    buttons.offer(("go.on",))
    assert buttons.main.hasFocus()
    other.setFocus()
    buttons.offer(("keep", "not"))
    assert other.hasFocus()
    assert buttons.other.isEnabled()
