# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.capture.png import encode
from app.conversation.files import decode, density_of, read_frame
from app.errors import BadInput
from tests.fakes.backend import drawn

if TYPE_CHECKING:
    from pathlib import Path


def saved(kind: str, picture: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def test_a_frame_comes_back_from_its_png() -> None:
    frame = drawn(37, 21)
    back = decode(encode(frame))
    colours = np.frombuffer(frame.bgra, dtype="<u4") & 0xFFFFFF
    assert (np.frombuffer(back.bgra, dtype="<u4") == colours | 0xFF000000).all()
    assert (back.width_px, back.height_px) == (37, 21)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "1", "LA"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    picture = Image.new(mode, (5, 3))
    assert decode(saved("PNG", picture)).width_px == 5


def test_a_jpeg_is_read_and_turned_as_it_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    frame = decode(saved("JPEG", Image.new("RGB", (40, 20), (255, 0, 0)), exif=exif))
    assert (frame.width_px, frame.height_px) == (20, 40)
    blue, green, red, _ = frame.bgra[:4]
    assert (blue < 9, green < 9, red > 245) == (True, True, True)


@pytest.mark.parametrize("data", [b"", b"nothing", b"\x89PNG\r\n\x1a\n", encode(drawn(40, 40))[:900]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        decode(data)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_are_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="no picture"):
        decode(saved(kind, Image.new("RGB", (4, 4))))


@pytest.mark.parametrize("size", [(20_000, 4_000), (12_000, 12_000), (40_000, 40_000)])
def test_a_picture_that_unpacks_to_far_too_much_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"too large|no picture"):
        decode(saved("PNG", Image.new("1", size)))


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    for name, data in (("text.png", b"text"), ("empty.jpg", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput, match=name):
            read_frame(tmp_path / name)
    with pytest.raises(BadInput, match=r"missing\.png"):
        read_frame(tmp_path / "missing.png")
    with pytest.raises(BadInput, match=tmp_path.name):
        read_frame(tmp_path)


def test_a_file_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(BadInput, match="larger than any picture"):
        read_frame(path)


@pytest.mark.parametrize(
    ("size", "density"),
    [
        ((1179, 2556), 3000),
        ((1290, 2796), 3000),
        ((750, 1334), 2000),
        ((1080, 2400), 3000),
        ((1440, 3120), 4000),
        ((390, 844), 1000),
        ((1920, 1080), 1000),
        ((640, 480), 1000),
    ],
)
def test_the_density_of_a_phone_is_told_by_its_shape(size: tuple[int, int], density: int) -> None:
    assert density_of(*size) == density
