# SPDX-License-Identifier: MIT
"""The one way in for pixels where someone is, or may be, under 18: a small area with only words in it.

The person draws it, it is held in memory, and it is kept only once they have said that there are only words
in it. The program cannot see whether that is so; it can see that it is one area, that it is small, and that
somebody was asked. Source: evidence.md, section 6; docs/adr/0030-words-only-areas-and-what-is-set-apart.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.capture.geometry import area, intersection
from app.errors import PicturesNotAllowed
from app.model import Acquisition, Method, Mode, Rect, Sensitivity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.model import AcquisitionRecord, ScreenRecord

MOST_OF_A_SCREEN = 3  # a third: a long message on a small screen, and never a whole chat
COUNTED_IN_POINTS = frozenset({"mss/macos", "portal/wayland"})  # monitors and area alike


def is_small(rect: Rect, screens: Iterable[Rect]) -> bool:
    """Whether an area takes no more than a third of the screen it lies on, and lies on one."""
    there = max(screens, key=lambda screen: area(intersection(rect, screen)), default=None)
    return (
        there is not None
        and area(intersection(rect, there)) == area(rect) > 0
        and area(rect) * MOST_OF_A_SCREEN <= area(there)
    )


def confirmed(acquisition: Acquisition, at: datetime) -> Acquisition:
    """Return the acquisition as what the person said it is, and when.

    A clock that was moved back meanwhile says no earlier time than that of the taking.

    Raises:
        PicturesNotAllowed: it is no single small area.
    """
    said_at = max(at, acquisition.record.time.ended_at)
    method = replace(acquisition.record.method, sensitivity=Sensitivity.WORDS_ONLY, words_only_at=said_at)
    made = replace(acquisition, record=replace(acquisition.record, method=method))
    if not is_confirmed(made.record):
        raise PicturesNotAllowed("no small area of words")
    return made


def is_confirmed(record: AcquisitionRecord) -> bool:
    """Whether a record is of a small area of which the person said, after it was taken, that it is words."""
    method, screen = record.method, record.screen
    return (
        method.sensitivity is Sensitivity.WORDS_ONLY
        and method.method is Method.SCREEN_CAPTURE
        and method.words_only_at is not None
        and method.words_only_at >= record.time.ended_at
        and (record.run_id, record.parent) == (None, None)
        and screen is not None
        and _is_small_area(screen)
    )


def _is_small_area(screen: ScreenRecord) -> bool:
    """Whether one small area was taken; monitors are counted as the backend counts them."""
    rect = screen.rect_logical if screen.backend in COUNTED_IN_POINTS else screen.rect_physical
    return screen.mode is Mode.AREA and is_small(rect, (monitor.rect for monitor in screen.monitors))
