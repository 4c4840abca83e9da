# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.capture.solid import INK, INK_TEXT, burnt, solid
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
