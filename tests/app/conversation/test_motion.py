# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.capture.models import Frame
from app.conversation.motion import LOOK_MOVING_NS, LOOK_STILL_NS, MS, Looked, Motion

WIDTH, HEIGHT = 640, 480


class Screen:
    """A page of noise that is scrolled, with things drawn over it, looked at through a Motion.

    Attributes:
        step: what the matching of two looks says.
    """

    def __init__(self) -> None:
        self.page = np.random.default_rng(4).integers(0, 1 << 24, (6_000, WIDTH), dtype=np.uint32)
        self.top = 1_000
        self.over: dict[tuple[int, int, int, int], int] = {}
        self.at_ms = 1_000
        self.step: int | None = None
        self.asked = 0
        self.motion = Motion(self._step_between)

    def _step_between(self, _before: Frame, _now: Frame) -> int | None:
        self.asked += 1
        return self.step

    def frame(self) -> Frame:
        shown = self.page[self.top : self.top + HEIGHT].copy()
        for (x, y, width, height), colour in self.over.items():
            shown[y : y + height, x : x + width] = colour
        return Frame(WIDTH, HEIGHT, shown.tobytes())

    def look(self, after_ms: int = 40) -> Looked:
        self.at_ms += after_ms
        return self.motion.look(self.frame(), self.at_ms * MS)

    def scroll(self, by: int) -> Looked:
        self.top += by
        self.step = by
        return self.look()

    def settle(self) -> Frame:
        """Look until it has settled, and keep what is seen."""
        for _ in range(200):
            if self.look() is Looked.SETTLED:
                frame = self.frame()
                self.motion.keep(frame)
                return frame
        raise AssertionError("it never settled")


@pytest.fixture
def screen() -> Screen:
    made = Screen()
    made.settle()
    return made


def test_the_first_two_looks_that_are_alike_have_settled() -> None:
    screen = Screen()
    assert [screen.look(), screen.look(), screen.look()] == [Looked.MOVING, Looked.SETTLED, Looked.STILL]


def test_it_is_looked_at_quickly_while_it_moves_and_slowly_when_it_rests(screen: Screen) -> None:
    screen.scroll(50)
    assert screen.motion.interval_ns(screen.at_ms * MS) == LOOK_MOVING_NS
    screen.settle()
    assert screen.motion.interval_ns(screen.at_ms * MS) == LOOK_MOVING_NS  # the next one is likely
    assert screen.motion.interval_ns((screen.at_ms + 2_000) * MS) == LOOK_STILL_NS


def test_a_scroll_moves_until_two_looks_are_alike(screen: Screen) -> None:
    assert [screen.scroll(50), screen.scroll(30), screen.scroll(9)] == [Looked.MOVING] * 3
    assert screen.look() is Looked.SETTLED
    assert screen.motion.steps == [50, 30, 9, 0]
    assert screen.motion.is_new(screen.frame())


def test_a_step_that_is_not_found_is_said(screen: Screen) -> None:
    screen.scroll(50)
    screen.top += 400
    screen.step = None
    screen.look()
    assert screen.motion.steps == [50, None]


def test_looks_that_are_alike_count_as_no_step_at_all(screen: Screen) -> None:
    screen.scroll(50)
    screen.step = None
    screen.look()
    assert screen.motion.steps == [50, 0]


