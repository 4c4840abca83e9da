# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Mode
from tests.ui.models.test_exhibits import listed
from ui.widgets.exhibit_filters import ExhibitFilters


def of(number: int, mode: Mode):
    return replace(listed(number), mode=mode)


MIXED = (of(1, Mode.SCREEN), of(2, Mode.AREA), of(3, Mode.AREA))


@pytest.fixture
def filters(context, shown) -> ExhibitFilters:
    made = ExhibitFilters(context)
    made.resize(600, 60)
    shown(made)
    made.offer((), 1)
    return made


def press(filters: ExhibitFilters, key: str) -> None:
    QTest.mouseClick(filters.chips.chips[key], Qt.MouseButton.LeftButton)


def test_each_kind_says_how_many_there_are(filters: ExhibitFilters, words) -> None:
    filters.offer(MIXED, 1)
    shown = {key: chip.text() for key, chip in filters.chips.chips.items()}
    assert shown == {
        "all": words("evidence.filter.all", n=3),
        "screens": words("evidence.filter.screens", n=1),
        "areas": words("evidence.filter.areas", n=2),
    }


@pytest.mark.parametrize(("exhibits", "least"), [(MIXED, 4), (MIXED[1:], 1), ((), 1)])
def test_nothing_is_offered_that_would_leave_nothing_out(filters: ExhibitFilters, exhibits, least) -> None:
    filters.offer(exhibits, least)
    assert filters.chips is None


def test_the_chosen_kind_fits_and_others_do_not(filters: ExhibitFilters, qtbot) -> None:
    filters.offer(MIXED, 1)
    assert all(map(filters.fits, MIXED))
    with qtbot.waitSignal(filters.changed):
        press(filters, "areas")
    assert [filters.fits(one) for one in MIXED] == [False, True, True]


def test_a_choice_stays_while_its_kind_is_there_and_is_all_when_it_is_gone(filters: ExhibitFilters) -> None:
    filters.offer(MIXED, 1)
    press(filters, "areas")
    filters.offer((*MIXED, of(4, Mode.AREA)), 1)
    assert filters.chips.on == ("areas",)
    filters.offer((of(1, Mode.SCREEN), of(2, Mode.WINDOW)), 1)
    assert filters.chips.on == ("all",)
    assert filters.fits(of(5, Mode.SCREEN))
