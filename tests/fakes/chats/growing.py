# SPDX-License-Identifier: MIT
"""The families whose page or window changes while it is looked at."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars
from tests.fakes.chats.page import Message, Page, Skin, draw
from tests.fakes.chats.plans import SCREENS, SKINS, SMALL, Mix, Plan, Size, conversation, world

if TYPE_CHECKING:
    from tests.fakes.chats.shots import Canvas
    from tests.fakes.chats.worlds import World

OLDER = 14  # messages that are loaded at a time


@lru_cache(maxsize=12)
def _grown(seed: int, skin: Skin, width: int, times: int, rows: int) -> Page:
    newer = conversation(seed, Mix(), skin, rows // 70, 1.0)
    older = conversation(seed + 1000, Mix(), skin, OLDER * times, 1.0)
    before = [replace(one, number=-1 - number) for number, one in enumerate(older)]
    return draw((*reversed(before), *newer), width, skin)


def growing(seed: int, size: Size = SMALL) -> World:
    """Older messages are loaded above while a person reads; what is on the screen stays where it is."""
    skin, rows = SKINS[seed % 3], size[1] * SCREENS

    def page_at(moment: int, width: int) -> Page:
        return _grown(seed, skin, width, moment // 2, rows)

    base = world(
        "growing",
        seed,
        size,
        Plan(skin, margins=(0, 48, 12, 0)),
        bars.Head(skin, 0xF0F2F5),
        bars.ScrollBar(),
    )

    def anchored(canvas: Canvas, page: Page) -> None:
        canvas.offset += page.height - page_at(0, canvas.region.width).height

    return replace(base, page_at=page_at, before=(anchored,))


@lru_cache(maxsize=12)
def _loaded(seed: int, skin: Skin, width: int, moment: int, rows: int) -> Page:
    noise = np.random.default_rng((seed, 31))
    messages: list[Message] = []
    for one in conversation(seed, Mix(pictures=0.2), skin, rows // 80, 1.0):
        late = int(noise.integers(0, 8))
        if one.picture is not None and late > moment:
            picture = (7, one.picture[1], skin.line * 2)
            messages.append(replace(one, picture=picture))
        else:
            messages.append(one)
    return draw(messages, width, skin)


def late(seed: int, size: Size = SMALL) -> World:
    """Pictures are loaded late and push down what is under them, inside the window too."""
    skin, rows = SKINS[seed % 3], size[1] * SCREENS
    base = world("late", seed, size, Plan(skin, margins=(0, 48, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return replace(base, page_at=lambda moment, width: _loaded(seed, skin, width, moment, rows))


def _changed(size: Size, by: Size, at: int, moment: int) -> Size:
    return size if moment < at else (size[0] + by[0], size[1] + by[1])


def wider(seed: int, size: Size = SMALL) -> World:
    """The window is made wider or narrower on the way: everything wraps anew."""
    by = ((-64, 0), (96, 0), (33, -40), (-1, 0))[seed % 4]
    base = world(
        "wider",
        seed,
        size,
        Plan(SKINS[seed % 3], margins=(0, 48, 0, 0)),
        bars.Head(SKINS[seed % 3], 0xF0F2F5),
    )
    return replace(base, size_at=partial(_changed, size, by, 2 + seed % 3))


def taller(seed: int, size: Size = SMALL) -> World:
    """The window is made taller or lower on the way: nothing wraps anew."""
    skin, by = SKINS[seed % 3], ((0, -90), (0, 120), (0, -17), (0, 240))[seed % 4]
    over = (bars.Head(skin, 0xF0F2F5), bars.Foot(skin, 0xF0F2F5))
    base = world("taller", seed, size, Plan(skin, margins=(0, 48, 0, 44)), *over)
    return replace(base, size_at=partial(_changed, size, by, 2 + seed % 3))
