# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.intake.progress import Seam, Side
from tests.ui.filling import png
from ui.capture.strip_frames import FramesView


def jpeg(colour: Qt.GlobalColor) -> bytes:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(colour)
    return png(image, "JPEG")


RED, BLUE = jpeg(Qt.GlobalColor.red), jpeg(Qt.GlobalColor.blue)


@pytest.fixture
def view(context, shown) -> FramesView:
    made = shown(FramesView(context))
    made.resize(330, 292)
    return made


def colours(view: FramesView) -> tuple[str, str]:
    """Return what colours stand in the middle of the upper and of the lower part."""
    image = view.grab().toImage()

    def name(y: int) -> str:
        seen = image.pixelColor(165, y)
        return "red" if seen.red() > 200 > seen.blue() else "blue" if seen.blue() > 200 > seen.red() else ""

    return name(60), name(240)


def test_a_gap_has_the_foot_of_one_over_the_head_of_the_other(view: FramesView, theme) -> None:
    view.show_sides((Side(7, RED, Seam.GAP), Side(8, BLUE)), 1)
    assert colours(view) == ("red", "blue")
    assert view.grab().toImage().pixelColor(12, 146) == theme.colour("attention_soft")


def test_scrolled_to_older_messages_the_later_picture_lies_above(view: FramesView) -> None:
    view.show_sides((Side(7, RED, Seam.GAP), Side(8, BLUE)), -1)
    assert colours(view) == ("blue", "red")


def test_pictures_that_meet_have_a_mark_and_others_have_none(view: FramesView, theme) -> None:
    view.show_sides((Side(7, RED, Seam.JOINED), Side(8, BLUE)), 1)
    joined = view.grab().toImage()
    view.show_sides((Side(7, RED), Side(8, BLUE)), 1)
    assert joined != view.grab().toImage()
    assert colours(view) == ("red", "blue")


def test_it_is_told_in_words(view: FramesView, words) -> None:
    for sides, said in (
        ((), words("conversation.frames.none")),
        ((Side(1, RED),), words("conversation.last", a=1)),
        ((Side(1, RED, Seam.MATCHED), Side(2, BLUE)), words("conversation.meet", a=1, b=2)),
        ((Side(1, RED, Seam.GAP), Side(2, BLUE)), words("conversation.meet.not", a=1, b=2)),
        ((Side(1, RED), Side(2, BLUE)), words("conversation.meet.open", a=1, b=2)),
    ):
        view.show_sides(sides, 0)
        assert view.accessibleName() == said


def test_a_small_picture_that_cannot_be_read_leaves_its_place_empty(view: FramesView) -> None:
    view.show_sides((Side(1, b"no jpeg", Seam.GAP), Side(2, BLUE)), 1)
    assert colours(view) == ("", "blue")


def test_it_forgets(view: FramesView) -> None:
    view.show_sides((Side(1, RED),), 1)
    view.forget()
    assert view._pixmaps == {}
