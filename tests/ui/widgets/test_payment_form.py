# SPDX-License-Identifier: MIT
"""A payment is kept with what is known and what cannot be read; the steps come before the form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model import Answer, Payment
from app.plain import from_plain, to_plain
from tests.ui.filling import ask
from ui.widgets.payment_form import PaymentForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 50, tzinfo=UTC)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> PaymentForm:
    return made(context, qtbot)


def made(context: Context, qtbot: QtBot, kept: Payment | None = None) -> PaymentForm:
    form = PaymentForm(context, kept_before=kept)
    qtbot.addWidget(form)
    return form


def top(form: PaymentForm, name: str) -> int:
    """Which place a part of the form has in its column."""
    column = form.layout()
    for place in range(column.count()):
        item = column.itemAt(place)
        inside = [item.widget()] if item.widget() else [item.layout().itemAt(n).widget() for n in range(2)]
        if getattr(form, name) in inside:
            return place
    raise AssertionError(name)


def test_a_payment_is_made_of_what_is_typed(form: PaymentForm) -> None:
    assert form.is_empty
    form.method.chips["western_union"].click()
    form.collected.chips["no"].click()
    form.amount.set_text("£250")
    form.paid_at.set_text("23 Nov 2026 21:40")
    form.fields.fields["reference"].set_text("583 204 9176")
    form.fields.fields["payee"].set_text("Jean-Marc Kouadio")
    paid = form.payment(NOW)
    assert (paid.method, paid.amount_minor, paid.currency) == ("western_union", 25_000, "GBP")
    assert paid.paid_at == datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
    assert (paid.reference, paid.payee) == ("5832049176", "Jean-Marc Kouadio")
    assert (paid.collected, paid.checked_at, paid.note) == (Answer.NO, NOW, None)


def test_what_cannot_be_read_is_kept_as_typed(form: PaymentForm) -> None:
    form.amount.set_text("all I had")
    form.paid_at.set_text("last week")
    assert form.amount.verdict.kind == "hint"
    paid = form.payment(NOW)
    assert (paid.method, paid.amount_minor, paid.paid_at) == ("other", None, None)
    assert paid.note == "all I had; last week"
    assert paid.checked_at is None


KEPT = (
    Payment("bitcoin", 214_000, "BTC", NOW, to_address="bc1q", collected=Answer.YES, checked_at=NOW),
    Payment(
        "western_union", 5, "XOF", NOW + timedelta(seconds=7), reference="12", collected=Answer.NO,
        checked_at=NOW + timedelta(seconds=3), provider_told=True, provider_told_at=NOW, can_be_stopped=True,
    ),
    Payment(
        "western_union", None, None, None, stopped_at=NOW, collected=Answer.NO, checked_at=NOW, note="a\nb"
    ),
    Payment("a way of theirs", 1, "GBP", None, reference="x", collected=Answer.NOT_KNOWN),
    Payment(
        "bank_transfer", 1, "ABC", None, to_iban="odd", bank_told=True, bank_told_at=NOW, bank_reference="r",
        collected=Answer.YES, checked_at=NOW, collected_at=NOW, collected_where="Abidjan",
    ),
)  # fmt: skip


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.method)
def test_a_kept_payment_comes_back_and_nothing_of_it_changes(
    context: Context, qtbot: QtBot, kept: Payment
) -> None:
    assert made(context, qtbot, kept).payment(NOW + timedelta(hours=1)) == kept


def test_each_way_of_paying_asks_for_its_own_number(form: PaymentForm, context: Context) -> None:
    form.method.chips["western_union"].click()
    reference = form.fields.fields["reference"]
    assert "MTCN" in reference.edit.accessibleName()
    form.method.chips["moneygram"].click()
    assert reference.edit.accessibleName() == context.ways_to_pay["moneygram"].asked_for("reference").label


def test_nothing_but_the_way_is_asked_first(form: PaymentForm) -> None:
    for part in (
        form.collected,
        form.steps,
        form.amount,
        form.paid_at,
        form.fields,
        form.open_more,
        form.more,
    ):
        assert part.isHidden()


@pytest.mark.parametrize("answer", ["no", "not_known"])
def test_how_to_stop_it_stands_above_every_other_question(form: PaymentForm, answer: str) -> None:
    form.method.chips["western_union"].click()
    assert form.steps.isHidden()
    form.collected.chips[answer].click()
    assert not form.steps.isHidden()
    for name in (
        "checked",
        "collected_at",
        "collected_where",
        "amount",
        "paid_at",
        "fields",
        "open_more",
        "more",
    ):
        assert top(form, "steps") < top(form, name)
    assert max(top(form, "method"), top(form, "collected")) < top(form, "steps")


def test_money_that_was_collected_has_no_steps_but_asks_where(form: PaymentForm) -> None:
    form.method.chips["western_union"].click()
    form.collected.chips["yes"].click()
    assert form.steps.isHidden()
    assert not form.collected_where.isHidden()
    form.collected_where.set_text("Abidjan")
    assert form.payment(NOW).collected_where == "Abidjan"


def test_coins_are_not_asked_about_but_somebody_can_be_told(form: PaymentForm) -> None:
    form.method.chips["bitcoin"].click()
    assert form.collected.isHidden()
    assert form.steps.property("kind") == "soft"
    assert not form.steps.isHidden()


def test_the_steps_take_up_the_number_as_it_is_typed(form: PaymentForm, qtbot: QtBot) -> None:
    form.method.chips["western_union"].click()
    form.collected.chips["no"].click()
    assert form.steps.rows[2].copies == {}
    form.fields.fields["reference"].set_text("4129057183")
    qtbot.waitUntil(lambda: "reference" in form.steps.rows[2].copies)


def test_the_time_of_the_check_can_be_changed(form: PaymentForm) -> None:
    form.method.chips["western_union"].click()
    form.collected.chips["no"].click()
    assert form.payment(NOW).checked_at == NOW
    form.checked.set_text("24 Nov 2026 01:15")
    assert form.payment(NOW).checked_at == datetime(2026, 11, 24, 1, 15, tzinfo=UTC)


def test_money_that_was_stopped_can_be_said_not_to_be(context: Context, qtbot: QtBot) -> None:
    form = made(context, qtbot, Payment("western_union", 1, "GBP", None, stopped_at=NOW, collected=Answer.NO))
    assert form.collected.on == ("stopped",)
    form.collected.chips["yes"].click()
    after = form.payment(NOW)
    assert (after.stopped_at, after.collected, after.checked_at) == (None, Answer.YES, NOW)


def test_a_way_we_have_no_file_for_is_kept_unless_another_is_chosen(context: Context, qtbot: QtBot) -> None:
    form = made(context, qtbot, Payment("hawala", 1, "GBP", None))
    assert form.payment(NOW).method == "hawala"
    form.method.chips["cash"].click()
    assert form.payment(NOW).method == "cash"


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(texts=st.lists(st.text(st.characters(), max_size=40), min_size=5, max_size=5), way=st.integers(0, 11))
def test_nothing_typed_breaks_it_and_all_of_it_can_be_kept(
    form: PaymentForm, texts: list[str], way: int
) -> None:
    list(form.method.chips.values())[way].click()
    fields = [
        form.amount,
        form.paid_at,
        *(form.fields.fields[each] for each in ("reference", "payee", "to_iban")),
    ]
    for field, text in zip(fields, texts, strict=True):
        field.set_text(text)
    paid = form.payment(NOW)
    assert from_plain(Payment, to_plain(paid)) == paid


@pytest.mark.parametrize("typed", ["x" * 10_000, "\u202e200\u0007", "-£20", "31/12/9999 23:59"])
def test_odd_texts_are_kept_whole_in_the_case(opened: Context, qtbot: QtBot, typed: str) -> None:
    form = made(opened, qtbot)
    form.method.chips["western_union"].click()
    for field in (form.amount, form.paid_at, form.fields.fields["reference"], form.fields.fields["payee"]):
        field.set_text(typed)
    fact = form.payment(NOW)
    kept = ask(opened, qtbot, lambda vault: vault.add(fact)).fact
    assert kept.payee == typed
    assert form.fields.fields["reference"].verdict.kind in {"hint", ""}


def test_what_is_typed_and_chosen_survives(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.method.chips["moneygram"].click()
    form.collected.chips["no"].click()
    form.fields.fields["reference"].set_text("12345678")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("pay.new.reference")) == "12345678")
    again = made(opened, qtbot)
    qtbot.waitUntil(lambda: again.fields.fields["reference"].text == "12345678")
    qtbot.waitUntil(lambda: again.method.on == ("moneygram",) and again.collected.on == ("no",))
    assert not again.steps.isHidden()
    again.forget()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("pay.new.reference")) == "")
