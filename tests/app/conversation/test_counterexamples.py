# SPDX-License-Identifier: MIT
"""Walks in which the judge once joined frames that have no row in common."""

from __future__ import annotations

import pytest

from app.conversation.judge import Watched, judge
from app.conversation.seen import Seen
from app.model import Proof
from tests.fakes.chats import FAMILIES
from tests.fakes.chats.judging import neighbours
from tests.fakes.scrolls import page, window


@pytest.mark.parametrize(
    ("family", "seed", "stride", "count", "is_watched", "has_masks"),
    [
        ("typing", 950112, "jumping", 7, False, False),  # one message, 51 unique anchors
        ("moving", 1200004, "jumping", 8, True, True),  # two faces in a column of 64 pixels, 96
    ],
)
def test_thin_evidence_joins_nothing(
    family: str, seed: int, stride: str, count: int, is_watched: bool, has_masks: bool
) -> None:
    shots = FAMILIES[family](seed).run(count, stride)
    found = neighbours(shots, is_watched=is_watched, has_masks=has_masks)
    assert [one.fault for one in found if one.fault] == []


def test_a_place_that_the_scroll_did_not_lead_to_is_not_joined() -> None:
    content = page()
    first, second = (Seen(window(content, at)) for at in (300, 360))
    assert judge(first, second, watched=Watched((20, 40))).level is Proof.EXACT
    assert judge(first, second, watched=Watched((20, -50))).level is Proof.AMBIGUOUS
