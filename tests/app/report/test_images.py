# SPDX-License-Identifier: MIT
"""A PNG is passed through unchanged, or refused."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.errors import ExportFailed
from app.report.images import GREY, PALETTE, RGB, read_png
from tests.app.report.dossiers import draw_picture


@pytest.mark.parametrize(("mode", "colour"), [("RGB", RGB), ("L", GREY), ("P", PALETTE), ("1", GREY)])
def test_the_parts_of_a_png_are_read(mode, colour):
    png = read_png(draw_picture("x", 60, 40, mode))
    assert (png.width, png.height, png.colour) == (60, 40, colour)
    assert bool(png.palette) == (colour == PALETTE)


def test_transparency_is_refused():
    file = io.BytesIO()
    Image.new("RGBA", (4, 4)).save(file, "PNG")
    with pytest.raises(ExportFailed):
        read_png(file.getvalue())


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", draw_picture("x", 9, 9)[:-20], draw_picture("x", 9, 9)[:12]]
)
def test_what_is_no_whole_png_is_refused(data):
    with pytest.raises(ExportFailed):
        read_png(data)


@given(place=st.integers(8, 200), value=st.integers(0, 255))
def test_a_damaged_png_is_read_or_refused(place, value):
    data = bytearray(draw_picture("x", 20, 20))
    data[place % len(data)] = value
    try:
        read_png(bytes(data))
    except ExportFailed:
        return
