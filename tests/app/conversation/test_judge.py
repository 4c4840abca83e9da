# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.judge import Watched, judge, quick_shift
from app.conversation.seen import Seen
from app.model import Proof, Rect, Why
from tests.fakes.scrolls import HEADER, HEIGHT, PAPER, page, picture, window

PAGE = page()


def looks(*offsets: int) -> list[Seen]:
    return [Seen(window(PAGE, offset)) for offset in offsets]


@given(st.integers(260, 1300), st.integers(-250, 250).filter(bool))
def test_a_scrolled_page_is_proven_to_the_pixel(offset: int, shift: int) -> None:
    first, second = looks(offset, offset + shift)
    found = judge(first, second)
    assert (found.level, found.shift_px) == (Proof.EXACT, shift)
    assert found.region is not None
    assert found.region.y >= HEADER - 1
    assert found.pixels_equal == found.overlap_px * found.region.width


def test_what_was_counted_is_told() -> None:
    found = judge(*looks(300, 400))
    assert found.region == Rect(0, 44, 320, HEIGHT - 48)
    assert found.overlap_px == found.region.height - 100
    assert found.blocks in {12, 13}
    assert found.evidence_rows > 140
    assert found.evidence_strips == found.text_strips > 900
    assert found.unique_anchors > 900
    assert (found.unexplained_strips, found.forgiven, found.rivals) == (0, (), ())


@given(st.integers(400, 1600))
def test_frames_without_a_common_row_are_a_gap(jump: int) -> None:
    found = judge(*looks(0, jump))
    assert (found.level, found.why, found.shift_px) == (Proof.GAP, Why.NO_OVERLAP, None)


def test_a_frame_meets_itself_as_the_same() -> None:
    assert judge(*looks(300, 300)).level is Proof.SAME


def test_another_width_is_a_break() -> None:
    narrow = Seen(window(PAGE, 300)[:, :300])
    assert judge(looks(300)[0], narrow).level is Proof.RESIZED


def test_another_height_is_compared_by_the_rows_both_have() -> None:
    first, second = Seen(window(PAGE, 300)), Seen(window(PAGE, 360, 330))
    found = judge(first, second)
    assert (found.level, found.shift_px) == (Proof.EXACT, 60)


def test_repeated_lines_are_never_guessed() -> None:
    same = np.tile(page(40)[:20], (100, 1))
    found = judge(Seen(window(same, 300)), Seen(window(same, 367)))
    assert found.level in {Proof.AMBIGUOUS, Proof.GAP}


def test_one_tall_picture_is_joined_only_if_it_was_watched() -> None:
    content = np.full((2000, 320), PAPER, np.uint32)
    content[200:1800, 64:256] = picture(1600, 192)
    first, second = Seen(window(content, 500)), Seen(window(content, 560))
    assert judge(first, second).why is Why.ONE_PICTURE
    assert judge(first, second, watched=Watched((20, 30))).why is Why.ONE_PICTURE
    assert judge(first, second, watched=Watched((20, 40))).level is Proof.EXACT


def test_quick_shift_follows_looks() -> None:
    first, second, elsewhere = looks(300, 312, 900)
    assert quick_shift(first, second) == 12
    assert quick_shift(first, first) == 0
    assert quick_shift(first, elsewhere) is None
    assert quick_shift(first, Seen(window(PAGE, 300)[:, :300])) is None


@pytest.mark.parametrize("shift", [-120, 47])
def test_a_page_pressed_by_a_remote_desktop_is_matched(shift: int) -> None:
    wide = page(width=640)
    seen = []
    for seed, offset in ((1, 400), (2, 400 + shift)):
        pixels = window(wide, offset)
        noise = np.random.default_rng(seed).integers(0, 12, pixels.shape, dtype=np.uint32)
        seen.append(
            Seen(pixels - np.where(pixels == PAPER, noise, 0).astype(np.uint32) * np.uint32(0x010101))
        )
    found = judge(*seen)
    assert (found.level, found.shift_px) == (Proof.MATCHED, shift)
    assert judge(seen[0], Seen(window(page(seed=9, width=640), 400))).level is Proof.GAP


def test_text_beside_a_tall_picture_proves_what_the_picture_alone_does_not() -> None:
    content = page(width=640)
    content[200:1800, 32:160] = picture(1600, 128)
    blank = content.copy()
    blank[:, 192:] = PAPER
    alone, beside = ([Seen(window(each, offset)) for offset in (500, 560)] for each in (blank, content))
    assert judge(*alone).why is Why.ONE_PICTURE
    found = judge(*beside)
    assert (found.level, found.shift_px) == (Proof.MATCHED, 60)
    assert found.pixels_equal > 0
