# SPDX-License-Identifier: MIT
"""Where frames stand beside each other, as their run proved it."""

from __future__ import annotations

from dataclasses import replace

from app.model import Finding, Island, PairRecord, Proof, Rect, Rival, RunRecord
from app.redaction.places import DOUBT_PX, EDGE_PX, STEP_PX, Places, Spot
from tests.fakes.chats import FAMILIES
from tests.fakes.covered import judged

REGION = Rect(0, 48, 600, 400)


def run_of(*pairs: tuple[int, int, Finding], islands: tuple[Island, ...] = ()) -> RunRecord:
    exhibit = judged(FAMILIES["plain"](seed=1, size=(640, 480)).run(4))
    assert exhibit.run is not None
    return replace(exhibit.run, pairs=tuple(PairRecord(*pair) for pair in pairs), islands=islands)


def exact(shift: int, region: Rect = REGION) -> Finding:
    return Finding(Proof.EXACT, shift_px=shift, region=region)


def test_shifts_add_up_along_the_way_and_back() -> None:
    places = Places(
        run_of((1, 2, exact(100)), (2, 3, exact(50)), islands=(Island((1, 2, 3), (0, 100, 150)),))
    )
    assert places.spots(1) == {2: (Spot(-100, EDGE_PX),), 3: (Spot(-150, EDGE_PX),)}
    assert places.spots(3) == {1: (Spot(150, EDGE_PX),), 2: (Spot(50, EDGE_PX),)}
    assert places.are_together(1, 3)
    assert not places.are_together(1, 4)
    assert 4 not in places.spots(1)


def test_each_pair_that_is_only_alike_makes_it_wider() -> None:
    alike = Finding(Proof.MATCHED, shift_px=100, region=REGION)
    places = Places(run_of((1, 2, alike), (2, 3, alike)))
    assert places.spots(1)[3] == (Spot(-200, EDGE_PX + 2 * STEP_PX),)


def test_where_two_places_fit_both_count_and_a_sure_way_is_preferred() -> None:
    unsure = Finding(Proof.AMBIGUOUS, shift_px=100, rivals=(Rival(60, 9),))
    margin = EDGE_PX + STEP_PX + DOUBT_PX
    assert set(Places(run_of((1, 2, unsure))).spots(1)[2]) == {Spot(-100, margin), Spot(-60, margin)}
    places = Places(run_of((1, 3, unsure), (1, 2, exact(40)), (2, 3, exact(50))))
    assert places.spots(1)[3][0] == Spot(-90, EDGE_PX)


def test_pairs_that_disagree_both_count() -> None:
    places = Places(
        run_of(
            (1, 2, exact(40)),
            (2, 3, exact(50)),
            (1, 3, exact(140)),
            islands=(Island((1, 2, 3), (0, 40, 90)),),
        )
    )
    assert {spot.offset for spot in places.spots(1)[3]} == {-140, -90}


def test_a_frame_that_no_pair_tells_scrolls_where_most_do() -> None:
    other = Rect(0, 60, 600, 380)
    places = Places(run_of((1, 2, exact(40)), (1, 3, exact(40)), (2, 3, exact(0, other))))
    region = places.region(4)
    assert region is not None
    assert (region.core, region.hull) == (REGION, REGION.__class__(0, 48, 600, 400))
    assert Places(run_of()).region(1) is None
