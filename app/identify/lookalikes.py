# SPDX-License-Identifier: MIT
"""Characters that people take for one another, by place and by name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# English; translated when shown.
NAMES = {"l": "small L", "I": "capital i", "1": "one", "O": "capital o", "0": "zero"}
DIGITS = frozenset("10")
_PLAIN = {" ": "space", ".": "dot", ",": "comma", ":": "colon", "-": "dash", "_": "underscore"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One character to look at twice.

    Attributes:
        index: place in the text, from 0.
        character: as it stands there.
        name: what to call it aloud.
    """

    index: int
    character: str
    name: str

    @property
    def is_digit(self) -> bool:
        """Whether it is one or zero."""
        return self.character in DIGITS

    @property
    def is_foreign(self) -> bool:
        """Whether it is outside the letters an identifier is made of."""
        return not self.character.isascii()


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts differ; an empty character means that one text ends there."""

    index: int
    first: str
    second: str

    @property
    def first_name(self) -> str:
        """What to call the character of the first text."""
        return name_of(self.first)

    @property
    def second_name(self) -> str:
        """What to call the character of the second text."""
        return name_of(self.second)


def marks(text: str) -> tuple[Mark, ...]:
    """Return every look-alike and every character that is not ASCII, in order."""
    return tuple(
        Mark(index, character, name_of(character))
        for index, character in enumerate(text)
        if character in NAMES or not character.isascii()
    )


def compare(first: str, second: str) -> Difference | None:
    """Return the first difference of two texts; ``None`` if they are the same, letter for letter."""
    for index in range(max(len(first), len(second))):
        one, two = first[index : index + 1], second[index : index + 1]
        if one != two:
            return Difference(index, one, two)
    return None


def name_of(character: str) -> str:
    """Return what to call a character so that it is not taken for another; no character is "nothing"."""
    if not character:
        return "nothing"
    if character in NAMES:
        return NAMES[character]
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isascii() and character.isprintable():
        return f"capital {character.lower()}" if character.isupper() else character
    return _foreign_name(character)


def _foreign_name(character: str) -> str:
    """Return code point and alphabet, as in ``Cyrillic U+0456``. Source: Unicode character names."""
    point = f"U+{ord(character):04X}"
    first, _, _ = unicodedata.name(character, "").partition(" ")
    return f"{first.capitalize()} {point}" if first and character.isalpha() else point
