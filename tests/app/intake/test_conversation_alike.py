# SPDX-License-Identifier: MIT
"""Places that look alike: that a look shows what the last frame shows does not prove that nothing moved."""

from __future__ import annotations

import pytest

from app.intake.conversation import Advice
from app.model import Proof, Why
from tests.fakes.alike import APART, PERIOD, PHOTO_TOP, one_message, tall_photo_twice
from tests.fakes.conversation import HEIGHT, ChatScreen, Stage, Steps, levels

CARET = (16, HEIGHT - 34, 2, 14)


def jump(stage: Stage, by: int) -> Steps:
    """Jump, with looks on the way that nobody can follow."""
    start = stage.screen.top
    for part in (11, 333, 97, 555):
        stage.screen.top = start + part
        yield 0.03
    stage.screen.top = start + by
    yield 1.0


@pytest.mark.parametrize("by", [PERIOD, 10 * PERIOD])
def test_a_list_of_one_message_that_was_scrolled_is_not_called_the_same_place(by: int) -> None:
    stage = Stage(ChatScreen(page=one_message()))

    def steps() -> Steps:
        yield 1.0
        yield from jump(stage, by)

    record = stage.play(steps)
    assert stage.vault.frames[0] == stage.vault.frames[1]
    assert levels(record) == [Proof.AMBIGUOUS]
    assert [gap.why for gap in record.open_gaps] == [Why.REPEATED_ONLY]
    assert stage.advices[-1] is Advice.ALIKE


def test_the_same_tall_photograph_further_down_is_not_called_the_same_place() -> None:
    stage = Stage(ChatScreen(page=tall_photo_twice(), top=PHOTO_TOP + 300))

    def steps() -> Steps:
        yield 1.0
        yield from jump(stage, APART)

    record = stage.play(steps)
    assert stage.vault.frames[0] == stage.vault.frames[1]
    assert levels(record) == [Proof.AMBIGUOUS]
    assert len(record.islands) == 2


def test_it_is_closed_by_what_is_there_once() -> None:
    stage = Stage(ChatScreen(page=tall_photo_twice(), top=PHOTO_TOP - 150))

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        yield from jump(stage, 500)  # inside the photograph
        yield from jump(stage, APART)
        assert stage.vault.said[-1].gaps >= 1
        stage.screen.top = PHOTO_TOP - 100
        yield 1.0

    record = stage.play(steps)
    assert record.repeated == ()
    assert all(pair.finding.level is not Proof.SAME for pair in record.pairs)


@pytest.mark.parametrize("way", [[200, -200], [-120, 60, 60], [150, -100, -50]])
def test_down_and_up_again_is_the_same_place(way: list[int]) -> None:
    stage = Stage()

    def steps() -> Steps:
        yield 1.0
        for by in way:
            for _ in range(10):
                stage.screen.top += by // 10
                yield 0.03
        yield 1.0

    assert len(stage.play(steps).frames) == 1
    assert Advice.ALIKE not in stage.advices


def test_inside_a_tall_photograph_the_way_back_is_believed_because_it_was_followed() -> None:
    stage = Stage(ChatScreen(page=tall_photo_twice(), top=PHOTO_TOP + 300))

    def steps() -> Steps:
        yield 1.0
        for by in (10, -10):
            for _ in range(10):
                stage.screen.top += by
                yield 0.03
        yield 1.0

    assert len(stage.play(steps).frames) == 1


@pytest.mark.parametrize("is_alike", [True, False])
def test_after_a_pause_only_what_is_there_once_says_that_it_is_the_same_place(is_alike: bool) -> None:
    stage = Stage(ChatScreen(page=one_message()) if is_alike else ChatScreen())

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(101)
        assert stage.script
        stage.script.paused.set()
        yield 1.0
        stage.script.paused.clear()
        yield 1.0

    record = stage.play(steps)
    assert len(record.frames) == (3 if is_alike else 2)
    assert (record.pairs[-1].finding.level is Proof.AMBIGUOUS) is is_alike


@pytest.mark.parametrize("is_alike", [True, False])
def test_a_caret_an_animation_and_a_new_message_are_no_movement(is_alike: bool) -> None:
    stage = Stage(ChatScreen(page=one_message()) if is_alike else ChatScreen())

    def steps() -> Steps:
        yield 1.0
        for turn in range(20):
            stage.screen.over = {CARET: 0} if turn % 2 else {}
            stage.screen.over[320, 100, 32, 20] = 0x3366CC + 99 * turn
            yield 0.2
        stage.screen.over[20, 400, 24, 10] = 0x3366CC
        yield 3.0

    record = stage.play(steps)
    assert set(levels(record)) == {Proof.SAME}
    assert record.gaps == ()


def test_a_picture_opened_over_the_chat_and_closed_again_is_no_gap() -> None:
    stage = Stage()

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        for tall in (120, 240, 360, 300, 150):
            stage.screen.over = {(20, 50, 480, tall): 0x101010}
            yield 0.03
        stage.screen.over.clear()
        yield 1.0

    record = stage.play(steps)
    assert record.open_gaps == ()
