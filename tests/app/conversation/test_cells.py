# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.capture.models import Frame
from app.conversation.cells import Cells, pixels_of


def changed_at(width: int, height: int, *points: tuple[int, int]) -> tuple[Frame, Frame]:
    before = np.zeros((height, width), dtype="<u4")
    after = before.copy()
    for x, y in points:
        after[y, x] = 0xFF
    return Frame(width, height, before.tobytes()), Frame(width, height, after.tobytes())


def test_a_frame_is_read_as_rows_of_pixels() -> None:
    _, frame = changed_at(40, 20, (7, 3))
    pixels = pixels_of(frame)
    assert pixels.shape == (20, 40)
    assert np.argwhere(pixels).tolist() == [[3, 7]]


@pytest.mark.parametrize("size", [(640, 480), (641, 479), (33, 17), (5, 3)])
def test_a_pixel_marks_its_cell_alone(size: tuple[int, int]) -> None:
    width, height = size
    x, y = width - 1, (height - 1) // 4 * 4
    cells = Cells(width, height)
    before, after = changed_at(width, height, (x, y))
    found = cells.differing(pixels_of(before), pixels_of(after))
    assert np.argwhere(found).tolist() == [[y // 16, x // 32]]
    assert not cells.differing(pixels_of(after), pixels_of(after)).any()


def test_only_every_fourth_row_is_looked_at() -> None:
    before, after = changed_at(64, 64, (3, 1), (3, 2), (3, 3))
    assert not Cells(64, 64).differing(pixels_of(before), pixels_of(after)).any()


def test_strips_are_found_in_every_row_of_the_changed_cells_and_their_neighbours() -> None:
    before, after = changed_at(100, 100, (40, 32), (40, 17), (40, 31), (95, 33), (99, 33), (1, 90))
    cells = Cells(100, 100)
    changed = cells.differing(pixels_of(before), pixels_of(after))
    found = cells.strips(pixels_of(before), pixels_of(after), changed)
    assert found.shape == (100, 3)
    assert np.argwhere(found).tolist() == [[17, 1], [31, 1], [32, 1], [33, 2]]


def test_cells_spread_to_their_strips() -> None:
    cells = Cells(100, 40)
    marked = cells.none()
    marked[2, 1] = marked[0, 3] = True
    spread = cells.strips_of(marked)
    assert spread.shape == cells.no_strips().shape == (40, 3)
    assert np.argwhere(spread).tolist() == [[row, 1] for row in range(32, 40)]
