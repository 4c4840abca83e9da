# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.capture.models import Frame
from app.conversation.jobs import Between
from app.conversation.pair import Region
from app.intake.passing import is_far, may_be_elsewhere, scrolling_px
from tests.fakes.alike import one_message
from tests.fakes.conversation import text_page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LIST, CHAT = one_message()[:480], text_page(480)


def frame_of(page: NDArray[np.uint32]) -> Frame:
    return Frame(page.shape[1], page.shape[0], page.tobytes())


@pytest.mark.parametrize(
    ("steps", "is_too_far"),
    [([], False), ([100, 100], False), ([300, 310], True), ([-300, -310], True), ([200, 250, 250], True),
     ([430, 430], True), ([430], True), ([420], False), ([300, None, 310], False), ([700, 0], False)],
)  # fmt: skip
def test_too_far_is_when_little_of_the_last_frame_is_in_sight(
    steps: list[int | None], is_too_far: bool
) -> None:
    assert is_far(steps, 1_000) is is_too_far


def test_so_much_scrolls_as_the_region_has_rows() -> None:
    assert scrolling_px(None, 1_000) == 700
    assert scrolling_px(Region(40, 840, 0, 9), 1_000) == 800
    assert scrolling_px(Region(40, 840, 0, 9), 600) == 600


@pytest.mark.parametrize("page", [LIST, CHAT])
def test_what_was_followed_is_believed(page: NDArray[np.uint32]) -> None:
    back, away = Between(watched=True, steps_px=(90, -91)), Between(watched=True, steps_px=(40, 0))
    assert not may_be_elsewhere(back, frame_of(page), None, 1000)
    assert may_be_elsewhere(away, frame_of(page), None, 1000)


@pytest.mark.parametrize("columns", [None, (0, 16)])
def test_what_was_not_followed_must_show_something_that_is_there_once(
    columns: tuple[int, int] | None,
) -> None:
    between = Between(columns=columns)
    assert may_be_elsewhere(between, frame_of(LIST), None, 1000)
    assert not may_be_elsewhere(between, frame_of(CHAT), None, 1000)
    assert not may_be_elsewhere(between, frame_of(CHAT), Region(0, 480, 0, 16), 1000)
