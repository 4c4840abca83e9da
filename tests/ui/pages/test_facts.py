# SPDX-License-Identifier: MIT
"""The facts of page 1: all can be left out, all is kept at once, nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model import Answer, CaseFacts, Demand, Payment, Under18
from tests.ui.pages.test_identify import ask
from ui.pages.facts import FactsPage
from ui.widgets.payment_row import PaymentRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def shown(context: Context, qtbot: QtBot) -> FactsPage:
    page = FactsPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> FactsPage:
    return shown(opened, qtbot)


def keep(page: FactsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.context.session.case_changed):
        qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)


def test_nothing_typed_changes_nothing(page: FactsPage, opened: Context, qtbot: QtBot) -> None:
    before = ask(opened, qtbot, lambda vault: vault.case())
    keep(page, qtbot)
    assert ask(opened, qtbot, lambda vault: vault.case()) == before
    assert ask(opened, qtbot, lambda vault: (vault.entries(Demand), vault.entries(Payment))) == ((), ())


def test_everything_typed_is_kept_in_one_go(page: FactsPage, opened: Context, qtbot: QtBot) -> None:
    page.person.name.set_text("Tom Hale")
    page.person.own_words.set_text("She wrote to me.")
    page.want.money.set_text("send 500 more or i post it")
    keep(page, qtbot)
    facts = ask(opened, qtbot, lambda vault: vault.case().fact)
    assert (facts.name, facts.own_words) == ("Tom Hale", "She wrote to me.")
    (demand,) = ask(opened, qtbot, lambda vault: vault.entries(Demand))
    assert (demand.fact.kind, demand.fact.words) == ("money", "send 500 more or i post it")
    assert page.kept.kind == "good"


def test_keeping_twice_revises_rather_than_adds(page: FactsPage, opened: Context, qtbot: QtBot) -> None:
    page.want.money.set_text("send 500")
    keep(page, qtbot)
    qtbot.waitUntil(lambda: page.is_ready)
    page.want.money.set_text("send 600")
    keep(page, qtbot)
    (demand,) = ask(opened, qtbot, lambda vault: vault.entries(Demand))
    assert (demand.fact.words, demand.revision) == ("send 600", 2)


def test_a_payment_leads_to_the_page_of_payments(page: FactsPage, qtbot: QtBot) -> None:
    page.has_paid.chips["yes"].click()
    with qtbot.waitSignal(page.moved_on) as heard:
        page.pay.click()
    assert heard.args == ["payments", "add"]


def test_a_kept_payment_can_be_changed(opened: Context, qtbot: QtBot) -> None:
    entry = ask(opened, qtbot, lambda vault: vault.add(Payment("bank_transfer", 20_000, "GBP", None)))
    page = shown(opened, qtbot)
    qtbot.waitUntil(lambda: bool(page.paid.findChildren(PaymentRow)))
    assert page.paid.findChildren(PaymentRow)[0].what.words == "£200 by bank transfer"
    with qtbot.waitSignal(page.moved_on) as heard:
        page.paid.findChildren(PaymentRow)[0].change.click()
    assert heard.args == ["payments", entry.id]


def test_of_many_payments_the_newest_are_listed(opened: Context, qtbot: QtBot) -> None:
    def fill(vault: object) -> None:
        for pence in range(1, 41):
            vault.add(Payment("cash", pence * 100, "GBP", None))

    ask(opened, qtbot, fill)
    page = shown(opened, qtbot)
    rows = page.paid.findChildren(PaymentRow)
    assert [row.what.words for row in rows] == [f"£{pounds} in cash" for pounds in range(36, 41)]
    assert page.paid_note.words == opened.words("facts.pay.more", n=35)
    assert not page.paid_note.isHidden()


def test_what_is_typed_survives_another_page(page: FactsPage, opened: Context, qtbot: QtBot) -> None:
    page.person.own_words.set_text("She wrote")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("facts.own_words")) == "She wrote")
    again = shown(opened, qtbot)
    qtbot.waitUntil(lambda: again.person.own_words.text == "She wrote")


def test_nobody_is_told_to_pay(page: FactsPage, qtbot: QtBot) -> None:
    assert page.pay.isHidden()
    page.has_paid.chips["no"].click()
    assert page.pay.isHidden()
    assert page.paid_note.words == page.context.words("facts.paid.none")
    page.has_paid.chips["yes"].click()
    assert not page.pay.isHidden()


def test_under_18_the_story_is_not_asked_for(context: Context, qtbot: QtBot) -> None:
    facts = CaseFacts(Under18.NOT_SURE, "England")
    with qtbot.waitSignal(context.session.opened, timeout=20_000):
        context.session.create(context.folder, "violet kettle march otter", facts)
    page = shown(context, qtbot)
    assert page.person.story.isHidden()


@pytest.mark.parametrize(("button", "where"), [("back", "steps"), ("report", "report")])
def test_it_leads_on(page: FactsPage, qtbot: QtBot, button: str, where: str) -> None:
    with qtbot.waitSignal(page.moved_on) as heard:
        getattr(page, button).click()
    assert heard.args == [where, None]


def test_what_is_kept_is_said_where_it_is_seen(page: FactsPage, qtbot: QtBot) -> None:
    page.resize(1060, 500)
    with qtbot.waitExposed(page):
        page.show()
    keep(page, qtbot)
    view = page.scroll_area.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(page.kept.mapTo(view, page.kept.rect().center())))


@pytest.mark.parametrize("key", ["questions.q1.yes", "questions.q1.unsure"])
def test_the_answer_about_age_can_be_changed_and_changed_back(
    page: FactsPage, opened: Context, qtbot: QtBot, key: str
) -> None:
    page.under_18.answers.chips[key].click()
    keep(page, qtbot)
    assert ask(opened, qtbot, lambda vault: vault.case().fact.under_18) is not Under18.NO
    qtbot.waitUntil(lambda: page.is_ready and page.person.story.isHidden())
    page.under_18.answers.chips["questions.q1.no"].click()
    keep(page, qtbot)
    assert ask(opened, qtbot, lambda vault: vault.case().fact.under_18) is Under18.NO


def test_whether_money_was_sent_is_the_same_answer_as_of_what_happened(
    page: FactsPage, opened: Context, qtbot: QtBot
) -> None:
    page.has_paid.chips["no"].click()
    keep(page, qtbot)
    assert ask(opened, qtbot, lambda vault: vault.case().fact.paid) is Answer.NO
    again = shown(opened, qtbot)
    assert again.has_paid.on == ("no",)
    assert again.paid_note.words == opened.words("facts.paid.none")
