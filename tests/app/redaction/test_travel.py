# SPDX-License-Identifier: MIT
"""Boxes over drawn chats whose truth is known: no frame shows what was covered in another."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import Finding, Island, PairRecord, Proof, Rect, RedactedBox, Rival, Why
from app.redaction.travel import Travel
from tests.fakes.chats import FAMILIES, Shot
from tests.fakes.chats.shots import HIDDEN
from tests.fakes.covered import judged
from tests.fakes.scrolls import HEADER, HEIGHT, WIDTH, frame, page, window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.model import Exhibit
    from app.redaction.travel import Reach
SEEDS = 6


@lru_cache(maxsize=8)
def world(family: str, seed: int) -> tuple[list[Shot], Exhibit]:
    shots = FAMILIES[family](seed=seed, size=(640, 480)).run(6)
    return shots, judged(shots)


def reaches(exhibit: Exhibit, shots: list[Shot], number: int, box: Rect) -> list[Reach]:
    travel = Travel(exhibit, {number: [box]})
    travel.look(number, shots[number - 1].frame)
    return [travel.reach(n, shot.frame) for n, shot in enumerate(shots, 1)]


def covered(boxes: tuple[RedactedBox, ...], shape: tuple[int, int]) -> NDArray[np.bool_]:
    mask = np.zeros(shape, np.bool_)
    for box in boxes:
        rect = box.rect
        mask[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width] = True
    return mask


def shown_of(box: Rect, drawn_in: Shot, other: Shot) -> NDArray[np.bool_]:
    """Return the pixels of another frame that show what a box covers, by the truth of the drawing.

    What the frame it was drawn in shows at the same place, and not beneath the box, tells nothing new.
    """
    rows = set(drawn_in.ids[box.y : box.y + box.height].tolist()) - {HIDDEN}
    shows = np.zeros(other.pixels.shape, np.bool_)
    shows[np.isin(other.ids, list(rows)), box.x : box.x + box.width] = True
    high, wide = (min(sides) for sides in zip(shows.shape, drawn_in.pixels.shape, strict=True))
    same = other.pixels[:high, :wide] == drawn_in.pixels[:high, :wide]
    same[box.y : box.y + box.height, box.x : box.x + box.width] = False
    shows[:high, :wide] &= ~same
    return shows


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FAMILIES)), st.integers(1, SEEDS), st.data())
def test_no_frame_that_meets_shows_what_was_covered(family: str, seed: int, data: st.DataObject) -> None:
    shots, exhibit = world(family, seed)
    number = data.draw(st.integers(1, len(shots)))
    drawn_in = shots[number - 1]
    region = drawn_in.region
    x, y = data.draw(st.integers(0, region.width - 20)), data.draw(st.integers(0, region.height - 20))
    wide, high = (
        data.draw(st.integers(16, region.width - x)),
        data.draw(st.integers(8, min(120, region.height - y))),
    )
    box = Rect(region.x + x, region.y + y, wide, high)
    assert exhibit.run is not None
    (island,) = (set(one.frames) for one in exhibit.run.islands if number in one.frames)
    for n, reach in enumerate(reaches(exhibit, shots, number, box), 1):
        if n in island:
            mask = covered(reach.boxes, shots[n - 1].pixels.shape)
            assert not (shown_of(box, drawn_in, shots[n - 1]) & ~mask).any(), f"{family} {seed}: frame {n}"


def test_where_a_message_between_was_edited_the_letters_are_found() -> None:
    shots = FAMILIES["edited"](seed=9, size=(640, 480)).run(8)
    box = Rect(118, 357, 386, 76)
    reach = reaches(judged(shots), shots, 1, box)[2]
    shows = shown_of(box, shots[0], shots[2])
    assert shows[103:179].any(), "80 rows lower than the shift that was proven"
    assert not (shows & ~covered(reach.boxes, shows.shape)).any()


def run_of(offsets: list[int], content: NDArray[np.uint32] | None = None) -> tuple[list[Shot], Exhibit]:
    """Return frames of the smallest scrolled page, and how they meet."""
    content = page(6000) if content is None else content
    frames = [frame(window(content, offset)) for offset in offsets]
    ids = [np.r_[np.full(HEADER, HIDDEN), np.arange(offset + HEADER, offset + HEIGHT)] for offset in offsets]
    region = Rect(0, HEADER, WIDTH, HEIGHT - HEADER)
    nothing = np.zeros(HEIGHT, np.uint64), np.zeros(HEIGHT, np.bool_)
    shots = [Shot(one, region, rows, *nothing) for one, rows in zip(frames, ids, strict=True)]
    return shots, judged(shots)


def test_a_box_in_the_header_stands_in_every_frame_at_its_place() -> None:
    shots, exhibit = run_of([0, 150, 300, 450])
    box = Rect(20, 4, 100, 16)
    for n, reach in enumerate(reaches(exhibit, shots, 3, box), 1):
        assert [one.rect for one in reach.boxes] == [box]
        assert reach.came_along is (n != 3)
        assert not reach.is_beyond


def test_what_scrolls_out_of_sight_is_covered_no_more() -> None:
    shots, exhibit = run_of([0, 150, 300, 450])
    found = reaches(exhibit, shots, 1, Rect(16, 60, 200, 12))
    assert [bool(reach.boxes) for reach in found] == [True, False, False, False]
    found = reaches(exhibit, shots, 1, Rect(16, 320, 200, 12))
    assert [bool(reach.boxes) for reach in found] == [True, True, False, False]
    (box,) = found[1].boxes
    assert box.drawn_in == exhibit.originals[0].record.content.sha256
    assert box.rect == Rect(16, 168, 200, 16), "170 to 182, and two rows of margin"


def test_beyond_a_gap_the_same_pixels_are_found_and_the_rest_is_named() -> None:
    shots, exhibit = run_of([0, 150, 2000, 2150, 100])
    assert exhibit.run is not None
    alone = replace(
        exhibit.run, islands=(Island((1, 2), (0, 150)), Island((3, 4), (0, 150)), Island((5,), (0,)))
    )
    pairs = tuple(one for one in exhibit.run.pairs if {one.first, one.second} in ({1, 2}, {3, 4}))
    exhibit = replace(exhibit, run=replace(alone, pairs=pairs))
    found = reaches(exhibit, shots, 1, Rect(16, 200, 200, 60))
    assert [reach.is_beyond for reach in found] == [False, False, True, True, False]
    assert [reach.is_found for reach in found] == [False, False, False, False, True]
    (box,) = found[4].boxes
    assert (box.rect.y, box.rect.y + box.rect.height) == (98, 162)


def test_where_two_places_fit_both_are_covered() -> None:
    shots, exhibit = run_of([0, 150])
    assert exhibit.run is not None
    finding = Finding(Proof.AMBIGUOUS, Why.TWO_PLACES, shift_px=150, rivals=(Rival(90, 40),))
    run = replace(
        exhibit.run, pairs=(PairRecord(1, 2, finding),), islands=(Island((1,), (0,)), Island((2,), (0,)))
    )
    found = reaches(replace(exhibit, run=run), shots, 1, Rect(16, 300, 200, 40))[1]
    assert {(box.rect.y, box.rect.height) for box in found.boxes} >= {(138, 64), (198, 64)}


def test_a_date_that_stays_while_messages_move_is_covered_where_it_stays() -> None:
    content = page(6000)
    chip = page(40, seed=7)[:24, 16:136]
    shots, exhibit = run_of([0, 150, 300], content)
    pixels = [shot.pixels.copy() for shot in shots]
    for one in pixels:
        one[60:84, 100:220] = chip
    frames = [replace(shot, frame=frame(one)) for shot, one in zip(shots, pixels, strict=True)]
    for reach in reaches(exhibit, frames, 1, Rect(96, 56, 128, 32))[1:]:
        mask = covered(reach.boxes, (HEIGHT, WIDTH))
        assert mask[60:84, 100:220].all()


def test_frames_that_were_not_compared_are_covered_whole() -> None:
    shots, exhibit = run_of([0, 150, 300])
    found = reaches(replace(exhibit, run=None), shots, 2, Rect(16, 60, 200, 12))
    assert [reach.is_waiting for reach in found] == [True, False, True]
    assert [one.rect for one in found[0].boxes] == [Rect(0, 0, WIDTH, HEIGHT)]
    assert [one.rect for one in found[1].boxes] == [Rect(16, 60, 200, 12)]


def test_what_is_drawn_in_a_frame_that_was_not_compared_is_looked_for_in_the_others() -> None:
    shots, exhibit = run_of([0, 150, 225])
    assert exhibit.run is not None
    run = replace(exhibit.run, frames=exhibit.run.frames[:2], islands=(Island((1, 2), (0, 150)),))
    pairs = tuple(one for one in run.pairs if (one.first, one.second) == (1, 2))
    found = reaches(replace(exhibit, run=replace(run, pairs=pairs)), shots, 3, Rect(16, 100, 200, 60))
    assert [reach.is_found for reach in found] == [True, True, False]
    assert found[1].boxes[0].rect == Rect(16, 173, 200, 64)


@pytest.mark.parametrize("wider", [16, 64])
def test_another_width_is_named_and_nothing_lands_there(wider: int) -> None:
    shots, exhibit = run_of([0, 150])
    assert exhibit.run is not None
    other = frame(window(page(800, 3, WIDTH + wider), 0))
    run = replace(exhibit.run, pairs=(), islands=(Island((1,), (0,)), Island((2,), (0,))))
    travel = Travel(replace(exhibit, run=run), {1: [Rect(16, 60, 200, 60)]})
    travel.look(1, shots[0].frame)
    reach = travel.reach(2, other)
    assert (reach.boxes, reach.is_beyond) == ((), True)
