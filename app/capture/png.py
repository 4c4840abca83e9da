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
RGB, SCREEN = 3, 4  # bytes of a pixel
# A pixel of the screen and of the file; green and red are one number with its bytes the other way round.
SCREEN_PIXEL = [("blue", "u1"), ("green_red", ">u2"), ("unused", "u1")]
FILE_PIXEL = [("red_green", "<u2"), ("blue", "u1")]
FILTER_SUB = 1
FILTER_UP = 2
LEVEL = 1
BAND_BYTES = 256 * 1024  # with input and difference it fits in a second-level cache of 1 MiB


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
        self._size = struct.pack(">2I5B", width_px, height_px, 8, 2, 0, 0, 0)
        self._left = height_px
        self._filter = _Filter(width_px, FILTER_UP)
        self._packed: list[bytes] = []
        self._packer = _fast_packer() if HAS_ISAL else zlib.compressobj(LEVEL)

    def add(self, bgra: NDArray[np.uint8]) -> None:
        """The rows come next: height, width, four bytes a pixel.

        Raises:
            ValueError: more rows than the picture has.
        """
        self._left -= len(bgra)
        if self._left < 0:
            raise ValueError("more rows than the picture has")
        self._packed += [self._packer.compress(band.data) for band in self._filter.bands(bgra)]

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


class _Filter:
    """Makes rows of a PNG from rows of the screen, each less the one above it or less the pixel to its left.

    The difference is taken while a pixel still has four bytes, in one sweep; then BGRX becomes RGB in two
    copies, green and red changing places as one number. That is three quarters of the cost of three copies
    of a plane, and an eighth of that of one reversed view.
    """

    def __init__(self, width_px: int, kind: int) -> None:
        """Filter rows of this many pixels by ``FILTER_UP`` or ``FILTER_SUB``."""
        import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

        self._kind, self._width, self._most = kind, width_px, max(1, BAND_BYTES // (width_px * RGB))
        self._above = np.zeros(width_px * SCREEN, dtype=np.uint8)

    def bands(self, bgra: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
        """Yield the rows that follow, some at a time; each band is overwritten by the next."""
        import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

        most = max(1, min(self._most, len(bgra)))
        rows = np.full((most, 1 + self._width * RGB), self._kind, dtype=np.uint8)
        less = np.empty((most, self._width * SCREEN), dtype=np.uint8)
        seen, kept = less.view(np.dtype(SCREEN_PIXEL)), rows[:, 1:].view(np.dtype(FILE_PIXEL))
        for top in range(0, len(bgra), most):
            band = bgra[top : top + most].reshape(-1, self._width * SCREEN)
            count = len(band)
            self._subtract(band, less[:count])
            kept["red_green"][:count] = seen["green_red"][:count]
            kept["blue"][:count] = seen["blue"][:count]
            yield rows[:count]

    def _subtract(self, band: NDArray[np.uint8], less: NDArray[np.uint8]) -> None:
        """Write each byte less the one above it, or less the same colour of the pixel to its left."""
        import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

        if self._kind == FILTER_SUB:
            less[:, :SCREEN] = band[:, :SCREEN]
            np.subtract(band[:, SCREEN:], band[:, :-SCREEN], out=less[:, SCREEN:])
            return
        np.subtract(band[0], self._above, out=less[0])
        np.subtract(band[1:], band[:-1], out=less[1:])
        self._above = band[-1].copy()


def _data_fast(frame: Frame) -> tuple[bytes, ...]:
    """Return the compressed rows, by isal."""
    packer = _fast_packer()
    return (*(packer.compress(band.data) for band in _bands(frame, FILTER_UP)), packer.flush())


def _data_plain(frame: Frame) -> tuple[bytes, ...]:
    """Return the compressed rows, by zlib."""
    packer = zlib.compressobj(LEVEL)
    return (*(packer.compress(band.data) for band in _bands(frame, FILTER_SUB)), packer.flush())


def _fast_packer() -> Any:
    """Return isal's, with its largest buffer."""
    return isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, isal_zlib.MAX_WBITS, 9)


def _bands(frame: Frame, kind: int) -> Iterator[NDArray[np.uint8]]:
    """Yield the filtered rows of the whole frame, some at a time; each band is overwritten by the next."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    bgra = np.frombuffer(frame.bgra, dtype=np.uint8).reshape(frame.height_px, frame.width_px, SCREEN)
    return _Filter(frame.width_px, kind).bands(bgra)


def _chunk(kind: bytes, data: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return length, kind, data and check value of a chunk."""
    crc = isal_zlib.crc32 if HAS_ISAL else zlib.crc32
    check = crc(kind)
    for part in data:
        check = crc(part, check)
    return struct.pack(">I", sum(map(len, data))), kind, *data, struct.pack(">I", check)
