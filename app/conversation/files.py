# SPDX-License-Identifier: MIT
"""Picture files as frames. The person's own files are decoded here, in this process.

Source: PNG (ISO/IEC 15948), JPEG (ISO/IEC 10918) through Pillow, with no other format let in.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageOps

from app.capture.models import Frame
from app.errors import BadInput
from app.hashing import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 64_000_000  # 8K is 33 million; a page saved whole can be more
MOST_BYTES = 256 * 1024 * 1024
PHONE_WIDTH_PX = 400  # a phone shows 360 to 430 points across; its screenshots are that times its density
FAULTS = (OSError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


def read_frame(path: Path) -> tuple[Frame, str]:
    """Return the pixels of a PNG or JPEG file, and the hash value of its bytes.

    Raises:
        BadInput: it is missing, no such picture, damaged, or far too large; the message names the file.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(f"{path.name} is larger than any picture of a screen. Give the frames themselves.")
        data = path.read_bytes()
        return decode(data), sha256_of(data)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened. Check the path.") from error
    except ValueError as error:
        raise BadInput(f"{path.name}: {error}. Give PNG or JPEG files.") from error


def decode(data: bytes) -> Frame:
    """Return the pixels of a PNG or JPEG.

    Raises:
        ValueError: it is no such picture, damaged, or far too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(data)
    except FAULTS as error:
        raise ValueError("no picture that can be read") from error


def density_of(width_px: int, height_px: int) -> int:
    """Return the likely density of a picture in thousandths: one of a phone's shape has a phone's."""
    if height_px * 10 < width_px * 16:
        return 1000
    return max(1000, round(width_px / PHONE_WIDTH_PX) * 1000)


def _decoded(data: bytes) -> Frame:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("too large for a picture of a screen")
        upright = ImageOps.exif_transpose(opened)
        rgb = np.asarray(upright.convert("RGB"))
    pixels = np.full((*rgb.shape[:2], 4), 255, dtype=np.uint8)
    for plane in range(3):
        pixels[..., plane] = rgb[..., 2 - plane]
    return Frame(rgb.shape[1], rgb.shape[0], pixels.data.cast("B").toreadonly())
