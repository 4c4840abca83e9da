# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.chord import Chord

CTRL, RIGHT_CTRL, SHIFT, ALT, KEY, LETTER = 37, 105, 50, 64, 75, 38


@pytest.fixture
def chord() -> Chord:
    return Chord(wanted=({CTRL, RIGHT_CTRL}, {SHIFT}), unwanted={ALT}, keys={KEY})


def typed(chord: Chord, *keys: int) -> list[bool]:
    return [chord.press(key) for key in keys]


def test_the_key_completes_it_with_its_modifiers_in_any_order(chord: Chord) -> None:
    assert typed(chord, SHIFT, RIGHT_CTRL, KEY) == [False, False, True]


@pytest.mark.parametrize("held", [(), (CTRL,), (SHIFT,), (CTRL, SHIFT, ALT)])
def test_with_too_few_or_too_many_modifiers_it_is_another_one(chord: Chord, held: tuple[int, ...]) -> None:
    assert True not in typed(chord, *held, KEY)


def test_a_key_that_is_held_completes_it_once(chord: Chord) -> None:
    assert typed(chord, CTRL, SHIFT, KEY, KEY, KEY) == [False, False, True, False, False]
    chord.release(KEY)
    assert chord.press(KEY)


def test_a_modifier_that_came_up_counts_no_more(chord: Chord) -> None:
    typed(chord, CTRL, SHIFT)
    chord.release(SHIFT)
    assert not chord.press(KEY)


def test_modifiers_that_were_held_before_count(chord: Chord) -> None:
    chord.start_with([CTRL, SHIFT, LETTER])
    assert chord.press(KEY)


@given(st.lists(st.integers(8, 255).filter(lambda key: key not in {CTRL, RIGHT_CTRL, SHIFT, ALT, KEY})))
def test_of_other_keys_nothing_is_kept(keys: list[int]) -> None:
    chord = Chord(wanted=({CTRL, RIGHT_CTRL}, {SHIFT}), unwanted={ALT}, keys={KEY})
    before = repr(vars(chord))
    chord.start_with(keys)
    for key in keys:
        chord.press(key)
    assert repr(vars(chord)) == before
