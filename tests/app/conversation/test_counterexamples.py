# SPDX-License-Identifier: MIT
"""Walks in which the judge once joined frames that have no row in common."""

from __future__ import annotations

import pytest

from app.conversation.judge import Watched, judge
from app.conversation.seen import Seen
from app.model import Proof
from tests.fakes.chats import FAMILIES
from tests.fakes.chats.judging import distant, neighbours, walked
from tests.fakes.scrolls import page, window


@pytest.mark.parametrize(
    ("family", "seed", "stride", "count", "is_watched", "has_masks"),
    [
        ("typing", 950112, "jumping", 7, False, False),  # one message, 51 unique anchors
        ("moving", 1200004, "jumping", 8, True, True),  # two faces in a column of 64 pixels, 96
        ("emoji", 90007, "paging", 6, True, True),  # signs alone: they are said again in the same order
        ("emoji", 950012, "jumping", 6, False, True),
        ("daily", 1004, None, 8, False, True),  # the same two messages every morning
        ("daily", 1083, "paging", 6, False, True),
        ("columns", 938, "back", 5, False, True),  # another conversation beside it was scrolled too
        ("columns", 65535, "mixed", 6, False, True),
        ("columns", 65535, "mixed", 6, True, True),
        ("columns", 5007, None, 7, False, True),
        ("composer", 1200001, "reading", 6, True, False),  # what is being written moved, nothing else did
        ("same", 950120, "back", 5, False, True),  # two places that look the same
    ],
)
def test_thin_evidence_joins_nothing(
    family: str, seed: int, stride: str | None, count: int, is_watched: bool, has_masks: bool
) -> None:
    shots = FAMILIES[family](seed).run(count, stride)
    found = neighbours(shots, is_watched=is_watched, has_masks=has_masks)
    assert [one.fault for one in found if one.fault] == []


@pytest.mark.parametrize(
    ("family", "seed", "stride", "count"),
    [
        ("edited", 30003, "paging", 5),  # a line under a message came between, at the edge of what both show
        ("edited", 50013, "back", 6),
        ("daily", 1031, "jumping", 6),
        ("daily", 50023, "back", 7),
        ("daily", 90000, "reading", 8),
        ("daily", 90008, "mixed", 6),
        ("daily", 90016, "mixed", 7),
        ("columns", 90038, "back", 6),
    ],
)
def test_distant_frames_of_a_walk_are_not_joined_where_they_do_not_meet(
    family: str, seed: int, stride: str, count: int
) -> None:
    shots = FAMILIES[family](seed).run(count, stride)
    found, knowledge = walked(shots)
    found += distant(shots, knowledge)
    assert [one.fault for one in found if one.fault] == []


def test_a_place_that_the_scroll_did_not_lead_to_is_not_joined() -> None:
    content = page()
    first, second = (Seen(window(content, at)) for at in (300, 360))
    assert judge(first, second, watched=Watched((20, 40))).level is Proof.EXACT
    assert judge(first, second, watched=Watched((20, -50))).level is Proof.AMBIGUOUS
