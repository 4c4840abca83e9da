# SPDX-License-Identifier: MIT
"""The drawn chats say the truth about themselves."""

from __future__ import annotations

import numpy as np
import pytest

from app.model import Finding, Proof
from tests.fakes.chats import FAMILIES, Shot, pairs, steps_between, truth

COLOUR = np.uint32(0xFFFFFF)
EXACT_FAMILIES = ("plain", "jumping", "back", "mirrored", "dense", "lines", "same", "growing", "taller")


def _same_rows(first: Shot, second: Shot, shift: int) -> int:
    """How many rows of the second are equal to the row ``shift`` below in the first, in the region."""
    left = first.region.x
    right = left + first.region.width
    rows = 0
    for y in range(second.region.y, second.region.y + second.region.height):
        there = y + shift
        if first.region.y <= there < first.region.y + first.region.height:
            here, other = second.pixels[y, left:right], first.pixels[there, left:right]
            rows += bool(np.array_equal(here & COLOUR, other & COLOUR))
    return rows


@pytest.mark.parametrize("family", EXACT_FAMILIES)
def test_the_true_shift_is_where_the_pixels_meet(family: str) -> None:
    shots = FAMILIES[family](3).run(5, "reading")
    met = 0
    for a, b in pairs(shots, most=2):
        true = truth(shots[a], shots[b])
        if true.overlap_px > 80:
            met += 1
            allowed = 40 if family == "back" else 0  # the chip covers some
            assert _same_rows(shots[a], shots[b], int(true.shift_px or 0)) >= true.overlap_px - allowed
    assert met


@pytest.mark.parametrize("family", FAMILIES)
def test_a_chat_is_the_same_for_the_same_seed(family: str) -> None:
    first, again = (FAMILIES[family](11).run(3) for _ in range(2))
    assert [one.frame for one in first] == [one.frame for one in again]


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - {"jumping", "same", "wider", "emoji"}))
def test_every_family_has_plain_pairs_and_moves(family: str) -> None:
    plain = 0
    for seed in range(6):
        shots = FAMILIES[family](seed).run(5, "reading")
        assert len({one.frame.bgra for one in shots}) > 1
        plain += sum(truth(shots[a], shots[b]).is_plain for a, b in pairs(shots, most=1))
    assert plain > 3


def test_a_list_of_the_same_message_is_ambiguous_and_a_jump_has_no_overlap() -> None:
    same = [FAMILIES["same"](seed).run(5, "reading") for seed in (3, 7, 11)]
    assert any(truth(run[a], run[b]).is_ambiguous for run in same for a, b in pairs(run, most=1))
    jumps = FAMILIES["jumping"](1).run(6)
    assert any(truth(jumps[a], jumps[b]).overlap_px == 0 for a, b in pairs(jumps, most=1))


def test_a_picture_that_comes_late_tears_and_a_wider_window_resizes() -> None:
    runs = [FAMILIES["late"](seed).run(6, "creeping") for seed in range(6)]
    assert any(truth(run[a], run[b]).is_torn for run in runs for a, b in pairs(run, most=1))
    wide = FAMILIES["wider"](0).run(6)
    assert any(truth(wide[a], wide[b]).is_resized for a, b in pairs(wide, most=1))


def test_faults_are_named() -> None:
    shots = FAMILIES["plain"](2).run(2, "reading")
    true = truth(*shots)
    right = round(true.shift_px or 0)
    assert true.fault(Finding(Proof.EXACT, shift_px=right)) is None
    assert true.fault(Finding(Proof.GAP)) is None
    assert "false join" in (true.fault(Finding(Proof.EXACT, shift_px=right + 2)) or "")
    assert "false same" in (true.fault(Finding(Proof.SAME, shift_px=0)) or "")
    jumps = FAMILIES["jumping"](1).run(6)
    apart = [true for a, b in pairs(jumps) if (true := truth(jumps[a], jumps[b])).shift_px is None]
    assert "no row in common" in (apart[0].fault(Finding(Proof.MATCHED, shift_px=9)) or "")
    assert "no row in common" in (apart[0].fault(Finding(Proof.SAME)) or "")


def test_a_guess_is_named_unless_somebody_watched() -> None:
    ambiguous = next(
        true
        for seed in range(3, 40, 4)
        for shots in [FAMILIES["same"](seed).run(5, "reading")]
        for a, b in pairs(shots, most=1)
        if (true := truth(shots[a], shots[b])).is_ambiguous and true.shift_px is not None
    )
    joined = Finding(Proof.EXACT, shift_px=round(ambiguous.shift_px or 0))
    assert "guess" in (ambiguous.fault(joined) or "")
    assert ambiguous.fault(joined, is_watched=True) is None


def test_a_place_that_looks_the_same_to_the_last_pixel_is_no_fault() -> None:
    shots = FAMILIES["daily"](90001).run(7, "reading")  # the same two messages every morning
    true = truth(shots[2], shots[6])
    assert (true.shift_px, true.fits) == (None, (-330,))
    assert true.fault(Finding(Proof.EXACT, shift_px=-330)) is None
    assert "no row in common" in (true.fault(Finding(Proof.EXACT, shift_px=-331)) or "")


def test_followed_steps_add_up() -> None:
    shots = FAMILIES["plain"](4).run(4, "reading")
    steps = steps_between(shots[0], shots[1], 1)
    true = truth(shots[0], shots[1])
    assert steps is not None
    assert sum(steps) == true.shift_px
    assert all(abs(step) <= true.region_px // 2 for step in steps)
