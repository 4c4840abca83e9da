# SPDX-License-Identifier: MIT
"""Currencies and coins: how many digits stand after the point, their signs, and what people call them."""

from __future__ import annotations

# Digits after the point of the currencies that have not two. Source: ISO 4217, minor units.
NO_DIGITS = (
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
    "XOF", "XPF",
)  # fmt: skip
THREE_DIGITS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
# Smallest units of coins. Source: the documents of each: satoshi, wei, sun, piconero, lamport, drop;
# USDT and USDC count a millionth of a dollar on Ethereum and on TRON.
COINS = {
    "BTC": 8, "BCH": 8, "LTC": 8, "DOGE": 8, "ETH": 18, "BNB": 18, "USDT": 6, "USDC": 6, "TRX": 6, "XRP": 6,
    "ADA": 6, "SOL": 9, "XMR": 12, "TON": 9,
}  # fmt: skip
# The currencies with two digits that are understood when typed. Source: ISO 4217.
TWO_DIGITS = (
    "AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CNY", "COP", "CZK", "DKK", "DOP", "EGP", "ETB", "EUR", "GBP",
    "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "JMD", "KES", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NPR",
    "NZD", "PHP", "PKR", "PLN", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "ZAR",
    "ZMW",
)  # fmt: skip
MINOR_DIGITS = (
    dict.fromkeys(NO_DIGITS, 0) | dict.fromkeys(THREE_DIGITS, 3) | dict.fromkeys(TWO_DIGITS, 2) | COINS
)
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
# What people write for a currency; not "franc", "peso" or "rupee", of which there are several. "CFA" alone is
# taken for the franc of West Africa, the code stands beside the sum for all to see.
NAMES = {
    "£": "GBP", "€": "EUR", "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "¥": "JPY", "₦": "NGN",
    "₹": "INR", "₱": "PHP", "₿": "BTC", "₮": "USDT", "pound": "GBP", "quid": "GBP", "sterling": "GBP",
    "euro": "EUR", "dollar": "USD", "naira": "NGN", "cfa": "XOF", "fcfa": "XOF", "cedi": "GHS", "yen": "JPY",
    "bitcoin": "BTC", "ether": "ETH", "ethereum": "ETH", "tether": "USDT", "litecoin": "LTC", "monero": "XMR",
    "tron": "TRX", "dogecoin": "DOGE", "solana": "SOL", "ripple": "XRP",
}  # fmt: skip


def digits_of(currency: str | None) -> int:
    """Return how many digits stand after the point; of a currency we do not know, two."""
    return MINOR_DIGITS.get((currency or "").upper(), 2)


def code_of(name: str) -> str | None:
    """Return the code of a currency that is written as people do, or None if we know of none."""
    called = name.strip().casefold().rstrip(".")
    found = NAMES.get(called) or NAMES.get(called.removesuffix("s")) or called.upper()
    return found if found in MINOR_DIGITS else None


def as_typed(minor: int, currency: str) -> str:
    """Return a sum in a form that is understood again, such as ``250.00 GBP``."""
    return f"{_number(minor, currency)} {currency}"


def in_short(minor: int, currency: str | None) -> str:
    """Return a sum as a person says it: ``£200``, ``£1,250.50``, ``0.00214 BTC``."""
    code = (currency or "").upper()
    whole, _, rest = _number(abs(minor), code).partition(".")
    if code in COINS or not rest.strip("0"):
        rest = rest.rstrip("0")
    number = f"{int(whole):,}" + (f".{rest}" if rest else "")
    sign = "\u2212" if minor < 0 else ""
    return f"{sign}{SIGNS[code]}{number}" if code in SIGNS else f"{sign}{number} {code}".strip()


def _number(minor: int, currency: str) -> str:
    """Return the sum with all its digits."""
    digits = digits_of(currency)
    sign, text = "-" if minor < 0 else "", str(abs(minor)).rjust(digits + 1, "0")
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)
