# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.seen import prepare, strips_of
from tests.fakes.scrolls import frame, page, picture


def test_equal_pixels_have_equal_strips_and_one_other_pixel_changes_one_strip() -> None:
    pixels = page(100)
    other = pixels.copy()
    other[50, 70] ^= 1
    differs = strips_of(pixels) != strips_of(other)
    assert np.argwhere(differs).tolist() == [[50, 2]]


def test_a_remainder_at_the_right_edge_is_not_covered() -> None:
    pixels = page(100, width=330)
    assert np.array_equal(strips_of(pixels), strips_of(page(100, width=330)[:, :320]))


def test_flat_strips_tell_nothing() -> None:
    seen = prepare(frame(page(100)))
    assert not seen.informative[18:22].any()
    assert seen.informative[4:16, 1].any()


def test_the_unused_byte_is_left_out() -> None:
    pixels = page(64)
    noisy = pixels & 0x00FFFFFF | (np.arange(64, dtype=np.uint32)[:, None] << 24)
    assert np.array_equal(prepare(frame(noisy)).strips, prepare(frame(pixels)).strips)


def test_a_photograph_is_a_picture_and_a_line_of_text_is_not() -> None:
    pixels = page(300)
    pixels[100:200, 64:160] = picture(100, 96)
    seen = prepare(frame(pixels))
    assert seen.pictures[100:200, 2:5].all()
    assert not seen.pictures[:70].any()
    assert not (seen.text & seen.pictures).any()


def test_at_threefold_density_a_heading_is_no_picture() -> None:
    pixels = page(300)
    pixels[100:160, 64:160] = picture(60, 96)
    assert prepare(frame(pixels)).pictures.any()
    assert not prepare(frame(pixels), density_permille=3000).pictures.any()


def test_pixels_can_be_let_go_of() -> None:
    seen = prepare(frame(page(64)))
    assert seen.pixels.shape == (64, 320)
    assert not seen.without_pixels().has_pixels
    with pytest.raises(ValueError, match="let go"):
        _ = seen.pixels


def test_cutting_keeps_the_upper_rows_and_their_mask() -> None:
    moving = np.zeros((100, 10), np.bool_)
    moving[10, 3] = True
    seen = prepare(frame(page(100)), moving=moving)
    assert seen.cut(100) is seen
    assert seen.cut(60).strips.tolist() == seen.strips[:60].tolist()
    assert seen.cut(60).moving[10, 3]


def test_ink_is_text_and_neither_noise_nor_pictures() -> None:
    pixels = page(300)
    noise = np.random.default_rng(3).integers(0, 16, pixels.shape, dtype=np.uint32) * np.uint32(0x010101)
    pixels = pixels - np.where(pixels == pixels[0, 0], noise, 0).astype(np.uint32)
    pixels[150:250, 224:320] = picture(100, 96)
    seen = prepare(frame(pixels))
    assert seen.informative.mean() > 0.9
    assert seen.ink[4:16, 1].all()
    assert not seen.ink[17:23].any()
    assert not seen.ink[150:250, 7:].any()


def test_only_what_is_sharp_is_loud() -> None:
    pixels = page(64)
    faint = pixels.copy()
    faint[pixels == 0xFF202020] = 0xFFE0E0E0
    assert prepare(frame(pixels)).loud(slice(4, 16))[:, 1].all()
    assert not prepare(frame(faint)).loud(slice(4, 16)).any()
