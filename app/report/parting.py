# SPDX-License-Identifier: MIT
"""Spans parted where a line must or may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.fonts import FIXED
from app.report.letters import spaced, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.report.text import Span


def parts_of(spans: Iterable[Span]) -> list[list[Span]]:
    """Return the spans parted at line ends."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        parts[-1].append(span.saying(first))
        parts += [[span.saying(other)] for other in others]
    return parts


def atoms_of(spans: Iterable[Span], *, is_loose: bool = False) -> Iterable[tuple[Span | None, list[Span]]]:
    """Yield words with the span of the gap before them: a space, or nothing between ideographs.

    A word may run over several spans. Loosely, even right-to-left text is parted at every space.
    """
    gap: Span | None = None
    atom: list[Span] = []
    for span in spans:
        (_, first), *others = (
            spaced(span.text) if is_loose else words(span.text, is_fixed=span.style.face in FIXED)
        )
        if first:
            atom.append(span.saying(first))
        for between, part in others:
            yield gap, atom
            gap, atom = span.saying(between), [span.saying(part)] if part else []
    yield gap, atom
