# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.errors import PicturesNotAllowed
from app.intake.words_area import confirmed, is_confirmed, is_small
from app.model import Method, Mode, MonitorRecord, Rect, Sensitivity
from tests.fakes.acquisitions import acquisition
from tests.fakes.words_area import drawn_area, words_area

if TYPE_CHECKING:
    from app.model import AcquisitionRecord

LEFT, RIGHT = Rect(0, 0, 1600, 900), Rect(1600, 0, 1200, 900)


@pytest.mark.parametrize(
    ("rect", "is_right"),
    [
        (Rect(0, 0, 1600, 300), True),
        (Rect(0, 0, 1600, 301), False),
        (Rect(1700, 100, 400, 300), True),
        (Rect(1500, 100, 200, 100), False),  # over the edge between the two
        (Rect(-10, 0, 100, 100), False),
        (Rect(5000, 0, 10, 10), False),
        (Rect(10, 10, 0, 0), False),
    ],
)
def test_a_small_area_is_a_third_of_its_screen_at_most(rect: Rect, is_right: bool) -> None:
    assert is_small(rect, (LEFT, RIGHT)) is is_right


def test_there_is_no_small_area_without_a_screen() -> None:
    assert not is_small(Rect(0, 0, 10, 10), ())


def test_a_record_says_what_the_person_said_and_when() -> None:
    taken = drawn_area()
    at = taken.record.time.ended_at + timedelta(seconds=4)
    kept = confirmed(taken, at)
    assert kept.data == taken.data
    assert (kept.record.method.sensitivity, kept.record.method.words_only_at) == (Sensitivity.WORDS_ONLY, at)
    assert is_confirmed(kept.record)
    assert not is_confirmed(taken.record)


@pytest.mark.parametrize("mode", [Mode.SCREEN, Mode.WINDOW, Mode.CONVERSATION])
def test_nothing_but_an_area_can_be_confirmed(mode: Mode) -> None:
    taken = drawn_area(mode=mode)
    with pytest.raises(PicturesNotAllowed):
        confirmed(taken, taken.record.time.ended_at)


def test_a_large_area_and_a_whole_screen_cannot_be_confirmed() -> None:
    for taken in (drawn_area(rect=Rect(0, 0, 1600, 400)), acquisition()):
        with pytest.raises(PicturesNotAllowed):
            confirmed(taken, taken.record.time.ended_at)


def test_what_was_confirmed_before_it_was_taken_was_not_confirmed() -> None:
    record = words_area().record
    assert not is_confirmed(changed(record, words_only_at=record.time.started_at))


def test_a_clock_that_was_moved_back_meanwhile_drops_nothing() -> None:
    taken = drawn_area()
    kept = confirmed(taken, taken.record.time.started_at - timedelta(hours=1))
    assert kept.record.method.words_only_at == taken.record.time.ended_at


def changed(record: AcquisitionRecord, **method: object) -> AcquisitionRecord:
    return replace(record, method=replace(record.method, **method))  # type: ignore[arg-type]


def test_every_part_of_it_counts() -> None:
    record = words_area().record
    others = (
        changed(record, words_only_at=None),
        changed(record, sensitivity=Sensitivity.NONE),
        changed(record, method=Method.IMPORTED_FILE),
        changed(record, method=Method.PHOTO_OF_SCREEN),
        replace(record, run_id="a"),
        replace(record, parent="a"),
        replace(record, screen=None),
    )
    assert is_confirmed(record)
    assert not any(map(is_confirmed, others))


@pytest.mark.parametrize("backend", ["mss/macos", "portal/wayland"])
def test_where_the_system_counts_in_points_the_area_is_counted_in_points_too(backend: str) -> None:
    """A display of 1440 by 900 points has 2880 by 1800 pixels; its area comes in both."""
    monitors = (MonitorRecord("built in", Rect(0, 0, 1440, 900), 2000, True),)
    area = drawn_area(backend=backend, monitors=monitors).record.screen
    assert area is not None

    def taken(points: Rect) -> AcquisitionRecord:
        pixels = Rect(points.x * 2, points.y * 2, points.width * 2, points.height * 2)
        screen = replace(area, rect_physical=pixels, rect_logical=points)
        return replace(words_area().record, screen=screen)

    assert is_confirmed(taken(Rect(10, 10, 800, 400)))
    assert not is_confirmed(taken(Rect(0, 0, 1440, 600)))
