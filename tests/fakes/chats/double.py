# SPDX-License-Identifier: MIT
"""Families with another conversation beside the one that is scrolled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars
from tests.fakes.chats.page import Page, Skin, draw
from tests.fakes.chats.plans import SKINS, SMALL, Mix, Plan, Size, conversation, world
from tests.fakes.chats.shots import HIDDEN

if TYPE_CHECKING:
    from tests.fakes.chats.shots import Canvas
    from tests.fakes.chats.worlds import World

HEAD, TURNS = 48, 4
STEP = 32  # the conversation stops at multiples of this, which the other one never does
ELSEWHERE = 1 << 40  # rows beside which the other conversation stands elsewhere are other rows


@dataclass(frozen=True)
class Column:
    """Another conversation at the right; it stays, or somebody scrolls it now and then."""

    seed: int
    skin: Skin
    is_scrolled: bool

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it, and note that frames in which it stands elsewhere have no row in common."""
        left = canvas.region.x + canvas.region.width
        width, tall = canvas.pixels.shape[1] - left, len(canvas.pixels)
        other = _column(self.seed, self.skin, width, tall * 4)
        here = (
            int(canvas.offset) // canvas.region.height + self.seed
        )  # the same wherever the page is the same
        turn = here % TURNS if self.is_scrolled else 0
        top = turn * (tall * 3 // (4 * STEP) * STEP + STEP // TURNS)  # never as far as the conversation
        canvas.pixels[:, left:] = other.pixels[top : top + tall]
        shown = canvas.ids != HIDDEN
        canvas.ids[shown] += turn * ELSEWHERE
        canvas.looks[shown] ^= np.uint64(turn)


@lru_cache(maxsize=8)
def _column(seed: int, skin: Skin, width: int, rows: int) -> Page:
    return draw(
        conversation(seed + 9000, Mix(sizes=((90, 70), (70, 110))), skin, rows // 40, 1.0), width, skin
    )


def aside(seed: int, size: Size = SMALL) -> World:
    """The left part scrolls and another conversation stays beside it."""
    skin = SKINS[seed % 3]
    plan = Plan(skin, margins=(0, HEAD, size[0] * (2 + seed % 3) // 8, 0))
    over = (Column(seed, skin, is_scrolled=False), bars.Head(skin, 0xF0F2F5))
    return world("aside", seed, size, plan, *over)


def columns(seed: int, size: Size = SMALL) -> World:
    """Two conversations beside each other; now and then both were scrolled."""
    skin = SKINS[seed % 3]
    plan = Plan(skin, margins=(0, HEAD, size[0] * (2 + seed % 3) // 8, 0), step=STEP)
    over = (Column(seed, skin, is_scrolled=True), bars.Head(skin, 0xF0F2F5))
    return world("columns", seed, size, plan, *over)
