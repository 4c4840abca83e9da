# SPDX-License-Identifier: MIT
"""The gallery shows all parts; another look is there at the press of a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.walk import clipped
from ui.gallery.parts import PARTS
from ui.gallery.window import Gallery
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def gallery(qapp: QApplication, context: Context, qtbot: QtBot) -> Iterator[Gallery]:
    made = Gallery(qapp, context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    context.theme.apply(qapp)


def test_every_part_has_its_heading(gallery: Gallery, context: Context) -> None:
    heads = [one.words for one in gallery.content.findChildren(Label) if one.property("role") == "h2"]
    for name in PARTS:
        assert context.words(f"gallery.part.{name}") in heads


def test_colours_and_size_change_at_once(gallery: Gallery, qtbot: QtBot) -> None:
    before = gallery.content
    gallery.schemes.chips["dark"].click()
    gallery.sizes.chips["200"].click()
    assert gallery.content is not before
    assert gallery.schemes.on == ("dark",)
    assert gallery.sizes.on == ("200",)
    assert gallery.grab().toImage().pixelColor(2, 2).name().upper() == "#151A1D"  # paper of the dark scheme


@pytest.mark.parametrize("percent", [100, 200])
def test_no_words_are_cut_off(gallery: Gallery, percent: int) -> None:
    gallery.choose(text_percent=percent)
    gallery.grab()
    assert list(clipped(gallery)) == []
