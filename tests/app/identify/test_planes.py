# SPDX-License-Identifier: MIT
"""Each operation on a plane of pixels does what its name says."""

from __future__ import annotations

import numpy as np

from app.identify import planes
from app.identify.values import Box


def spots() -> planes.Plane:
    plane = np.zeros((20, 40), np.uint8)
    plane[2:5, 3:9] = 255
    plane[10:18, 20:22] = 255
    return plane


def test_what_is_less_leaves_nothing() -> None:
    one, two = np.array([[9, 3]], np.uint8), np.array([[4, 8]], np.uint8)
    assert planes.difference(one, two).tolist() == [[5, 0]]


def test_a_flat_plane_has_no_steps() -> None:
    plane = np.full((6, 6), 90, np.uint8)
    assert not planes.steps(plane).any()
    plane[3, 3] = 200
    assert planes.steps(plane)[2, 2] == 110


def test_opening_takes_out_what_is_narrower() -> None:
    kept = planes.opened(spots(), 4, 1)
    assert kept[3, 5]
    assert not kept[10:].any()


def test_each_pixel_has_a_limit_of_its_own_and_one_that_holds_for_all() -> None:
    plane, limits = np.array([[30, 30, 9]], np.uint8), np.array([[29, 30, 0]], np.uint8)
    assert planes.above_each(plane, limits, 10.0).tolist() == [[255, 0, 0]]


def test_a_cell_is_the_mean_of_its_pixels() -> None:
    plane = np.zeros((4, 8), np.uint8)
    plane[0, :4] = 200
    assert planes.cells(plane).tolist() == [[100, 0], [0, 0]]


def test_islands_are_told_by_their_boxes() -> None:
    assert sorted(planes.islands(spots()), key=lambda box: box.left) == [Box(3, 2, 9, 5), Box(20, 10, 22, 18)]


def test_only_what_is_unwanted_is_erased() -> None:
    mask = spots()
    assert planes.erase(mask, lambda box, filled: filled == 16)
    assert list(planes.islands(mask)) == [Box(3, 2, 9, 5)]
    assert not planes.erase(mask, lambda box, filled: filled == 16)


def test_a_slope_is_taken_out() -> None:
    plane = np.zeros((41, 101), np.uint8)
    for column in range(101):
        plane[20 + round((column - 50) * 0.1), column] = 255
    level = planes.slanted(plane, 0.1)
    assert level[20].astype(int).sum() > 0.6 * 255 * 101


def test_another_size_keeps_the_ground() -> None:
    for size in ((10, 5), (80, 40)):
        assert planes.resized(np.full((20, 40), 77, np.uint8), *size).shape == size[::-1]
        assert (planes.resized(np.full((20, 40), 77, np.uint8), *size) == 77).all()
