# SPDX-License-Identifier: MIT
"""Families whose messages are drawn larger, deleted or answered while a person reads."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars
from tests.fakes.chats.page import Message, Page, Skin, draw
from tests.fakes.chats.plans import SCREENS, SKINS, SMALL, Mix, Plan, Size, conversation, world

if TYPE_CHECKING:
    from tests.fakes.chats.worlds import World

HEAD = 48
ANOTHER = 1 << 20  # numbers of messages that are on no other page


@lru_cache(maxsize=16)
def _zoomed(seed: int, skin: Skin, width: int, rows: int, times: int) -> Page:
    larger = replace(skin, size=skin.size + times)
    said = conversation(seed, Mix(), skin, rows // 60, 1.0)
    return draw([replace(one, number=one.number + times * ANOTHER) for one in said], width, larger)


def zoomed(seed: int, size: Size = SMALL) -> World:
    """The text is made larger or smaller on the way; the window stays as wide."""
    skin, at, by = SKINS[seed % 3], 2 + seed % 3, (1, 2, 4, -2)[seed % 4]
    base = world("zoomed", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))

    def page_at(moment: int, width: int) -> Page:
        return _zoomed(seed, skin, width, size[1] * SCREENS, by if moment >= at else 0)

    return replace(base, page_at=page_at)


@lru_cache(maxsize=24)
def _edited(seed: int, skin: Skin, width: int, moment: int, rows: int) -> Page:
    noise, said = np.random.default_rng((seed, 41)), list[Message]()
    for one in conversation(seed, Mix(), skin, rows // 60, 1.0):
        when, what = int(noise.integers(0, 8)), noise.random()
        if what < 0.06 and when <= moment:
            continue  # deleted
        is_answered = what > 0.9 and when <= moment and not one.note and not one.is_note
        said.append(replace(one, note="+1 ok") if is_answered else one)
    return draw(said, width, skin)


def edited(seed: int, size: Size = SMALL) -> World:
    """Messages are deleted, and others get a line under them, while a person reads."""
    skin = SKINS[seed % 3]
    base = world("edited", seed, size, Plan(skin, margins=(0, HEAD, 0, 0)), bars.Head(skin, 0xF0F2F5))
    return replace(base, page_at=lambda moment, width: _edited(seed, skin, width, moment, size[1] * SCREENS))
