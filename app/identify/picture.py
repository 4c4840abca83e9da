# SPDX-License-Identifier: MIT
"""A picture file as pixels; decoded in the reading process only, as anybody may have made the file.

Source: PNG (ISO/IEC 15948), JPEG (ISO/IEC 10918), WebP (RFC 9649), BMP, GIF89a and TIFF 6.0 through Pillow.
"""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from app.errors import ImportRefused

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
MOST_BYTES = 256 * 1024 * 1024
MOST_PIXELS = 64_000_000  # decoded whole, at a byte a pixel; 8K is 33 million
MOST_DECODED = 150 * 1024 * 1024  # bytes; 8K in colours are 127 MB
MOST_READ = 13_000_000  # looked at; a larger picture is halved until it fits, for the memory of the process
MOST_SIDE = 30_000 - 1
DRAFTED = (
    4  # the sides of a JPEG may be this many times longer: it is decoded at a half, a quarter or an eighth
)
STRIP = 256  # rows that are looked at together; a power of two, as is every shrinking
FAULTS = (OSError, SyntaxError, ValueError, OverflowError, struct.error, EOFError)
FAULTS += (Image.DecompressionBombError, Image.DecompressionBombWarning)  # type: ignore[assignment]
INKS = {"CMYK", "YCCK"}
SIDEWAYS = {5, 6, 7, 8}  # orientations whose rows are columns
WIDE = {"I", "F", "I;16", "I;16L", "I;16B", "I;16N"}
PNG_DEPTH_AT = 24  # offset of the bit depth in the header. Source: ISO/IEC 15948, 11.2.2
NO_PICTURE = "it is no picture that can be read, or it is damaged, or far too large"
TOO_LARGE = "it is too large to be read. Give only the part with the words"
ORIENTATION = 0x0112  # Source: Exif 2.32, table 4


@dataclass(frozen=True, slots=True)
class Picture:
    """What is looked at.

    Attributes:
        rgb: height x width x 3 bytes, upright, on white where it was clear.
        width_px: of the file, upright; so is ``height_px``.
        shrunk: how many pixels of the file one looked-at pixel stands for, to each side.
    """

    rgb: Pixels
    width_px: int
    height_px: int
    shrunk: int = 1


def decode(data: bytes) -> Picture:
    """Return the pixels of a picture file.

    Raises:
        ImportRefused: the message says why, as the end of a sentence.
    """
    if not data:
        raise ImportRefused("the file is empty")
    if len(data) > MOST_BYTES:
        raise ImportRefused("the file is larger than any picture of a screen")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)  # of odd metadata, which is not used
            Image.MAX_IMAGE_PIXELS = None  # the limits here are stricter, and name what is wrong
            return _decoded(data)
    except MemoryError as error:
        raise ImportRefused(TOO_LARGE) from error
    except FAULTS as error:
        raise ImportRefused(NO_PICTURE) from error


def _decoded(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        _check(opened, data)
        width, height = opened.size
        by = _halvings(width * height)
        if opened.format == "JPEG" and by > 1:
            opened.draft("RGB", (width // by, height // by))
        opened.load()
        drafted = round(width / opened.width)
        turn = opened.getexif().get(ORIENTATION, 1)
        rgb = _upright(_shrunk(opened, max(1, by // drafted)), turn)
    if turn in SIDEWAYS:
        width, height = height, width
    return Picture(rgb, width, height, max(by, drafted))


def _check(opened: Image.Image, data: bytes) -> None:
    """A kind of picture that no screen gives is refused: each word of it would be read less surely."""
    most = MOST_PIXELS * (DRAFTED**2 if opened.format == "JPEG" else 1)
    if opened.width * opened.height > most or max(opened.size) > MOST_SIDE:
        raise ImportRefused(f"it is {opened.width} x {opened.height} pixels, far more than a screen has")
    if getattr(opened, "n_frames", 1) > 1:
        raise ImportRefused("it moves: it holds several pictures. Give one picture of what you want read")
    if opened.mode in INKS:
        raise ImportRefused("its colours are those of a printing press (CMYK). Save it as an ordinary PNG")
    if opened.format != "JPEG" and opened.width * opened.height * _bytes_of(opened) > MOST_DECODED:
        raise ImportRefused(TOO_LARGE)
    is_deep = opened.format == "PNG" and data[PNG_DEPTH_AT : PNG_DEPTH_AT + 1] == b"\x10"
    if opened.mode in WIDE or is_deep:
        raise ImportRefused("it has 16 bits a colour. Save it as an ordinary PNG")


def _halvings(pixels: int) -> int:
    """Return by how much the sides are divided so that the picture can be looked at."""
    shrunk = 1
    while pixels / (shrunk * shrunk) > MOST_READ:
        shrunk *= 2
    return shrunk


def _bytes_of(opened: Image.Image) -> int:
    """Return how many bytes are held for a pixel while it is decoded; libwebp holds it twice more."""
    held = 1 if opened.mode in {"1", "L", "P"} else 4
    return 3 * held if opened.format == "WEBP" else held


def _shrunk(opened: Image.Image, by: int) -> Pixels:
    """Return the pixels on white, so many times smaller to each side; strip by strip, to save memory."""
    width, height = opened.size
    rgb = np.empty((-(-height // by), -(-width // by), 3), np.uint8)
    for top in range(0, height, STRIP):
        strip = _on_white(opened.crop((0, top, width, min(top + STRIP, height))))
        rows = np.asarray(strip.reduce(by) if by > 1 else strip)
        rgb[top // by : top // by + len(rows)] = rows
    return rgb


def _upright(rgb: Pixels, turn: int) -> Pixels:
    """Return the pixels as the camera was held. Source: Exif 2.32, Orientation."""
    if turn in SIDEWAYS:
        rgb = rgb.transpose(1, 0, 2)
    if turn in {3, 4, 7, 8}:
        rgb = rgb[::-1]
    if turn in {2, 3, 6, 7}:
        rgb = rgb[:, ::-1]
    return np.ascontiguousarray(rgb)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, clear).convert("RGB")
    return image.convert("RGB")
