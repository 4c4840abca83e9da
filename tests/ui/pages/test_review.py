# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Answer, Notice, Rect, Sensitivity
from app.search.values import ReadText
from tests.ui.filling import add_exhibit, ask
from ui.pages.review import QUESTIONS, ReviewPage


@pytest.fixture
def page(opened, shown) -> ReviewPage:
    made = ReviewPage(opened)
    made.resize(1280, 800)
    return shown(made)


@pytest.fixture
def exhibit(opened, qtbot, page):
    added = add_exhibit(opened, qtbot)
    page.open_with(added)
    return added


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(page: ReviewPage, *answers: Answer) -> None:
    for row, one in zip(page.rows.values(), answers, strict=False):
        press(row.buttons[one])


def facts(opened, qtbot, exhibit):
    return ask(opened, qtbot, lambda vault: vault.exhibit(exhibit.id)).facts


def test_it_says_that_it_is_saved_and_when(page: ReviewPage, exhibit, words) -> None:
    assert page.saved.text.words == words("look.saved", ref=exhibit.ref)
    assert page.saved.at_end.words == "Tuesday 24 November 2026, 02:16:05"


def test_the_picture_is_covered_until_it_is_asked_for(page: ReviewPage, exhibit, qtbot) -> None:
    assert page.picture.is_covered
    assert not page.zoom.isEnabled()
    press(page.picture.show_button)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    assert page.picture.view.has_picture
    assert page.zoom.isEnabled()


def test_check_later_goes_on_without_an_answer(page: ReviewPage, exhibit, opened, qtbot) -> None:
    with qtbot.waitSignal(page.kept):
        press(page.later)
    assert facts(opened, qtbot, exhibit).can_see_time is Answer.NOT_KNOWN


def test_the_answers_move_the_main_button(page: ReviewPage, exhibit) -> None:
    def main() -> list[str]:
        return [button.objectName() for button in (page.keep, page.more) if button.role == "big"]

    assert main() == ["keep"]
    answer(page, Answer.YES, Answer.YES, Answer.NO)
    assert main() == ["more"]
    press(page.rows["can_see_before"].buttons[Answer.YES])
    assert main() == ["keep"]
    assert page.all_there.isVisible()


def test_the_main_button_stands_first(page: ReviewPage, exhibit) -> None:
    answer(page, Answer.NO)
    assert page._right.indexOf(page.more) < page._right.indexOf(page.keep)
    press(page.rows["can_see_time"].buttons[Answer.YES])
    assert page._right.indexOf(page.keep) < page._right.indexOf(page.more)


def test_no_brings_the_advice_that_belongs_to_it(page: ReviewPage, exhibit, words) -> None:
    for _, field, advice in QUESTIONS:
        row = page.rows[field]
        press(row.buttons[Answer.NO])
        assert row.advice.isVisible()
        assert row.advice.findChild(type(page.both), "text").words == words(advice)


def test_answers_are_kept_at_once(page: ReviewPage, exhibit, opened, qtbot) -> None:
    answer(page, Answer.YES, Answer.NO, Answer.YES)
    said = facts(opened, qtbot, exhibit)
    assert (said.can_see_time, said.can_see_name, said.can_see_before) == (
        Answer.YES,
        Answer.NO,
        Answer.YES,
    )


def test_a_body_covers_it_and_takes_the_thumbnail_away(page: ReviewPage, exhibit, opened, qtbot) -> None:
    press(page.picture.show_button)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    press(page.body_button)
    assert page.picture.is_covered
    assert not page.picture.view.has_picture
    assert page.body_note.isVisible()
    assert facts(opened, qtbot, exhibit).sensitivity is Sensitivity.INTIMATE
    assert ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id)) is None
    press(page.body_button)
    assert facts(opened, qtbot, exhibit).sensitivity is Sensitivity.NONE


def test_a_wrong_picture_says_what_may_have_happened(page: ReviewPage, exhibit, words) -> None:
    assert not page.wrong_panel.isVisible()
    press(page.wrong)
    assert page.wrong_panel.isVisible()
    assert page.more.role == "big"
    press(page.wrong)
    assert not page.wrong_panel.isVisible()


def test_both_ways_on(page: ReviewPage, exhibit, qtbot) -> None:
    with qtbot.waitSignal(page.kept):
        press(page.keep)
    with qtbot.waitSignal(page.more_wanted):
        press(page.more)


def test_the_next_picture_begins_anew(page: ReviewPage, exhibit, opened, qtbot) -> None:
    answer(page, Answer.NO)
    press(page.wrong)
    page.open_with(add_exhibit(opened, qtbot))
    assert all(row.answer is Answer.NOT_KNOWN for row in page.rows.values())
    assert not page.wrong.isChecked()
    assert page.picture.is_covered


def test_a_locked_case_leaves_nothing(page: ReviewPage, exhibit, opened, qtbot) -> None:
    press(page.picture.show_button)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert page.picture.is_covered
    assert not page.picture.view.has_picture


def test_the_title_has_the_whole_row(page: ReviewPage) -> None:
    assert page.title.width() > page.top.width() * 0.7


def test_a_black_picture_is_kept_and_the_next_step_is_said_at_once(page: ReviewPage, exhibit, words) -> None:
    black = replace(exhibit, record=replace(exhibit.record, noticed=(Notice.BLACK, Notice.NO_CLOCK)))
    page.open_with(black)
    assert page.noticed.isVisible()
    assert page.noticed.text.words == words("look.checks.black")
    assert page.more.property("role") == "big"
    assert page.saved.text.words == words("look.saved", ref=exhibit.ref)
    page.open_with(exhibit)
    assert not page.noticed.isVisible()
    assert page.keep.property("role") == "big"


def test_what_was_read_stands_below_the_question_as_soon_as_it_is_there(
    page: ReviewPage, exhibit, opened, qtbot
) -> None:
    row = page.rows["can_see_time"]
    assert row.read.isHidden()
    lines = [ReadText(Rect(0, 0, 90, 20), "02:16", 950)]
    ask(opened, qtbot, lambda vault: vault.keep_texts(exhibit.id, lines, reader="test"))
    opened.reading_pass.changed.emit()
    qtbot.waitUntil(lambda: row.read.words == opened.words("look.read", text="02:16"))
    assert page.rows["can_see_name"].read.isHidden()
    assert row.answer is Answer.NOT_KNOWN
    page.open_with(add_exhibit(opened, qtbot))
    assert row.read.isHidden()
