# SPDX-License-Identifier: MIT
"""What to look at in a message that promises money or pictures back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content import Text, load
from app.errors import GuideInvalid
from app.i18n import AS_IT_IS

if TYPE_CHECKING:
    from pathlib import Path

    from app.i18n import Translator


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to look at: what to say of it, and the words that show it."""

    id: str
    says: Text
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    source: str
    most: int
    sign: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A sign that was found, and the words as they stand in the message."""

    sign: Sign
    words: str


class Promises:
    """All signs, in order."""

    def __init__(self, signs: tuple[Sign, ...], most: int) -> None:
        """Keep what ``load`` has read."""
        self.signs = signs
        self._most = most
        self._patterns = {
            sign.id: re.compile(rf"(?<!\w)(?:{'|'.join(sign.words)})(?!\w)", re.IGNORECASE) for sign in signs
        }

    @classmethod
    def load(cls, path: Path, translator: Translator = AS_IT_IS) -> Promises:
        """Read the signs; what is said of them in the language of the translator, their words as they are.

        Raises:
            GuideInvalid: the file is wrong, or an expression in it cannot be understood.
        """
        read = load(_File, path, translator)
        try:
            return cls(read.sign, read.most)
        except re.error as error:
            raise GuideInvalid(f"{path.name}: sign: words: {error}") from error

    def seen_in(self, message: str) -> tuple[Seen, ...]:
        """Return the signs in a message; its first so many characters are looked at."""
        text = message[: self._most]
        found = ((sign, self._patterns[sign.id].search(text)) for sign in self.signs)
        return tuple(Seen(sign, match[0]) for sign, match in found if match is not None)
