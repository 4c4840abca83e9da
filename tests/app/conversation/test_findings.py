# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.conversation import findings
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from app.model import Proof, Rival, Why
from tests.fakes.scrolls import page, window

PAGE = page()


def test_a_finding_tells_what_was_counted() -> None:
    pair = Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 360)))
    overlap = Overlap(pair.laid(60), Region(40, 396, 0, 10))
    found = findings.joined(overlap, Proof.EXACT, pair.votes, 94_720)
    assert (found.shift_px, found.overlap_px, found.pixels_equal) == (60, 296, 94_720)
    assert found.evidence_strips == overlap.weight
    assert found.unique_anchors == overlap.unique(pair.votes) > 0
    assert found.why is None


def test_what_is_unclear_names_the_other_places() -> None:
    pair = Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 360)))
    region = Region(40, 396, 0, 10)
    overlap, other = Overlap(pair.laid(60), region), Overlap(pair.laid(80), region)
    found = findings.unclear(overlap, Why.TWO_PLACES, pair.votes, [other])
    assert (found.level, found.why) == (Proof.AMBIGUOUS, Why.TWO_PLACES)
    assert found.rivals == (Rival(80, other.weight),)
    assert not found.level.joins
