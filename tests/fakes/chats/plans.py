# SPDX-License-Identifier: MIT
"""What a family decides, and how a conversation and a chat are made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from tests.fakes.chats import ink
from tests.fakes.chats.page import HANDS, Message, Page, Skin, draw
from tests.fakes.chats.worlds import World

if TYPE_CHECKING:
    from tests.fakes.chats.layers import Layer

Size: TypeAlias = tuple[int, int]
SMALL, FULL_HD = (640, 480), (1920, 1080)
SCREENS = 7  # how many times the window's height a page is

LIGHT = Skin()
SKINS = (
    LIGHT,
    replace(LIGHT, paper=0xF5F6F8, theirs=0xFFFFFF, ours=0xD9FDD3, our_letter=0x111B21),
    replace(LIGHT, paper=0xFAF9F5, theirs=0xEDE6DA, ours=0x8E5BD0),
)
DARK = Skin(
    paper=0x17212B, theirs=0x182533, ours=0x2B5278, letter=0xF5F5F5, our_letter=0xFFFFFF, faint=0x6D7F8F
)


@dataclass(frozen=True, slots=True)
class Mix:
    """What a conversation is made of: shares of pictures, of the same short message, and of what moves."""

    pictures: float = 0.08
    photos: int = 40
    sizes: tuple[tuple[int, int], ...] = ((240, 160), (200, 250))
    same: float = 0.02
    faces: int = 5
    moving: float = 0.0
    has_notes: bool = True
    most_words: int = 26


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a family decides."""

    skin: Skin = LIGHT
    mix: Mix = Mix()
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    scale: float = 1.0
    step: float = 1
    walk: str | None = None


def conversation(seed: int, mix: Mix, skin: Skin, count: int, scale: float) -> tuple[Message, ...]:
    """Return the messages, the same for the same seed."""
    noise = np.random.default_rng((seed, 5))
    return tuple(_message(noise, number, mix, skin, scale) for number in range(count))


def _message(noise: np.random.Generator, number: int, mix: Mix, skin: Skin, scale: float) -> Message:
    is_ours = bool(noise.random() < 0.45)
    face = int(noise.integers(mix.faces)) if mix.faces else None
    moves = bool(noise.random() < mix.moving)
    minute = f"14:{int(noise.integers(60)):02d}" if mix.has_notes and noise.random() < 0.6 else ""
    drawn = noise.random()
    if drawn < mix.pictures:
        width, height = mix.sizes[int(noise.integers(len(mix.sizes)))]
        picture = (100 + int(noise.integers(mix.photos)), round(width * scale), round(height * scale))
        return Message(number, is_ours, picture=picture, note=minute, face=face, moves=moves)
    if drawn < mix.pictures + mix.same:
        return Message(number, False, ("ok",), note="14:05" if mix.has_notes else "", face=face and 0)
    if mix.has_notes and drawn > 0.97:
        return Message(number, words=("Tuesday", f"{int(noise.integers(1, 29))}", "March"), is_note=True)
    count = int(noise.integers(1, mix.most_words) ** 1.0)
    if skin.script == ink.DENSE:
        words = tuple(chr(0x4E00 + int(sign)) for sign in noise.integers(0, 900, count * 2))
    else:
        words = tuple(HANDS[int(one)] for one in noise.integers(0, len(HANDS), count))
    return Message(number, is_ours, words, note=minute, face=face, moves=moves)


@lru_cache(maxsize=6)
def laid(seed: int, mix: Mix, skin: Skin, width: int, rows: int, scale: float) -> Page:
    """Return a page that is at least so tall."""
    count = max(24, rows // (skin.size * 5))
    while True:
        page = draw(conversation(seed, mix, skin, count, scale), width, skin)
        if page.height >= rows:
            return page
        count += count // 2


def scaled(skin: Skin, scale: float) -> Skin:
    return replace(skin, size=round(skin.size * scale))


def world(
    family: str, seed: int, size: Size, plan: Plan, *over: Layer, before: tuple[Layer, ...] = ()
) -> World:
    """Return the chat of a plan; the page does not change while it is looked at."""
    skin = scaled(plan.skin, plan.scale)
    rows = size[1] * SCREENS

    def page_at(moment: int, width: int) -> Page:
        return laid(seed, plan.mix, skin, width, rows, plan.scale)

    density = round(plan.scale * 1000)
    return World(
        family,
        seed,
        lambda _: size,
        page_at,
        plan.margins,
        over,
        before,
        skin.line,
        density,
        plan.step,
        plan.walk,
    )
