# SPDX-License-Identifier: MIT
"""Which characters stand together, where a line may end between them, and how right-to-left text turns.

Source: Unicode Standard Annexes 9 (bidirectional text), 11 (width), 14 (line breaking) and 29 (segmentation),
as far as names and messages need them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


Run: TypeAlias = tuple[str, str]  # font, text
# A word behind what stands before it where a line may end: a space, or nothing between ideographs.
Word: TypeAlias = tuple[str, str]

JOINER = "\u200d"  # joins emoji into one picture
EMOJI_LOOK = "\ufe0f"  # asks for the coloured form
_VIRAMA = 9  # combining class of the sign that joins two letters into one
# Letters to Unicode, yet drawn over or after the one before them: Thai and Lao AM, Hangul vowels and finals.
_AFTER = frozenset("\u0e33\u0eb3") | {chr(c) for c in range(0x1160, 0x1200)}
# Thai and Lao vowels that are written before their consonant.
_BEFORE = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
# Ideographs, kana, Hangul and full-width signs: a line may end between any two of them.
_WIDE = re.compile(
    "[\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_NOT_FIRST = frozenset("ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ")
_STARTS = frozenset({"Ps", "Pi"})
_ENDS = frozenset({"Pe", "Pf", "Po"})
# A number keeps its direction inside right-to-left text.
_NUMBER_OR_SIGN = re.compile(r"\d+(?:[.,:/]\d+)*|.", re.DOTALL)
_MIRRORED = str.maketrans("()[]{}<>\xab\xbb\u2039\u203a", ")(][}{><\xbb\xab\u203a\u2039")


def is_mark(character: str) -> bool:
    """Whether it is drawn on the character before it."""
    return unicodedata.category(character)[0] == "M"


def is_symbol(letters: str) -> bool:
    """Whether it begins with a sign that is no letter, digit or punctuation: an emoji, say."""
    return unicodedata.category(letters[0])[0] == "S"


def cells(text: str) -> int:
    """Return how many letters of the alphabet take as much room: an ideograph or an emoji takes that of two.

    Source: Unicode Standard Annex 11, East Asian Width.
    """
    return len(text) + (0 if text.isascii() else sum(unicodedata.east_asian_width(c) in "WF" for c in text))


def is_rtl(character: str) -> bool:
    """Whether it is a letter that is written from right to left."""
    return unicodedata.bidirectional(character) in {"R", "AL"}


def is_neutral(text: str) -> bool:
    """Whether it has no direction of its own: blanks, signs, digits."""
    return not any(unicodedata.bidirectional(c) in {"L", "R", "AL"} for c in text)


def clusters(text: str) -> list[str]:
    """Return the text in parts that stand together: a letter with all its marks."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    start, is_open = 0, False
    for n, c in enumerate(text):
        if n and not (is_open and c.isalpha()) and c not in _AFTER and not is_mark(c):
            found.append(text[start:n])
            start = n
        is_open = c in _BEFORE or (not c.isascii() and unicodedata.combining(c) == _VIRAMA)
    if text:
        found.append(text[start:])
    return found


def turned(neutral: str) -> str:
    """Return signs as they stand inside right-to-left text, from left to right; numbers stay as they are."""
    parts = _NUMBER_OR_SIGN.findall(neutral)
    return "".join(part if part.isdecimal() else part.translate(_MIRRORED) for part in reversed(parts))


def numbers_and_words(text: str) -> list[str]:
    """Return right-to-left text parted into numbers and what stands between them."""
    return [part for part in re.split(r"(\d+(?:[.,:/]\d+)*)", text) if part]


def in_order(
    runs: Iterable[Run], is_rtl_font: Callable[[str], bool], covers: Callable[[str, str], bool]
) -> list[Run]:
    """Return runs of (font, text) as they stand from left to right in a left-to-right line.

    What lies between two right-to-left runs turns with them, in their own font if that covers it; what is
    around them stays. So a name is one piece, wherever it is printed.
    """
    found: list[Run] = []
    stretch: list[Run] = []  # as it stands, from left to right
    after: list[Run] = []  # signs behind it, which turn only if more of it follows
    for font, text in runs:
        if is_rtl_font(font):
            if stretch and stretch[0][0] == font and all(covers(font, sign) for _, sign in after):
                stretch[0] = (font, "".join((stretch[0][1], *(sign for _, sign in after), text)))
            else:
                stretch = [(font, text), *((each, turned(sign)) for each, sign in reversed(after)), *stretch]
            after = []
        elif stretch and is_neutral(text):
            after.append((font, text))
        else:
            found += [*stretch, *after, (font, text)]
            stretch, after = [], []
    return [*found, *stretch, *after]


def spaced(text: str) -> list[Word]:
    """Return the words of a text, parted at every space."""
    first, *others = text.split(" ")
    return [("", first), *((" ", other) for other in others)]


def words(text: str, *, is_fixed: bool) -> list[Word]:
    """Return the words of a text, parted where a line may end.

    Args:
        text: printable.
        is_fixed: it is an identifier, which only a space parts.
    """
    if text.isascii():
        return spaced(text)
    found: list[Word] = []
    for gap, word in _untied(spaced(text)) if any(map(is_rtl, text)) else spaced(text):
        first, *others = [word] if is_fixed else _breakable(word)
        found += [(gap, first), *(("", other) for other in others)]
    return found


def _untied(parts: Iterable[Word]) -> list[Word]:
    """Return words, those of one stretch of right-to-left text together as one."""
    found: list[Word] = []
    tied = 0  # how many of the last ones may still turn out to belong to one stretch
    for gap, word in parts:
        strong = [is_rtl(c) for c in word if not is_neutral(c)]
        found.append((gap, word))
        if strong and strong[0] and tied:
            stretch = found[-1 - tied :]
            found[-1 - tied :] = [(stretch[0][0], " ".join(each for _, each in stretch))]
            tied = 0
        tied = tied + 1 if not strong and tied else int(bool(strong) and strong[-1])
    return found


def _breakable(word: str) -> list[str]:
    """Return a word in the parts between which a line may end: ideographs, not letters."""
    if not _WIDE.search(word):
        return [word]
    parts: list[str] = []
    for letters in clusters(word):
        if parts and not _may_end(parts[-1][-1], letters[0]):
            parts[-1] += letters
        else:
            parts.append(letters)
    return parts


def _may_end(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if not (_WIDE.match(before) or _WIDE.match(after)):
        return False
    if after in _NOT_FIRST or unicodedata.category(after) in _ENDS:
        return False
    return unicodedata.category(before) not in _STARTS
