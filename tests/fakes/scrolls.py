# SPDX-License-Identifier: MIT
"""The smallest scrolled page: lines of blots as tall as text, a header that stays, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.capture.models import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAPER, WIDTH, HEIGHT, HEADER, LINE = 0xFFF4F4F4, 320, 400, 40, 20


def page(rows: int = 2000, seed: int = 1, width: int = WIDTH) -> NDArray[np.uint32]:
    """Return a long page: every 20 rows a line of text 12 rows high; no two lines alike."""
    noise = np.random.default_rng(seed)
    out = np.full((rows, width), PAPER, np.uint32)
    for top in range(4, rows - LINE, LINE):
        right = int(noise.integers(width // 2, width - 16))
        ink = noise.integers(0, 2, (12, right - 16)) == 0
        out[top : top + 12, 16:right][ink] = 0xFF202020
    return out


def picture(rows: int, width: int, seed: int = 5) -> NDArray[np.uint32]:
    """Return a photograph: no row like the next."""
    noise = np.random.default_rng(seed)
    return noise.integers(0, 2**24, (rows, width), dtype=np.uint32) | np.uint32(0xFF000000)


def window(content: NDArray[np.uint32], offset: int, height: int = HEIGHT) -> NDArray[np.uint32]:
    """Return what a window shows of the page; its header stays and is one line of text and a rule."""
    out = content[offset : offset + height].copy()
    out[:HEADER] = page(HEADER, 99, content.shape[1])
    out[HEADER - 1] = 0xFF808080
    return out


def frame(pixels: NDArray[np.uint32]) -> Frame:
    """Return the pixels as the screen gives them."""
    height, width = pixels.shape
    return Frame(width, height, pixels.astype("<u4").tobytes())
