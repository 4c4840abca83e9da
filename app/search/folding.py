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
_TWINS = {ord(sign): row[0] for row in ("0o", "1li") for sign in row}
# Letters with a stroke, and two in one, as people type them without that key; NFKD leaves them whole.
_TYPED = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_KEPT = frozenset("LN")  # Unicode categories: letters and numbers
_TATWEEL = "\u0640"  # only makes an Arabic word longer
_MOST_ROUNDS = 4
_ASCII = {place: chr(place).lower() if chr(place).isalnum() else None for place in range(128)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared.

    Attributes:
        signs: what is compared.
        plain: the same before look-alikes became one sign; as long.
        places: for each sign, which character of the text it comes from.
    """

    signs: str
    plain: str
    places: tuple[int, ...]

    def part(self, start: int, end: int) -> tuple[int, int]:
        """Return which characters the signs from ``start`` to before ``end`` are: from, and first after."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> str:
    """Return the signs of a text: no case, no accents, no spaces, no punctuation, look-alikes as one."""
    plain = text.translate(_ASCII) if text.isascii() else "".join(map(_plain, text))
    return plain.translate(_TWINS)


def folded(text: str) -> Folded:
    """Return the signs of a text, each with its place."""
    if text.isascii():  # four times as fast, and most lines are
        plain = text.translate(_ASCII)
        return Folded(plain.translate(_TWINS), plain, tuple(n for n, one in enumerate(text) if one.isalnum()))
    each = list(map(_plain, text))
    plain = "".join(each)
    if len(plain) == len(each) and all(each):
        places = tuple(range(len(each)))
    else:
        places = tuple(index for index, signs in enumerate(each) for _ in signs)
    return Folded(plain.translate(_TWINS), plain, places)


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    """Return the plain signs of one character, changed until nothing changes: twice is once."""
    for _ in range(_MOST_ROUNDS):
        again = "".join(map(_once, unicodedata.normalize("NFKD", character.casefold())))
        if again == character:
            break
        character = again
    return character


def _once(part: str) -> str:
    """Return the sign of one part of a character, or nothing."""
    digit = unicodedata.decimal(part, None)
    if digit is not None:
        return str(digit)
    if part == _TATWEEL or not (unicodedata.category(part)[0] in _KEPT or _is_vowel(part)):
        return ""
    return _TYPED.get(part) or (looks_like(part) or part).casefold()


def _is_vowel(part: str) -> bool:
    """Whether a mark is a letter by itself, as in Thai and the scripts of India; an accent is not.

    Source: Unicode, combining classes. Accents are 200 and above, Hebrew and Arabic points 10 to 36;
    what has none, or is a nukta, virama or Thai vowel, is part of the word.
    """
    if unicodedata.category(part)[0] != "M" or "\ufe00" <= part <= "\ufe0f" or part >= "\U000e0000":
        return False
    placed = unicodedata.combining(part)
    return placed < 200 and not 10 <= placed <= 36
