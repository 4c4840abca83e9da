# SPDX-License-Identifier: MIT
"""Their words, the call and what they hold are kept, changed and taken back; never a picture under 18."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.capture.png import encode
from app.identify.values import Box, Reading
from app.identify.wire import ReadLine
from app.model import Account, Call, Contact, Demand, Rect, Strength, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.ui.pages.test_identify import ask
from ui.pages.said import SaidPage
from ui.widgets.call_row import CallRow
from ui.widgets.said_row import SaidRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts, Exhibit
    from app.vault import Vault
    from tests.fakes.reader import FakeReader
    from ui.context import Context

BOX = Rect(10, 20, 100, 40)


def shown(context: Context, qtbot: QtBot) -> SaidPage:
    page = SaidPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


def rows(page: SaidPage) -> list[SaidRow]:
    return [row for row in page.list.findChildren(SaidRow) if not row.isHidden()]


def calls(page: SaidPage) -> list[CallRow]:
    return [row for row in page.calls.findChildren(CallRow) if not row.isHidden()]


def demands(context: Context, qtbot: QtBot) -> list[Demand]:
    return ask(context, qtbot, lambda vault: [entry.fact for entry in vault.entries(Demand)])


@pytest.fixture
def exhibit(opened: Context, qtbot: QtBot) -> Exhibit:
    return ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(encode(drawn(320, 200)))))


def test_an_empty_case_says_where_to_start(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.empty.isVisibleTo(page)
    page.add.click()
    assert not page.empty.isVisibleTo(page)
    assert not page.add.isVisibleTo(page)  # one main button a screen
    assert not page.form.cut.isVisibleTo(page)  # no picture to cut from


def test_typed_words_are_kept_and_listed(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.add.click()
    page.form.kind.chips["money"].click()
    page.form.words.set_text("send 500 or i post it")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert demands(opened, qtbot) == [Demand("money", "send 500 or i post it", None)]
    assert page.form.isHidden()
    assert page.kept.kind == "good"


def test_words_are_cut_out_of_a_picture_and_shown_from_it(
    opened: Context, qtbot: QtBot, exhibit: Exhibit, reader: FakeReader
) -> None:
    reader.lines = [(ReadLine(Box(0, 0, 90, 12), Reading("send 5OO", 0.6)),)]
    page = shown(opened, qtbot)
    page.add.click()
    page.form.cut.strip.buttons[0].click()
    qtbot.waitUntil(lambda: not page.form.cut.picker.isHidden())
    page.form.cut.picker.set_region(BOX)
    page.form.cut.read_box.click()
    qtbot.waitUntil(lambda: page.form.words.text == "send 5OO")
    page.form.words.set_text("send 500")  # the person corrects what was misread
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    (demand,) = demands(opened, qtbot)
    assert (demand.words, demand.exhibit, demand.rect) == ("send 500", exhibit.id, BOX)
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert not rows(page)[0].crop.isHidden()
    assert opened.words("said.row.cut", ref=exhibit.ref) in rows(page)[0].about.words


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_under_18_words_are_typed_and_no_picture_is_shown(
    opened: Context, qtbot: QtBot, exhibit: Exhibit, facts: CaseFacts, reader: FakeReader, answer: Under18
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=answer)))
    page = shown(opened, qtbot)
    page.add.click()
    assert not page.form.cut.isVisibleTo(page)
    assert page.form.cut.strip.buttons == []
    page.form.words.set_text("i tell your school")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    assert [each.words for each in demands(opened, qtbot)] == ["i tell your school"]
    assert reader.asked == []


def test_words_are_changed_as_a_revision(opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.add(Demand("threat", "i post it", None)))
    page = shown(opened, qtbot)
    rows(page)[0].change.click()
    page.form.at.set_text("23 Nov 2026 23:32")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Demand))
    assert (entry.revision, entry.fact.at) == (2, datetime(2026, 11, 23, 23, 32, tzinfo=UTC))


def test_words_are_taken_back_and_brought_back(opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.add(Demand("threat", "i post it", None)))
    page = shown(opened, qtbot)
    rows(page)[0].back.click()
    qtbot.waitUntil(lambda: rows(page) == [])
    assert demands(opened, qtbot) == []
    page.taken.undo.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 1)


def test_account_and_people_are_offered_by_name(opened: Context, qtbot: QtBot) -> None:
    def put(vault: Vault) -> str:
        account = vault.add(Account("skype", "live:x", "id", Strength.STRONG))
        sister = vault.add(Contact("Ellie"))
        vault.add(Demand("threat", "x", None, account=account.id, whom="your sister", contacts=(sister.id,)))
        return account.id

    account = ask(opened, qtbot, put)
    page = shown(opened, qtbot)
    assert "live:x" in rows(page)[0].about.words
    assert "your sister, Ellie" in rows(page)[0].further[0].words
    assert account in page.form.account.chips


def test_a_call_is_kept_changed_and_taken_back(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.add_call.click()
    assert page.add.role == "secondary"  # one main button a screen
    page.call_form.minutes.set_text("4")
    with qtbot.waitSignal(opened.session.case_changed):
        page.call_form.keep.click()
    qtbot.waitUntil(lambda: len(calls(page)) == 1)
    calls(page)[0].change.click()
    page.call_form.kind.chips["video"].click()
    with qtbot.waitSignal(opened.session.case_changed):
        page.call_form.keep.click()
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Call))
    assert entry.fact == Call(None, 240, is_video=True)
    qtbot.waitUntil(lambda: calls(page)[0].what.words == opened.words("said.call.unknown"))
    calls(page)[0].back.click()
    qtbot.waitUntil(lambda: calls(page) == [])


def test_what_they_hold_is_kept_beside_what_changed_meanwhile(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    page = shown(opened, qtbot)
    page.held.held.chips["sent"].click()
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, name="Tom Hale")))
    with qtbot.waitSignal(opened.session.case_changed):
        page.held.keep.click()
    after = ask(opened, qtbot, lambda vault: vault.case().fact)
    assert (after.held, after.name) == (("pictures the person sent",), "Tom Hale")
    assert page.held.kept.kind == "good"


@pytest.mark.parametrize("name", ["watch", "people"])
def test_posted_and_sent_lead_on(opened: Context, qtbot: QtBot, name: str) -> None:
    page = shown(opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        getattr(page, name).click()
    assert moved.args == [name, None]


def test_what_is_typed_survives_a_crash(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.add.click()
    page.form.words.edit.insertPlainText("send 500 or")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("said.words")) == "send 500 or")
    again = shown(opened, qtbot)
    qtbot.waitUntil(lambda: again.form.words.text == "send 500 or")
