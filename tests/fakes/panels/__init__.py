# SPDX-License-Identifier: MIT
"""Drawn panels whose identifier is known. Everything follows from a seed.

Use them like this::

    from tests.fakes.panels import panel, nothing

    one = panel(7)          # one.image, one.value, one.box, one.name
    none = nothing(7)       # one.value is None

Seeds below 1,000 are for looking and mending. Nothing is tuned on those from 10,000 on.
"""

from __future__ import annotations

from random import Random

from tests.fakes.panels.nothing import NOTHING
from tests.fakes.panels.photo import compressed, photographed
from tests.fakes.panels.profiles import PROFILES
from tests.fakes.panels.setting import Panel, Setting

__all__ = ["Panel", "nothing", "panel"]


def panel(seed: int) -> Panel:
    """Return a panel that holds one Skype ID."""
    drawing = PROFILES[seed % len(PROFILES)]
    return _treated(drawing(Setting.of(seed), seed))


def nothing(seed: int) -> Panel:
    """Return a panel that holds none."""
    drawing = NOTHING[seed % len(NOTHING)]
    return _treated(drawing(Setting.of(seed + 500_000), seed))


def _treated(drawn: Panel) -> Panel:
    """Return it as it is, as a JPEG, or as a photo."""
    random = Random(f"treated {drawn.seed} {drawn.layout}")
    chance = random.random()
    if chance < 0.12 and drawn.image.width <= 1600:
        return photographed(drawn, random)
    return compressed(drawn, random) if chance < 0.3 else drawn
