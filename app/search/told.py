# SPDX-License-Identifier: MIT
"""Words that tell what a chat says from what adverts and programs say, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.content import Place, load
from app.errors import GuideInvalid
from app.paths import resources

FILE = "offers.toml"


@dataclass(frozen=True, slots=True)
class Told:
    """The lists of ``resources/offers.toml``; what each is for stands there."""

    source: str
    shop: tuple[str, ...]
    asked: tuple[str, ...]
    no_deadline: tuple[str, ...]
    threat: tuple[str, ...]
    no_day: tuple[str, ...]
    endings: tuple[str, ...]
    endings_with_path: tuple[str, ...]
    fronts: tuple[str, ...]
    front_paths: tuple[str, ...]
    ways: tuple[str, ...]


@lru_cache(maxsize=1)
def lists() -> Told:
    """Return the lists.

    Raises:
        GuideInvalid: the file is wrong; the message names file, line and key.
    """
    return load(Told, resources() / FILE)


def one_of(name: str) -> str:
    """Return an expression that finds any word of a list, the longest first."""
    words: tuple[str, ...] = getattr(lists(), name)
    return "|".join(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=32)
def words_of(name: str) -> re.Pattern[str]:
    """Return what finds a word of a list in a text, in any case.

    Raises:
        GuideInvalid: one of them is no expression.
    """
    try:
        return re.compile(rf"(?i)(?<!\w)(?:{one_of(name)})(?!\w)")
    except re.error as error:
        place = Place.of(resources() / FILE).at(name)
        raise GuideInvalid(str(place.wrong(f": {error}"))) from error
