# SPDX-License-Identifier: MIT
from __future__ import annotations

import random

from app.conversation.islands import Islands
from app.model import Island


def made(frames: int) -> Islands:
    islands = Islands()
    for frame in range(1, frames + 1):
        islands.add(frame)
    return islands


def test_frames_that_meet_stand_on_one_island_with_their_places() -> None:
    islands = made(3)
    assert islands.join(1, 2, 300)
    assert islands.join(2, 3, -100)
    assert islands.all() == (Island((1, 2, 3), (0, 300, 200)),)


def test_what_lies_between_islands_is_a_gap() -> None:
    islands = made(4)
    islands.join(1, 2, 300)
    islands.join(3, 4, 250)
    assert islands.all() == (Island((1, 2), (0, 300)), Island((3, 4), (0, 250)))
    assert not islands.are_together(2, 3)
    assert islands.join(2, 4, 400)
    assert islands.all() == (Island((1, 2, 3, 4), (0, 300, 450, 700)),)


def test_a_frame_is_added_once() -> None:
    islands = made(2)
    islands.join(1, 2, 5)
    islands.add(2)
    assert islands.all() == (Island((1, 2), (0, 5)),)


def test_what_was_proven_first_stays() -> None:
    islands = made(2)
    islands.join(1, 2, 100)
    assert not islands.join(1, 2, 999)
    assert islands.all() == (Island((1, 2), (0, 100)),)


def test_places_hold_in_whatever_order_pairs_are_proven() -> None:
    dice = random.Random(7)  # noqa: S311 - invented places
    for _ in range(50):
        count = dice.randint(2, 40)
        tops = [0]
        for _ in range(count - 1):
            tops.append(tops[-1] + dice.randint(-400, 400))
        pairs = [(frame, frame + 1) for frame in range(1, count)]
        dice.shuffle(pairs)
        islands = made(count)
        for first, second in pairs:
            assert islands.join(first, second, tops[second - 1] - tops[first - 1])
        assert islands.all() == (Island(tuple(range(1, count + 1)), tuple(tops)),)
