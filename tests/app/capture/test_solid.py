# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.capture.solid import INK, INK_TEXT, burnt, clipped, solid, touch
from app.model import Rect
from tests.fakes.scrolls import frame, picture


def test_a_solid_frame_is_one_colour() -> None:
    made = solid(7, 5)
    assert set(np.frombuffer(made.bgra, "<u4").tolist()) == {INK}
    assert int(INK_TEXT[1:], 16) == INK & 0xFFFFFF


def test_the_frame_that_is_given_stays_as_it_was() -> None:
    before = frame(picture(20, 30))
    kept = bytes(before.bgra)
    assert bytes(burnt(before, [Rect(2, 2, 9, 9)]).bgra) != kept
    assert bytes(before.bgra) == kept
    assert burnt(before, []) == before


@pytest.mark.parametrize(
    ("rect", "inside"),
    [
        (Rect(-5, -5, 10, 10), Rect(0, 0, 5, 5)),
        (Rect(90, 40, 50, 50), Rect(90, 40, 10, 10)),
        (Rect(100, 0, 5, 5), None),
        (Rect(0, -5, 5, 5), None),
    ],
)
def test_a_rectangle_is_cut_to_the_picture(rect: Rect, inside: Rect | None) -> None:
    assert clipped(rect, 100, 50) == inside


def test_rectangles_that_touch_have_a_pixel_in_common_or_are_near() -> None:
    one = Rect(10, 10, 10, 10)
    assert touch(one, Rect(19, 19, 5, 5))
    assert not touch(one, Rect(20, 10, 5, 5))
    assert touch(one, Rect(22, 10, 5, 5), 4)
    assert not touch(one, Rect(24, 10, 5, 5), 4)
