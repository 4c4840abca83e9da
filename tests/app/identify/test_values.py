# SPDX-License-Identifier: MIT
from app.identify.values import Box


def test_a_box_knows_its_size():
    box = Box(3, 5, 10, 9)
    assert (box.width_px, box.height_px) == (7, 4)


def test_two_boxes_join_to_the_smallest_that_holds_both():
    assert Box(3, 5, 10, 9).joined(Box(1, 7, 4, 20)) == Box(1, 5, 10, 20)
