# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.conversation.jobs import UNSEEN, Between, Had
from app.conversation.seen import Seen
from tests.fakes.pixels import BLANK


@pytest.mark.parametrize(
    ("between", "is_in_place"),
    [
        (UNSEEN, False),
        (Between(watched=True), True),
        (Between(watched=True, steps_px=(0, 0)), True),
        (Between(watched=True, steps_px=(0, 4)), False),
        (Between(watched=True, steps_px=(4, -4)), False),
    ],
)
def test_only_what_was_watched_and_not_scrolled_is_in_place(between: Between, is_in_place: bool) -> None:
    assert between.is_in_place is is_in_place


def test_a_frame_is_loaded_when_it_is_needed_and_once() -> None:
    loaded: list[Seen] = []

    def load() -> Seen:
        loaded.append(Seen(BLANK))
        return loaded[-1]

    had = Had(None, load)
    assert had.seen is None
    assert had() is had() is had.seen
    assert len(loaded) == 1


def test_a_frame_that_is_held_is_not_loaded() -> None:
    seen = Seen(BLANK)
    assert Had(seen, lambda: None)() is seen


def test_a_frame_that_cannot_be_had_is_none() -> None:
    assert Had(None, lambda: None)() is None


@pytest.mark.parametrize(
    ("between", "is_back", "is_away"),
    [
        (Between(), False, False),
        (Between(watched=False, steps_px=(4, 40)), False, False),
        (Between(watched=True), True, False),
        (Between(watched=True, steps_px=(40, -38)), True, False),
        (Between(watched=True, steps_px=(40, -30)), False, True),
    ],
)
def test_what_was_watched_ended_where_it_began_or_elsewhere(
    between: Between, is_back: bool, is_away: bool
) -> None:
    assert (between.is_back, between.is_away) == (is_back, is_away)
