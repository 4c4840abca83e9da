# SPDX-License-Identifier: MIT
"""Frame to PNG: lossless, 8-bit RGB, one IDAT; fast enough to write before anything is asked.

Source: PNG (ISO/IEC 15948), sections 9.2 (filters), 11.2 (chunks); performance.md, "Choices".
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

try:
    from isal import igzip_lib, isal_zlib
except ImportError:  # Windows on ARM has no wheel
    HAS_ISAL = False
else:
    HAS_ISAL = True

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from app.capture.models import Frame

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 3
FILTER_SUB = 1
FILTER_UP = 2
LEVEL = 1


def encode(frame: Frame, *, is_fast: bool = HAS_ISAL) -> bytes:
    """Return a PNG file of exactly these pixels; the unused fourth byte is left out.

    Args:
        frame: what the screen gave.
        is_fast: with isal and the Up filter; otherwise zlib and the Sub filter.
    """
    pack, rows = (_pack_fast, _filter_up(frame)) if is_fast else (_pack_plain, _filter_sub(frame))
    header = struct.pack(">2I5B", frame.width_px, frame.height_px, 8, 2, 0, 0, 0)
    chunks = (*_chunk(b"IHDR", header), *pack(rows), *_chunk(b"IEND", b""))
    return b"".join((SIGNATURE, *chunks))


def _filter_up(frame: Frame) -> NDArray[np.uint8]:
    """Return filtered rows: each byte less the one above it."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    rgb = _rgb(frame).reshape(frame.height_px, -1)
    rows = _empty_rows(frame, FILTER_UP)
    rows[0, 1:] = rgb[0]
    np.subtract(rgb[1:], rgb[:-1], out=rows[1:, 1:])
    return rows


def _filter_sub(frame: Frame) -> NDArray[np.uint8]:
    """Return filtered rows: each byte less the same colour of the pixel to its left."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    rgb = _rgb(frame).reshape(frame.height_px, -1)
    rows = _empty_rows(frame, FILTER_SUB)
    rows[:, 1 : 1 + RGB] = rgb[:, :RGB]
    np.subtract(rgb[:, RGB:], rgb[:, :-RGB], out=rows[:, 1 + RGB :])
    return rows


def _rgb(frame: Frame) -> NDArray[np.uint8]:
    """Return height x width x RGB; three copies of a plane, a fifth of what one reversed view costs."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    shape = (frame.height_px, frame.width_px)
    bgra = np.frombuffer(frame.bgra, dtype=np.uint8).reshape(*shape, 4)
    rgb = np.empty((*shape, RGB), dtype=np.uint8)
    for plane in range(RGB):
        rgb[..., plane] = bgra[..., 2 - plane]
    return rgb


def _empty_rows(frame: Frame, kind: int) -> NDArray[np.uint8]:
    """Return rows to fill in, the filter's number written before each."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    rows = np.empty((frame.height_px, 1 + frame.width_px * RGB), dtype=np.uint8)
    rows[:, 0] = kind
    return rows


def _pack_fast(rows: NDArray[np.uint8]) -> tuple[bytes, ...]:
    """Return the one IDAT chunk, by isal."""
    data = igzip_lib.compress(rows.data, LEVEL, igzip_lib.COMP_ZLIB, igzip_lib.MEM_LEVEL_EXTRA_LARGE)
    return _chunk_with(b"IDAT", data, isal_zlib.crc32(data, isal_zlib.crc32(b"IDAT")))


def _pack_plain(rows: NDArray[np.uint8]) -> tuple[bytes, ...]:
    """Return the one IDAT chunk, by zlib."""
    return _chunk(b"IDAT", zlib.compress(rows.data, LEVEL))


def _chunk(kind: bytes, data: bytes) -> tuple[bytes, ...]:
    return _chunk_with(kind, data, zlib.crc32(data, zlib.crc32(kind)))


def _chunk_with(kind: bytes, data: bytes, check: int) -> tuple[bytes, ...]:
    return struct.pack(">I", len(data)), kind, data, struct.pack(">I", check)
