# SPDX-License-Identifier: MIT
"""Page 2 says what page 1 has no room for."""

from app.report.background import draw_background
from tests.app.report.dossiers import changed


def test_the_sample_gives_area_work_and_own_accounts(page_with):
    text = page_with("Background")
    for words in ("Home force area North Yorkshire", "Work serving in the Army", "@tomhale04", "RF26-118842"):
        assert words in text
    assert "She wrote to me on Instagram" in text


def test_what_is_not_known_is_said(sheet_of, sample):
    sheet = sheet_of(changed(sample[0], work=None, says_person_broke_law=None, helper=None))
    draw_background(sheet)
    assert "Work not known" in sheet.pen.said
    assert "They say a law was broken not known" in sheet.pen.said
    assert "Helper none" in sheet.pen.said


def test_own_words_keep_their_line_ends(sheet_of, sample):
    sheet = sheet_of(changed(sample[0], own_words="one\ntwo"))
    draw_background(sheet)
    said = [text for _, _, text in sheet.pen.lines]
    assert said.index("two") == said.index("one") + 1
