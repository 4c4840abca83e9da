# SPDX-License-Identifier: MIT
"""Money that may still be stopped is the page; then all payments; a form only when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Entry, Payment
from tests.ui.filling import ask
from ui.pages.payments import PaymentsPage
from ui.widgets.payment_table import PIECE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
PAID = Payment(
    "western_union", 20_000, "GBP", NOW, reference="4129057183", collected=Answer.NO, checked_at=NOW
)
GONE = Payment("paypal", 10_000, "GBP", NOW - timedelta(days=1), collected=Answer.YES)
COINS = Payment("bitcoin", 214_000, "BTC", NOW - timedelta(days=2), to_address="bc1q")


def shown(context: Context, qtbot: QtBot, *payments: Payment) -> PaymentsPage:
    for payment in payments:
        ask(context, qtbot, lambda vault, payment=payment: vault.add(payment))
    page = PaymentsPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


def kept(context: Context, qtbot: QtBot) -> tuple[Entry[Payment], ...]:
    return ask(context, qtbot, lambda vault: vault.entries(Payment))


def top(page: PaymentsPage, name: str) -> int:
    return page.content.indexOf(getattr(page, name))


def test_nothing_paid_is_said_kindly(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert not page.overview.none.isHidden()
    assert page.stop.isHidden()
    assert page.editor.isHidden()


def test_money_that_waits_stands_above_the_list(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, GONE, PAID)
    assert not page.stop.isHidden()
    assert top(page, "stop") < top(page, "editor") < top(page, "overview")
    assert "£200" in page.stop.state.words
    assert [line.entry.fact for line in page.overview.table.lines] == [PAID, GONE]


def test_of_several_that_wait_the_latest_is_shown_and_the_others_are_listed(
    opened: Context, qtbot: QtBot
) -> None:
    earlier = replace(PAID, amount_minor=5_000, paid_at=NOW - timedelta(hours=3))
    page = shown(opened, qtbot, PAID, earlier)
    assert "£200" in page.stop.state.words
    assert not page.waiting.isHidden()
    other = next(each for each in kept(opened, qtbot) if each.fact == earlier)
    page.waiting.chosen.emit(other)
    assert "£50" in page.stop.state.words


def test_what_can_only_be_traced_comes_when_nothing_can_be_stopped(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, COINS, GONE)
    assert page.stop.property("kind") == "soft"
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.stop_button.click()
    (coins, _) = kept(opened, qtbot)
    assert (coins.fact.provider_told, coins.fact.stopped_at) == (True, None)


def test_they_stopped_it_is_kept_at_once_and_then_asked_about(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.stop_button.click()
    (entry,) = kept(opened, qtbot)
    assert entry.fact.stopped_at is not None
    qtbot.waitUntil(lambda: page.stop.isHidden() and not page.outcome.isHidden())
    page.outcome.reference.set_text("WU-77")
    with qtbot.waitSignal(opened.session.case_changed):
        page.outcome.keep.click()
    (entry,) = kept(opened, qtbot)
    assert entry.fact.provider_reference == "WU-77"
    assert (page.kept.kind, page.outcome.isHidden()) == ("good", True)
    assert page.stop.isHidden()


def test_it_was_already_collected_asks_where(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.late_button.click()
    assert kept(opened, qtbot)[0].fact.collected is Answer.YES
    assert page.outcome.note.words == opened.words("payments.outcome.late.note")
    assert not page.outcome.collected_where.isHidden()


def test_what_was_not_asked_to_the_end_is_asked_again(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.stop_button.click()
    page.outcome.reference.set_text("WU-77")
    (entry,) = kept(opened, qtbot)
    key = f"pay.outcome.reference.{entry.id}"
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft(key)) == "WU-77")
    again = shown(opened, qtbot)
    qtbot.waitUntil(lambda: again.outcome.reference.text == "WU-77")
    assert not again.outcome.isHidden()
    with qtbot.waitSignal(opened.session.case_changed):
        again.outcome.keep.click()
    assert kept(opened, qtbot)[0].fact.provider_reference == "WU-77"
    qtbot.waitUntil(again.outcome.isHidden)
    assert ask(opened, qtbot, lambda vault: vault.draft("pay.asked")) == ""


def test_what_is_typed_for_one_payment_is_not_taken_for_another(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID, replace(PAID, amount_minor=7, paid_at=NOW - timedelta(hours=1)))
    page.stop.said_button.click()
    page.outcome.name.set_text("Anna")
    (first, second) = kept(opened, qtbot)
    page.outcome.ask(page.outcome._outcome, second, None)
    assert page.outcome.name.text == ""
    page.outcome.ask(page.outcome._outcome, first, None)
    qtbot.waitUntil(lambda: page.outcome.name.text == "Anna")


def test_a_slip_brings_the_payment_back_as_it_was(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.late_button.click()
    with qtbot.waitSignal(opened.session.case_changed):
        page.outcome.undo.click()
    assert kept(opened, qtbot)[0].fact == PAID
    qtbot.waitUntil(lambda: not page.stop.isHidden())


def test_what_they_said_is_written_down_while_it_still_waits(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    page.stop.said_button.click()
    assert page.stop.isHidden()
    page.outcome.reference.set_text("R-1")
    with qtbot.waitSignal(opened.session.case_changed):
        page.outcome.keep.click()
    fact = kept(opened, qtbot)[0].fact
    assert (fact.provider_told, fact.provider_reference, fact.collected) == (True, "R-1", Answer.NO)
    qtbot.waitUntil(lambda: not page.stop.isHidden())


def test_looking_again_renews_the_time_of_the_check(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, replace(PAID, collected=Answer.NOT_KNOWN, checked_at=None))
    with qtbot.waitSignal(opened.session.case_changed):
        page.stop.look_button.click()
    fact = kept(opened, qtbot)[0].fact
    assert fact.collected is Answer.NO
    assert fact.checked_at is not None
    qtbot.waitUntil(lambda: "Nobody had collected it at" in page.stop.state.words)


def test_tab_goes_as_things_stand(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    page.overview.add.click()
    form = page.editor.form
    assert form is not None
    form.method.chips["western_union"].click()
    form.collected.chips["no"].click()
    form.fields.fields["reference"].set_text("4129057183")
    qtbot.waitUntil(lambda: bool(form.steps.rows[2].copies))
    way = [form.method.chips["cash"], form.collected.chips["no"], form.steps.rows[2].copies["reference"],
           form.amount.edit, form.paid_at.edit, form.fields.fields["reference"].edit, form.open_more,
           page.editor.keep, page.editor.cancel]  # fmt: skip
    met = []
    widget = form.method.chips["western_union"]
    for _ in range(400):
        widget = widget.nextInFocusChain()
        if widget in way and widget not in met:
            met.append(widget)
    assert met == way


def test_a_payment_is_added_and_its_steps_come_first(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.open_with("add")
    qtbot.waitUntil(lambda: page.editor.is_open)
    assert page.overview.isHidden()
    form = page.editor.form
    assert form is not None
    form.method.chips["western_union"].click()
    form.collected.chips["no"].click()
    assert not form.steps.isHidden()
    form.amount.set_text("200")
    with qtbot.waitSignal(opened.session.case_changed):
        page.editor.keep.click()
    (entry,) = kept(opened, qtbot)
    assert (entry.fact.amount_minor, entry.fact.collected) == (20_000, Answer.NO)
    qtbot.waitUntil(lambda: not page.stop.isHidden() and page.editor.isHidden())
    assert page.kept.kind == "good"


@pytest.mark.parametrize("by", ["row", "detail"])
def test_a_payment_is_changed_from_its_row_or_from_another_page(
    opened: Context, qtbot: QtBot, by: str
) -> None:
    page = shown(opened, qtbot, PAID)
    (entry,) = kept(opened, qtbot)
    if by == "row":
        page.overview.table.lines[0].chosen.emit(entry)
    else:
        page.open_with(entry.id)
    qtbot.waitUntil(lambda: page.editor.entry == entry)
    assert page.editor.form is not None
    page.editor.form.amount.set_text("250")
    with qtbot.waitSignal(opened.session.case_changed):
        page.editor.keep.click()
    (after,) = kept(opened, qtbot)
    assert (after.id, after.fact) == (entry.id, replace(PAID, amount_minor=25_000))


def test_a_payment_is_taken_back_and_one_press_brings_it_back(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, PAID)
    page.overview.table.lines[0].chosen.emit(kept(opened, qtbot)[0])
    with qtbot.waitSignal(opened.session.case_changed):
        page.editor.back.click()
    assert kept(opened, qtbot) == ()
    qtbot.waitUntil(lambda: page.stop.isHidden() and not page.overview.none.isHidden())
    with qtbot.waitSignal(opened.session.case_changed):
        page.taken.undo.click()
    assert [each.fact for each in kept(opened, qtbot)] == [PAID]
    qtbot.waitUntil(lambda: not page.stop.isHidden())


def test_what_was_taken_back_can_be_brought_back_later_too(opened: Context, qtbot: QtBot) -> None:
    entry = ask(opened, qtbot, lambda vault: vault.add(PAID))
    ask(opened, qtbot, lambda vault: vault.withdraw(entry.id))
    page = shown(opened, qtbot)
    assert not page.taken_list.isHidden()
    with qtbot.waitSignal(opened.session.case_changed):
        page.taken_list.undo_wanted.emit(entry.id)
    assert [each.fact for each in kept(opened, qtbot)] == [PAID]
    qtbot.waitUntil(lambda: page.taken_list.isHidden() and not page.stop.isHidden())


def test_leaving_the_form_keeps_what_was_typed(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.overview.add_first.click()
    assert page.editor.form is not None
    page.editor.form.method.chips["cash"].click()
    page.editor.form.amount.set_text("70")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("pay.new.amount")) == "70")
    page.editor.cancel.click()
    assert kept(opened, qtbot) == ()
    page.refresh()
    qtbot.waitUntil(lambda: page.overview.add_first.text() == opened.words("payments.page.begun"))
    page.overview.add_first.click()
    qtbot.waitUntil(lambda: page.editor.form is not None and page.editor.form.amount.text == "70")


def test_an_open_form_stays_open_when_the_page_is_visited_again(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.overview.add_first.click()
    form = page.editor.form
    page.open_with(None)
    opened.session.case_changed.emit()
    ask(opened, qtbot, lambda vault: vault.entries(Payment))
    assert page.editor.form is form


def test_who_did_not_pay_is_led_to_what_they_said(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as heard:
        page.overview.asked_go.click()
    assert heard.args == ["said", None]


def test_five_hundred_payments_open_with_one_piece(opened: Context, qtbot: QtBot) -> None:
    def fill(vault: object) -> None:
        for number in range(500):
            vault.add(replace(GONE, paid_at=NOW - timedelta(hours=number)))

    ask(opened, qtbot, fill)
    page = shown(opened, qtbot)
    assert len(page.overview.table.lines) == PIECE
    assert page.overview.total.words == "£50,000 in all"
