# SPDX-License-Identifier: MIT
"""The recovery code: eight groups that can be written down, read aloud, and that name a mistyped group.

120 random bits in Crockford's base 32 (no I, L, O, U): eight groups of three characters and a check
character. The check is a weighted sum in the field of 32 elements, so it catches every single wrong
character, every pair of neighbours swapped within a group, and a group written in another group's place.
Source: evidence.md, section 3; alphabet: Crockford, "Base 32".
"""

from __future__ import annotations

import re
import secrets

from app.errors import CodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, CHARACTERS = 8, 3
LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_WEIGHTS = (2, 4, 8)  # powers of the generator: distinct, none 0 or 1
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015_.,:]+")


def new_code() -> str:
    """Return a new code, as it is shown: groups joined by hyphens."""
    groups = ([secrets.choice(ALPHABET) for _ in range(CHARACTERS)] for _ in range(GROUPS))
    return "-".join("".join(group) + _check(group, place) for place, group in enumerate(groups))


def read_code(typed: str) -> str:
    """Return the code in its one form, whatever case, spaces or look-alike letters were typed.

    Raises:
        CodeMistyped: a group fails its check, or the number of groups is wrong.
    """
    groups = _groups(typed)
    for place, group in enumerate(groups):
        if not _fits(group, place):
            raise CodeMistyped(place + 1)
    return "-".join(groups)


def _groups(typed: str) -> list[str]:
    """Return eight groups: as they were typed apart, or cut into fours if they were typed as one.

    Raises:
        CodeMistyped: there are not eight.
    """
    plain = typed.strip().upper().translate(LOOKALIKES)
    apart = [part for part in _SEPARATORS.split(plain) if part]
    if len(apart) == GROUPS:
        return apart
    joined = "".join(apart)
    size = CHARACTERS + 1
    if len(joined) != GROUPS * size:
        raise CodeMistyped(0)
    return [joined[i : i + size] for i in range(0, len(joined), size)]


def _fits(group: str, place: int) -> bool:
    """Whether a group has four known characters and the last follows from the others."""
    if len(group) != CHARACTERS + 1 or any(character not in ALPHABET for character in group):
        return False
    return group[-1] == _check(group[:-1], place)


def _check(group: list[str] | str, place: int) -> str:
    """Return the check character of the three characters at this place (0 to 7)."""
    total = place
    for weight, character in zip(_WEIGHTS, group, strict=True):
        total ^= _times(weight, ALPHABET.index(character))
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    """Return the product of two elements of GF(32), reduced by x^5 + x^2 + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= 0b100101
        right >>= 1
    return product
