# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from app.model import Certainty
from app.timeline import LineKind
from tests.ui.test_timeline_words import line
from ui.widgets.timeline_dot import paint_dot


def drawn(theme, one) -> QImage:
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_dot(painter, theme, one, QPointF(15, 15))
    painter.end()
    return image


def test_seen_is_full_and_remembered_is_a_ring(theme) -> None:
    seen = drawn(theme, replace(line(), certainty=Certainty.SEEN))
    remembered = drawn(theme, line())
    assert seen.pixelColor(15, 15) == theme.colour("primary")
    assert remembered.pixelColor(15, 15) == theme.colour("surface")


def test_a_deadline_has_another_shape_than_the_rest(theme) -> None:
    seen = replace(line(), certainty=Certainty.SEEN)
    deadline = drawn(theme, replace(seen, kind=LineKind.DEADLINE))
    assert deadline.pixelColor(11, 11) != drawn(theme, seen).pixelColor(11, 11)
