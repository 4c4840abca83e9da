# SPDX-License-Identifier: MIT
"""Marked characters are seen without colour too, and a long text goes on in the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.marked_text import MarkedText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def line(context: Context, qtbot: QtBot) -> MarkedText:
    line = MarkedText(context)
    qtbot.addWidget(line)
    return line


def test_it_is_read_out_whole(line: MarkedText) -> None:
    line.set_cells([("a", False), ("1", True), (" ", True)])
    assert line.accessibleName() == "a1 "
    assert line.marked == (1, 2)


def test_a_mark_has_a_ground_and_a_line_below(line: MarkedText, context: Context) -> None:
    line.resize(200, 24)
    line.set_cells([("a", False), (" ", True)])
    image = line.grab().toImage()
    colours = [image.pixelColor(15, y).name() for y in range(image.height())]
    assert context.theme.colour("mark").name() in colours
    assert context.theme.colour("ink").name() in colours
    beside = {image.pixelColor(30, y).name() for y in range(image.height())}
    assert context.theme.colour("mark").name() not in beside


def test_a_long_text_goes_on_below(line: MarkedText) -> None:
    line.set_cells([("a", False)] * 60)
    assert line.heightForWidth(10_000) < line.heightForWidth(300) < line.heightForWidth(100)
    line.resize(100, line.heightForWidth(100))
    assert not line.grab().isNull()
    assert line.minimumSizeHint().width() < line.sizeHint().width()
