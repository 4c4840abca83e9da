# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.search_field import MOST, SearchField


@pytest.fixture
def field(context, shown) -> SearchField:
    made = SearchField(context)
    made.resize(400, 60)
    return shown(made)


def test_it_says_what_it_is_for_also_to_a_screen_reader(field: SearchField, words) -> None:
    assert field.edit.accessibleName() == words("search.field.name")
    assert field.edit.placeholderText() == words("search.field.name")
    assert field.clear_button.accessibleName() == words("search.field.clear")


def test_it_tells_what_is_typed(field: SearchField, qtbot) -> None:
    heard: list[str] = []
    field.changed.connect(heard.append)
    QTest.keyClicks(field.edit, "pay")
    assert heard == ["p", "pa", "pay"]


def test_the_cross_is_there_while_something_is_typed_and_empties_it(field: SearchField) -> None:
    assert not field.clear_button.isVisible()
    field.set_text("pay")
    assert field.clear_button.isVisible()
    QTest.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert field.text == ""
    assert not field.clear_button.isVisible()
    assert field.edit.hasFocus()


def test_esc_empties_it_and_an_empty_one_leaves_esc_to_others(field: SearchField, qtbot) -> None:
    field.set_text("pay")
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text == ""
    with qtbot.assertNotEmitted(field.changed):
        QTest.keyClick(field.edit, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_lead_to_what_was_found(field: SearchField, key, qtbot) -> None:
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field.edit, key)


def test_with_the_focus_all_of_it_is_chosen(field: SearchField) -> None:
    field.set_text("pay")
    field.take_focus()
    assert field.edit.selectedText() == "pay"
    assert field.box.property("has_focus")


def test_whoever_pastes_a_page_searches_for_its_beginning(field: SearchField) -> None:
    field.set_text("x" * 10_000)
    assert len(field.text) == MOST
