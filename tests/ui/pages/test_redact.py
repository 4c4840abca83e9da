# SPDX-License-Identifier: MIT
"""Boxes are drawn on a picture or a conversation, survive whatever comes, and are covered by one press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.errors import Cancelled, DiskFull
from app.model import ExhibitFacts, Rect, Sensitivity, Under18
from tests.fakes.redacted import FakeCover
from tests.fakes.sample_run import add_run
from tests.ui.conftest import PASSPHRASE
from tests.ui.filling import add_exhibit, ask
from ui.drawn_boxes import DrawnBoxes
from ui.pages.redact import RedactPage

if TYPE_CHECKING:
    from app.model import Exhibit

BOX, OTHER = Rect(40, 30, 100, 60), Rect(200, 90, 60, 40)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(opened, shown) -> RedactPage:
    made = RedactPage(opened)
    made.covering.cover = FakeCover()
    made.resize(1060, 900)
    return shown(made)


@pytest.fixture
def exhibit(opened, qtbot) -> Exhibit:
    return add_exhibit(opened, qtbot)


@pytest.fixture
def run(opened, qtbot) -> Exhibit:
    return ask(opened, qtbot, lambda vault: add_run(vault, 6, gap_after=3))


def open_one(page: RedactPage, wanted: str, qtbot) -> None:
    page.open_with(wanted)
    qtbot.waitUntil(lambda: page.canvas.has_picture and page.canvas.isVisible())


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def draw(page: RedactPage, box: Rect) -> None:
    """Draw it with the mouse."""
    place, port = page.canvas.outline_at(box), page.canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=place.topLeft().toPoint())
    QTest.mouseMove(port, place.bottomRight().toPoint() + QPoint(1, 1))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place.bottomRight().toPoint())


def cover(page: RedactPage, qtbot) -> None:
    with qtbot.waitSignal(page.covering.covered):
        press(page.card.go)


def drafted(context, qtbot, exhibit: Exhibit) -> DrawnBoxes:
    """What is kept of what is drawn."""
    text = ask(context, qtbot, lambda vault: vault.draft(f"redact.{exhibit.id}"))
    kept = DrawnBoxes()
    kept.begin({one.id: (2000, 2000) for one in exhibit.originals}, {})
    kept.set_text(text)
    return kept


def test_back_leads_to_the_picture(page: RedactPage, run: Exhibit, qtbot) -> None:
    open_one(page, run.frames[2].id, qtbot)
    with qtbot.waitSignal(page.moved_on) as went:
        press(page.back)
    assert went.args == ["exhibit", run.frames[2].id]


def test_without_a_picture_it_says_what_to_do(page: RedactPage, words, qtbot) -> None:
    assert page.lead.words == words("redact.page.none")
    assert not page.columns.isVisible()
    with qtbot.waitSignal(page.moved_on) as went:
        press(page.back)
    assert went.args[0] == "exhibit"


def test_what_is_drawn_is_covered_by_one_press(page: RedactPage, exhibit: Exhibit, opened, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    assert not page.card.go.isEnabled()
    draw(page, BOX)
    with qtbot.waitSignals([opened.session.case_changed, page.moved_on]):
        cover(page, qtbot)
    (asked,) = page.covering.cover.asked
    ((drawn,),) = asked.values()
    assert abs(drawn.x - BOX.x) <= 2
    assert page.card.said.kind == "good"
    qtbot.waitUntil(lambda: page.canvas.boxes == (drawn,))


def test_a_box_survives_the_lock_and_comes_back(
    page: RedactPage, exhibit: Exhibit, opened, shown, qtbot
) -> None:
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    drawn = page.canvas.boxes
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("hide")
    assert page.canvas.boxes == ()
    assert not page.canvas.has_picture
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, PASSPHRASE)
    again = shown(RedactPage(opened))
    open_one(again, exhibit.id, qtbot)
    qtbot.waitUntil(lambda: again.canvas.boxes == drawn)
    assert again.card.go.isEnabled()


def test_a_box_is_kept_while_it_is_drawn(page: RedactPage, exhibit: Exhibit, opened, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    qtbot.waitUntil(lambda: drafted(opened, qtbot, exhibit).all == page.drawn.all)
    cover(page, qtbot)
    qtbot.waitUntil(lambda: drafted(opened, qtbot, exhibit).count == 0)


def test_another_picture_has_boxes_of_its_own_and_nothing_is_lost(
    page: RedactPage, exhibit: Exhibit, opened, qtbot
) -> None:
    other = add_exhibit(opened, qtbot, title="Another")
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    drawn = page.canvas.boxes
    open_one(page, other.id, qtbot)
    qtbot.waitUntil(lambda: page.title.words.endswith(other.ref))
    assert page.canvas.boxes == ()
    open_one(page, exhibit.id, qtbot)
    qtbot.waitUntil(lambda: page.canvas.boxes == drawn)
    assert drafted(opened, qtbot, other).count == 0


def test_it_can_all_be_done_by_keyboard(page: RedactPage, exhibit: Exhibit, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    page.activateWindow()
    page.canvas.setFocus()
    for one in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        QTest.keyClick(page.canvas, one)
    assert page.drawn.count == 1
    page.card.go.setFocus()
    with qtbot.waitSignal(page.covering.covered):
        QTest.keyClick(page.card.go, Qt.Key.Key_Return)
    assert page.card.said.kind == "good"
    assert page.back.hasFocus()  # pressed once more in haste, Enter uncovers nothing


def test_undo_takes_the_last_step_back_wherever_the_focus_is(
    page: RedactPage, exhibit: Exhibit, qtbot
) -> None:
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    draw(page, OTHER)
    page.activateWindow()
    page.tools.beneath.setFocus()
    QTest.keyClick(page.tools.beneath, Qt.Key.Key_Z, CTRL)
    assert len(page.canvas.boxes) == 1
    press(page.tools.undo)
    assert page.canvas.boxes == ()
    assert not page.tools.undo.isEnabled()


def test_a_conversation_shows_the_picture_that_is_chosen(page: RedactPage, run: Exhibit, qtbot) -> None:
    open_one(page, run.frames[2].id, qtbot)
    assert page.frames.isVisible()
    assert page.model.rowCount() == 6  # the long picture is made anew from them
    assert page.frames.currentIndex().row() == 2
    draw(page, BOX)
    page.frames.choose(page.model.index(4))
    qtbot.waitUntil(lambda: page.canvas.has_picture)
    assert page.canvas.boxes == ()
    page.frames.choose(page.model.index(2))
    qtbot.waitUntil(lambda: len(page.canvas.boxes) == 1)


def test_undo_goes_to_the_picture_it_was_drawn_on(page: RedactPage, run: Exhibit, qtbot) -> None:
    open_one(page, run.frames[2].id, qtbot)
    draw(page, BOX)
    page.frames.choose(page.model.index(4))
    qtbot.waitUntil(lambda: page.canvas.has_picture)
    press(page.tools.undo)
    assert page.frames.currentIndex().row() == 2
    assert page.drawn.count == 0


def test_it_says_in_how_many_pictures_and_where_nobody_could_follow(
    page: RedactPage, run: Exhibit, qtbot
) -> None:
    page.covering.cover = FakeCover(came={2: 3, 1: 3}, words=5)
    open_one(page, run.frames[2].id, qtbot)
    draw(page, BOX)
    cover(page, qtbot)
    assert page.card.said.title.words == "Covered in 3 pictures, as far as we could follow."
    assert "5 lines" in page.card.said.note.words
    assert "pictures 4 to 6" in page.card.gap.title.words
    press(page.card.looks[0])
    assert page.frames.currentIndex().row() == 3
    page.frames.choose(page.model.index(1))
    qtbot.waitUntil(page.foot.came.isVisible)
    assert "picture 3" in page.foot.came.words
    assert len(page.canvas._came) == 1


def test_taking_all_boxes_away_is_one_press_and_can_be_undone(
    page: RedactPage, exhibit: Exhibit, qtbot, words
) -> None:
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    cover(page, qtbot)
    with qtbot.waitSignal(page.covering.covered):
        press(page.card.uncover)
    assert page.covering.cover.asked[-1] == {}
    assert page.card.said.title.words == words("redact.cover.gone")
    press(page.tools.undo)
    cover(page, qtbot)
    assert len(page.covering.cover.asked[-1]) == 1


def test_stopped_the_boxes_are_still_there(page: RedactPage, exhibit: Exhibit, qtbot, words) -> None:
    page.covering.cover = FakeCover(error=Cancelled("stopped"))
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    with qtbot.waitSignal(page.covering.failed):
        press(page.card.go)
    assert page.card.said.title.words == words("redact.cover.stopped")
    assert len(page.canvas.boxes) == 1
    assert page.card.go.isEnabled()


def test_a_failure_is_said_and_nothing_is_lost(page: RedactPage, exhibit: Exhibit, qtbot) -> None:
    page.covering.cover = FakeCover(error=DiskFull("full"))
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    with qtbot.waitSignal(page.covering.failed):
        press(page.card.go)
    assert page.failure.isVisible()
    assert len(page.canvas.boxes) == 1


@pytest.mark.parametrize("how", ["marked", "out"])
def test_what_is_left_out_whole_has_nothing_to_cover(
    page: RedactPage, opened, qtbot, words, how: str
) -> None:
    marked = ExhibitFacts(sensitivity=Sensitivity.INTIMATE) if how == "marked" else None
    kept = add_exhibit(opened, qtbot, facts=marked)
    if how == "out":
        ask(opened, qtbot, lambda vault: vault.withdraw_exhibit(kept.id, "Taken twice"))
    page.open_with(kept.id)
    qtbot.waitUntil(lambda: page.lead.words == words(f"redact.page.{how}"))
    assert not page.columns.isVisible()
    assert not page.canvas.has_picture


def test_a_picture_that_is_set_apart_is_not_shown(
    page: RedactPage, exhibit: Exhibit, opened, qtbot, words
) -> None:
    facts = ask(opened, qtbot, lambda vault: vault.case().fact)
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NOT_SURE)))
    page.open_with(exhibit.id)
    qtbot.waitUntil(lambda: page.lead.words == words("path.under18.apart"))
    assert not page.columns.isVisible()


def test_one_looks_beneath_only_where_one_asked_to(page: RedactPage, exhibit: Exhibit, opened, qtbot) -> None:
    other = add_exhibit(opened, qtbot, title="Another")
    open_one(page, exhibit.id, qtbot)
    press(page.tools.beneath)
    assert page.canvas.is_beneath
    open_one(page, other.id, qtbot)
    qtbot.waitUntil(lambda: page.title.words.endswith(other.ref))
    assert not page.canvas.is_beneath


def test_forgetting_at_the_lock_is_not_kept_as_if_it_were_drawn(
    page: RedactPage, exhibit: Exhibit, opened, qtbot
) -> None:
    open_one(page, exhibit.id, qtbot)
    draw(page, BOX)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("hide")
    assert page.drawn.count == 0
    assert not page.draft._pause.isActive()
