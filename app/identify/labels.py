# SPDX-License-Identifier: MIT
"""Words beside or above which platforms print an identifier, told from a reading that may be slightly off.

The words are data (``labels`` of ``resources/platforms``). Only labels are told in this loose way; no letter
of an identifier is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALIKE = str.maketrans("01|!i5", "olllls")
COLONS = ":\uff1a"  # the second is wide, as Chinese and Japanese write it
_ENDS = re.compile(rf"\s*[{COLONS}]\s*|\s+")
_LONG = 5  # letters: one may be misread in a label as long as this


@dataclass(frozen=True, slots=True)
class Found:
    """A label as it was read.

    Attributes:
        text: as it was read.
        platforms: whose label it is; more than one where several use the same word.
        start: place in the line where what comes after the label begins; None if the line ends with it.
        is_marked: whether a colon ends it.
    """

    text: str
    platforms: tuple[str, ...]
    start: int | None
    is_marked: bool


class Labels:
    """The labels of some platforms, by what is left of them when look-alikes are one."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Keep the label words of each platform id."""
        self._known: dict[str, tuple[str, ...]] = {}
        for platform, labels in words.items():
            for label in labels:
                key = plain(label)
                self._known[key] = tuple(dict.fromkeys((*self._known.get(key, ()), platform)))

    def whole(self, text: str) -> Found | None:
        """Return the label that a line is, colon or none."""
        platforms = self._platforms(plain(text))
        return Found(text, platforms, None, text.rstrip()[-1:] in COLONS) if platforms else None

    def beginning(self, text: str) -> Found | None:
        """Return the longest label with which a line begins before it goes on."""
        for end in reversed(list(_ENDS.finditer(text))):
            platforms = self._platforms(plain(text[: end.start()]), is_loose=False)
            if platforms and end.end() < len(text):
                return Found(text[: end.start()], platforms, end.end(), bool(end.group().strip()))
        return None

    def _platforms(self, key: str, *, is_loose: bool = True) -> tuple[str, ...]:
        if key in self._known or not is_loose or len(key) < _LONG:
            return self._known.get(key, ())
        near = (known for known in self._known if len(known) >= _LONG and _is_near(known, key))
        return self._known.get(next(near, ""), ())


def plain(text: str) -> str:
    """Return letters and digits only, small, with those that look alike made one."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum()).translate(_ALIKE).replace("rn", "m")


def _is_near(one: str, two: str) -> bool:
    """Whether one letter more, less or other makes one of the other."""
    if abs(len(one) - len(two)) > 1:
        return False
    longer, shorter = (one, two) if len(one) >= len(two) else (two, one)
    same = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    rest = shorter[same + (len(longer) == len(shorter)) :]
    return longer[same + 1 :] == rest
