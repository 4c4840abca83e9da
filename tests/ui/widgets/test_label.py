# SPDX-License-Identifier: MIT
"""Labels: bold kept, everything else escaped, lines of the height of the role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.widgets.label import Label, plain, rich

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


def test_only_bold_is_markup() -> None:
    assert rich("Call **999** now") == "Call <b>999</b> now"
    assert rich("<img src=x> & **<b>**") == "&lt;img src=x&gt; &amp; <b>&lt;b&gt;</b>"
    assert plain("Call **999** now") == "Call 999 now"


def test_a_screen_reader_hears_no_marks(theme: Theme, shown: Callable[[QWidget], QWidget]) -> None:
    label = Label("Call **999** now")
    shown(label)
    seen = QAccessible.queryAccessibleInterface(label)
    assert seen.text(QAccessible.Text.Name) == "Call 999 now"


@pytest.mark.parametrize("role", ["display", "lead", "body", "small", "code"])
def test_lines_have_the_height_of_the_role(
    theme: Theme, shown: Callable[[QWidget], QWidget], role: str
) -> None:
    label = Label("one two three four five six seven eight nine ten", role)
    label.setFixedWidth(theme.role(role).size_px * 8)
    shown(label)
    line = theme.role(role).line_px
    height = label.heightForWidth(label.width())
    assert height % line == 0
    assert height // line >= 2


def test_what_looks_like_markup_is_shown_as_typed(theme: Theme, shown: Callable[[QWidget], QWidget]) -> None:
    label = Label("<script>alert(1)</script>")
    shown(label)
    assert label.words == "<script>alert(1)</script>"
    assert "<script>" not in label.text()


def test_right_to_left_changes_the_side(theme: Theme, shown: Callable[[QWidget], QWidget]) -> None:
    label = Label("words")
    shown(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert 'align="right"' in label.text()
