# SPDX-License-Identifier: MIT
"""Sentences into a field that takes so many characters: whole ones only, and what is left over is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENDS = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text, how long it is, and the sentences that did not go in."""

    text: str
    length: int
    left: tuple[str, ...] = ()


def length_of(text: str) -> int:
    """Return how many characters a web page counts, at the most.

    UTF-16 code units, as ``maxlength`` has it, so that most emoji are two; a line end two, as it is sent.
    Source: HTML Living Standard, 4.10.5.3.1 (maxlength) and 4.10.22.5 (line ends are sent as CR LF).
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + text.count("\n")


def sentences_in(text: str) -> list[str]:
    """Return free words sentence by sentence."""
    return [part for part in _ENDS.split(text.strip()) if part]


def fitted(paragraphs: Iterable[Sequence[str]], most: int | None) -> Fitted:
    """Return the sentences as paragraphs, up to the last that fits; no sentence is ever cut."""
    text, left = "", list[str]()
    for sentences in paragraphs:
        joint = "\n" if text else ""
        for sentence in sentences:
            longer = f"{text}{joint}{sentence}"
            if left or (most is not None and length_of(longer) > most):
                left.append(sentence)
                continue
            text, joint = longer, " "
    return Fitted(text, length_of(text), tuple(left))
