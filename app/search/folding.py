# SPDX-License-Identifier: MIT
"""Text as a search compares it: signs that look alike are one sign, and what holds no word is left out.

A character folds the same wherever it stands, so the folding of a part is a part of the folding.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.identify.lookalikes import looks_like

# Signs that a reading of small letters takes for one another, each to the first of its row.
_TWINS = {sign: row[0] for row in ("0o", "1li|") for sign in row}
_KEPT = {"L", "N"}  # Unicode categories: letters and numbers
_TATWEEL = "\u0640"  # only makes an Arabic word longer
_MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared.

    Attributes:
        signs: what is compared.
        places: for each sign, which character of the text it comes from.
    """

    signs: str
    places: tuple[int, ...]

    def part(self, start: int, end: int) -> tuple[int, int]:
        """Return which characters the signs from ``start`` to before ``end`` are: from, and first after."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> str:
    """Return the signs of a text: no case, no accents, no spaces, no punctuation, look-alikes as one."""
    return "".join(map(_folded, text))


def folded(text: str) -> Folded:
    """Return the signs of a text, each with its place."""
    each = [_folded(character) for character in text]
    places = tuple(index for index, signs in enumerate(each) for _ in signs)
    return Folded("".join(each), places)


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    """Return the signs of one character, folded until nothing changes: folding twice is folding once."""
    for _ in range(_MOST_ROUNDS):
        again = "".join(_once(part) for part in unicodedata.normalize("NFKD", character.casefold()))
        if again == character:
            break
        character = again
    return character


def _once(part: str) -> str:
    """Return the sign of one part of a character, or nothing."""
    if part in _TWINS:
        return _TWINS[part]
    if part == _TATWEEL:
        return ""
    digit = unicodedata.decimal(part, None)
    if digit is not None:
        return _TWINS.get(str(digit), str(digit))
    if unicodedata.category(part)[0] not in _KEPT:
        return part if _is_vowel(part) else ""
    plain = (looks_like(part) or part).casefold()
    return _TWINS.get(plain, plain)


def _is_vowel(part: str) -> bool:
    """Whether a mark is a letter by itself, as in Thai and the scripts of India; an accent is not.

    Source: Unicode, combining classes. Accents are 200 and above, Hebrew and Arabic points 10 to 36;
    what has none, or is a nukta, virama or Thai vowel, is part of the word.
    """
    if not unicodedata.category(part).startswith("M") or "\ufe00" <= part <= "\ufe0f" or part >= "\U000e0000":
        return False
    placed = unicodedata.combining(part)
    return placed < 200 and not 10 <= placed <= 36
