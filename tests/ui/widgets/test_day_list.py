# SPDX-License-Identifier: MIT
"""What every list under days shares: it grows again in another width, and mirrors its places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt

from ui.widgets.day_list import DayDelegate, DayList


class Counted(DayList):
    grown = 0

    def _grow(self) -> None:
        self.grown += 1


@pytest.fixture
def view(shown) -> Counted:
    made = Counted(QStringListModel(["one", "two"]), "Days")
    made.resize(400, 100)
    return shown(made)


def test_it_grows_again_in_another_width_and_with_other_rows(view: Counted) -> None:
    before = view.grown
    view.resize(400, 300)
    assert view.grown == before
    view.resize(300, 300)
    assert view.grown == before + 1
    view.model().setStringList(["three"])
    assert view.grown == before + 2


def test_it_has_its_name_and_no_bar_of_its_own(view: Counted) -> None:
    assert view.accessibleName() == "Days"
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_place_stands_at_the_other_side_where_reading_starts_there(view: Counted, context) -> None:
    delegate, area, place = DayDelegate(context, view), QRect(0, 0, 300, 40), QRect(10, 0, 50, 40)
    assert delegate._mirrored(area, place) == place
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = delegate._mirrored(area, place)
    assert area.right() - mirrored.right() == place.left() - area.left()
    assert mirrored.width() == place.width()


def test_more_words_are_higher_and_none_take_no_room(view: Counted, context) -> None:
    delegate = DayDelegate(context, view)
    assert delegate._tall("body", 200, "") == 0
    assert delegate._tall("body", 200, "a few words " * 20) > delegate._tall("body", 200, "a few words")
