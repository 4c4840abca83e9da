# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.custody.authorities import known_authorities
from app.errors import AnchorInvalid, AnchorUnreachable, AnchorUntrusted, Cancelled
from tests.fakes.time_answers import answers
from tests.ui.filling import ask
from ui.pages.outside_time import OutsideTimePage
from ui.routes import make_page
from ui.widgets.label import Label


@pytest.fixture
def page_with(opened, shown):
    """A page whose authority does this."""

    def made(ask_authority) -> OutsideTimePage:
        page = shown(OutsideTimePage(replace(opened, ask_authority=ask_authority)))
        page.open_with(None)
        return page

    return made


def failing(error: Exception):
    def fail(_asked, _clock, _cancelled):
        raise error

    return fail


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_asked_by_itself(page_with, opened, qtbot) -> None:
    page = page_with(failing(AssertionError("asked")))
    assert ask(opened, qtbot, lambda vault: vault.anchors()) == ()
    assert page.verdict.kind == ""
    assert not page.progress.isVisible()


def test_it_says_first_who_is_asked_and_what_leaves(page_with) -> None:
    page = page_with(answers())
    said = " ".join(label.words for label in page.card.findChildren(Label))
    for authority in known_authorities():
        assert authority.name in said
    assert "fingerprint" in said
    assert "internet address" in said


def test_not_now_is_as_large_as_the_other(page_with) -> None:
    page = page_with(answers())
    assert page.back.height() == page.ask.height()
    assert page.back.isEnabled()


@pytest.mark.parametrize(
    ("off_by_ms", "key", "seconds"),
    [(0, "right", ""), (1_900, "right", ""), (3_210, "fast", "3"), (-65_000, "slow", "65")],
)
def test_it_says_what_came_and_by_how_much_the_clock_is_off(
    page_with, words, opened, qtbot, off_by_ms, key, seconds
) -> None:
    page = page_with(answers(off_by_ms))
    press(page.ask)
    qtbot.waitUntil(lambda: page.verdict.kind == "good")
    assert known_authorities()[0].name in page.verdict.note.words
    assert page.clock.words == words(f"anchor.{key}", s=seconds)
    assert page.back.hasFocus()
    assert not page.ask.isVisible()
    assert not page.before.isVisible()
    assert len(ask(opened, qtbot, lambda vault: vault.anchors())) == 1


@pytest.mark.parametrize(
    "error", [AnchorUnreachable("no_answer"), AnchorInvalid("refused"), AnchorUntrusted("not_known")]
)
def test_no_answer_is_said_and_can_be_tried_again(page_with, words, qtbot, error) -> None:
    page = page_with(failing(error))
    press(page.ask)
    qtbot.waitUntil(page.failure.isVisible)
    assert page.failure.what.words == words(f"errors.{type(error).__name__}.what")
    assert page.ask.isEnabled()
    assert page.ask.text() == words("anchor.again")
    assert page.ask.hasFocus()


def test_it_can_be_stopped(page_with, words, opened, qtbot) -> None:
    def wait(_asked, _clock, cancelled):
        cancelled.wait(20)
        raise Cancelled

    page = page_with(wait)
    press(page.ask)
    qtbot.waitUntil(page.progress.isVisible)
    press(page.progress.cancel)
    qtbot.waitUntil(lambda: page.verdict.title.words == words("anchor.stopped"))
    assert ask(opened, qtbot, lambda vault: vault.anchors()) == ()


def test_the_last_one_is_shown_on_the_next_visit(page_with, opened, qtbot) -> None:
    page = page_with(answers())
    press(page.ask)
    qtbot.waitUntil(lambda: page.verdict.kind == "good")
    page.open_with(None)
    qtbot.waitUntil(page.before.isVisible)
    assert page.verdict.kind == ""


@pytest.mark.parametrize(("detail", "page_name"), [(None, "evidence"), ("report", "report")])
def test_it_leads_back_to_where_the_person_came_from(page_with, qtbot, detail, page_name) -> None:
    page = page_with(answers())
    page.open_with(detail)
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.back)
    assert moved.args == [page_name, None]


def test_a_locked_case_leaves_nothing_on_the_page(page_with, opened, qtbot) -> None:
    page = page_with(answers(5_000))
    press(page.ask)
    qtbot.waitUntil(lambda: page.verdict.kind == "good")
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("hide")
    assert page.verdict.kind == ""
    assert not page.clock.isVisible()


@pytest.mark.parametrize(
    ("name", "comes_from"), [("report", "report"), ("review", "steps"), ("happened", "happened")]
)
def test_it_is_offered_where_it_helps_and_leads_back(opened, qtbot, name, comes_from) -> None:
    page = make_page(name, opened)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.outside.click()
    assert moved.args == ["outside_time", comes_from]
