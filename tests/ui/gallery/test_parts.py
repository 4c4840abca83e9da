# SPDX-License-Identifier: MIT
"""Each part is there in more than one state, and every state has its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.gallery.parts import PARTS

if TYPE_CHECKING:
    from app.words import Words
    from ui.context import Context

SINGLE = {"failure"}


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_has_states_with_names(context: Context, words: Words, qtbot, name: str) -> None:
    made = list(PARTS[name](context))
    for _, part in made:
        qtbot.addWidget(part)
    assert len(made) > (name not in SINGLE)
    assert words(f"gallery.part.{name}")
    assert all(words(f"gallery.state.{state}") for state, _ in made)


def test_what_can_be_pressed_is_there_in_every_state(context: Context, qtbot) -> None:
    made = list(PARTS["buttons"](context))
    for _, part in made:
        qtbot.addWidget(part)
    assert {state for state, _ in made} >= {"default", "hover", "focus", "pressed", "disabled"}
