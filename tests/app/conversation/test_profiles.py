# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.judge import judge
from app.conversation.pair import Pair, Region
from app.conversation.profiles import peaks
from app.conversation.seen import Seen
from app.model import Proof
from tests.fakes.scrolls import HEADER, page, window

PAGE, REGION = page(width=640), Region(HEADER, 396, 0, 20)


def between(pixels: np.ndarray) -> np.ndarray:
    """Return the pixels half way to those one row below: a stop between two rows."""
    parts = pixels.view(np.uint8).reshape(*pixels.shape, 4).astype(np.uint16)
    mixed = ((parts[:-1] + parts[1:]) // 2).astype(np.uint8)
    return np.ascontiguousarray(mixed).view(np.uint32).reshape(len(pixels) - 1, pixels.shape[1])


@pytest.mark.parametrize("shift", [-250, -31, 18, 160])
def test_the_best_peak_is_the_shift(shift: int) -> None:
    pair = Pair(Seen(window(PAGE, 400)), Seen(window(between(PAGE), 400 + shift)))
    assert abs(peaks(pair, REGION)[0] - shift) <= 1


def test_blank_rows_have_no_peak() -> None:
    blank = Seen(np.full((400, 640), 7, np.uint32))
    assert peaks(Pair(blank, blank), REGION) == []


@pytest.mark.parametrize("shift", [-161, 18, 87])
def test_a_stop_between_two_rows_is_matched(shift: int) -> None:
    found = judge(Seen(window(PAGE, 400)), Seen(window(between(PAGE), 400 + shift)))
    assert found.level is Proof.MATCHED
    assert found.shift_px is not None
    assert abs(found.shift_px - shift) <= 1
    assert found.alike_permille is not None
    assert found.alike_permille >= 900


def test_a_stop_between_two_rows_elsewhere_is_a_gap() -> None:
    assert judge(Seen(window(PAGE, 300)), Seen(window(between(PAGE), 1100))).level is Proof.GAP
