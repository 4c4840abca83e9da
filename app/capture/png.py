# SPDX-License-Identifier: MIT
"""Frame to PNG: lossless, 8-bit RGB, one IDAT; fast enough to write before anything is asked.

The rows are filtered and packed in bands that stay in the processor's cache: no second copy of the frame is
ever made, which saves a third of the time where memory is fresh.
Source: PNG (ISO/IEC 15948), sections 9.2 (filters), 11.2 (chunks); performance.md, "Choices".
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

try:
    from isal import isal_zlib
except ImportError:  # Windows on ARM has no wheel
    HAS_ISAL = False
else:
    HAS_ISAL = True

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from app.capture.models import Frame

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 3
FILTER_SUB = 1
FILTER_UP = 2
LEVEL = 1
BAND_BYTES = 384 * 1024  # with input and output it fits in a second-level cache of 1 MiB and more


def encode(frame: Frame, *, is_fast: bool = HAS_ISAL) -> bytes:
    """Return a PNG file of exactly these pixels; the unused fourth byte is left out.

    Args:
        frame: what the screen gave.
        is_fast: with isal and the Up filter; otherwise zlib and the Sub filter.
    """
    size = struct.pack(">2I5B", frame.width_px, frame.height_px, 8, 2, 0, 0, 0)
    data = _data_fast(frame) if is_fast else _data_plain(frame)
    return b"".join((SIGNATURE, *_chunk(b"IHDR", (size,)), *_chunk(b"IDAT", data), *_chunk(b"IEND", ())))


class Rows:
    """A PNG made from the top down, of rows that never stand in memory together."""

    def __init__(self, width_px: int, height_px: int) -> None:
        """Begin a picture of this size."""
        import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

        self._size = struct.pack(">2I5B", width_px, height_px, 8, 2, 0, 0, 0)
        self._left = height_px
        self._above = np.zeros((1, width_px * RGB), dtype=np.uint8)
        self._packed: list[bytes] = []
        self._packer: Any = (
            isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, isal_zlib.MAX_WBITS, 9)
            if HAS_ISAL
            else zlib.compressobj(LEVEL)
        )

    def add(self, bgra: NDArray[np.uint8]) -> None:
        """The rows come next: height, width, four bytes a pixel.

        Raises:
            ValueError: more rows than the picture has.
        """
        import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

        self._left -= len(bgra)
        if self._left < 0:
            raise ValueError("more rows than the picture has")
        most = max(1, BAND_BYTES // self._above.shape[1])
        for top in range(0, len(bgra), most):
            part = bgra[top : top + most]
            rgb = np.empty((len(part) + 1, self._above.shape[1]), dtype=np.uint8)
            rgb[0] = self._above
            planes = rgb.reshape(len(rgb), -1, RGB)
            for plane in range(RGB):
                planes[1:, :, plane] = part[:, :, 2 - plane]
            rows = np.full((len(part), 1 + rgb.shape[1]), FILTER_UP, dtype=np.uint8)
            _filter(FILTER_UP, rgb, rows[:, 1:])
            self._packed.append(self._packer.compress(rows.data))
            self._above = rgb[-1:].copy()

    def finish(self) -> bytes:
        """Return the file.

        Raises:
            ValueError: rows are missing.
        """
        if self._left:
            raise ValueError("rows are missing")
        data = (*self._packed, self._packer.flush())
        return b"".join(
            (SIGNATURE, *_chunk(b"IHDR", (self._size,)), *_chunk(b"IDAT", data), *_chunk(b"IEND", ()))
        )


def _data_fast(frame: Frame) -> tuple[bytes, ...]:
    """Return the compressed rows, by isal with its largest buffer."""
    packer = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, isal_zlib.MAX_WBITS, 9)
    return (*(packer.compress(band.data) for band in _bands(frame, FILTER_UP)), packer.flush())


def _data_plain(frame: Frame) -> tuple[bytes, ...]:
    """Return the compressed rows, by zlib."""
    packer = zlib.compressobj(LEVEL)
    return (*(packer.compress(band.data) for band in _bands(frame, FILTER_SUB)), packer.flush())


def _bands(frame: Frame, kind: int) -> Iterator[NDArray[np.uint8]]:
    """Yield filtered rows, some at a time; each band is overwritten by the next.

    Three copies of a plane turn BGRX to RGB in a fifth of the time of one reversed view.
    """
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    width, height = frame.width_px, frame.height_px
    bgra = np.frombuffer(frame.bgra, dtype=np.uint8).reshape(height, width, 4)
    most = max(1, min(height, BAND_BYTES // (width * RGB)))
    rgb = np.zeros((most + 1, width * RGB), dtype=np.uint8)  # the first is the row above
    planes = rgb.reshape(most + 1, width, RGB)
    rows = np.empty((most, 1 + width * RGB), dtype=np.uint8)
    rows[:, 0] = kind
    for top in range(0, height, most):
        count = min(most, height - top)
        for plane in range(RGB):
            planes[1 : count + 1, :, plane] = bgra[top : top + count, :, 2 - plane]
        _filter(kind, rgb[: count + 1], rows[:count, 1:])
        rgb[0] = rgb[count]
        yield rows[:count]


def _filter(kind: int, rgb: NDArray[np.uint8], out: NDArray[np.uint8]) -> None:
    """Write each byte less the one above it, or less the same colour of the pixel to its left."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    if kind == FILTER_UP:
        np.subtract(rgb[1:], rgb[:-1], out=out)
        return
    out[:, :RGB] = rgb[1:, :RGB]
    np.subtract(rgb[1:, RGB:], rgb[1:, :-RGB], out=out[:, RGB:])


def _chunk(kind: bytes, data: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return length, kind, data and check value of a chunk."""
    crc = isal_zlib.crc32 if HAS_ISAL else zlib.crc32
    check = crc(kind)
    for part in data:
        check = crc(part, check)
    return struct.pack(">I", sum(map(len, data))), kind, *data, struct.pack(">I", check)
