# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Certainty, Event, ExhibitId, Precision
from tests.app.timeline.cases import AT, entry
from tests.ui.filling import ask
from ui.widgets.event_form import EventForm

KEPT = Event(AT, "They called", Certainty.SEEN, where="TJH/2", exhibit=ExhibitId("x2"))


@pytest.fixture
def form(opened, shown) -> EventForm:
    return shown(EventForm(opened))


def typed(form, what: str, at: str, sure: str = "exact") -> None:
    form.what.set_text(what)
    form.at.set_text(at)
    QTest.mouseClick(form.sure.chips[sure], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("at", "sure", "expected"),
    [
        ("23 Nov 21:40", "exact", Event(AT, "it", Certainty.REMEMBERED)),
        ("23 Nov 21:40", "about", Event(AT, "it", Certainty.REMEMBERED, is_about=True)),
        (
            "23 Nov",
            "day",
            Event(datetime(2026, 11, 23, tzinfo=UTC), "it", Certainty.REMEMBERED, precision=Precision.DAY),
        ),
        (
            "23 Nov 21:40",
            "day",
            Event(datetime(2026, 11, 23, tzinfo=UTC), "it", Certainty.REMEMBERED, precision=Precision.DAY),
        ),
    ],
)
def test_what_is_remembered_is_kept_as_sure_as_it_is(form, qtbot, at, sure, expected) -> None:
    typed(form, "it", at, sure)
    with qtbot.waitSignal(form.kept) as kept:
        QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert kept.args == [expected, None]


def test_how_the_time_was_understood_is_said_back(form) -> None:
    typed(form, "it", "23 Nov 21:40")
    assert form.at.verdict.title.words == "Monday 23 November 2026, 21:40"
    typed(form, "it", "23 Nov 21:40", "day")
    assert form.at.verdict.title.words == "Monday 23 November 2026"


@pytest.mark.parametrize("at", ["", "soon", "99 Nov 21:40", "\u202e23", "x" * 10_000])
def test_what_cannot_be_understood_is_said_and_nothing_is_lost(form, qtbot, at) -> None:
    typed(form, "it", at)
    with qtbot.assertNotEmitted(form.kept):
        QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert form.at.verdict.kind == "hint"
    assert form.what.text == "it"


def test_a_time_to_come_is_kept_with_a_word(form, words) -> None:
    typed(form, "it", "31 Dec 21:40")
    assert form.at.verdict.note.words == words("when.form.ahead")
    assert form.at.verdict.kind == "good"


def test_without_words_it_asks_for_a_few(form, qtbot, words) -> None:
    typed(form, "  ", "23 Nov 21:40")
    with qtbot.assertNotEmitted(form.kept):
        QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert form.what.verdict.title.words == words("when.form.need_what")


def test_changing_a_line_keeps_what_shows_it(form, qtbot) -> None:
    kept = entry(KEPT)
    form.load(kept, has_picture=True)
    assert form.take_back.isVisible()
    assert form.show_picture.isVisible()
    form.what.set_text("They called twice")
    with qtbot.waitSignal(form.kept) as changed:
        QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    event, before = changed.args
    assert before == kept
    assert (event.what, event.at, event.exhibit, event.certainty) == (
        "They called twice", AT, KEPT.exhibit, Certainty.SEEN
    )  # fmt: skip


def test_a_day_is_shown_as_a_day_when_it_is_changed(form) -> None:
    form.load(entry(Event(AT, "it", Certainty.REMEMBERED, precision=Precision.DAY)))
    assert form.at.text == "23/11/2026"
    assert form.sure.on == ("day",)
    assert not form.show_picture.isVisible()


def test_what_is_typed_survives_and_is_forgotten_when_it_is_not_wanted(form, opened, qtbot) -> None:
    typed(form, "half a sentence", "23 Nov")
    form.flush()
    assert ask(opened, qtbot, lambda vault: vault.draft("when.what")) == "half a sentence"
    again = EventForm(opened)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.what.text == "half a sentence")
    with qtbot.waitSignal(form.left):
        QTest.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    assert form.is_empty
    assert ask(opened, qtbot, lambda vault: vault.draft("when.what")) == ""
