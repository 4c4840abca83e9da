# SPDX-License-Identifier: MIT
from __future__ import annotations

import contextlib
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from app.errors import ImportRefused
from app.identify.picture import MOST_READ, decode


def saved(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    room = io.BytesIO()
    image.save(room, form, **options)
    return room.getvalue()


def drawn(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    values = np.arange(size[0] * size[1] * 3, dtype=np.uint32).reshape(size[1], size[0], 3) % 251
    return Image.fromarray(values.astype(np.uint8)).convert(mode)


def header_only(width: int, height: int, depth: int = 8) -> bytes:
    """Return a PNG that promises so many pixels and holds none."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("form", ["PNG", "BMP", "TIFF", "GIF", "JPEG", "WEBP"])
def test_what_people_have_is_read(form: str) -> None:
    picture = decode(saved(drawn(), form))
    assert picture.rgb.shape == (40, 60, 3)
    assert (picture.width_px, picture.height_px, picture.shrunk) == (60, 40, 1)


def test_every_pixel_of_a_png_is_as_it_was() -> None:
    assert np.array_equal(decode(saved(drawn())).rgb, np.asarray(drawn()))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA"])
def test_each_kind_of_colour_becomes_rgb(mode: str) -> None:
    form = "TIFF" if mode == "PA" else "PNG"
    image = drawn(mode=mode if mode not in {"PA", "LA"} else "RGBA")
    assert decode(saved(image, form)).rgb.shape == (40, 60, 3)


def test_what_is_clear_is_white() -> None:
    picture = decode(saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0))))
    assert (picture.rgb == 255).all()


def test_a_turned_photo_is_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # Source: Exif 2.32, Orientation: turn right
    picture = decode(saved(drawn(), "JPEG", exif=exif))
    assert picture.rgb.shape == (60, 40, 3)
    assert (picture.width_px, picture.height_px) == (40, 60)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_way_of_holding_a_camera_is_turned_as_pillow_does(form: str, turn: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    data = saved(drawn(), form, exif=exif)
    with Image.open(io.BytesIO(data)) as opened:
        expected = np.asarray(ImageOps.exif_transpose(opened).convert("RGB"))
    picture = decode(data)
    assert np.array_equal(picture.rgb, expected)
    assert (picture.height_px, picture.width_px) == expected.shape[:2]


def test_a_large_palette_picture_is_halved_by_its_colours() -> None:
    image = Image.new("P", (7680, 4320), 1)
    image.putpalette([0, 0, 0, 10, 200, 90])
    picture = decode(saved(image))
    assert picture.shrunk == 2
    assert (picture.rgb == (10, 200, 90)).all()


def test_a_photo_of_50_million_pixels_is_halved_and_no_more() -> None:
    picture = decode(saved(Image.new("L", (8160, 6144), 200), "JPEG"))
    assert picture.shrunk == 2
    assert picture.rgb.shape == (3072, 4080, 3)


def test_odd_sides_keep_their_last_row_and_column() -> None:
    picture = decode(saved(Image.new("RGB", (4001, 3999), "red")))
    assert picture.shrunk == 2
    assert picture.rgb.shape == (2000, 2001, 3)
    assert (picture.rgb == (255, 0, 0)).all()


def test_a_picture_of_8k_is_halved_for_looking() -> None:
    picture = decode(saved(Image.new("L", (7680, 4320), 200)))
    assert picture.shrunk == 2
    assert picture.rgb.shape == (2160, 3840, 3)
    assert picture.rgb.size // 3 <= MOST_READ
    assert (picture.width_px, picture.height_px) == (7680, 4320)


def test_a_phone_photo_of_108_million_pixels_is_decoded_small() -> None:
    picture = decode(saved(Image.new("L", (12000, 9000), 200), "JPEG"))
    assert (picture.width_px, picture.height_px) == (12000, 9000)
    assert picture.rgb.size // 3 <= MOST_READ
    assert picture.rgb.shape[1] * picture.shrunk == 12000


MOVING = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"not a picture at all", "no picture"),
        (saved(drawn((400, 300)))[:2000], "no picture"),
        (saved(drawn((400, 300)), "JPEG")[:900], "no picture"),
        (header_only(30_000, 30_000), "30000 x 30000"),
        (header_only(2_000_000_000, 2), "far more|no picture"),
        (header_only(40_000, 10), "40000 x 10"),
        (header_only(10_000, 5_000), "too large"),
        (saved(Image.new("RGB", (7680, 4320)), "WEBP", quality=10, method=0), "too large"),
        (saved(drawn().convert("CMYK"), "JPEG"), "CMYK"),
        (saved(drawn().convert("CMYK"), "TIFF"), "CMYK"),
        (header_only(10, 10, depth=16), "16 bits"),
        (saved(Image.fromarray(np.full((9, 9), 3000, np.uint16))), "16 bits"),
        (saved(MOVING[0], "GIF", save_all=True, append_images=MOVING[1:]), "moves"),
        (saved(MOVING[0], "PNG", save_all=True, append_images=MOVING[1:]), "moves"),
        (saved(MOVING[0], "WEBP", save_all=True, append_images=MOVING[1:]), "moves"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_clear_line(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefused, match=said) as refused:
        decode(data)
    assert "\n" not in str(refused.value)


GOOD = saved(drawn())


@given(st.binary(max_size=400))
def test_junk_is_refused_and_nothing_else(data: bytes) -> None:
    with pytest.raises(ImportRefused):
        decode(data)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_picture_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    with contextlib.suppress(ImportRefused):  # any other error fails the test
        assert decode(bytes(data)).rgb.ndim == 3
