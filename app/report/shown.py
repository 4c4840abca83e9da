# SPDX-License-Identifier: MIT
"""What is printed for stored text: the one gate that everything a stranger wrote goes through.

Whatever no font can draw, and whatever would steer the text instead of showing, becomes its code point.
Nothing is left out but the sign that asks for a coloured emoji.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from app.report.faces import MOST_TOGETHER
from app.report.letters import EMOJI_LOOK, JOINER, clusters, is_mark, is_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Source: Unicode general categories: control, format, surrogate, private, unassigned, line and paragraph end.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = "\n\r\t"
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # variation selectors
_KEYCAP = "\u20e3"  # drawn around a digit
_REGIONAL_A, _REGIONAL_Z = 0x1F1E6, 0x1F1FF  # letters of flags
# Compatibility forms of plain letters; the first is printed so even where a font has it: it only looks plain.
_FANCY = "<font>"
_PLAIN_BENEATH = frozenset({"<circle>", "<square>", "<super>", "<sub>", "<wide>", "<narrow>", "<small>"})
_OPEN, _CLOSE, _TIMES = "\u2039", "\u203a", "\xd7"
_MOST_FANCY = 24  # letters between two marks
_MOST_SAME = 3  # of one code point, before they are counted


def shown(text: str, is_drawn: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is printed, in pieces that must not be cut: letters that stand together, names in brackets.

    Args:
        text: as it is stored.
        is_drawn: whether some font draws letters that stand together.
    """
    for piece, same in groupby(_pieces(clusters(text), is_drawn)):
        count = sum(1 for _ in same)
        if piece.startswith("[U+") and count > _MOST_SAME:
            yield _counted(piece, count)
        else:
            yield from [piece] * count


def _counted(piece: str, count: int) -> str:
    """Return a name in brackets, and how often it comes."""
    return f"{piece[:-1]} {_TIMES}{count}]" if count > 1 else piece


def is_itself(c: str) -> bool:
    """Whether a character that a font draws is printed as it is."""
    return c == " " or (
        unicodedata.category(c)[0] in "LNPS" and not unicodedata.decomposition(c).startswith(_FANCY)
    )


def _pieces(parts: Sequence[str], is_drawn: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is printed for letters that stand together, one after another."""
    plain = ""
    for n, letters in enumerate(parts):
        beneath = _plain_beneath(letters, is_drawn)
        if plain and (not beneath or len(plain) >= _MOST_FANCY):
            yield _OPEN + plain + _CLOSE
            plain = ""
        if beneath:
            plain += beneath
        elif (
            letters == JOINER
            and 0 < n < len(parts) - 1
            and is_symbol(parts[n - 1])
            and is_symbol(parts[n + 1])
        ):
            yield "+"
        else:
            yield from _printed(letters, is_drawn)
    if plain:
        yield _OPEN + plain + _CLOSE


def _plain_beneath(letters: str, is_drawn: Callable[[str], bool]) -> str:
    """Return the plain letters that a letter in fancy dress stands for, if it is one."""
    if letters.replace(EMOJI_LOOK, "")[1:] == _KEYCAP:
        return letters[0] if letters[0].isascii() else ""
    if len(letters) > 1 or letters.isascii():
        return ""
    if _REGIONAL_A <= ord(letters) <= _REGIONAL_Z:
        return chr(ord("A") + ord(letters) - _REGIONAL_A)
    kind = unicodedata.decomposition(letters).partition(" ")[0]
    if kind == _FANCY or (kind in _PLAIN_BENEATH and not is_drawn(letters)):
        beneath = unicodedata.normalize("NFKC", letters)
        return beneath if all(c.isalnum() and is_drawn(c) for c in beneath) else ""
    return ""


def _printed(letters: str, is_drawn: Callable[[str], bool]) -> Iterator[str]:
    """Yield letters that stand together as they are, or the first as it is and the others named."""
    if (
        len(letters) > 1
        and letters[-1] == EMOJI_LOOK
        and not letters[0].isalpha()
        and not is_mark(letters[0])
    ):
        letters = letters[:-1]
    if 1 < len(letters) <= MOST_TOGETHER:
        letters = unicodedata.normalize("NFC", letters)
    if len(letters) > 1 and is_drawn(letters):
        yield letters
    elif len(letters) > MOST_TOGETHER and all(map(is_mark, letters[1:])):
        yield _one(letters[0], is_drawn)
        for mark, count in Counter(letters[1:]).items():
            yield _counted(_one(mark, is_drawn), count)
    else:
        for c in letters:
            yield _one(c, is_drawn)


def _one(c: str, is_drawn: Callable[[str], bool]) -> str:
    """Return what is printed for one character by itself."""
    if c in _BLANKS:
        return " "
    kind = unicodedata.category(c)
    if kind not in _STEERING and is_drawn(c) and (kind != "Zs" or c == " "):
        return c
    name = "" if kind in _STEERING or c in _LOOKS else unicodedata.name(c, "")
    return f"[U+{ord(c):04X} {name}]" if name else f"[U+{ord(c):04X}]"
