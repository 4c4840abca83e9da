# SPDX-License-Identifier: MIT
"""The strip names what is easily mistaken, and never runs out of room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.card import Card
from ui.widgets.identifier_strip import IdentifierStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"


@pytest.fixture
def strip(context: Context, qtbot) -> IdentifierStrip:
    strip = IdentifierStrip(context)
    qtbot.addWidget(strip)
    return strip


def test_look_alikes_are_read_out_with_their_place(strip: IdentifierStrip) -> None:
    strip.set_text(CID)
    assert strip.accessibleName() == CID
    said = strip.accessibleDescription()
    assert said == "small L, character 1. one, character 15. zero, character 26"


def test_names_never_touch(strip: IdentifierStrip) -> None:
    strip.set_text("lI1O0lI1O0" * 3)
    strip.resize(440, strip.heightForWidth(440))
    signs = strip._signs(440)
    assert len(signs) == 30
    assert len({(sign.line, sign.row, round(sign.centre)) for sign in signs}) == 30
    assert max(sign.row for sign in signs) > 1


@pytest.mark.parametrize("width", [60, 200, 440, 900])
def test_it_paints_at_any_width(strip: IdentifierStrip, width: int) -> None:
    strip.set_text(CID + "lI1O0", differs_at=14)
    strip.resize(width, strip.heightForWidth(width))
    assert not strip.grab().isNull()
    assert strip.heightForWidth(200) > strip.heightForWidth(900)


def test_a_long_one_gets_the_lines_it_needs(context: Context, qtbot: QtBot) -> None:
    card = Card(context)
    strip = IdentifierStrip(context, parent=card)
    card.body.addWidget(strip)
    qtbot.addWidget(card)
    strip.set_text("lI1O0lI1O0" * 6)
    card.resize(480, 600)
    card.show()
    assert strip.height() == strip.heightForWidth(strip.width())


def test_colours_tell_digits_letters_and_the_differing_sign_apart(
    strip: IdentifierStrip, context: Context
) -> None:
    strip.set_text("l1a", differs_at=2)
    strip.resize(400, strip.heightForWidth(400))
    image = strip.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    for token in ("id_letter", "id_digit", "mark"):
        assert context.theme.colour(token).name() in colours, token
