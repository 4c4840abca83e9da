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
LABEL = 3  # words; a label has no more


@dataclass(frozen=True, slots=True)
class Way:
    """A way to send money: what it is called, and its file in ``resources/payments``."""

    words: tuple[str, ...]
    method: str


@dataclass(frozen=True, slots=True)
class Told:
    """The lists of ``resources/offers.toml``; what each is for stands there."""

    source: str
    shop: tuple[str, ...]
    asked: tuple[str, ...]
    no_deadline: tuple[str, ...]
    weak_labels: tuple[str, ...]
    asking: tuple[str, ...]
    threat: tuple[str, ...]
    no_day: tuple[str, ...]
    endings: tuple[str, ...]
    endings_with_path: tuple[str, ...]
    fronts: tuple[str, ...]
    front_hosts: tuple[str, ...]
    front_paths: tuple[str, ...]
    ways: tuple[Way, ...]


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


def way_in(text: str) -> tuple[str, str] | None:
    """Return how money is to be sent, in the words of the text, and the file that says what it means."""
    found = ((match[0], way.method) for way in lists().ways if (match := _way(way.words).search(text)))
    return min(found, key=lambda pair: text.index(pair[0]), default=None)


def asks_for(text: str) -> bool:
    """Whether a text asks for some number of something, such as "send 500 more"."""
    return bool(_asking().search(text))


def as_label(text: str) -> str:
    """Return what a line beside a number says of it: of a sentence no word that any sentence may hold."""
    return text if len(text.split()) <= LABEL else words_of("weak_labels").sub(" ", text)


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{one_of('asking')}) (?:me |us |only |just )*\W?\d{{2,}}")


@lru_cache(maxsize=32)
def _way(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a way; of two or three letters only in capitals, for "MG" is not "mg"."""
    short = "|".join(word for word in words if len(word) <= 3)
    long = "|".join(word for word in words if len(word) > 3)
    either = "|".join(part for part in (f"(?i:{long})" if long else "", short) if part)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


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
