# SPDX-License-Identifier: MIT
"""Areas of words, as they are before and after the person was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.intake.words_area import confirmed
from app.model import Mode, Rect
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from app.model import Acquisition, ScreenRecord

AREA = Rect(100, 200, 600, 300)


def drawn_area(data: bytes = b"\x89PNG area", rect: Rect = AREA, **screen: object) -> Acquisition:
    """Return an area that was taken, and about which nobody was asked yet."""
    taken = acquisition(data)
    record = taken.record
    assert record.screen is not None
    drawn = {"mode": Mode.AREA, "rect_physical": rect, "rect_logical": rect}
    seen: ScreenRecord = replace(record.screen, **(drawn | screen))  # type: ignore[arg-type]
    content = replace(record.content, width_px=rect.width, height_px=rect.height)
    return replace(taken, record=replace(record, screen=seen, content=content))


def words_area(data: bytes = b"\x89PNG area") -> Acquisition:
    """Return an area of which the person said that there are only words in it."""
    taken = drawn_area(data)
    return confirmed(taken, taken.record.time.ended_at + timedelta(seconds=9))
