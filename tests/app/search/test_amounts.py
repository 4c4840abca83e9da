# SPDX-License-Identifier: MIT
"""Sums of money as chats have them, in many currencies; prices, other numbers and misread ones are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.money import MINOR_DIGITS, as_typed
from app.search.amounts import amounts_in
from app.typed import read_amount


def sums(text: str) -> list[tuple[int, str]]:
    return [(one.amount.minor, one.amount.currency) for one in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("£200", 20000, "GBP"),
        ("£ 200", 20000, "GBP"),
        ("200£", 20000, "GBP"),
        ("GBP 200", 20000, "GBP"),
        ("20 quid", 2000, "GBP"),
        ("200 euro", 20000, "EUR"),
        ("1.500 €", 150000, "EUR"),
        ("1.500,50 EUR", 150050, "EUR"),
        ("1 500 euros", 150000, "EUR"),
        ("$1,500", 150000, "USD"),
        ("$1,500.25", 150025, "USD"),
        ("300$", 30000, "USD"),
        ("$300 USD", 30000, "USD"),
        ("300 US dollars", 30000, "USD"),
        ("500 bucks", 50000, "USD"),
        ("5k naira", 500000, "NGN"),
        ("₦50,000", 5000000, "NGN"),
        ("£1.5k", 150000, "GBP"),
        ("0.002 BTC", 200000, "BTC"),
        ("0,05 btc", 5000000, "BTC"),
        ("1.500 BTC", 150000000, "BTC"),
        ("0.05 eth", 5 * 10**16, "ETH"),
        ("50 USDT", 50 * 10**6, "USDT"),
        ("200 000 FCFA", 200000, "XOF"),
        ("¥5000", 5000, "JPY"),
        ("10,000 PHP", 1000000, "PHP"),
        ("-£200.00", 20000, "GBP"),
        ("present$570", 57000, "USD"),  # a space that was not read
    ],
)
def test_a_sum_is_read_with_its_currency(text: str, minor: int, currency: str) -> None:
    assert sums(text) == [(minor, currency)]
    assert sums(f"you send {text} now") == [(minor, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "200", "10/10", "12:45", "v1.2.3", "24.11.2026", "£0.00", "£1O0", "£12.9x", "TRY 3 times",
        "5 TONS", "$amy", "99999999999999999999 GBP", "£", "£9.99", "Only £9.99 a month", "from £20",
        "save up to £50", "£4.99/mo", "5 % of £", "win £1,000 prize", "1.2.3 EUR", "R$ 50", "NZ$50",
        "0.123 £", "BTC/USD 1:2", "USD 3:2",
    ],
)  # fmt: skip
def test_what_is_no_sum_that_somebody_asks_for_is_left(text: str) -> None:
    assert sums(text) == []


def test_a_price_that_is_asked_for_is_a_sum() -> None:
    assert sums("send £9.99 to unlock") == [(999, "GBP")]
    assert sums("pay £50 for the delivery") == [(5000, "GBP")]


def test_it_stands_where_it_is_written() -> None:
    text = "I want £1,500.00 today"
    (one,) = amounts_in(text)
    assert text[one.start : one.end] == "£1,500.00"


@given(st.text(max_size=80) | st.text("0123456789.,£$€k BTCeuro-", max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    for one in amounts_in(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.amount.minor > 0


@given(st.integers(1, 10**9), st.sampled_from(sorted(set(MINOR_DIGITS) - {"TRY", "TON", "ADA", "SOL"})))
def test_a_sum_is_found_as_the_form_understands_it(minor: int, currency: str) -> None:
    typed = as_typed(minor, currency)
    assert [one.amount for one in amounts_in(f"send {typed}")] == [read_amount(typed)]
