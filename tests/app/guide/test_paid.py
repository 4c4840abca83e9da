# SPDX-License-Identifier: MIT
"""What was paid in all, what a call may still stop, and numbers in the groups people read them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app import paths
from app.guide.paid import is_to_be_told, latest_first, may_be_stopped, number_in_short, totals
from app.guide.ways_to_pay import WaysToPay
from app.model import Answer, Entry, EntryId, Payment

WAYS = WaysToPay.load(paths.resources() / "payments")
NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
MTCN = Payment("western_union", 20_000, "GBP", NOW, reference="4129057183", collected=Answer.NO)
COINS = Payment("bitcoin", 214_000, "BTC", NOW, to_address="bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")


def entry(payment: Payment, number: int) -> Entry[Payment]:
    return Entry(EntryId(str(number)), payment, NOW + timedelta(minutes=number), NOW, 1)


def test_money_that_nobody_collected_may_be_stopped_until_it_is() -> None:
    assert may_be_stopped(MTCN, WAYS)
    assert may_be_stopped(replace(MTCN, collected=Answer.NOT_KNOWN), WAYS)
    assert not may_be_stopped(replace(MTCN, stopped_at=NOW), WAYS)
    assert not may_be_stopped(replace(MTCN, collected=Answer.YES), WAYS)
    assert not may_be_stopped(replace(MTCN, can_be_stopped=False), WAYS)
    assert may_be_stopped(replace(MTCN, method="a way of theirs"), WAYS)


def test_coins_cannot_be_called_back_but_somebody_can_be_told() -> None:
    assert not may_be_stopped(COINS, WAYS)
    assert is_to_be_told(COINS, WAYS)
    assert not is_to_be_told(replace(COINS, provider_told=True), WAYS)
    assert not is_to_be_told(MTCN, WAYS)


def test_the_latest_is_first_and_one_without_a_time_stands_where_it_was_noted() -> None:
    early, late = (
        replace(MTCN, paid_at=NOW - timedelta(days=1)),
        replace(MTCN, paid_at=NOW + timedelta(days=1)),
    )
    found = latest_first([entry(early, 1), entry(replace(MTCN, paid_at=None), 2), entry(late, 3)])
    assert [one.id for one in found] == ["3", "2", "1"]


def test_nothing_is_converted() -> None:
    paid = [
        MTCN,
        replace(MTCN, amount_minor=15_000),
        COINS,
        replace(MTCN, amount_minor=50_000, currency="XOF"),
    ]
    assert totals([*paid, replace(MTCN, amount_minor=None)]) == ["£350", "50,000 XOF", "0.00214 BTC"]
    assert totals([]) == []


@pytest.mark.parametrize(
    ("payment", "seen"),
    [
        (MTCN, "412-905-7183"),
        (replace(MTCN, reference=None), ""),
        (replace(MTCN, method="gift_card", reference="X9QT2B7LM3K84K7P"), "•••• •••• •••• 4K7P"),
        (replace(MTCN, method="paypal", reference="8XR41277KD0935141"), "8XR41277KD0935141"),
        (replace(MTCN, method="a way of theirs", reference="A 1"), "A 1"),
    ],
)
def test_the_number_that_tells_a_payment_is_shown_and_a_secret_is_masked(payment: Payment, seen: str) -> None:
    assert number_in_short(payment, WAYS.find(payment.method)) == seen


def test_of_an_address_both_ends_are_shown() -> None:
    assert number_in_short(COINS, WAYS["bitcoin"]) == "bc1qw508…v8f3t4"


def test_an_iban_is_shown_whole() -> None:
    paid = replace(MTCN, method="bank_transfer", reference=None, to_iban="GB29NWBK60161331926819")
    assert number_in_short(paid, WAYS["bank_transfer"]) == "GB29 NWBK 6016 1331 9268 19"
