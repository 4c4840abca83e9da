# SPDX-License-Identifier: MIT
"""What stands around the messages and over their edges: bars, chips, buttons, lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from tests.fakes.chats import ink

if TYPE_CHECKING:
    from tests.fakes.chats.ink import Pixels
    from tests.fakes.chats.page import Page, Skin
    from tests.fakes.chats.shots import Canvas

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Head:
    """A bar at the head with name and state; frosted ones let the messages shine through."""

    skin: Skin
    fill: int
    is_frosted: bool = False

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it over the first rows."""
        region, unit = canvas.region, self.skin.size
        here = canvas.pixels[: region.y, region.x :]
        if self.is_frosted:
            here[...] = frosted(here, self.fill, 0.8)
        else:
            here[...] = self.fill
            here[-1:] = self.skin.faint
        left, top = unit, max(0, (region.y - 2 * self.skin.line) // 2)
        ink.text(here, top, left, "Alex Mertens", unit, self.skin.letter, self.fill)
        state = ("online", "last seen today at 14:05", "typing ...")[canvas.moment // 2 % 3]
        ink.text(here, top + self.skin.line, left, state, unit * 3 // 4, self.skin.faint, self.fill)


def frosted(here: Pixels, fill: int, share: float) -> Pixels:
    """Return the rows blurred and mixed with a colour."""
    if not here.size:
        return here
    planes = here.view(np.uint8).reshape(*here.shape, 4)[..., :3]
    small = Image.fromarray(np.ascontiguousarray(planes)).reduce(12)
    blurred = np.asarray(small.resize(here.shape[::-1], Image.Resampling.BILINEAR)).astype(np.float32)
    tint = np.array([fill & 255, fill >> 8 & 255, fill >> 16 & 255], dtype=np.float32)
    mixed = np.rint(tint * share + blurred * (1 - share)).astype(np.uint32)
    return mixed[..., 0] | mixed[..., 1] << 8 | mixed[..., 2] << 16


@dataclass(frozen=True)
class Foot:
    """The input bar, with a caret that blinks."""

    skin: Skin
    fill: int
    is_frosted: bool = False

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it under the last row."""
        region, unit = canvas.region, self.skin.size
        here = canvas.pixels[region.y + region.height :, region.x :]
        if not here.size:
            return
        if self.is_frosted:
            here[...] = frosted(here, self.fill, 0.8)
        else:
            here[...] = self.fill
            here[:1] = self.skin.faint
        box = (len(here) // 5, unit, max(len(here) * 3 // 5, 2), here.shape[1] - 4 * unit)
        ink.rounded(here, box, unit, self.skin.paper, self.fill)
        ink.text(here, box[0] + 2, unit * 2, "Write a message", unit, self.skin.faint, self.skin.paper)
        if canvas.moment % 2:
            here[box[0] + 3 : box[0] + box[2] - 3, unit * 2 - 3 : unit * 2 - 2] = self.skin.letter
        if not self.is_frosted:
            canvas.moved(region.y + region.height + box[0], region.x + unit * 2 - 3, box[2], 2)


@dataclass(frozen=True)
class Chip:
    """A date that stays over the messages and changes with them."""

    skin: Skin

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it near the top of the region."""
        region, unit = canvas.region, self.skin.size
        day = int(canvas.offset) // max(1, region.height * 2)
        words = f"{DAYS[day % 7]} {day % 28 + 1} March"
        wide = sum(ink.word(one, unit).shape[1] + unit // 4 for one in words.split()) + 2 * unit
        left = region.x + (region.width - wide) // 2
        ink.rounded(
            canvas.pixels,
            (region.y + 6, left, self.skin.line + 6, wide),
            unit,
            self.skin.theirs,
            self.skin.paper,
        )
        ink.text(canvas.pixels, region.y + 9, left + unit, words, unit, self.skin.letter, self.skin.theirs)


@dataclass(frozen=True)
class RoundButton:
    """The button that jumps to the newest message; gone when that shows."""

    skin: Skin

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it at the lower right."""
        region, unit = canvas.region, self.skin.size
        if canvas.offset + region.height + unit * 6 > page.height:
            return
        top, left = region.y + region.height - unit * 4, region.x + region.width - unit * 4
        ink.rounded(
            canvas.pixels, (top, left, unit * 3, unit * 3), unit * 3 // 2, self.skin.theirs, self.skin.paper
        )
        ink.text(canvas.pixels, top + unit // 2, left + unit, "v", unit, self.skin.letter, self.skin.theirs)


@dataclass(frozen=True)
class Beside:
    """A list of contacts that stays; one of them is written to now and then."""

    skin: Skin
    fill: int
    seed: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw it left of the messages."""
        unit, here = self.skin.size, canvas.pixels[:, : canvas.region.x]
        here[...] = self.fill
        for row in range(len(here) // (unit * 4)):
            top = row * unit * 4 + unit // 2
            fits = len(here) - top
            here[top : top + unit * 3, unit // 2 : unit * 7 // 2] = ink.face(
                self.seed + row, unit * 3, self.fill
            )[:fits]
            name = ("Robin", "Sam", "Kim", "Charlie", "Toni", "Jo", "Luca")[(row + self.seed) % 7]
            ink.text(here, top, unit * 4, f"{name} {row}", unit, self.skin.letter, self.fill)
            news = f"new {canvas.moment // 3}" if row == 1 else "seen you there"
            ink.text(here, top + self.skin.line, unit * 4, news, unit * 3 // 4, self.skin.faint, self.fill)
        here[:, -1:] = self.skin.faint


@dataclass(frozen=True)
class ScrollBar:
    """The scroll bar at the right edge; it shows where in the page we are."""

    width: int = 12

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw bar and thumb."""
        region = canvas.region
        here = canvas.pixels[region.y : region.y + region.height, -self.width :]
        here[...] = 0xF1F1F1
        top = int(canvas.offset * region.height / page.height)
        here[top : top + max(12, region.height**2 // page.height), 2:-2] = 0xA8A8A8


@dataclass(frozen=True)
class PhoneBars:
    """Translucent bars of a phone; what is under them shines through and its lower edge fades."""

    skin: Skin
    foot: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw both over the messages."""
        region, unit = canvas.region, self.skin.size
        Head(self.skin, self.skin.theirs, is_frosted=True)(canvas, page)
        here = canvas.pixels[: region.y]
        ink.text(
            here,
            4,
            here.shape[1] - unit * 4,
            f"9:{41 + canvas.moment}",
            unit,
            self.skin.letter,
            self.skin.theirs,
        )
        low = canvas.pixels[region.y + region.height :]
        low[...] = frosted(low, self.skin.theirs, 0.75)
        ink.rounded(
            low,
            (len(low) // 4, unit, len(low) // 3, low.shape[1] - 2 * unit),
            unit,
            self.skin.paper,
            self.skin.theirs,
        )
        wide = low.shape[1] // 3
        low[-unit // 2 : -unit // 4, wide:-wide] = self.skin.letter
