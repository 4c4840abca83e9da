# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.likeness import likeness
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, page, window

PAGE, REGION = page(), Region(HEADER, 396, 0, 10)


def overlap(second: np.ndarray, shift: int = 60) -> Overlap:
    return Overlap(Pair(Seen(window(PAGE, 300)), Seen(second)).laid(shift), REGION)


def blended(pixels: np.ndarray, rows: int, share: float) -> np.ndarray:
    """Return the pixels half way between theirs and those so many rows below."""
    parts = pixels.view(np.uint8).reshape(*pixels.shape, 4).astype(np.float32)
    mixed = (parts * (1 - share) + np.roll(parts, -rows, axis=0) * share).astype(np.uint8)
    return np.ascontiguousarray(mixed).view(np.uint32).reshape(pixels.shape)


def test_equal_cells_are_alike() -> None:
    like = likeness(overlap(window(PAGE, 360)))
    assert like.permille == 1000
    assert like.proves
    assert like.rows > 8


@pytest.mark.parametrize("tint", [0x101010, 0x180808])
def test_a_tinted_page_is_alike(tint: int) -> None:
    second = window(PAGE, 360)
    second[HEADER:] -= np.uint32(tint)
    assert likeness(overlap(second)).proves


@pytest.mark.parametrize("rows", [1, -1])
def test_text_half_a_pixel_off_is_alike(rows: int) -> None:
    like = likeness(overlap(blended(window(PAGE, 360), rows, 0.5)))
    assert like.proves


def test_another_place_is_not_alike() -> None:
    like = likeness(overlap(window(PAGE, 360), 80))
    assert not like.proves
    assert like.permille < 300


def test_an_overlap_lower_than_a_cell_has_none() -> None:
    like = likeness(overlap(window(PAGE, 360), 350))
    assert like.text.size == 0
    assert not like.proves
