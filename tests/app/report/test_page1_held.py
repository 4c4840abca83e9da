# SPDX-License-Identifier: MIT
"""What they hold, the call, and whom they threaten to tell."""

from dataclasses import replace

from app.model import Answer, Call, Contact, Demand
from app.report.dossier import ConcernedContact, QuotedDemand, TimedCall
from app.report.page1_held import call_words, held, threatened
from app.report.page1_limits import Limits
from tests.app.report.dossiers import changed
from tests.app.timeline.cases import AT


def said(sheet_of, dossier, limits=None):
    sheet = sheet_of(dossier)
    before = len(sheet.pen.lines)
    held(sheet, limits or Limits())
    return " ".join(line for _, _, line in sheet.pen.lines[before:])


def test_what_they_hold_stands_with_the_call(sheet_of, sample):
    assert said(sheet_of, sample[0]) == (
        "They hold: recording of a video call, face visible; call 19 Nov 22:31, 14 min."
    )


def test_what_was_made_by_ai_is_said_to_be(sheet_of, sample):
    dossier = changed(sample[0], held=("pictures",), made_by_ai=Answer.YES, face_visible=Answer.NO)
    assert said(sheet_of, replace(dossier, calls=())) == "They hold: pictures, made by AI."


def test_nothing_known_is_said_and_left_out_where_there_is_no_room(sheet_of, sample):
    dossier = replace(changed(sample[0], held=(), face_visible=Answer.NO), calls=())
    assert said(sheet_of, dossier) == "They hold: not known."
    assert said(sheet_of, dossier, Limits(has_extras=False)) == ""


def test_a_call_of_which_the_time_is_not_sure_says_so(writer):
    def words(call):
        return "".join(span.text for span in call_words(writer, TimedCall(call)))

    assert words(Call(AT, 45, is_about=True)) == "call about 23 Nov 21:40, 45 s"
    assert words(Call(AT)) == "call 23 Nov 21:40"


def test_whom_they_threaten_to_tell_is_named_once_and_at_most_three_times(writer, sample):
    people = [Contact("Ellie", "sister", is_threatened=True), Contact("Ben", is_threatened=False)]
    demands = [
        QuotedDemand(Demand("threat", "x", None, whom=whom)) for whom in ("sister", "my boss", "a", "b")
    ]
    dossier = replace(sample[0], contacts=tuple(map(ConcernedContact, people)), demands=tuple(demands))
    assert threatened(writer, dossier, 40) == "sister, my boss, a, \u2026"
