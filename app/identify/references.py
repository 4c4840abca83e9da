# SPDX-License-Identifier: MIT
"""Forms of what is seen in any line of text and belongs to no platform, as data: payments and telephones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.content import Place, load
from app.errors import GuideInvalid
from app.paths import resources

FILE = "references.toml"


class Alone(StrEnum):
    """When a form is seen although none of its labels is near."""

    ALWAYS = "always"
    PROVEN = "proven"  # its sum is right
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a reference.

    Attributes:
        kind: what it is; several forms may be of one kind.
        alone: when it is seen with none of its labels near.
        labels: words that say what it is.
        expression: regular expression with one group, the value.
        example: a line in which it is seen, used by the tests.
        drop: characters that stand between parts of the value and do not belong to it.
        is_secret: whoever reads it can spend it, so it is never shown whole.
    """

    kind: str
    alone: Alone
    labels: tuple[str, ...]
    expression: str
    example: str
    drop: str = ""
    is_secret: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, ready to search with."""
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class _File:
    forms: tuple[Form, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word of a form, found in a text."""

    kinds: frozenset[str]
    text: str
    start: int
    end: int


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Return every form, in the order in which they are tried.

    Raises:
        GuideInvalid: the file is wrong; the message names file, line and key.
    """
    path = resources() / FILE
    found = load(_File, path).forms
    for row, form in enumerate(found, 1):
        place = Place.of(path).at("forms", row, "expression")
        try:
            groups = form.pattern.groups
        except re.error as error:
            raise place.wrong(f": {error}") from error
        if groups != 1:
            raise GuideInvalid(str(place.wrong(": should have one group")))
    return found


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Return what finds any label, the longest first, and the kinds of each."""
    kinds: dict[str, set[str]] = {}
    for form in forms():
        for label in form.labels:
            kinds.setdefault(label.casefold(), set()).add(form.kind)
    words = sorted(kinds, key=len, reverse=True)
    found = re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])")
    return found, {label: frozenset(which) for label, which in kinds.items()}


def labels_in(text: str) -> tuple[Label, ...]:
    """Return every word of the text that says what a value near it is, in order."""
    pattern, kinds = _labels()
    found = pattern.finditer(text)
    return tuple(Label(kinds[one[0].casefold()], one[0], one.start(), one.end()) for one in found)


def is_secret(kind: str) -> bool:
    """Whether whoever reads a value of this kind can spend it."""
    return any(form.is_secret for form in forms() if form.kind == kind)
