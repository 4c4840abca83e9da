# SPDX-License-Identifier: MIT
"""The lines of one picture as one text to search: those that belong together follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from app.model import Rect
from app.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.search.values import ReadText

_WIDEST_GAP = 2.5  # heights: pieces of one row that are further apart do not belong together
_HIGHEST_GAP = 1.1  # heights: the next line of a paragraph is nearer than a line
_UNEVEN = 1.7  # lines of one paragraph do not differ more in height
_SAME_ROW, _SAME_COLUMN = 0.6, 0.3  # of the lower, and of the narrower, that both share
END = "\n"  # between lines that do not belong together; folding leaves it nowhere else


@dataclass(frozen=True, slots=True)
class Document:
    """What of one picture is searched.

    Attributes:
        texts: the lines, in the order in which ``signs`` holds them.
        signs: what is compared: every line folded, ``END`` where what follows does not continue it.
        starts: where each line begins in ``signs``.
    """

    texts: tuple[ReadText, ...]
    signs: str
    starts: tuple[int, ...]


def document(texts: Iterable[ReadText]) -> Document:
    """Return the lines of a picture as one text to search."""
    chains = chained(tuple(texts))
    ordered = tuple(text for chain in chains for text in chain)
    parts = [
        fold(text.text) + (END if at == len(chain) - 1 else "")
        for chain in chains
        for at, text in enumerate(chain)
    ]
    return Document(
        ordered, "".join(parts), tuple(accumulate(map(len, parts[:-1]), initial=0)) if parts else ()
    )


def chained(texts: Sequence[ReadText]) -> list[list[ReadText]]:
    """Return the lines as paragraphs: pieces of a row from left to right, then the row beneath it."""
    rows = _rows(texts)
    chains: list[list[list[ReadText]]] = []
    for row in sorted(rows, key=lambda row: (row[0].rect.y, row[0].rect.x)):
        over = [chain for chain in chains if _is_under(chain[-1], row)]
        if over:
            max(over, key=lambda chain: chain[-1][0].rect.y).append(row)
        else:
            chains.append([row])
    return [[text for row in chain for text in row] for chain in chains]


def _rows(texts: Sequence[ReadText]) -> list[list[ReadText]]:
    """Return the rows, each from left to right."""
    rows: list[list[ReadText]] = []
    for text in sorted(texts, key=lambda text: (text.rect.x, text.rect.y)):
        row = next((row for row in reversed(rows) if _is_beside(row[-1].rect, text.rect)), None)
        if row is None:
            rows.append([text])
        else:
            row.append(text)
    return rows


def _is_beside(left: Rect, right: Rect) -> bool:
    """Whether a piece continues the one to its left, in the same row."""
    lower, higher = sorted((left.height, right.height))
    shared = min(left.y + left.height, right.y + right.height) - max(left.y, right.y)
    gap = right.x - left.x - left.width
    return shared >= _SAME_ROW * lower and -lower <= gap <= _WIDEST_GAP * higher and higher <= _UNEVEN * lower


def _is_under(over: Sequence[ReadText], row: Sequence[ReadText]) -> bool:
    """Whether a row continues the one over it, in the same column."""
    above, below = _around(over), _around(row)
    lower, higher = sorted((above.height, below.height))
    shared = min(above.x + above.width, below.x + below.width) - max(above.x, below.x)
    gap = below.y - above.y - above.height
    return (
        -0.3 * lower <= gap <= _HIGHEST_GAP * higher
        and higher <= _UNEVEN * lower
        and shared >= _SAME_COLUMN * min(above.width, below.width)
    )


def _around(row: Sequence[ReadText]) -> Rect:
    """Return the smallest rectangle round a row."""
    x, y = row[0].rect.x, min(text.rect.y for text in row)
    right = max(text.rect.x + text.rect.width for text in row)
    bottom = max(text.rect.y + text.rect.height for text in row)
    return Rect(x, y, right - x, bottom - y)
