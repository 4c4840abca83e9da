# SPDX-License-Identifier: MIT
"""Ticks and what is printed say the same, and no other words are lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.guide.held import PHRASES, held_with, ticked

KEYS = st.frozensets(st.sampled_from(sorted(PHRASES)))
HELD = st.lists(st.sampled_from([*PHRASES.values(), "recording of a video call", "a letter"]), unique=True)


@given(held=HELD, keys=KEYS)
def test_exactly_what_is_ticked_is_kept(held: list[str], keys: frozenset[str]) -> None:
    after = held_with(tuple(held), keys)
    assert ticked(after) == keys
    assert ("a letter" in after) == ("a letter" in held)
    assert len(set(after)) == len(after)


@given(held=HELD)
def test_the_same_ticks_change_nothing(held: list[str]) -> None:
    assert held_with(tuple(held), ticked(tuple(held))) == tuple(held)


def test_a_video_call_is_a_call() -> None:
    assert ticked(("recording of a video call",)) == {"call"}
