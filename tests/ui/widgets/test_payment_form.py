# SPDX-License-Identifier: MIT
"""A payment is kept with what is known; what cannot be read is kept as typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Payment
from ui.widgets.payment_form import PaymentForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 50, tzinfo=UTC)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> PaymentForm:
    form = PaymentForm(context)
    qtbot.addWidget(form)
    return form


def test_a_payment_is_made_of_what_is_typed(form: PaymentForm) -> None:
    assert form.is_empty
    form.method.set_on(("western_union",))
    form.amount.set_text("£250")
    form.paid_at.set_text("23 Nov 2026 21:40")
    form.reference.set_text("583 204 9176")
    form.payee.set_text("Jean-Marc Kouadio")
    form.collected.set_on(("no",))
    paid = form.payment(NOW)
    assert (paid.method, paid.amount_minor, paid.currency) == ("western_union", 25_000, "GBP")
    assert paid.paid_at == datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
    assert (paid.reference, paid.payee) == ("583 204 9176", "Jean-Marc Kouadio")
    assert (paid.collected, paid.checked_at, paid.note) == (Answer.NO, NOW, None)


def test_what_cannot_be_read_is_kept_as_typed(form: PaymentForm) -> None:
    form.amount.set_text("all I had")
    form.paid_at.set_text("last week")
    assert form.amount.verdict.kind == "hint"
    paid = form.payment(NOW)
    assert (paid.method, paid.amount_minor, paid.paid_at) == ("other", None, None)
    assert paid.note == "all I had; last week"
    assert paid.checked_at is None


def test_a_kept_payment_comes_back_and_keeps_the_rest(form: PaymentForm) -> None:
    kept = Payment(
        "bitcoin", 214_000, "BTC", NOW, reference="7c1e", payee="x", to_address="bc1q", collected=Answer.YES,
        checked_at=NOW,
    )  # fmt: skip
    form.load(kept)
    assert form.payment(NOW, before=kept) == kept


def test_each_way_of_paying_asks_for_its_own_number(form: PaymentForm, context: Context) -> None:
    form.method.chips["western_union"].click()
    assert "MTCN" in form.reference.edit.accessibleName()
    form.method.chips["cash"].click()
    assert form.reference.edit.accessibleName() == context.words("facts.pay.reference")
