# SPDX-License-Identifier: MIT
"""Families in which something grows, opens or lies over the messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars, ink
from tests.fakes.chats.plans import DARK, SKINS, SMALL, Plan, Size, world
from tests.fakes.chats.shots import HIDDEN

if TYPE_CHECKING:
    from tests.fakes.chats.page import Page, Skin
    from tests.fakes.chats.shots import Canvas
    from tests.fakes.chats.worlds import World

HEAD, FOOT = 48, 48


@dataclass(frozen=True)
class Composer:
    """The input bar; what is being written makes it taller, and it pushes the messages up."""

    skin: Skin
    seed: int

    def _lines(self, canvas: Canvas) -> int:
        return int(np.random.default_rng((self.seed, canvas.moment, 3)).integers(0, 4))

    def push(self, canvas: Canvas, page: Page) -> None:
        """Comes before the messages."""
        canvas.offset += self._lines(canvas) * self.skin.line

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it over the last rows of the region."""
        region, line = canvas.region, self.skin.line
        top = region.y + region.height - self._lines(canvas) * line
        here = canvas.pixels[top:]
        here[...] = self.skin.paper
        here[:1] = self.skin.faint
        said = ("I do not want", "to meet you", "so please stop", "writing to me")
        for row in range(self._lines(canvas) + 1):
            ink.text(here, 8 + row * line, 20, said[row], self.skin.size, self.skin.letter, self.skin.paper)
        canvas.ids[top : region.y + region.height] = HIDDEN
        canvas.looks[top : region.y + region.height] = 0


def composer(seed: int, size: Size = SMALL) -> World:
    """Somebody writes while scrolling: the input bar grows by lines."""
    skin = SKINS[seed % 3]
    foot = Composer(skin, seed)
    over = (bars.Head(skin, 0xF0F2F5), foot)
    return world("composer", seed, size, Plan(skin, margins=(0, HEAD, 0, FOOT)), *over, before=(foot.push,))


@dataclass(frozen=True)
class Dialog:
    """A box with words that opens over the messages at some moments; the rest may get darker."""

    skin: Skin
    seed: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it, the same wherever the messages stand."""
        if np.random.default_rng((self.seed, canvas.moment, 8)).random() < 0.4:
            return
        if self.seed % 2:
            canvas.pixels[...] = (canvas.pixels >> 1) & np.uint32(0x7F7F7F)
        tall, wide = canvas.pixels.shape
        top, left = tall // 4, wide // 5
        box = (top, left, tall // 2, wide * 3 // 5)
        ink.rounded(canvas.pixels, box, 10, self.skin.theirs, self.skin.paper)
        said = ("Delete this chat for everyone", "All messages will be gone", "Cancel Delete")
        for row, words in enumerate(said * (1 + self.seed // 2 % 2)):
            at = top + 16 + row * self.skin.line * 3 // 2
            ink.text(canvas.pixels, at, left + 20, words, self.skin.size, self.skin.letter, self.skin.theirs)
        canvas.wordy[top : top + tall // 2] = False  # what stands beside it still moves


def dialog(seed: int, size: Size = SMALL) -> World:
    """A dialog opens over the messages, and they scroll behind it."""
    skin = SKINS[seed % 3]
    over = (bars.Head(skin, 0xF0F2F5), Dialog(skin, seed))
    return world("dialog", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), *over)


@dataclass(frozen=True)
class Shadow:
    """The messages fade out under the head, the more the further they are scrolled, and over the foot."""

    rows: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Darken some rows at both ends of the region."""
        region = canvas.region
        depth = min(1.0, canvas.offset / 300)
        for row in range(self.rows):
            keep = 1 - depth * (1 - row / self.rows) * 0.9
            for at in (region.y + row, region.y + region.height - 1 - row):
                planes = canvas.pixels[at : at + 1].view(np.uint8)
                planes[...] = (planes * keep).astype(np.uint8)


def fading(seed: int, size: Size = SMALL) -> World:
    """A dark chat whose messages fade out at both ends."""
    plan = Plan(DARK, margins=(0, HEAD, 0, FOOT))
    over = (Shadow(12 + seed % 4 * 10), bars.Head(DARK, 0x232E3C), bars.Foot(DARK, 0x232E3C))
    return world("fading", seed, size, plan, *over)
