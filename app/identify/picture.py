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
from PIL import Image, ImageOps

from app.errors import ImportRefused

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
MOST_BYTES = 256 * 1024 * 1024
MOST_PIXELS = 64_000_000  # decoded whole; 8K is 33 million
MOST_READ = 12_000_000  # looked at; a larger picture is halved until it fits, for the memory of the process
MOST_SIDE = 30_000 - 1
DRAFTED = 4  # a JPEG of a phone may be this many times larger: it is decoded at a half or a quarter
FAULTS = (OSError, SyntaxError, ValueError, OverflowError, struct.error, EOFError, MemoryError)
FAULTS += (Image.DecompressionBombError, Image.DecompressionBombWarning)  # type: ignore[assignment]
INKS = {"CMYK", "YCCK"}
WIDE = {"I", "F", "I;16", "I;16L", "I;16B", "I;16N"}
PNG_DEPTH_AT = 24  # offset of the bit depth in the header. Source: ISO/IEC 15948, 11.2.2
NO_PICTURE = "it is no picture that can be read, or it is damaged"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is looked at.

    Attributes:
        rgb: height x width x 3 bytes, upright, on white where it was clear.
        width_px: of the file, upright; so is ``height_px``.
        shrunk: how many pixels of the file one looked-at pixel stands for, to each side.
    """

    rgb: NDArray[np.uint8]
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
    except FAULTS as error:
        raise ImportRefused(NO_PICTURE) from error


def _decoded(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        _check(opened, data)
        wide = opened.size
        if opened.format == "JPEG" and wide[0] * wide[1] > MOST_PIXELS:
            opened.draft("RGB", (wide[0] // DRAFTED, wide[1] // DRAFTED))
        opened.load()
        halved = _halvings(opened.width * opened.height)
        shrunk = halved * round(wide[0] / opened.width)
        small = opened.reduce(halved) if halved > 1 else opened
        upright = ImageOps.exif_transpose(small)
        rgb = np.asarray(_on_white(upright))
        width, height = wide if (upright.width > upright.height) == (wide[0] > wide[1]) else wide[::-1]
    return Picture(rgb, width, height, shrunk)


def _check(opened: Image.Image, data: bytes) -> None:
    """A kind of picture that no screen gives is refused: each word of it would be read less surely."""
    most = MOST_PIXELS * (DRAFTED**2 if opened.format == "JPEG" else 1)
    if opened.width * opened.height > most or max(opened.size) > MOST_SIDE:
        raise ImportRefused(f"it is {opened.width} x {opened.height} pixels, far more than a screen has")
    if getattr(opened, "n_frames", 1) > 1:
        raise ImportRefused("it moves: it holds several pictures. Give one picture of what you want read")
    if opened.mode in INKS:
        raise ImportRefused("its colours are those of a printing press (CMYK). Save it as an ordinary PNG")
    is_deep = opened.format == "PNG" and data[PNG_DEPTH_AT : PNG_DEPTH_AT + 1] == b"\x10"
    if opened.mode in WIDE or is_deep:
        raise ImportRefused("it has 16 bits a colour. Save it as an ordinary PNG")


def _halvings(pixels: int) -> int:
    """Return by how much the sides are divided so that the picture can be looked at."""
    shrunk = 1
    while pixels / (shrunk * shrunk) > MOST_READ:
        shrunk *= 2
    return shrunk


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, clear).convert("RGB")
    return image.convert("RGB")
