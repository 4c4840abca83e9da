# SPDX-License-Identifier: MIT
"""The small picture for the grid."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from app.capture.models import Frame
from app.capture.thumbnails import thumbnail
from tests.fakes.backend import drawn


def opened(frame: Frame) -> Image.Image:
    picture = Image.open(io.BytesIO(thumbnail(frame)))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    return picture


def test_another_box_may_be_asked_for() -> None:
    picture = Image.open(io.BytesIO(thumbnail(drawn(1280, 1024), (640, 640))))
    assert picture.size == (640, 512)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1920, 1080), (320, 180)),
        ((1280, 1024), (225, 180)),
        ((3840, 1080), (320, 90)),
        ((400, 3000), (24, 180)),
        ((100, 50), (100, 50)),
        ((5000, 1), (320, 1)),
        ((1, 1), (1, 1)),
    ],
)
def test_it_fits_and_keeps_the_shape(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert opened(drawn(*size)).size == expected


def test_colours_stand_in_their_places() -> None:
    pixels = np.zeros((180, 320, 4), dtype=np.uint8)
    pixels[:, :160, 2] = 255  # red on the left
    pixels[:, 160:, 0] = 255  # blue on the right
    small = np.asarray(opened(Frame(320, 180, pixels.tobytes()))).astype(int)
    assert np.abs(small[90, 40] - (255, 0, 0)).max() < 12
    assert np.abs(small[90, 280] - (0, 0, 255)).max() < 12


def test_a_view_is_as_good_as_bytes() -> None:
    frame = drawn(640, 480)
    view = Frame(640, 480, memoryview(bytearray(frame.bgra)).toreadonly())
    assert thumbnail(view) == thumbnail(frame)
