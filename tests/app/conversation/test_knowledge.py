# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.conversation.knowledge import NOTHING
from app.conversation.pair import Region
from app.model import Finding, Proof, Rect


def found(top: int, bottom: int, level: Proof = Proof.EXACT) -> Finding:
    return Finding(level, shift_px=60, region=Rect(0, top, 320, bottom - top))


def test_nothing_is_known_before_the_first_movement() -> None:
    assert NOTHING.region is None
    assert not NOTHING.has_moved


def test_only_proven_pairs_teach() -> None:
    for level in (Proof.GAP, Proof.AMBIGUOUS, Proof.SAME):
        assert NOTHING.with_finding(found(1, 2, level)) is NOTHING


def test_another_width_makes_what_was_known_worthless() -> None:
    known = NOTHING.with_finding(found(40, 396)).with_finding(found(1, 2, Proof.RESIZED))
    assert known.region is None
    assert known.has_moved


def test_the_edges_seen_most_of_the_last_nine_count() -> None:
    known = NOTHING
    for top in (10, 40, 40, 44, 40):
        known = known.with_finding(found(top, 396))
    assert known.has_moved
    assert known.region == Region(40, 396, 0, 10)
    for _ in range(9):
        known = known.with_finding(found(60, 300))
    assert known.region == Region(60, 300, 0, 10)