def test_a_caret_is_no_movement_and_settles_nothing(screen: Screen) -> None:
    for turn in range(60):
        screen.over = {(100, 460, 2, 14): 0xFFFFFF} if turn % 2 else {}
        for _ in range(5):  # half a second on, half a second off
            assert screen.look(100) is Looked.STILL
    assert screen.asked == 0
    moved = screen.motion.moves_on_its_own()
    assert moved.shape == (HEIGHT, WIDTH // 32)
    assert np.argwhere(moved).tolist() == [[row, 3] for row in range(460, 474)]


def test_an_animated_picture_does_not_keep_it_from_settling(screen: Screen) -> None:
    screen.scroll(60)
    screen.step = None
    said = []
    for turn in range(20):
        screen.over = {(300, 100, 96, 96): turn}
        said.append(screen.look())
        if said[-1] is Looked.SETTLED:
            break
    assert said[-1] is Looked.SETTLED
    assert 12 <= len(said) <= 15  # half a second of looks
    screen.motion.keep(screen.frame())
    for turn in range(30):
        screen.over = {(300, 100, 96, 96): 1_000 + turn}
        assert screen.look() is Looked.STILL
    moved = np.argwhere(screen.motion.moves_on_its_own())
    assert {tuple(strip) for strip in moved.tolist()} == {
        (y, x) for y in range(100, 196) for x in range(9, 13)
    }


def test_with_an_animation_that_is_known_it_settles_at_once(screen: Screen) -> None:
    for turn in range(10):
        screen.over = {(300, 100, 32, 32): turn}
        assert screen.look() is Looked.STILL
    assert screen.scroll(60) is Looked.MOVING
    screen.step = None
    screen.over = {(300, 100, 32, 32): 77}
    assert screen.look() is Looked.SETTLED


def test_a_film_that_fills_the_window_is_taken_as_it_is(screen: Screen) -> None:
    screen.step = None
    said = []
    for turn in range(100):
        screen.over = {(0, 0, 640, 300): turn}
        said.append(screen.look())
    assert 1 <= said.count(Looked.SETTLED) <= 2
    assert said.index(Looked.SETTLED) >= 70  # three seconds


def test_a_large_animation_alone_is_learned_and_nothing_new(screen: Screen) -> None:
    said, screen.step = [], None
    for turn in range(60):
        screen.over = {(300, 100, 128, 128): turn}
        said.append(screen.look(100))
        if said[-1] is Looked.SETTLED:
            assert not screen.motion.is_new(screen.frame())
            screen.motion.came_back()
    assert said.count(Looked.SETTLED) == 1


def test_what_comes_back_to_where_it_was_is_nothing_new(screen: Screen) -> None:
    screen.scroll(60)
    screen.scroll(-60)
    assert screen.look() is Looked.SETTLED
    assert not screen.motion.is_new(screen.frame())


@pytest.mark.parametrize("box", [(400, 400, 60, 24), (20, 440, 8, 8), (0, 0, 1, 4)])
def test_a_message_that_arrives_without_a_scroll_is_new(
    screen: Screen, box: tuple[int, int, int, int]
) -> None:
    screen.over[box] = 0xFFFFFF
    said = [screen.look(100) for _ in range(20)]
    assert said.count(Looked.SETTLED) >= 1
    assert said.index(Looked.SETTLED) <= 14
    assert screen.motion.is_new(screen.frame())
    assert not screen.motion.moves_on_its_own().any()  # it came once; it does not move


def test_a_message_that_arrives_while_an_animation_runs_is_new(screen: Screen) -> None:
    said = []
    for turn in range(40):
        screen.over[300, 100, 64, 64] = turn
        if turn == 10:
            screen.over[64, 400, 160, 40] = 0xFFFFFF
        said.append(screen.look(100))
        if said[-1] is Looked.SETTLED:
            screen.motion.keep(screen.frame())
    assert said[11:].count(Looked.SETTLED) == 1


def test_a_place_that_keeps_changing_is_taken_less_and_less(screen: Screen) -> None:
    taken = 0
    for turn in range(300):  # "typing" in the header: two seconds on, two seconds off, for ten minutes
        screen.over = {(100, 10, 60, 12): 0xFFFFFF} if turn % 2 else {}
        for _ in range(20):
            if screen.look(100) is Looked.SETTLED and screen.motion.is_new(screen.frame()):
                taken += 1
                screen.motion.keep(screen.frame())
    assert 1 <= taken <= 6


def test_a_scroll_that_changes_little_is_a_scroll(screen: Screen) -> None:
    screen.step = 12
    for turn in range(3):
        screen.over = {(40 + 64 * each, 100 + 4 * turn, 20, 10): 0xFFFFFF for each in range(6)}
        assert screen.look() is Looked.MOVING
    assert not screen.motion.moves_on_its_own().any()
    assert not screen.motion.moved_in_kept().any()


def test_a_slow_scroll_does_not_settle_while_steps_are_found(screen: Screen) -> None:
    for turn in range(60):
        screen.step = 1
        screen.over = {(40 + 64 * each, 100 + 4 * turn, 20, 10): 0xFFFFFF for each in range(6)}
        assert screen.look() is Looked.MOVING


def test_what_moved_in_the_kept_frame_is_remembered_until_the_next_is_kept(screen: Screen) -> None:
    for turn in range(10):
        screen.over = {(100, 460, 2, 14): turn}
        screen.look(100)
    screen.scroll(60)
    assert screen.motion.moved_in_kept().any()
    screen.settle()
    assert not screen.motion.moved_in_kept().any()


def test_what_moved_before_a_return_still_counts(screen: Screen) -> None:
    for turn in range(10):
        screen.over = {(100, 460, 2, 14): turn % 2}
        screen.look(100)
    screen.scroll(60)
    screen.scroll(-60)
    screen.look()
    screen.motion.came_back()
    assert screen.motion.moves_on_its_own().any()


def test_another_size_begins_anew(screen: Screen) -> None:
    smaller = Frame(320, 240, screen.page[:240, :320].tobytes())
    at = screen.at_ms * MS
    said = [screen.motion.look(smaller, at + each * LOOK_MOVING_NS) for each in (1, 2)]
    assert said == [Looked.MOVING, Looked.SETTLED]
    assert screen.motion.is_new(smaller)
    assert None in screen.motion.steps
    assert screen.motion.look(smaller, at + 99 * LOOK_MOVING_NS) is Looked.SETTLED  # still not kept


def test_after_a_pause_the_steps_are_not_known(screen: Screen) -> None:
    screen.motion.forget()
    screen.look()
    assert screen.motion.steps == [None]
    assert screen.look() is Looked.SETTLED
    assert not screen.motion.is_new(screen.frame())


def test_what_moved_before_and_then_stays_otherwise_is_new(screen: Screen) -> None:
    for turn in range(12):
        screen.over = {(100, 300, 40, 30): turn}
        assert screen.look(100) is Looked.STILL
    said = [screen.look(100) for _ in range(20)]
    assert said.count(Looked.SETTLED) >= 1
    assert screen.motion.is_new(screen.frame())


def test_a_little_that_was_scrolled_without_a_step_found_is_new_in_the_end(screen: Screen) -> None:
    screen.step = None
    for turn in range(8):
        screen.over = {(40 + 64 * each, 100 + 8 * turn, 20, 10): 0xFFFFFF for each in range(9)}
        screen.look()
    new = False
    for _ in range(60):
        if screen.look(100) is Looked.SETTLED and screen.motion.is_new(screen.frame()):
            new = True
            break
    assert new
