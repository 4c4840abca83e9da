# SPDX-License-Identifier: MIT
"""Characters that people and programs take for one another, by place and by name."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from app.identify.values import Doubt
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

# English; translated when shown.
NAMES = {"l": "small L", "I": "capital i", "1": "one", "|": "bar", "O": "capital o", "0": "zero"}
DIGITS = frozenset("10")
_PLAIN = {" ": "space", ".": "dot", ",": "comma", ":": "colon", "-": "dash", "_": "underscore"}
# What a person cannot settle by looking, in the order in which it is offered.
_TWINS = ("Il1|", "O0")
_PAIRS = {"rn": "m", "vv": "w", "VV": "W"}
_TWIN = {sign: twins[0].casefold() for twins in _TWINS for sign in twins}
_UNSEEN = frozenset({"Cc", "Cf", "Mn"})
# What a reader of pictures mixes up by shape; only a text that proves itself is ever repaired by these.
_SHAPES = (
    "Il1|i!", "O0oDQ", "S5s$", "Z2z", "B8", "G6b", "gq9", "cC", "kK", "pP", "uU", "vV", "uv", "wW", "xX",
    "yY", "jJ", "mM", "tf", "ceo", "hb", "a4A", "T7", "38",
)  # fmt: skip


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


class Change(StrEnum):
    """How the second of two texts differs from the first where they first differ."""

    CHANGED = "changed"
    MISSING = "missing"  # the second lacks characters
    EXTRA = "extra"  # the second has characters too many


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts differ; an empty character means that one text ends there.

    Attributes:
        index: the place, from 0, in both texts.
        first: character of the first text there.
        second: character of the second text there.
        change: how the second differs there.
        run: the characters that are missing or extra, or those of the first text that are changed.
        is_only: whether the texts are the same after it.
    """

    index: int
    first: str
    second: str
    change: Change = Change.CHANGED
    run: str = ""
    is_only: bool = True

    @property
    def first_name(self) -> str:
        """What to call the character of the first text."""
        return name_of(self.first)

    @property
    def second_name(self) -> str:
        """What to call the character of the second text."""
        return name_of(self.second)

    @property
    def run_names(self) -> tuple[str, ...]:
        """What to call each character that is missing, extra or changed."""
        return tuple(name_of(character) for character in self.run)


def marks(text: str) -> tuple[Mark, ...]:
    """Return every look-alike and every character that is not ASCII, in order."""
    return tuple(
        Mark(index, character, name_of(character))
        for index, character in enumerate(text)
        if character in NAMES or not character.isascii()
    )


def alternatives(text: str, doubts: Iterable[Doubt] = ()) -> tuple[Doubt, ...]:
    """Return each place that may be read otherwise, in order, with what may stand there.

    The first option is what stands there. One of two characters, such as ``rn``, stands for both of them; an
    empty one for no character at all.
    """
    named = {doubt.index: doubt.options for doubt in doubts}
    found = []
    for index in range(len(text)):
        there = _standing(text, index, named.get(index, ()))
        options = dict.fromkeys((there, *named.get(index, ()), *_read_as(there, text, index)))
        if len(options) > 1:
            found.append(Doubt(index, tuple(options)))
    return tuple(found)


def alike(character: str) -> frozenset[str]:
    """Return the characters of ASCII that a reader of pictures may take for this one, by their shape."""
    near = {other for shape in _SHAPES if character in shape for other in shape}
    looks = looks_like(character)
    return frozenset((near | ({looks} if looks else set())) - {character})


def looks_like(character: str) -> str | None:
    """Return the letter or digit of ASCII that a foreign character looks like; ``None`` if there is none.

    Source: Unicode UTS #39, and UAX #15 for compatibility forms.
    """
    if character.isascii():
        return None
    plain = unicodedata.normalize("NFKC", character)
    found = _foreign().get(character) or _foreign().get(plain)
    return found or (plain if len(plain) == 1 and plain.isascii() and plain.isalnum() else None)


def compare(first: str, second: str) -> Difference | None:
    """Return the first difference of two texts; ``None`` if they are the same, letter for letter."""
    if first == second:
        return None
    shared = next((at for at, (one, two) in enumerate(zip(first, second, strict=False)) if one != two), None)
    index = min(len(first), len(second)) if shared is None else shared
    one, two = first[index:], second[index:]
    # The tails differ at once, so the first step to get from one to the other is no "equal".
    (_, _, out, _, into), *later = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    is_only = all(step == "equal" for step, *_ in later)
    if out == into == 0 or (out and into):
        return Difference(index, one[:1], two[:1], Change.CHANGED, one[:out], is_only)
    change, run = (Change.MISSING, one[:out]) if out else (Change.EXTRA, two[:into])
    return Difference(index, one[:1], two[:1], change, run, is_only)


def is_alike_to_the_eye(first: str, second: str) -> bool:
    """Whether two different texts are easily taken for the same: by look-alikes, capitals or unseen signs."""
    return first != second and _to_the_eye(first) == _to_the_eye(second)


@lru_cache(maxsize=4096)
def _to_the_eye(text: str) -> str:
    """Return a text with one character for all that look like it, and none that cannot be seen."""
    seen = (looks_like(sign) or sign for sign in text if unicodedata.category(sign) not in _UNSEEN)
    folded = "".join(_TWIN.get(sign, sign.casefold()) for sign in seen)
    for pair, one in _PAIRS.items():
        folded = folded.replace(pair, one)
    return " ".join(folded.split())


def name_of(character: str) -> str:
    """Return what to call a character so that it is not taken for another; no character is "nothing"."""
    if not character:
        return "nothing"
    if len(character) > 1:
        return " then ".join(name_of(each) for each in character)
    if character in NAMES:
        return NAMES[character]
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isascii() and character.isprintable():
        return f"capital {character.lower()}" if character.isupper() else character
    return _foreign_name(character)


def _foreign_name(character: str) -> str:
    """Return alphabet, code point and likeness: ``Cyrillic U+0456, looks like i``. Source: Unicode names."""
    point = f"U+{ord(character):04X}"
    first, _, _ = unicodedata.name(character, "").partition(" ")
    name = f"{first.capitalize()} {point}" if first and character.isalnum() else point
    looks = looks_like(character)
    return f"{name}, looks like {name_of(looks)}" if looks else name


def _standing(text: str, index: int, options: tuple[str, ...]) -> str:
    """Return what stands at a place: two characters where they may be one, else one."""
    pair = text[index : index + 2]
    return pair if pair in _PAIRS or (len(pair) == 2 and pair in options) else text[index]


def _read_as(there: str, text: str, index: int) -> tuple[str, ...]:
    """Return what else may be meant by what stands at a place."""
    if there in _PAIRS:
        return (_PAIRS[there],)
    looks = looks_like(text[index])
    twins = next((twins for twins in _TWINS if (looks or there) in twins), "")
    return (*((looks,) if looks else ()), *twins)


@lru_cache(maxsize=1)
def _foreign() -> dict[str, str]:
    """Return each foreign character of the table with what it looks like; read in 0.5 ms, once."""
    table = tomllib.loads((resources() / "lookalikes.toml").read_text(encoding="utf-8"))
    return {character: plain for plain, characters in table.items() for character in characters}
