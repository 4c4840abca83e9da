# SPDX-License-Identifier: MIT
"""Sums of money in a line, as people write them in chats: ``£200``, ``300$``, ``0.002 BTC``, ``5k naira``.

A price in an advert is nobody's demand, so what stands among words of a shop is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.money import COINS, MINOR_DIGITS, NAMES, code_of, digits_of
from app.search.told import words_of
from app.typed import Amount

# Source: ISO 4217, codes that are words of English too; in capitals they shout more often than they count.
_WORDS = frozenset({"TRY", "TON", "ADA", "SOL", "RON", "MAD", "COP", "CAD"})
# Codes that people write in small letters too.
_SMALL = ("gbp", "usd", "eur", "btc", "eth", "usdt", "usdc", "ltc", "bnb", "trx", "xmr")
_CODES = "|".join(sorted(MINOR_DIGITS, key=len, reverse=True))
_FIRST = "|".join(sorted(set(MINOR_DIGITS) - _WORDS, key=len, reverse=True))
_SIGNS = "|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True) if not name.isalpha())
_NAMES = "|".join(sorted((name for name in NAMES if name.isalpha()), key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:[,.\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,18})?"
_AFTER = rf"(?:(?i:US )?(?i:{_NAMES})(?i:s)?|{_CODES}|{'|'.join(_SMALL)}|(?i:bucks?))(?![A-Za-z0-9])"
# A reading loses a space now and then, so a sign may stand right behind a small letter; "R$" is none of ours.
_MONEY = re.compile(
    rf"(?:(?<![\w.,/:-])|(?<=[a-z])(?=[£€$₦₹₱₿]))-?(?:(?P<sign>(?i:{_SIGNS})|(?:{_FIRST})(?![A-Za-z]))\s?)?"
    rf"(?P<number>{_NUMBER})(?P<kilo>\s?[kK](?![A-Za-z]))?"
    rf"(?:\s?(?P<after>{_AFTER}|(?i:{_SIGNS})(?![\w])))?"
    r"(?!\w|[.,:/]\d)"  # "£1O0" is not one pound
)
_MOST_DIGITS = 15  # before the point; nobody asks for more, and a long number is something else
# A price is "9.99"; what is asked for is not.
_PRICE = re.compile(r"[.,](?:\d9|95|49)$")
_RATE = re.compile(
    r"(?i)\s?/\s?(?:mo|m|month|min|kg|l|yr|year|wk|week|day|hr|h|hour|night|pp|100)\b|\s?(?:pcm|p/?w|p\.?p\.?)\b|\s?%"
)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in a text: what it is, and from where to before where it stands."""

    amount: Amount
    start: int
    end: int


def amounts_in(text: str) -> tuple[Money, ...]:
    """Return the sums of money in a line, in order; a number without its currency is none."""
    if words_of("shop").search(text) and not words_of("asked").search(text):
        return ()
    found = (_money(match, text) for match in _MONEY.finditer(text))
    return tuple(one for one in found if one is not None)


def _money(match: re.Match[str], text: str) -> Money | None:
    """Return the sum that a match is, if it is one."""
    name = match["after"] or match["sign"]
    currency = _currency(name) if name else None
    if currency is None or _RATE.match(text, match.end()):
        return None
    if _PRICE.search(match["number"]) and currency not in COINS and not words_of("asked").search(text):
        return None
    minor = _minor(match["number"], currency, is_thousands=match["kilo"] is not None)
    if not minor:
        return None
    first = match.start("sign") if match["sign"] else match.start("number")
    return Money(Amount(minor, currency), first, match.end())


def _currency(name: str) -> str | None:
    """Return the code; of "US dollars" and "bucks" too."""
    bare = re.sub(r"(?i)^us ", "", name)
    return "USD" if re.fullmatch(r"(?i)bucks?", bare) else code_of(bare)


def _minor(number: str, currency: str, *, is_thousands: bool) -> int | None:
    """Return the number in the smallest unit; None if it has more digits than the currency has."""
    whole, rest = _split(number, currency)
    digits = digits_of(currency) - (3 if is_thousands else 0)
    if len(whole) > _MOST_DIGITS:
        return None
    if is_thousands:
        rest = rest.ljust(3, "0")
        whole, rest = whole + rest[:3], rest[3:]
        digits += 3
    if len(rest) > digits:
        return None
    return int(whole + rest.ljust(digits, "0"))


def _split(number: str, currency: str) -> tuple[str, str]:
    """Return what stands before and after the point, whichever sign is used for it.

    Three digits after the only sign are thousands, but not of coins, nor after a zero.
    """
    signs = [sign for sign in number if not sign.isdigit()]
    if not signs:
        return number, ""
    head, _, tail = number.rpartition(signs[-1])
    is_grouped = len(tail) == 3 and len(set(signs)) == 1 and not number.startswith("0")
    if is_grouped and (len(signs) > 1 or (currency not in COINS and digits_of(currency) != 3)):
        return _digits(number), ""
    if signs[-1].isspace() or (len(signs) > 1 and signs[-1] == signs[-2]):
        return _digits(number), ""
    return _digits(head), tail


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
