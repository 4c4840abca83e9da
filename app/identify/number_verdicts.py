# SPDX-License-Identifier: MIT
"""What a typed number looks like. A verdict advises; it never stops anyone from keeping what they typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.identify.lookalikes import looks_like

LONGEST = 200  # characters; the longest number, a link to a transaction, has half of that
MOST_CLEANED = 20_000  # characters; a longer text is no number whatever stands in it, and looking costs time
# Source: Unicode 16, General_Category Cf, and the variation selectors that stand behind emoji.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_KEPT_AT_ENDS = frozenset("+$@(")


class Said(StrEnum):
    """What there is to say of a typed number."""

    EMPTY = "empty"
    GOOD = "good"
    UNUSUAL = "unusual"
    SUM_DIFFERS = "sum_differs"
    OTHER_KIND = "other_kind"
    NO_SUM = "no_sum"  # it fits, but has nothing by which a slip would be seen


@dataclass(frozen=True, slots=True)
class NumberVerdict:
    """A typed number, as far as its form tells.

    Attributes:
        said: the verdict.
        normalised: what would be kept: in plain digits and letters, without what copying put round it.
        shown: how it is shown and read out: in groups, and only the end of it if it is secret.
        words: key of the words to show; ``None`` if there is nothing to say.
        other: the kind it looks like, if that is another than was asked for.
        bank: the bank an IBAN leads to, if that is known.
    """

    said: Said
    normalised: str
    shown: str
    words: str | None = None
    other: str | None = None
    bank: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        """What the words want filled in."""
        return {"bank": self.bank} if self.bank else {}

    @property
    def is_good(self) -> bool:
        """Whether there is nothing to look at twice."""
        return self.said is Said.GOOD


def good(text: str, shown: str = "", words: str | None = None) -> NumberVerdict:
    """Return the verdict on a number that is as it should be."""
    return NumberVerdict(Said.GOOD, text, shown or text, words)


def unusual(text: str, words: str, shown: str = "") -> NumberVerdict:
    """Return the verdict on a number to look at once more."""
    return NumberVerdict(Said.UNUSUAL, text, shown or text, words)


def differs(text: str, words: str, shown: str = "") -> NumberVerdict:
    """Return the verdict on a number with a slip: its own sum says so."""
    return NumberVerdict(Said.SUM_DIFFERS, text, shown or text, words)


def no_sum(text: str, words: str, shown: str = "") -> NumberVerdict:
    """Return the verdict on a number that fits and has nothing by which a slip would be seen."""
    return NumberVerdict(Said.NO_SUM, text, shown or text, words)


def other_kind(text: str, other: str, words: str = "") -> NumberVerdict:
    """Return the verdict on a number that looks like one of another kind."""
    return NumberVerdict(Said.OTHER_KIND, text, text, words or f"number.other.{other}", other)


def cleaned(text: str) -> str:
    """Return the text in one line, in plain signs, without what is unseen and without ornaments at its ends.

    Doing it twice changes nothing more. Source: UAX #15 (NFKC); decimal digits of every script.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    plain = "".join(map(_plain, _UNSEEN.sub("", plain)))
    return " ".join(_bare(plain).split())


def is_foreign(text: str) -> bool:
    """Whether a letter in it is of another alphabet and looks like one of ours."""
    return any(looks_like(sign) for sign in text)


def _plain(sign: str) -> str:
    """Return a digit of any script as one of ours, a control character as a space, all else as it is."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return " " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign


def _bare(text: str) -> str:
    """Return the text from its first letter or digit to its last one."""
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] in _KEPT_AT_ENDS):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return text[start:end]
