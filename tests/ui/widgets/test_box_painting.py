# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from ui.widgets.box_painting import disc_of, handles_of

ROOM = QRectF(0, 0, 400, 300)


@pytest.mark.parametrize(
    "place",
    [QRectF(100, 100, 80, 40), QRectF(0, 0, 80, 40), QRectF(320, 260, 80, 40), QRectF(0, 0, 400, 40)],
)
def test_the_number_stands_outside_the_box(theme, place: QRectF) -> None:
    disc = disc_of(theme, place, ROOM)
    assert ROOM.contains(disc)
    assert not disc.intersects(place)


def test_where_the_box_leaves_no_room_it_stands_inside(theme) -> None:
    assert ROOM.contains(disc_of(theme, ROOM, ROOM))


def test_of_a_box_that_is_scrolled_half_away_the_number_can_be_seen(theme) -> None:
    assert ROOM.contains(disc_of(theme, QRectF(-200, -100, 500, 500), ROOM))


@pytest.mark.parametrize(("size", "count"), [((200, 100), 8), ((200, 20), 6), ((20, 100), 6), ((20, 20), 4)])
def test_a_short_side_has_no_handle_in_its_middle(size: tuple[int, int], count: int) -> None:
    assert len(handles_of(QRectF(0, 0, *size))) == count
