# SPDX-License-Identifier: MIT
"""Lines as a reading gives them, one under the other, each character as wide as any."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app import paths
from app.clock import Moment
from app.identify.platforms import Catalogue
from app.model import Rect
from app.search.offering import offers
from app.search.values import ReadText, Unsure

if TYPE_CHECKING:
    from app.search.offer import Offer

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
TAKEN = Moment(datetime(2026, 11, 24, 2, 16, tzinfo=UTC), 0, "boot", "Europe/London", 0)
WIDE, HIGH, STEP, APART = 8, 14, 20, 46
LEFT, TOP = 40, 100


def read(
    text: str, *, x: int = LEFT, y: int = TOP, permille: int = 950, unsure: dict[int, str] | None = None
) -> ReadText:
    """Return one line; ``unsure`` says what else a character may be."""
    marks = tuple(Unsure(at, tuple(signs)) for at, signs in (unsure or {}).items())
    edges = tuple(1000 * at // max(1, len(text)) for at in range(len(text)))
    return ReadText(Rect(x, y, max(1, WIDE * len(text)), HIGH), text, permille, edges, marks)


def messages(*texts: str) -> tuple[ReadText, ...]:
    """Return a message each; a line break goes on within one."""
    lines, y = [], TOP
    for text in texts:
        for line in text.split("\n"):
            lines.append(read(line, y=y))
            y += STEP
        y += APART - STEP
    return tuple(lines)


def offered(*texts: str) -> tuple[Offer, ...]:
    """Return what a picture of these messages offers."""
    return offers(messages(*texts), CATALOGUE, taken=TAKEN)
