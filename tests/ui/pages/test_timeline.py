# SPDX-License-Identifier: MIT
"""The timeline: zoomed, filtered, added to, taken back; each line leads to where it is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Call, Certainty, Event, Payment
from app.timeline import LineKind
from tests.app.timeline.cases import AT
from tests.ui.filling import add_exhibit, ask
from ui.pages.timeline import TimelinePage
from ui.timeline_words import GROUPS, PAGES

LATER = AT + timedelta(days=9)
FACTS = (
    Payment("western_union", 25000, "GBP", AT),
    Call(AT - timedelta(days=3), 840, is_video=True),
    Event(LATER, "I told my sister", Certainty.REMEMBERED),
)


@pytest.fixture
def kept(opened, qtbot):
    return ask(opened, qtbot, lambda vault: [vault.add(fact) for fact in FACTS])


@pytest.fixture
def page(opened, shown, qtbot, kept) -> TimelinePage:
    made = shown(TimelinePage(opened))
    qtbot.waitUntil(lambda: made.is_ready)
    return made


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def keys(page) -> list[str]:
    return [line.key for line in page._shown]


def line_of(page, kind):
    return next(line for line in page._shown if line.kind is kind)


def test_everything_stands_in_one_order(page) -> None:
    assert keys(page) == ["call.video.length", "payment.sent", "event"]
    assert page.list.isVisible()
    assert not page.empty.isVisible()
    assert not page.earlier.isVisible()


def test_an_empty_case_says_how_it_fills(opened, shown, qtbot) -> None:
    page = shown(TimelinePage(opened))
    qtbot.waitUntil(lambda: page.is_ready)
    assert page.empty.isVisible()
    assert not page.band.isVisible()
    assert not page.printing.isVisible()


def test_zooming_in_shows_a_week_or_a_day_and_goes_on_where_something_is(page) -> None:
    click(page.scales.chips["day"])
    assert keys(page) == ["call.video.length"]
    assert not page.earlier.isEnabled()
    click(page.later)
    assert keys(page) == ["payment.sent"]
    click(page.later)
    assert keys(page) == ["event"]
    assert not page.later.isEnabled()
    click(page.scales.chips["week"])
    click(page.earlier)
    assert keys(page) == ["payment.sent"]
    click(page.scales.chips["all"])
    assert len(keys(page)) == 3


def test_switches_let_through_their_kinds_and_only_those_with_a_line_are_offered(page) -> None:
    offered = {key for key, chip in page.filters.chips.items() if chip.isVisible()}
    assert offered == {"money", "calls", "own"}
    click(page.filters.chips["money"])
    assert keys(page) == ["payment.sent"]
    click(page.filters.chips["own"])
    assert keys(page) == ["payment.sent", "event"]
    click(page.filters.chips["money"])
    click(page.filters.chips["own"])
    assert len(keys(page)) == 3


def test_pictures_are_one_line_until_they_are_asked_for(page, opened, qtbot) -> None:
    for _ in range(3):
        add_exhibit(opened, qtbot)
    page.refresh()
    qtbot.waitUntil(lambda: "capture.several" in keys(page))
    click(page.filters.chips["captures"])
    assert keys(page) == ["capture.picture"] * 3
    with qtbot.waitSignal(page.moved_on) as moved:
        page.list.line_chosen.emit(page._shown[0])
    assert moved.args == ["exhibit", str(page._shown[0].exhibits[0])]
    click(page.filters.chips["captures"])
    with qtbot.waitSignal(page.moved_on) as moved:
        page.list.picture_chosen.emit(line_of(page, LineKind.CAPTURE))
    assert moved.args == ["evidence", None]


def test_a_line_leads_to_the_page_that_keeps_it(page, qtbot, kept) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.list.line_chosen.emit(line_of(page, LineKind.PAYMENT))
    assert moved.args == ["payments", str(kept[0].id)]
    with qtbot.waitSignal(page.moved_on) as moved:
        page.list.line_chosen.emit(line_of(page, LineKind.CALL))
    assert moved.args == ["said", str(kept[1].id)]


def test_every_kind_leads_somewhere() -> None:
    assert set(PAGES) | {LineKind.EVENT, LineKind.CAPTURE} == set(LineKind)
    assert all(GROUPS.values())


def test_something_remembered_is_added_in_its_place(page, opened, qtbot) -> None:
    click(page.add)
    page.form.what.set_text("I paid from my savings")
    page.form.at.set_text("23 Nov 22:00")
    with qtbot.waitSignal(opened.session.case_changed):
        click(page.form.keep)
    qtbot.waitUntil(lambda: len(keys(page)) == 4)
    assert keys(page) == ["call.video.length", "payment.sent", "event", "event"]
    assert page.kept.kind == "good"
    assert not page.form.isVisible()
    assert ask(opened, qtbot, lambda vault: vault.draft("when.what")) == ""


def test_an_own_line_is_changed_taken_back_and_brought_back(page, opened, qtbot) -> None:
    page.list.line_chosen.emit(line_of(page, LineKind.EVENT))
    assert page.form.isVisible()
    page.form.what.set_text("I told my brother")
    click(page.form.keep)
    qtbot.waitUntil(lambda: "brother" in page.said.what(line_of(page, LineKind.EVENT)))
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Event))
    assert entry.revision == 2
    page.list.line_chosen.emit(line_of(page, LineKind.EVENT))
    click(page.form.take_back)
    qtbot.waitUntil(lambda: len(keys(page)) == 2)
    assert ask(opened, qtbot, lambda vault: vault.entries(Event)) == ()
    click(page.taken.undo)
    qtbot.waitUntil(lambda: len(keys(page)) == 3)


def test_band_and_list_go_to_the_same_line(page) -> None:
    page.band.setFocus()
    QTest.keyClick(page.band, Qt.Key.Key_End)
    assert page.model.line_at(page.list.currentIndex()) == page._shown[-1]
    page.list.choose(page._shown[0])
    assert page.band.line == page._shown[0]


def test_the_line_with_the_focus_is_scrolled_to(page, opened, qtbot) -> None:
    many = [Event(AT + timedelta(minutes=n), f"{n}", Certainty.REMEMBERED) for n in range(80)]
    ask(opened, qtbot, lambda vault: [vault.add(event) for event in many])
    page.resize(900, 600)
    page.refresh()
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: len(keys(page)) == 83 and bar.maximum() > 2000)
    page.list.setFocus()
    page.list.choose(page._shown[-1])
    qtbot.waitUntil(lambda: bar.value() > 2000)


def test_what_has_no_time_is_counted(page, opened, qtbot, words) -> None:
    ask(opened, qtbot, lambda vault: vault.add(Payment("paypal", 1, "GBP", None)))
    page.refresh()
    qtbot.waitUntil(page.undated.isVisible)
    assert page.undated.words == words("when.undated", n=1)


def test_a_case_in_which_nothing_of_this_time_is_known_says_so(page) -> None:
    page._around = AT + timedelta(days=400)
    click(page.scales.chips["hour"])
    assert page.nothing.isVisible()
    assert not page.list.isVisible()
    assert page.earlier.isEnabled()


def test_years_that_cannot_be_meant_and_endless_words_do_no_harm(page, opened, qtbot) -> None:
    odd = [
        Event(datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "\u202e" + "W" * 10_000, Certainty.REMEMBERED),
        Event(datetime(1, 1, 2, tzinfo=UTC), "long ago", Certainty.REMEMBERED),
    ]
    ask(opened, qtbot, lambda vault: [vault.add(event) for event in odd])
    page.refresh()
    qtbot.waitUntil(lambda: len(keys(page)) == 5)
    for line in (page._shown[0], page._shown[-1]):
        for scale in ("all", "week", "day", "hour"):
            page._around = line.at
            click(page.scales.chips[scale])
            assert line in page._shown
            assert not page.grab().isNull()
