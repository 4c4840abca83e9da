# SPDX-License-Identifier: MIT
"""Pages on which one place looks like another: one message over and over, and one tall photograph twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.conversation import INK, PAPER, WIDTH, text_page

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERIOD, PHOTO_TOP, PHOTO_ROWS, APART = 40, 700, 1_200, 2_000


def one_message(rows: int = 8_000, width: int = WIDTH, left: int = 0) -> NDArray[np.uint32]:
    """Return a page of one message over and over; ``left``: a list of contacts as wide stands beside it."""
    page = np.full((rows, width), PAPER, dtype=np.uint32)
    letters = np.random.default_rng(7).random((10, 180)) < 0.4
    for top in range(6, rows - PERIOD, PERIOD):
        page[top : top + 10, left + 20 : left + 200][letters] = INK
    return page


def tall_photo_twice(rows: int = 8_000, width: int = WIDTH) -> NDArray[np.uint32]:
    """Return text with one photograph, much taller than the window, from 700 on and again from 2,700 on."""
    page = text_page(rows, width)
    photo = np.random.default_rng(8).integers(0, 1 << 24, (PHOTO_ROWS, width), dtype=np.uint32)
    for top in (PHOTO_TOP, PHOTO_TOP + APART):
        page[top : top + PHOTO_ROWS] = photo
    return page
