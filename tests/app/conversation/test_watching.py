# SPDX-License-Identifier: MIT
from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from app.capture.models import Frame
from app.conversation.watching import Follower, was_watched

PAGE = np.random.default_rng(3).integers(0, 1 << 24, (2_000, 640), dtype=np.uint32)


def at(top: int, width: int = 640) -> Frame:
    return Frame(width, 400, PAGE[top : top + 400, :width].tobytes())


def test_steps_are_found_from_look_to_look() -> None:
    follower = Follower()
    looks = [at(top) for top in (500, 540, 541, 300, 300)]
    steps = [follower.step(one, other) for one, other in pairwise(looks)]
    assert steps == [40, 1, -241, 0]


def test_a_jump_and_another_size_are_not_found() -> None:
    follower = Follower()
    assert follower.step(at(0), at(900)) is None
    assert follower.step(at(0), at(0, width=320)) is None


def test_looks_that_do_not_follow_each_other_are_made_ready_anew() -> None:
    follower = Follower()
    follower.step(at(100), at(150))
    assert follower.step(at(700), at(760)) == 60


@pytest.mark.parametrize(
    ("steps", "watched"),
    [([], True), ([0, 0], True), ([10, -200], True), ([10, 201], False), ([10, None], False)],
)
def test_a_scroll_was_watched_if_every_step_was_found_and_short(
    steps: list[int | None], watched: bool
) -> None:
    assert was_watched(steps, 200) is watched
