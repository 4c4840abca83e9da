# SPDX-License-Identifier: MIT
"""What a panel is drawn with: colours of a theme, face, scale, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.fakes.panels.ink import FACES, Canvas, Colour
from tests.fakes.panels.words import FIRST, LABELS, OTHER_LANGUAGES, skype_id

if TYPE_CHECKING:
    from PIL import Image

    from app.identify.values import Box

BLUES: tuple[Colour, ...] = (
    (0, 120, 212), (0, 175, 240), (0, 149, 204), (11, 87, 208), (26, 115, 232), (0, 102, 204), (6, 69, 173),
)  # fmt: skip
LIGHT_BLUES: tuple[Colour, ...] = ((79, 172, 254), (0, 175, 240), (98, 160, 234), (110, 190, 255))
GREYS: tuple[Colour, ...] = ((90, 90, 90), (117, 117, 117), (51, 51, 51), (138, 141, 145))
LIGHT_GREYS: tuple[Colour, ...] = ((200, 200, 200), (170, 174, 180), (150, 155, 160))
SCALES = (1.0, 1.0, 1.0, 1.25, 1.25, 1.5, 1.5, 1.75, 2.0)


@dataclass(frozen=True)
class Panel:
    """A picture and what is right about it.

    Attributes:
        image: RGB.
        layout: which drawing it is.
        seed: what it follows from.
        value: the identifier in it; None if there is none to find.
        box: the ink of the identifier, before a photo turned it; None if there is none.
        name: the display name that stands with it.
        is_blue: whether the identifier is blue.
        is_photo: whether it was photographed from a screen.
    """

    image: Image.Image
    layout: str
    seed: int
    value: str | None
    box: Box | None = None
    name: str | None = None
    is_blue: bool = True
    is_photo: bool = False


@dataclass
class Setting:
    """The choices of one panel, all from its seed."""

    random: Random
    scale: float
    is_dark: bool
    face: str
    is_clear: bool
    ground: Colour
    ink: Colour
    quiet: Colour
    blue: Colour
    label: str
    value: str
    name: str

    @classmethod
    def of(cls, seed: int) -> Setting:
        """Return the choices that follow from a seed."""
        random = Random(seed)
        is_dark = random.random() < 0.35
        grounds = (
            [(30, 30, 30), (43, 44, 52), (18, 18, 20)]
            if is_dark
            else [(255, 255, 255), (250, 250, 250), (240, 244, 248), (232, 240, 254)]
        )
        label = random.choice(OTHER_LANGUAGES) if random.random() < 0.2 else random.choice(LABELS)
        return cls(
            random=random,
            scale=random.choice(SCALES),
            is_dark=is_dark,
            face="dejavu" if not label.isascii() else random.choice([*FACES]),
            is_clear=random.random() < 0.4,
            ground=random.choice(grounds),
            ink=random.choice([(240, 240, 240), (255, 255, 255)] if is_dark else [(0, 0, 0), (32, 32, 32)]),
            quiet=random.choice(LIGHT_GREYS if is_dark else GREYS),
            blue=random.choice(LIGHT_BLUES if is_dark else BLUES),
            label=label,
            value=skype_id(random, has_capitals=random.random() < 0.1),
            name=random.choice(FIRST),
        )

    def canvas(self, width: float, height: float) -> Canvas:
        """Return an empty canvas of this setting."""
        return Canvas(width, height, self.scale, self.ground, self.face, self.is_clear)
