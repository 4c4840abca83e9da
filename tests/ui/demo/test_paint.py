# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from ui.demo import paint
from ui.demo.script import Line


def line(words: str, *, is_own: bool = False) -> Line:
    return Line(datetime(2026, 11, 19, 22, 14, tzinfo=UTC), is_own, words)


def drawn(draw) -> QImage:
    image = QImage(400, 120, QImage.Format.Format_RGB32)
    image.fill(paint.WHITE)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def test_fonts_are_the_packages_own(qapp) -> None:
    assert paint.load_fonts().startswith("Atkinson")


def test_long_words_wrap_inside_the_widest_bubble(qapp) -> None:
    family = paint.load_fonts()
    short = paint.bubble_size(line("ok"), paint.font(family, 16))
    long = paint.bubble_size(line("send it now " * 12), paint.font(family, 16))
    assert short.width() < long.width() <= paint.BUBBLE_WIDTH_PX + 1
    assert long.height() > 2 * short.height()


def test_own_messages_stand_right_in_their_own_colour(qapp) -> None:
    image = drawn(lambda p: paint.draw_bubble(p, line("hey", is_own=True), 10, 400, "sans-serif"))
    assert image.pixelColor(400 - 34, 24) == paint.OURS
    assert image.pixelColor(80, 20) == paint.WHITE


def test_head_has_no_more_than_two_tones(qapp) -> None:
    image = drawn(lambda p: paint.draw_head(p, QPointF(60, 60), 50))
    assert image.pixelColor(20, 60) == paint.HEAD
    assert image.pixelColor(60, 48) == paint.WHITE


def test_letters_stand_inside_the_rectangle_that_is_returned(qapp) -> None:
    found: list[QRectF] = []
    face = paint.font(paint.load_fonts(), 17)
    image = drawn(
        lambda p: found.append(
            paint.draw_text(p, QRectF(30, 30, 300, 40), "live:.cid.8f3a", face, paint.BLUE)
        )
    )
    box = found[0].toAlignedRect().adjusted(-1, -1, 1, 1)
    inked = [(x, y) for x in range(400) for y in range(120) if image.pixelColor(x, y) != paint.WHITE]
    assert inked
    assert all(box.contains(x, y) for x, y in inked)
