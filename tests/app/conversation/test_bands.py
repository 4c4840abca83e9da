# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.bands import MARK_PX, Captions, band, mark
from app.conversation.layout import Band
from app.model import GapRecord, Why


@pytest.mark.parametrize("why", list(Why))
def test_every_gap_has_words_that_name_its_frames(why: Why) -> None:
    words = Captions().of(Band(9, 4, GapRecord(7, 8, why)))
    assert "7 and 8" in words
    assert "{" not in words
    assert "essages may be missing" in words


def test_a_gap_without_a_record_names_the_frames_beside_it() -> None:
    assert (
        Captions().of(Band(9, 4, None))
        == "Gap: messages may be missing between frames 9 and 4. Which part comes first is not proven."
    )


def test_words_may_be_of_another_language() -> None:
    assert Captions(gap="Lücke {above}-{below}").of(Band(1, 2, None)) == "Lücke 1-2"


@pytest.mark.parametrize("width", [90, 320, 1_920, 7_680])
def test_a_band_is_as_wide_as_the_picture_and_holds_its_words(width: int) -> None:
    drawn = band(Captions().of(Band(7, 8, None)), width)
    assert drawn.shape[1:] == (width, 4)
    dark = np.argwhere(drawn[4:-4, :, :3].max(axis=2) < 90)
    assert dark.size
    assert dark[:, 1].min() > 0
    assert dark[:, 1].max() < width - 1
    assert len(drawn) < max(width, 600)


def test_different_words_are_different_pixels() -> None:
    one, other = (band(Captions().of(Band(7, below, None)), 800) for below in (8, 9))
    assert one.shape == other.shape
    assert (one != other).any()


def test_a_mark_is_thin_and_of_one_colour() -> None:
    drawn = mark(50)
    assert drawn.shape == (MARK_PX, 50, 4)
    assert len(np.unique(drawn.reshape(-1, 4), axis=0)) == 1
