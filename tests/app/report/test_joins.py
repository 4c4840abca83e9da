# SPDX-License-Identifier: MIT
"""The facts page says of every frame how it meets those before, in the words of each level."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app.model import Finding, GapRecord, Island, Notice, PairRecord, Proof, Sensitivity, TimeJump, Why
from app.report.joins import draw_joins, joins
from tests.app.report.runs import EXACT, GAP, MATCHED, make_run


def run_exhibit(**given):
    dossier, _ = make_run(**given)
    return dossier, next(entry.exhibit for entry in dossier.exhibits if entry.exhibit.is_run)


def drawn(sheet_of, change=lambda run: run, **given):
    dossier, exhibit = run_exhibit(**given)
    sheet = sheet_of(dossier)
    if exhibit.run is not None:
        exhibit = replace(exhibit, run=change(exhibit.run))
    draw_joins(sheet, exhibit)
    return sheet.pen.said


def sentence(writer, run):
    return "".join(span.text for span in joins(writer, run))


def test_neighbours_that_meet_exactly_are_said_together(writer):
    _, exhibit = run_exhibit()
    assert sentence(writer, exhibit.run) == (
        "Frames 1 to 6: each overlaps the next exactly. 6 and 7: no overlap. "
        "Frames 7 to 8: each overlaps the next exactly."
    )


def test_what_only_matches_is_never_called_exact(writer):
    pairs = (PairRecord(1, 2, EXACT), PairRecord(2, 3, MATCHED), PairRecord(3, 4, MATCHED))
    _, exhibit = run_exhibit(frames=4, pairs=pairs, gaps=(), islands=())
    assert sentence(writer, exhibit.run) == (
        "Frames 1 to 2: each overlaps the next exactly. 2 and 3: the same place, not the same pixels. "
        "3 and 4: the same place, not the same pixels."
    )


def test_a_gap_that_was_closed_keeps_its_line(writer):
    pairs = (
        PairRecord(1, 2, GAP),
        PairRecord(2, 3, EXACT),
        PairRecord(3, 4, EXACT),
        PairRecord(1, 4, EXACT),
    )
    gaps = (GapRecord(1, 2, Why.NO_OVERLAP, closed_by=(1, 4)),)
    _, exhibit = run_exhibit(frames=4, pairs=pairs, gaps=gaps, islands=())
    said = sentence(writer, exhibit.run)
    assert "1 and 2: no overlap." in said
    assert "The gap between 1 and 2 was closed by frames 1 and 4." in said


def test_one_frame_has_nothing_to_compare(writer):
    _, exhibit = run_exhibit(frames=1, gaps=(), islands=(Island((1,), (0,)),))
    assert sentence(writer, exhibit.run) == "One frame; there is nothing to compare."


@pytest.mark.parametrize(
    ("finding", "printed"),
    [
        (EXACT, "Meets 1: 412 rows equal, pixel for pixel; 2 areas left out"),
        (MATCHED, "Matches 1, not pixel-exact: 94 % alike"),
        (Finding(Proof.SAME, shift_px=0), "Same place as 1"),
        (Finding(Proof.AMBIGUOUS, Why.TWO_PLACES), "Not certain: may meet 1 in more than one way"),
        (GAP, "No overlap with 1"),
        (Finding(Proof.RESIZED, Why.WIDTH_CHANGED), "Resized after 1"),
    ],
)
def test_each_level_has_its_words(sheet_of, finding, printed):
    said = drawn(sheet_of, frames=2, pairs=(PairRecord(1, 2, finding),), gaps=(), islands=())
    assert printed in said


def test_strips_that_differ_without_a_reason_are_never_called_equal(sheet_of, writer):
    nearly = replace(EXACT, forgiven=(), unexplained_strips=12)
    pairs = (PairRecord(1, 2, nearly), PairRecord(2, 3, replace(nearly, unexplained_strips=1)))
    said = drawn(sheet_of, frames=3, pairs=pairs, gaps=(), islands=())
    assert "Meets 1: 412 rows equal, but for 12 strips of 32 pixels that differ" in said
    assert "Meets 2: 412 rows equal, but for 1 strip of 32 pixels that differs" in said
    _, exhibit = run_exhibit(frames=3, pairs=pairs, gaps=(), islands=())
    assert sentence(writer, exhibit.run) == (
        "1 and 2: overlap, but for strips that differ. 2 and 3: overlap, but for strips that differ."
    )


def test_one_place_with_another_text_is_told_from_one_that_stayed(sheet_of):
    pairs = (PairRecord(1, 2, Finding(Proof.SAME, shift_px=0, alike_permille=918)),)
    said = drawn(sheet_of, frames=2, pairs=pairs, gaps=(), islands=())
    assert "Same place as 1; what stands there is 91 % alike" in said
    assert "1 and 2: the same place; something there changed." in said


def test_a_scroll_is_not_called_followed_where_nothing_meets(sheet_of):
    pairs = (PairRecord(1, 2, GAP, watched=True, steps_px=(100,)),)
    assert "scroll followed" not in drawn(sheet_of, frames=2, pairs=pairs, gaps=(), islands=())


def with_records(sheet_of, change, frames=3, **given):
    """Draw a run whose frames were changed one by one: ``change(number, record, at)``."""
    dossier, exhibit = run_exhibit(frames=frames, gaps=(), islands=(), **given)
    made = []
    for n, one in enumerate(exhibit.frames, 1):
        record, at = change(n, one.record, one.acquired_at)
        made.append(replace(one, record=record, acquired_at=at))
    sheet = sheet_of(dossier)
    draw_joins(sheet, replace(exhibit, frames=tuple(made)))
    return sheet.pen.said


def test_a_run_over_two_days_names_both(sheet_of):
    said = with_records(sheet_of, lambda n, record, at: (record, at + timedelta(days=2 * (n == 3))))
    (line,) = re.findall(r"Captured (.*?), by", said)
    assert len(set(re.findall(r"\d+ \w{3} \d{4}", line))) == 2


def test_a_run_that_was_taken_up_again_says_where(sheet_of):
    said = drawn(sheet_of, lambda run: replace(run, segments=(1, 4, 6)))
    assert "The run was broken off and taken up again with frame 4 and 6." in said


def test_a_clock_that_was_moved_is_not_called_steady(sheet_of):
    said = drawn(sheet_of, lambda run: replace(run, time_jumps=(TimeJump(3, 4, 3_600_000),)))
    assert "clock put on by" in said
    assert "no jump seen" not in said
    jumped = with_records(
        sheet_of, lambda n, record, at: (replace(record, time=replace(record.time, clock_jump=n == 2)), at)
    )
    assert "the clock was moved" in jumped


def test_a_clock_that_was_measured_later_is_said_of_the_first_frame(sheet_of):
    def change(n, record, at):
        known = {"offset_ms": 40, "offset_by": "time.example", "offset_uncertain_ms": 9} if n == 2 else {}
        return replace(record, time=replace(record.time, **known)), at

    assert "said of the first frame, others differ" in with_records(sheet_of, change)


def test_other_titles_of_the_window_are_counted(sheet_of):
    def change(n, record, at):
        return replace(record, source=replace(record.source, window_title=f"({n}) Chat")), at

    assert "(1) Chat (frame 1; 2 other titles" in with_records(sheet_of, change)


def test_what_was_noticed_is_said_with_the_frames(sheet_of):
    def change(n, record, at):
        return replace(record, noticed=(Notice.COVERED,) if n > 1 else (Notice.BLACK,)), at

    said = with_records(sheet_of, change)
    assert "All black: frame 1. A part of the window was covered: frames 2 and 3." in said


def test_repeats_beyond_those_named_are_counted(sheet_of):
    said = drawn(sheet_of, lambda run: replace(run, repeated=tuple((1, n) for n in range(2, 52))))
    assert "So do 10 more pairs" in said


def test_steps_note_and_others_in_the_picture_are_said_as_of_a_single_picture(sheet_of):
    dossier, exhibit = run_exhibit()
    facts = replace(exhibit.facts, note="Seen at night", sensitivity=Sensitivity.THIRD_PARTY)
    sheet = sheet_of(dossier)
    draw_joins(sheet, replace(exhibit, facts=facts))
    said = sheet.pen.said
    assert "Steps taken" in said
    assert "Seen at night" in said
    assert "Shows somebody else as well" in said


def test_a_frame_that_missed_its_neighbour_names_those_it_met(sheet_of):
    pairs = (PairRecord(1, 2, EXACT), PairRecord(2, 3, GAP), PairRecord(1, 3, replace(EXACT, forgiven=())))
    said = drawn(sheet_of, frames=3, pairs=pairs, gaps=(), islands=())
    assert "No overlap with 2 Meets 1: 412 rows equal, pixel for pixel" in said


def test_a_scroll_that_was_followed_is_said(sheet_of):
    pair = PairRecord(1, 2, EXACT, watched=True, steps_px=(100, 200))
    assert "; scroll followed" in drawn(sheet_of, frames=2, pairs=(pair,), gaps=(), islands=())


def test_repeats_sizes_and_clock_are_said(sheet_of):
    said = drawn(
        sheet_of,
        lambda run: replace(
            run, repeated=((2, 5),), size_changes=(7,), time_jumps=(TimeJump(3, 4, -3_600_000),)
        ),
    )
    assert "Frames 2 and 5 show the same place." in said
    assert "The window had another width from frame 7 on." in said
    assert "clock put back by 3,600.0 s between frames 3 and 4" in said


def test_record_and_joined_picture_are_named_by_their_fingerprints(sheet_of):
    _, exhibit = run_exhibit()
    said = drawn(sheet_of).replace(" ", "")
    assert [made.sha256 in said for made in exhibit.derivatives] == [True, True]


def test_a_run_without_judgement_says_so(sheet_of):
    said = drawn(sheet_of, frames=3, is_judged=False)
    assert "Not judged: the program was closed before the end." in said
    assert "overlaps" not in said


def test_many_frames_go_over_several_pages(sheet_of):
    frames = 60
    dossier, exhibit = run_exhibit(frames=frames, gaps=(), islands=())
    sheet = sheet_of(dossier)
    draw_joins(sheet, exhibit)
    assert sheet.number > 4
    assert sheet.pen.said.count("pixel for pixel") == frames - 1
