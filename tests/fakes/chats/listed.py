# SPDX-License-Identifier: MIT
"""Families in which much is said again: lists in a grid, signs alone, the same words every day."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars, ink
from tests.fakes.chats.page import Message, Page, Skin, draw
from tests.fakes.chats.plans import SCREENS, SKINS, SMALL, Mix, Plan, Size, conversation, world

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.chats.worlds import World

HEAD = 48
ROW_PX = 40  # about what a message of one line takes
CELL_PX = 96


def _stays(base: World, page: Callable[[int], Page]) -> World:
    """Return the chat with a page of its own for each width."""
    return replace(base, page_at=lambda _, width: page(width))


@lru_cache(maxsize=8)
def _listed(seed: int, skin: Skin, width: int, rows: int, is_emoji: bool) -> Page:
    noise = np.random.default_rng((seed, 77))
    said: list[Message] = []
    for number in range(rows // ROW_PX):
        if is_emoji:
            sign = (300 + int(noise.integers(4)), 28, 28)
            said.append(Message(number, bool(noise.random() < 0.5), picture=sign))
        else:
            at = f"{int(noise.integers(8, 20))}:{int(noise.integers(60)):02d}"
            said.append(Message(number, words=("Missed", "call", at), face=int(noise.integers(2))))
    return draw(said, width, skin)


def calls(seed: int, size: Size = SMALL) -> World:
    """A list of calls: every row is as tall as the next, and only the time differs."""
    skin = replace(SKINS[seed % 3], has_bubbles=bool(seed % 2))
    base = world("calls", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return _stays(base, lambda width: _listed(seed, skin, width, size[1] * SCREENS, is_emoji=False))


def emoji(seed: int, size: Size = SMALL) -> World:
    """Messages of one sign each, out of four."""
    skin = SKINS[seed % 3]
    base = world("emoji", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return _stays(base, lambda width: _listed(seed, skin, width, size[1] * SCREENS, is_emoji=True))


@lru_cache(maxsize=8)
def _table(seed: int, width: int, rows: int) -> Page:
    noise, tall = np.random.default_rng((seed, 78)), 22 + seed % 5
    pixels = np.full((rows // tall * tall, width), 0xFFFFFF | ink.PAPER, dtype=np.uint32)
    pixels[tall - 1 :: tall] = 0xD0D0D0
    pixels[:, CELL_PX - 1 :: CELL_PX] = 0xD0D0D0
    for row in range(rows // tall):
        for column in range(width // CELL_PX):
            value = row + 1 if column == 0 else int(noise.choice((0, 0, 1, 5, 10, 250)))
            ink.text(pixels, row * tall + 1, column * CELL_PX + 8, str(value), 13, 0x202020, 0xFFFFFF)
    wordy = np.ones(len(pixels), dtype=bool)
    ids = np.arange(len(pixels), dtype=np.int64)
    return Page(pixels, ids, ((0, len(pixels)),), (), wordy)


def table(seed: int, size: Size = SMALL) -> World:
    """Numbers in a grid: most of them are in many cells."""
    skin = SKINS[seed % 3]
    base = world("table", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return _stays(base, lambda width: _table(seed, width, size[1] * SCREENS))


@lru_cache(maxsize=8)
def _daily(seed: int, skin: Skin, width: int, rows: int) -> Page:
    said: list[Message] = []
    for one in conversation(seed, Mix(most_words=10), skin, rows // 60, 1.0):
        said.append(replace(one, number=one.number * 3))
        if one.number % 4 == 0:
            said.append(Message(one.number * 3 + 1, words=("Good", "morning"), note="7:30", face=1))
            said.append(Message(one.number * 3 + 2, True, ("Good", "morning", "to", "you"), note="7:31"))
    return draw(said, width, skin)


def daily(seed: int, size: Size = SMALL) -> World:
    """The same two messages every day at the same minute, with others between."""
    skin = SKINS[seed % 3]
    base = world("daily", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return _stays(base, lambda width: _daily(seed, skin, width, size[1] * SCREENS))
