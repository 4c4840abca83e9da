# SPDX-License-Identifier: MIT
"""A frame is what it says."""

from __future__ import annotations

import pytest

from app.capture.models import Frame


@pytest.mark.parametrize(
    ("width", "height", "size"), [(2, 2, 15), (2, 2, 17), (0, 2, 0), (2, 0, 0), (-1, -1, 4)]
)
def test_a_frame_of_another_size_is_refused(width: int, height: int, size: int) -> None:
    with pytest.raises(ValueError, match="pixels"):
        Frame(width, height, bytes(size))


def test_a_frame_of_its_size_is_taken() -> None:
    assert Frame(2, 2, bytes(16)).width_px == 2


def test_frames_are_equal_by_size_and_pixels() -> None:
    frame = Frame(2, 3, bytes(range(24)))
    view = Frame(2, 3, memoryview(bytearray(range(24))).toreadonly())
    assert frame == view
    assert hash(frame) == hash(view)
    assert frame != Frame(3, 2, bytes(range(24)))
    assert frame != Frame(2, 3, bytes(range(23)) + b"\x00")
    assert frame != "a frame"
