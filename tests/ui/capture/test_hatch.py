# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from ui.capture.hatch import Hatch

PARTS = (QRect(100, 100, 200, 120), QRect(350, 300, 80, 80))
BAR = QRect(100, 100, 200, 20)


@pytest.fixture
def hatch(theme, qtbot) -> Hatch:
    made = Hatch(theme)
    qtbot.addWidget(made)
    return made


def test_stripes_lie_over_the_parts_only_and_let_what_is_below_show(hatch: Hatch) -> None:
    hatch.put_over(PARTS, QRect())
    assert hatch.parts == PARTS
    region = hatch.mask().translated(hatch.pos())
    assert not region.isEmpty()
    inside = sum(rect.width() * rect.height() for rect in region)
    whole = sum(part.width() * part.height() for part in PARTS)
    assert 0.05 < inside / whole < 0.4
    assert all(any(part.contains(rect) for part in PARTS) for rect in region)


def test_the_bar_is_spared(hatch: Hatch) -> None:
    hatch.put_over(PARTS, BAR)
    region = hatch.mask().translated(hatch.pos())
    assert not region.intersects(BAR)
    assert region.intersects(QRect(QPoint(100, 125), QPoint(299, 219)))


def test_nothing_covered_takes_it_away(hatch: Hatch) -> None:
    hatch.put_over(PARTS, QRect())
    hatch.put_over((), QRect())
    assert hatch.parts == ()
    assert not hatch.isVisible()
