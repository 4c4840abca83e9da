# SPDX-License-Identifier: MIT
"""The families: each makes a chat out of a seed and the size of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import bars, ink, layers
from tests.fakes.chats.plans import DARK, LIGHT, SKINS, SMALL, Mix, Plan, Size, scaled, world

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.chats.worlds import World


def plain(seed: int, size: Size = SMALL) -> World:
    """Bubbles on paper, nothing around them."""
    return world("plain", seed, size, Plan(SKINS[seed % 3]))


def header(seed: int, size: Size = SMALL) -> World:
    """A header that stays, a date chip and a round button over the messages."""
    skin = SKINS[seed % 3]
    plan = Plan(skin, margins=(0, 56, 0, 0))
    is_frosted = seed % 3 == 1
    head = bars.Head(skin, (0xFFFFFF, 0x2D4A66, 0xF0F2F5)[seed % 3], is_frosted)
    return world("header", seed, size, plan, bars.Chip(skin), bars.RoundButton(skin), head)


def footer(seed: int, size: Size = SMALL) -> World:
    """An input bar with a caret that blinks."""
    skin = SKINS[seed % 3]
    plan = Plan(skin, margins=(0, 44, 0, 52))
    return world("footer", seed, size, plan, bars.Head(skin, 0xF0F2F5), bars.Foot(skin, 0xF0F2F5))


def typing(seed: int, size: Size = SMALL) -> World:
    """Somebody types now and then, and pushes the messages up."""
    skin, noise = SKINS[seed % 3], np.random.default_rng((seed, 9))
    moments = frozenset(int(one) for one in noise.integers(0, 8, 4))
    dots = layers.Typing(40, skin, moments)
    over = (dots, bars.Head(skin, 0xFFFFFF), bars.Foot(skin, 0xFFFFFF))
    plan = Plan(skin, margins=(0, 44, 0, 48), walk="creeping" if seed % 2 else None)
    return world("typing", seed, size, plan, *over, before=(layers.Pushed(40, moments),))


def moving(seed: int, size: Size = SMALL) -> World:
    """Avatars and pictures that are animated; every other chat without the mask of the still looks."""
    skin = SKINS[seed % 3]
    mix = Mix(moving=0.25, pictures=0.1)
    over = (layers.Movers(is_mask_given=seed % 2 == 0), bars.Head(skin, 0xF0F2F5))
    return world("moving", seed, size, Plan(skin, mix, (0, 48, 0, 0)), *over)


def photos(seed: int, size: Size = SMALL) -> World:
    """The same few photographs again and again, tall ones, and one taller than the window."""
    skin = SKINS[seed % 3]
    sizes = ((240, 160), (200, 250), (260, 400)) if seed % 3 else ((260, 400), (240, round(size[1] * 2.1)))
    mix = Mix(pictures=0.4, photos=1 + seed % 2, sizes=sizes, faces=2)
    return world("photos", seed, size, Plan(skin, mix, (0, 48, 0, 0)), bars.Head(skin, 0xF0F2F5))


def same(seed: int, size: Size = SMALL) -> World:
    """Long stretches of the same message from the same person at the same minute."""
    skin = SKINS[seed % 3]
    mix = Mix(same=(0.5, 0.8, 0.95, 0.98)[seed % 4], pictures=0.01, faces=1, most_words=8)
    return world(
        "same",
        seed,
        size,
        Plan(skin, mix, (0, 48, 0, 48)),
        bars.Head(skin, 0xFFFFFF),
        bars.Foot(skin, 0xFFFFFF),
    )


def wallpaper(seed: int, size: Size = SMALL) -> World:
    """A wallpaper that stays behind the messages, at 100 % and 125 %."""
    scale = (1.0, 1.25)[seed % 2]
    skin = SKINS[1 + seed % 2]
    plan = Plan(skin, Mix(pictures=0.05), (0, 52, 0, 0), scale)
    paper = layers.Wallpaper(seed % 7, (93, 93, 160, 64)[seed // 2 % 4], scale)
    return world("wallpaper", seed, size, plan, paper, bars.Head(skin, 0xF0F2F5))


def gradient(seed: int, size: Size = SMALL) -> World:
    """Own bubbles that change colour as they move; on every other chat nothing else tells."""
    skin = replace(SKINS[0], is_gradient=True)
    mix = Mix(pictures=0.12 if seed % 2 else 0.03, faces=4)
    over = (layers.Gradient(0xD53F9E, 0x3B5BFE), bars.Head(skin, 0xFFFFFF), bars.Foot(skin, 0xFFFFFF))
    return world("gradient", seed, size, Plan(skin, mix, (0, 44, 0, 44)), *over)


def hover(seed: int, size: Size = SMALL) -> World:
    """The pointer rests over the messages and colours one."""
    skin = SKINS[seed % 3]
    down = float(np.random.default_rng((seed, 4)).uniform(0.1, 0.9))
    return world(
        "hover",
        seed,
        size,
        Plan(skin, margins=(0, 48, 0, 0)),
        layers.Hover(down),
        bars.Head(skin, 0xF0F2F5),
    )


def beside(seed: int, size: Size = SMALL) -> World:
    """A list of contacts and a scroll bar stay beside the messages."""
    skin = SKINS[seed % 3]
    left = size[0] // 4 // 8 * 8 + seed % 13
    over = (
        bars.Head(skin, 0xF0F2F5),
        bars.Foot(skin, 0xF0F2F5),
        bars.ScrollBar(),
        bars.Beside(skin, 0xF7F7F9, seed),
    )
    return world("beside", seed, size, Plan(skin, margins=(left, 48, 12, 48)), *over)


def halves(seed: int, size: Size = SMALL) -> World:
    """The page stops at half pixels too."""
    skin = SKINS[seed % 3]
    return world("halves", seed, size, Plan(skin, margins=(0, 48, 0, 0), step=0.5), bars.Head(skin, 0xF0F2F5))


def phone(seed: int, size: Size = (600, 960)) -> World:
    """Frames of a phone at threefold density, with translucent bars at head and foot."""
    skin = (*SKINS, DARK)[seed % 4]
    plan = Plan(skin, Mix(sizes=((130, 90), (110, 150)), most_words=14, faces=0), (0, 150, 0, 170), 3.0)
    return world("phone", seed, size, plan, bars.PhoneBars(scaled(skin, 3.0), 170))


def mirrored(seed: int, size: Size = SMALL) -> World:
    """Words from right to left."""
    skin = replace(SKINS[seed % 3], script=ink.MIRRORED)
    return world("mirrored", seed, size, Plan(skin, margins=(0, 44, 0, 0)), bars.Head(skin, 0xF0F2F5))


def dense(seed: int, size: Size = SMALL) -> World:
    """Signs as dense as Chinese ones."""
    skin = replace((*SKINS, DARK)[seed % 4], script=ink.DENSE)
    return world(
        "dense",
        seed,
        size,
        Plan(skin, margins=(0, 44, 0, 44)),
        bars.Head(skin, skin.theirs),
        bars.Foot(skin, skin.theirs),
    )


def dark(seed: int, size: Size = SMALL) -> World:
    """Light words on dark bubbles, with coloured edges on every other chat."""
    skin = replace(DARK, is_fringed=bool(seed % 2))
    over = (bars.Chip(skin), bars.Head(skin, 0x232E3C), bars.Foot(skin, 0x232E3C))
    return world("dark", seed, size, Plan(skin, margins=(0, 52, 0, 52)), *over)


def lines(seed: int, size: Size = SMALL) -> World:
    """No bubbles: lines of text as in old chat rooms."""
    skin = replace((LIGHT, DARK)[seed % 2], has_bubbles=False, is_fringed=seed % 3 == 0, size=13)
    mix = Mix(pictures=0.02, faces=0, has_notes=False)
    return world("lines", seed, size, Plan(skin, mix, (0, 0, 0, 40)), bars.Foot(skin, skin.theirs))


def remote(seed: int, size: Size = SMALL) -> World:
    """Seen through a remote desktop that presses the picture."""
    skin = SKINS[seed % 3]
    over = (bars.Head(skin, 0xF0F2F5), layers.RemoteNoise(50 + seed % 4 * 12))
    return world("remote", seed, size, Plan(skin, margins=(0, 48, 0, 0)), *over)


def jumping(seed: int, size: Size = SMALL) -> World:
    """A person who jumps further than the window shows."""
    skin = SKINS[seed % 3]
    return world(
        "jumping", seed, size, Plan(skin, margins=(0, 48, 0, 0), walk="jumping"), bars.Head(skin, 0xF0F2F5)
    )


def back(seed: int, size: Size = SMALL) -> World:
    """A person who scrolls up and down over the same messages."""
    skin = SKINS[seed % 3]
    return world(
        "back",
        seed,
        size,
        Plan(skin, margins=(0, 48, 0, 0), walk="back"),
        bars.Head(skin, 0xF0F2F5),
        bars.Chip(skin),
    )


STILL: tuple[Callable[..., World], ...] = (
    plain, header, footer, typing, moving, photos, same, wallpaper, gradient, hover, beside, halves, phone,
    mirrored, dense, dark, lines, remote, jumping, back,
)  # fmt: skip
