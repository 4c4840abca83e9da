# SPDX-License-Identifier: MIT
"""What a name is made of, so that nobody takes a letter for another that looks like it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.identify.lookalikes import looks_like

if TYPE_CHECKING:
    from app.report.fonts import Fonts

MOST_POINTS = 48
MOST_ALIKE = 6  # letters


def is_plain_latin(fonts: Fonts, text: str) -> bool:
    """Whether every character is printed as itself, and every letter is Latin, as far as its name tells."""
    return fonts.is_plain(text) and all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def point_of(character: str) -> str:
    """Return ``1F48B``."""
    return f"{ord(character):04X}"


def points_of(text: str) -> str:
    """Return the code points of a name, the first ones of a very long one."""
    more = " …" if len(text) > MOST_POINTS else ""
    return " ".join(map(point_of, text[:MOST_POINTS])) + more


def alike_in(fonts: Fonts, text: str) -> list[tuple[str, str, str]]:
    """Return each letter that looks like a plain one: the letter, its name, the plain one; the first few.

    What is printed as another anyway, such as letters in fancy dress, deceives nobody.
    """
    looks = {c: looks_like(c) for c in dict.fromkeys(text) if fonts.printable(c) == c}
    found = [
        (c, f"U+{point_of(c)} {unicodedata.name(c, '')}".strip(), plain)
        for c, plain in looks.items()
        if plain
    ]
    return found[:MOST_ALIKE]
