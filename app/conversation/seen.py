# SPDX-License-Identifier: MIT
"""One frame made ready for comparison: its strips, and which of them tell something."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.conversation.anchors import Anchors, anchors_of
from app.conversation.constants import (
    INK_CONTRAST,
    PICTURE_MARGIN_ROWS,
    PICTURE_ROWS,
    STRIP_PX,
)
from app.conversation.masks import Mask, Strips, grown, tall

if TYPE_CHECKING:
    from app.capture.models import Frame

Pixels: TypeAlias = NDArray[np.uint32]

_WEIGHTS: Strips = np.random.default_rng(2026).integers(0, 2**32, STRIP_PX, dtype=np.uint32) | np.uint32(1)
_OPAQUE = np.uint32(0xFF000000)
_ALPHA_SAMPLE_ROWS = 16  # a quarter of a millisecond at 1080p; a window's alpha is of one kind


class Seen:
    """One frame made ready for comparison; everything beyond the strips is made when first asked for.

    Attributes:
        strips: a number for every 32 pixels of every row; equal pixels have equal numbers.
        changes: strips that differ from the one above.
        informative: strips that differ from the one above or below; flat areas prove nothing.
        moving: strips that changed while nothing was scrolled; the shape of ``strips``.
        density_permille: device pixels of a pixel of the layout, in thousandths; 3000 for most phones.
    """

    def __init__(self, pixels: Pixels, *, moving: Mask | None = None, density_permille: int = 1000) -> None:
        self._pixels: Pixels | None = pixels
        self.height_px, self.width_px = pixels.shape
        self.density_permille = density_permille
        self.strips = strips_of(pixels)
        self.changes: Mask = np.zeros(self.strips.shape, np.bool_)
        np.not_equal(self.strips[1:], self.strips[:-1], out=self.changes[1:])
        self.informative: Mask = self.changes.copy()
        self.informative[:-1] |= self.changes[1:]
        self.moving: Mask = np.zeros_like(self.changes) if moving is None else moving

    @property
    def pixels(self) -> Pixels:
        """The pixels, one number each.

        Raises:
            ValueError: they were let go of.
        """
        if self._pixels is None:
            raise ValueError("the pixels of this frame were let go of")
        return self._pixels

    @property
    def has_pixels(self) -> bool:
        """Whether the pixels are still held; without them nothing can be proven any more."""
        return self._pixels is not None

    def without_pixels(self) -> Seen:
        """Let go of the pixels (8 MB at 1080p) and return the same object."""
        self._pixels = None
        self.__dict__.pop("grey", None)
        return self

    def cut(self, height_px: int) -> Seen:
        """Return the upper rows of this frame; the frame itself where it has no more."""
        if height_px == self.height_px:
            return self
        moving = self.moving[:height_px]
        return Seen(self.pixels[:height_px], moving=moving, density_permille=self.density_permille)

    def rows(self, at_hundred: int) -> int:
        """Return so many rows of the layout in rows of this frame."""
        return at_hundred * self.density_permille // 1000

    @cached_property
    def pictures(self) -> Mask:
        """Strips of photographs and the like: told by how tall they are without a break."""
        return self.pictures_of(self.informative)

    def pictures_of(self, told: Mask) -> Mask:
        """Return the pictures among these strips, with what is close around."""
        return grown(tall(told, self.rows(PICTURE_ROWS)), self.rows(PICTURE_MARGIN_ROWS))

    @cached_property
    def text(self) -> Mask:
        """Strips that tell something and are no picture."""
        return self.informative & ~self.pictures

    @cached_property
    def ink(self) -> Mask:
        """Strips with much contrast that are no picture: text, even where noise surrounds it."""
        loud = self.loud(slice(0, self.height_px))
        return loud & ~self.pictures_of(loud)

    def loud(self, rows: slice) -> Mask:
        """Return which strips of these rows are sharp: no noise, and not seen through a frosted bar."""
        width = self.strips.shape[1] * STRIP_PX
        cut = _grey(self.pixels[rows, :width]).reshape(-1, self.strips.shape[1], STRIP_PX)
        return np.asarray(cut.max(axis=2) - cut.min(axis=2) >= INK_CONTRAST)

    @cached_property
    def grey(self) -> NDArray[np.uint8]:
        """How light each pixel is: a quarter of red and blue, half of green."""
        return _grey(self.pixels)

    @cached_property
    def anchors(self) -> Anchors:
        """Every place of 8 rows of a strip that can be found again."""
        return anchors_of(self.strips, self.changes)


def _grey(pixels: Pixels) -> NDArray[np.uint8]:
    light = (pixels & 0xFF) + ((pixels >> 7) & 0x1FE) + ((pixels >> 16) & 0xFF)
    return np.asarray(light >> 2, np.uint8)


def prepare(frame: Frame, *, moving: Mask | None = None, density_permille: int = 1000) -> Seen:
    """Return a frame ready for comparison; ``moving``: strips that changed while nothing was scrolled."""
    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)
    alpha = pixels[::_ALPHA_SAMPLE_ROWS] >> 24
    if alpha.min() != alpha.max():  # the unused byte is noise here
        pixels = pixels | _OPAQUE
    return Seen(pixels, moving=moving, density_permille=density_permille)


def strips_of(pixels: Pixels) -> Strips:
    """Return one number for every 32 pixels of every row; a remainder at the right edge is not covered."""
    height, width = pixels.shape
    count = width // STRIP_PX
    cut = pixels[:, : count * STRIP_PX].reshape(height, count, STRIP_PX)
    strips: Strips = np.einsum("hkw,w->hk", cut, _WEIGHTS)
    return strips
