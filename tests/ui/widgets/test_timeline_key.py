# SPDX-License-Identifier: MIT
from __future__ import annotations

from ui.widgets.timeline_key import TimelineKey


def test_both_marks_have_their_sentence(context, shown, words) -> None:
    made = shown(TimelineKey(context))
    assert [label.words for label in made.sentences] == [
        words("when.key.seen"), words("when.key.remembered")
    ]  # fmt: skip
    assert not made.grab().isNull()
