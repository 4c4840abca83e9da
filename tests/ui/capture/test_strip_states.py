# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.intake.progress import Advice, Phase, Progress
from ui.capture.strip_states import (
    FIGURE_DOWN,
    FIGURE_UP,
    GapHeadings,
    Press,
    Tone,
    before,
    ending,
    going_on,
    no_room,
)
from ui.run_words import counted


def pressable(state) -> list[Press]:
    return [press for press, _ in state.buttons]


def test_before_the_first_picture_it_says_what_to_scroll_away(words) -> None:
    state = before(words)
    assert state.head == words("conversation.before")
    assert state.how == words("conversation.start")
    assert state.primary is Press.BEGIN
    assert pressable(state) == [Press.CANCEL, Press.BEGIN]
    assert state.is_urgent


def test_a_run_that_goes_on_says_where_to_scroll(words) -> None:
    state = before(words, 12)
    assert state.how == words("conversation.back")
    assert state.count == words("conversation.frames", n=12)


def test_while_all_is_well_it_is_calm_and_done_stands_out(words) -> None:
    state = going_on(words, Progress(frames=12))
    assert (state.tone, state.head) == (Tone.CALM, words("conversation.fine"))
    assert state.primary is Press.FINISH
    assert state.gaps == state.note == ""
    assert state.saved == words("conversation.saved")


def test_nothing_is_called_saved_before_the_first_frame_is(words) -> None:
    assert going_on(words, Progress()).saved == ""


@pytest.mark.parametrize("advice", [None, Advice.FAST, Advice.ALIKE, Advice.RESIZED])
def test_while_a_gap_is_open_no_button_stands_out(words, advice: Advice | None) -> None:
    state = going_on(words, Progress(frames=12, gaps=1, advice=advice))
    assert state.tone is Tone.WARM
    assert state.primary is None
    assert state.gaps == words("conversation.gaps", n=1)
    assert dict(state.buttons)[Press.FINISH] == words("conversation.finish.gap")
    assert state.note == words("conversation.gap.note")


@pytest.mark.parametrize(("heading", "figure"), [(1, FIGURE_UP), (0, FIGURE_UP), (-1, FIGURE_DOWN)])
def test_the_arrow_points_back_the_way_the_person_came(words, heading: int, figure: str) -> None:
    state = going_on(words, Progress(frames=2, gaps=1, advice=Advice.FAST, heading=heading))
    assert state.figure == figure


def test_the_arrow_does_not_turn_when_the_person_turns_back() -> None:
    told = [(0, 1), (1, 1), (1, -1), (2, -1), (2, 1), (1, 1), (1, -1), (0, -1)]
    headings = GapHeadings()
    seen = [headings.steady(Progress(gaps=gaps, heading=heading)).heading for gaps, heading in told]
    assert seen == [1, 1, 1, -1, -1, 1, 1, -1]


@pytest.mark.parametrize("advice", list(Advice))
def test_there_are_words_for_every_advice(words, advice: Advice) -> None:
    state = going_on(words, Progress(frames=2, advice=advice))
    assert state.head
    assert state.how


def test_a_closed_gap_is_said(words) -> None:
    state = going_on(words, Progress(frames=3, just_closed=True))
    assert (state.tone, state.head) == (Tone.GOOD, words("conversation.closed"))


def test_paused_offers_to_go_on(words) -> None:
    state = going_on(words, Progress(Phase.PAUSED, frames=3))
    assert pressable(state) == [Press.RESUME, Press.FINISH]
    assert state.primary is Press.RESUME


def test_without_room_the_one_way_out_is_said(words) -> None:
    assert pressable(no_room(words, "window", 0)) == [Press.CANCEL]
    assert pressable(no_room(words, "window", 3)) == [Press.FINISH]
    assert no_room(words, "area", 0).head == words("conversation.room.area")


def test_the_end_never_says_complete(words, record) -> None:
    whole, broken = ending(words, record(12), None), ending(words, record(12, 7), 40)
    assert whole.head == "12 pictures, from the first to the last, no gap."
    assert whole.tone is Tone.GOOD
    assert broken.head == words("conversation.end.gap", n=1, pictures="12 pictures")
    assert broken.tone is Tone.WARM
    assert pressable(broken) == [Press.SKIP]
    assert pressable(whole) == []


def test_counts_are_in_words(words) -> None:
    assert [counted(words, n) for n in (0, 1, 2)] == ["No pictures yet", "1 picture", "2 pictures"]
