# SPDX-License-Identifier: MIT
"""Removing for good: what it costs is said, it asks twice and tells what is left. Hide leaves it whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import DiskFull
from app.model import CaseFacts, CopyKind, Note, Under18
from app.vault.copies import NewCopy
from tests.ui.filling import add_exhibit, ask
from ui.pages import remove as module
from ui.pages.remove import RemovePage
from ui.removing import Fact


@pytest.fixture
def page(opened, shown) -> RemovePage:
    made = RemovePage(opened)
    made.resize(1060, 2_000)
    return shown(made)


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot, title="Window 1")


def copied(opened, qtbot, kind=CopyKind.PACKAGE):
    return ask(
        opened,
        qtbot,
        lambda vault: vault.note_copy(NewCopy(kind, f"/stick/{kind}"), {}, size=vault.record_count),
    )


def open_one(page: RemovePage, detail, qtbot) -> None:
    page.open_with(detail)
    qtbot.waitUntil(page.sure.isVisible)


def answer(page: RemovePage, why: str = "it shows my sister") -> None:
    page.sure.why.set_text(why)
    page.sure.tick.setChecked(True)


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_it_is_and_the_way_out_comes_first(page: RemovePage, exhibit, qtbot, words) -> None:
    open_one(page, exhibit.id, qtbot)
    assert page.subject.what.words == exhibit.ref
    assert page.lead.words == words("remove.page.lead")
    assert page.instead.y() < page.sure.y()
    assert (page.withdraw.open_button.role, page.sure.go_button.role) == ("primary", "danger")
    assert not page.done.isVisible()


def test_what_is_removed_is_gone_and_the_page_says_what_is_left(
    page: RemovePage, exhibit, opened, qtbot, words
) -> None:
    open_one(page, exhibit.id, qtbot)
    answer(page)
    with qtbot.waitSignal(opened.session.case_changed):
        press(page.sure.go_button)
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.title.words == words("remove.done.title", what=exhibit.ref)
    assert page.reason.words == words("remove.done.reason", why="it shows my sister")
    assert not page.sure.isVisible()
    assert not page.subject.isVisible()
    gone = ask(opened, qtbot, lambda vault: (vault.exhibits(), vault.purged()))
    assert (gone[0], [one.why for one in gone[1]]) == ((), ["it shows my sister"])
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.go_on)
    assert moved.args == ["evidence", None]


@pytest.mark.parametrize(("why", "ticked"), [("", True), ("a reason", False), ("", False)])
def test_nothing_is_removed_without_a_reason_and_the_tick(
    page: RemovePage, exhibit, opened, qtbot, why: str, ticked: bool
) -> None:
    open_one(page, exhibit.id, qtbot)
    page.sure.why.set_text(why)
    page.sure.tick.setChecked(ticked)
    press(page.sure.go_button)
    assert page.sure.need.isVisible()
    assert ask(opened, qtbot, lambda vault: len(vault.exhibits())) == 1


def test_keeping_it_goes_back_to_it(page: RemovePage, exhibit, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.sure.keep_button)
    assert moved.args == ["exhibit", exhibit.id]


def test_it_can_be_left_out_right_there(page: RemovePage, exhibit, opened, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.withdraw.confirmed.emit("by mistake")
    assert moved.args == ["exhibit", exhibit.id]
    (kept,) = ask(opened, qtbot, lambda vault: vault.exhibits())
    assert kept.withdrawn_why == "by mistake"


def test_the_copies_that_may_hold_it_are_listed_before_and_after(
    page: RemovePage, opened, exhibit, qtbot
) -> None:
    copy = copied(opened, qtbot)
    later = add_exhibit(opened, qtbot, title="Window 2")
    open_one(page, exhibit.id, qtbot)
    qtbot.waitUntil(lambda: page.copies.row_of(copy.id) is not None)
    answer(page)
    press(page.sure.go_button)
    qtbot.waitUntil(page.done.isVisible)
    qtbot.waitUntil(lambda: page.copies.row_of(copy.id) is not None)
    open_one(page, later.id, qtbot)
    qtbot.waitUntil(page.copies.none.isVisible)
    assert not page.copies_note.isVisible()


def test_a_fact_is_removed_and_the_way_leads_back_to_its_page(page: RemovePage, opened, qtbot) -> None:
    note = ask(opened, qtbot, lambda vault: vault.add(Note("case", "words")))
    open_one(page, Fact(note.id, "words", "people"), qtbot)
    assert (page.subject.what.words, page.withdraw.isVisible()) == ("words", False)
    answer(page)
    press(page.sure.go_button)
    qtbot.waitUntil(page.done.isVisible)
    assert ask(opened, qtbot, lambda vault: vault.entries(Note)) == ()
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.go_on)
    assert moved.args == ["people", None]


def test_where_somebody_may_be_under_18_it_sends_to_the_police(
    page: RemovePage, exhibit, opened, qtbot, words
) -> None:
    facts = CaseFacts(under_18=Under18.NOT_SURE, country="England")
    ask(opened, qtbot, lambda vault: vault.revise_case(facts))
    page.open_with(exhibit.id)
    qtbot.waitUntil(page.failure.isVisible)
    assert page.failure.what.words == words("errors.AskPoliceFirst.what")
    assert not page.sure.isVisible()


def test_what_is_not_there_any_more_is_not_asked_about(page: RemovePage, exhibit, opened, qtbot) -> None:
    ask(opened, qtbot, lambda vault: vault.purge_exhibit(exhibit.id, "a reason"))
    page.open_with(exhibit.id)
    qtbot.waitUntil(page.failure.isVisible)
    assert not page.sure.isVisible()


def test_a_full_disk_is_told_and_nothing_is_gone(
    page: RemovePage, exhibit, opened, qtbot, words, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("no room")

    open_one(page, exhibit.id, qtbot)
    monkeypatch.setattr(module, "remove", full)
    answer(page)
    press(page.sure.go_button)
    qtbot.waitUntil(page.failure.isVisible)
    assert page.failure.what.words == words("errors.DiskFull.what")
    assert page.sure.go_button.isEnabled()
    assert ask(opened, qtbot, lambda vault: len(vault.exhibits())) == 1


def test_the_reason_survives_and_is_gone_with_it(page: RemovePage, exhibit, opened, qtbot, shown) -> None:
    open_one(page, exhibit.id, qtbot)
    page.sure.why.set_text("it shows my sister")
    key = f"remove.{exhibit.id}"
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft(key)) == "it shows my sister")
    again = shown(RemovePage(opened))
    open_one(again, exhibit.id, qtbot)
    qtbot.waitUntil(lambda: again.sure.why.text == "it shows my sister")
    again.sure.tick.setChecked(True)
    again.sure.go_button.click()
    qtbot.waitUntil(again.done.isVisible)
    assert ask(opened, qtbot, lambda vault: vault.draft(key)) == ""


def test_hide_in_the_middle_leaves_it_whole_or_gone(page: RemovePage, exhibit, opened, qtbot) -> None:
    open_one(page, exhibit.id, qtbot)
    answer(page)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        press(page.sure.go_button)
        opened.session.lock("hide")
    assert (page.subject.what.words, page.sure.why.text, page.reason.words) == ("", "", "")
    assert not page.sure.isVisible()
    assert not page.failure.isVisible()
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, "violet kettle march otter")
    there, gone = ask(opened, qtbot, lambda vault: (len(vault.exhibits()), len(vault.purged())))
    assert there + gone == 1
