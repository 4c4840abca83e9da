# SPDX-License-Identifier: MIT
"""A sum has the digits of its currency, and what is written can be read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.money import COINS, MINOR_DIGITS, as_typed, code_of, digits_of, in_short
from app.report.spreadsheets import tables
from app.typed import read_amount


@pytest.mark.parametrize(
    ("currency", "digits"),
    [
        ("GBP", 2),
        ("gbp", 2),
        ("JPY", 0),
        ("XOF", 0),
        ("KWD", 3),
        ("BTC", 8),
        ("USDT", 6),
        ("ETH", 18),
        (None, 2),
    ],
)
def test_each_currency_has_its_digits(currency: str | None, digits: int) -> None:
    assert digits_of(currency) == digits


@pytest.mark.parametrize("currency", sorted(MINOR_DIGITS))
def test_the_tables_of_the_package_count_the_same_way(currency: str) -> None:
    assert f"{tables.amount(1_234_567, currency)} {currency}" == as_typed(1_234_567, currency)


@given(st.integers(0, 10**24), st.sampled_from(sorted(MINOR_DIGITS)))
def test_the_form_we_write_is_read_again(minor: int, currency: str) -> None:
    amount = read_amount(as_typed(minor, currency))
    assert (amount.minor, amount.currency) == (minor, currency)


@given(st.integers(0, 10**10), st.sampled_from(sorted(MINOR_DIGITS)))
def test_the_short_form_is_read_again(minor: int, currency: str) -> None:
    amount = read_amount(in_short(minor, currency))
    assert (amount.minor, amount.currency) == (minor, currency)


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [
        (20_000, "GBP", "£200"),
        (125_050, "GBP", "£1,250.50"),
        (125_000, "EUR", "€1,250"),
        (214_000, "BTC", "0.00214 BTC"),
        (50_000, "XOF", "50,000 XOF"),
        (5, "GBP", "£0.05"),
        (-500, "GBP", "\u2212£5"),
        (100, None, "1"),
        (100, "ABC", "1 ABC"),
    ],
)
def test_a_sum_is_said_in_short(minor: int, currency: str | None, shown: str) -> None:
    assert in_short(minor, currency) == shown


@pytest.mark.parametrize(
    ("name", "code"),
    [("£", "GBP"), ("quid", "GBP"), ("Euros", "EUR"), ("us$", "USD"), ("fcfa", "XOF"), ("naira", "NGN"),
     ("usdt", "USDT"), ("peso", None), ("apples", None), ("", None)],
)  # fmt: skip
def test_a_currency_is_known_by_what_people_call_it(name: str, code: str | None) -> None:
    assert code_of(name) == code


def test_no_coin_is_taken_for_a_currency_of_a_country() -> None:
    assert all(MINOR_DIGITS[coin] == digits for coin, digits in COINS.items())
