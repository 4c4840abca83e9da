# SPDX-License-Identifier: MIT
"""Drawn chats whose truth is known: frames as a screen would give them, and how any two of them really meet.

Everything follows from a family, a seed and the size of the window; nothing is random beyond the seed::

    from tests.fakes.chats import FAMILIES, truth

    world = FAMILIES["header"](seed=7, size=(640, 480))
    shots = world.run(6)                  # a walk of six frames; a stride may be named: "reading", ...
    shot = world.shot(offset=350, moment=2)  # or one frame: row 350 of the page is the region's first row
    shot.frame                            # app.capture.models.Frame
    shot.moving                           # strips (height x width // 32) that moved on their own, or None
    shot.density_permille                 # 1000, or 3000 for a phone
    true = truth(shots[0], shots[1])
    true.shift_px                         # row y of the second shows what row y + shift of the first showed
    true.overlap_px, true.fits, true.is_ambiguous, true.is_torn, true.is_resized, true.is_plain
    true.fault(finding, is_watched=False) # "false join ...", "false same ...", "guess ..."; None if right
    steps_between(shots[0], shots[1], seed)  # what the looks between would have followed, or None
    pairs(shots, least=2)                 # every two that are at least two apart

A moment is the number of a frame in time: carets blink, animations move and pictures are loaded by it. The
page is about seven windows tall. A small frame costs a few milliseconds; the page of a world about 30.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.chats.covered import composer, dialog, fading
from tests.fakes.chats.double import aside, columns
from tests.fakes.chats.edited import edited, zoomed
from tests.fakes.chats.families import STILL
from tests.fakes.chats.growing import growing, late, taller, wider
from tests.fakes.chats.listed import calls, daily, emoji, table
from tests.fakes.chats.plans import FULL_HD, SMALL
from tests.fakes.chats.shots import Shot
from tests.fakes.chats.truth import Truth, truth
from tests.fakes.chats.worlds import STRIDES, World, pairs, steps_between, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGING = (growing, late, wider, taller, edited, zoomed)
REPEATED = (calls, emoji, table, daily)
COVERED = (aside, columns, composer, dialog, fading)
FAMILIES: dict[str, Callable[..., World]] = {
    family.__name__: family for family in (*STILL, *CHANGING, *REPEATED, *COVERED)
}

__all__ = [
    "FAMILIES",
    "FULL_HD",
    "SMALL",
    "STRIDES",
    "Shot",
    "Truth",
    "World",
    "pairs",
    "steps_between",
    "steps_of",
    "truth",
]
