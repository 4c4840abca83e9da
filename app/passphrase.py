# SPDX-License-Identifier: MIT
"""Passphrases: words by chance, and how hard one is to guess; the only importer of zxcvbn."""

from __future__ import annotations

import secrets
from enum import IntEnum
from importlib import resources

WORDS = 4
LONGEST_JUDGED = 72  # zxcvbn slows down on long input; what is longer is no easier to guess


class Hardness(IntEnum):
    """How hard it is to guess, from bad to very good."""

    EMPTY = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def suggestion(count: int = WORDS) -> str:
    """Return words by chance, parted by blanks: 12.9 bits each.

    Four are 51 bits, for a vault with its slow key derivation on top; six are 77, for a file that anybody may
    try at full speed.

    Source: the EFF's long list of 7,776 words, without those that have a hyphen.
    """
    words = listed()
    return " ".join(secrets.choice(words) for _ in range(count))


def listed() -> list[str]:
    """Return the words that are chosen from."""
    words = resources.files("xkcdpass").joinpath("static/eff-long").read_text("utf-8").split()
    return [word for word in words if word.isalpha()]


def hardness(typed: str) -> Hardness:
    """Return how hard it is to guess. The first call takes long: it reads lists of words people use.

    Source: Wheeler, "zxcvbn", USENIX Security 2016; its scores 0 to 4.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 60 ms of lists, after the first paint (G7)

    if not typed:
        return Hardness.EMPTY
    score = zxcvbn(typed[:LONGEST_JUDGED])["score"]
    return (Hardness.WEAK, Hardness.WEAK, Hardness.FAIR, Hardness.GOOD, Hardness.STRONG)[score]
