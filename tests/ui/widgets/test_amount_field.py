# SPDX-License-Identifier: MIT
"""A sum is read back, or kept as typed with one kind sentence; a time that has passed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from app.typed import Amount
from ui.widgets.amount_field import AmountField, PastField, moment_in, remark
from ui.widgets.field import Field

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def field(context: Context, qtbot: QtBot) -> AmountField:
    field = AmountField(context)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "read_back"),
    [
        ("200", "£200 (GBP)"),
        ("50 000 fcfa", "50,000 XOF (XOF)"),
        ("0,5 btc", "0.5 BTC (BTC)"),
        ("12,50 €", "€12.50 (EUR)"),
    ],
)
def test_what_was_read_is_read_back(field: AmountField, typed: str, read_back: str) -> None:
    field.set_text(typed)
    assert (field.verdict.kind, field.verdict.title.words) == ("good", read_back)


@pytest.mark.parametrize("typed", ["all I had", "-200", "9" * 10_000, "\u202e\u0000", "200 doubloons"])
def test_what_is_no_sum_is_said_in_one_sentence_and_stays(field: AmountField, typed: str) -> None:
    field.set_text(typed)
    assert field.amount is None
    assert field.verdict.kind == "hint"
    assert len(field.text) >= min(len(typed), 2)
    field.set_text("")
    assert field.verdict.kind == ""


def test_a_minus_is_spoken_of(field: AmountField, context: Context) -> None:
    field.set_text("-£200")
    assert field.verdict.title.words == context.words("payments.form.amount.below")


def test_a_kept_sum_of_a_currency_we_cannot_count_stays_that_sum(field: AmountField) -> None:
    field.show_kept(100, "ABC")
    assert field.amount == Amount(100, "ABC")
    field.set_text("1.01 ABC")
    assert field.amount is None


def test_a_time_still_to_come_is_kept_and_asked_about(context: Context, qtbot: QtBot) -> None:
    past = PastField(context, "When")
    qtbot.addWidget(past)
    past.set_text("yesterday 9pm")
    assert past.verdict.kind == "good"
    past.set_text("tomorrow 9pm")
    assert past.at is not None
    assert (past.verdict.kind, past.verdict.title.words) == (
        "hint",
        context.words("payments.form.when.ahead"),
    )


def test_the_seconds_of_a_known_time_stay(context: Context, qtbot: QtBot) -> None:
    past = PastField(context, "When")
    qtbot.addWidget(past)
    known = datetime(2026, 11, 23, 21, 40, 7, tzinfo=UTC)
    past.show_at(known)
    assert moment_in(past, known) == known
    assert moment_in(past, known + timedelta(minutes=1)) == known.replace(second=0)
    past.set_text("")
    assert moment_in(past, known) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [("x" * 10_000, "payments.form.long"), ("a\u202eb", "payments.form.unseen"), ("Ana", None)],
)
def test_a_text_is_remarked_on_only_if_it_is_odd(
    context: Context, qtbot: QtBot, text: str, key: str | None
) -> None:
    field = Field(context, "Name")
    qtbot.addWidget(field)
    field.set_text(text)
    remark(context, field)
    assert field.text == text
    assert field.verdict.kind == ("hint" if key else "")
    assert not key or field.verdict.title.words == context.words(key)
