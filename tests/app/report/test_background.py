# SPDX-License-Identifier: MIT
"""Page 2 says what page 1 has no room for."""

from dataclasses import replace

from app.model import Answer, Call
from app.report.background import draw_background
from app.report.dossier import TimedCall
from tests.app.report.dossiers import changed


def test_the_sample_gives_area_work_and_own_accounts(page_with):
    text = page_with("Background")
    for words in (
        "Home force area North Yorkshire",
        "Work serving in the Army",
        "@tomhale04",
        "Threaten to tell sister",
    ):
        assert words in text
    assert "Video call, 19 Nov 2026 22:31 GMT. Length: 14 min 25 s." in text
    assert "She wrote to me on Instagram" in text


def test_what_is_not_known_is_said(sheet_of, sample):
    sheet = sheet_of(changed(sample[0], work=None, says_person_broke_law=None, helper=None))
    draw_background(sheet)
    assert "Work not known" in sheet.pen.said
    assert "They say a law was broken not known" in sheet.pen.said
    assert "Helper none" in sheet.pen.said


def test_what_the_person_says_of_the_whole_stands_there_only_if_it_was_said(sheet_of, sample):
    sheet = sheet_of(sample[0])
    draw_background(sheet)
    assert "Money sent" not in sheet.pen.said
    told = changed(sample[0], platforms=("instagram",), paid=Answer.YES, posted=Answer.NO)
    sheet = sheet_of(replace(told, met_on=("Instagram",)))
    draw_background(sheet)
    said = " ".join(sheet.pen.said.split())
    assert "Where they wrote Instagram" in said
    assert "Money sent yes" in said
    assert "Posted or sent on no" in said


def test_own_words_keep_their_line_ends(sheet_of, sample):
    sheet = sheet_of(changed(sample[0], own_words="one\ntwo"))
    draw_background(sheet)
    said = [text for _, _, text in sheet.pen.lines]
    assert said.index("two") == said.index("one") + 1


def test_calls_not_known_are_said_to_be_and_a_doubtful_time_too(sheet_of, sample):
    sheet = sheet_of(replace(sample[0], calls=(), contacts=()))
    draw_background(sheet)
    assert "Live call not known Threaten to tell not known" in " ".join(sheet.pen.said.split())
    call = Call(sample[0].prepared.utc, is_about=True, recorded=Answer.NO)
    sheet = sheet_of(replace(sample[0], calls=(TimedCall(call),)))
    draw_background(sheet)
    said = " ".join(sheet.pen.said.split())
    assert "Call, about 24 Nov 2026 03:05 GMT. Length: not known. Not recorded, as far as they say." in said


def test_a_life_at_risk_and_its_time_stand_first(sheet_of, sample):
    asked = sample[0].prepared.utc
    sheet = sheet_of(changed(sample[0], risk_to_life=Answer.YES, risk_asked_at=asked))
    draw_background(sheet)
    said = sheet.pen.said
    assert f"Risk to life now yes, asked {sheet.writer.full(asked)}" in said
    assert "Under 18 involved no" in said
    assert said.index("Risk to life now") < said.index("Home force area")
