# SPDX-License-Identifier: MIT
"""Numbers of payments, telephones and e-mails as typed: one kind verdict each, and nothing is refused."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from app.identify import phones
from app.identify.bank_numbers import check_account, check_iban, check_sort_code, compact, grouped
from app.identify.checksums import Checked, Sum, check
from app.identify.coin_numbers import ANY_COIN, COINS, check_address, check_hash
from app.identify.extract import masked
from app.identify.number_verdicts import (
    LONGEST,
    MOST_CLEANED,
    NumberVerdict,
    Said,
    cleaned,
    good,
    is_foreign,
    no_sum,
    other_kind,
    unusual,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MTCN, MONEYGRAM, RIA = "mtcn", "moneygram_reference", "ria_pin"
SECRET = frozenset({"gift_card_code"})
_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,24}")
_PAYPAL = re.compile(r"(?i)(?:https?://)?(?:www\.)?paypal\.(?:me|com/paypalme)/([a-z0-9]{1,20})/?")
_PAYPAL_TRANSACTION = re.compile(r"[0-9A-Z]{17}")
_CASHTAG = re.compile(r"(?:https?://)?(?:www\.)?(?:cash\.app/)?(\$[A-Za-z][A-Za-z0-9_-]{0,19})")
_LETTERS = str.maketrans("OoQIl|", "000111")  # letters people type or read for digits


def check_number(kind: str, text: str) -> NumberVerdict:
    """Return what a typed text looks like as a number of this kind (``resources/references.toml``).

    Besides those: ``coin_address`` (of any coin), ``paypal_transaction``, ``email``. Of a kind nothing is
    known of, whatever is typed is good.
    """
    typed = cleaned(text) if len(text) <= MOST_CLEANED else text.strip()
    if not typed:
        return NumberVerdict(Said.EMPTY, "", "")
    if len(typed) > LONGEST:
        return unusual(typed, "number.long", masked(typed[:40]) if kind in SECRET else f"{typed[:40]}…")
    if kind not in _CHECKS:
        return good(typed)
    if kind not in {"email", "paypal"} and is_foreign(typed):
        return unusual(typed, "number.foreign", masked(typed) if kind in SECRET else "")
    return _CHECKS[kind](typed)


def kinds() -> frozenset[str]:
    """Return every kind of number there is something to say of."""
    return frozenset(_CHECKS)


def shown_number(kind: str | None, text: str) -> str:
    """Return a kept number as it is shown and read out: in groups, and only the end of it if it is secret."""
    return check_number(kind, text).shown if kind else cleaned(text)


def _transfer(kind: str, text: str) -> NumberVerdict:
    """Return what the number of a money transfer looks like."""
    digits = compact(text)
    if not digits.isdecimal() or not digits.isascii():
        return _not_digits(kind, text, digits)
    if _is_telephone(text, digits):
        return other_kind(digits, "phone")
    if _is_card(digits):
        return other_kind(digits, "card_number")
    usual = {MTCN: 10, MONEYGRAM: 8, RIA: 11}
    if len(digits) == usual[kind]:
        return good(digits, _in_groups(kind, digits))
    other = next((one for one in (MTCN, MONEYGRAM) if len(digits) == usual[one]), None)
    if other:
        return other_kind(digits, other)
    return unusual(digits, f"number.{kind}.length")


def _in_groups(kind: str, digits: str) -> str:
    """Return the digits as they are printed. Source: westernunion.com, questions and answers."""
    return {MTCN: grouped(digits, 3, 3, 4, sign="-"), MONEYGRAM: grouped(digits, 4)}.get(kind, digits)


def _not_digits(kind: str, text: str, typed: str) -> NumberVerdict:
    """Return the verdict on a number of a transfer with letters in it."""
    if re.match(r"\+|\(", text) and _is_telephone(text, re.sub(r"\D", "", text)):
        return other_kind(text, "phone")
    if _EMAIL.fullmatch(text):
        return other_kind(text, "email")
    if kind == RIA and re.fullmatch(r"[A-Z]{1,2}[0-9]{9,11}", typed):
        return good(typed)
    address = next((coin for coin in COINS if check(coin, typed) is not Sum.WRONG), None)
    if address:
        return other_kind(typed, address, "number.other.coin_address")
    if check(Checked.IBAN, typed.upper()) is Sum.RIGHT:
        return other_kind(typed.upper(), Checked.IBAN)
    is_slip = typed.translate(_LETTERS).isdecimal() and sum(map(str.isdigit, typed)) >= 4
    return unusual(typed, "number.letters" if is_slip else f"number.{kind}.odd")


def _is_telephone(text: str, digits: str) -> bool:
    """Whether it is written as a telephone number: with its country, or as the UK does, and in use there."""
    if text.startswith("+") or digits.startswith("00"):
        number = phones.international(text)
        return number is not None and phones.is_in_use(number)
    if text.startswith("("):
        return True
    return digits.startswith("0") and phones.is_in_use(f"+44{digits[1:]}")


def _is_card(digits: str) -> bool:
    """Whether it is the number of a bank card: its length and its sum. Source: ISO/IEC 7812-1, annex B."""
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [int(sign) * (1 + at % 2) for at, sign in enumerate(reversed(digits))]
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def _paypal(text: str) -> NumberVerdict:
    """Return what a PayPal name looks like: an e-mail, a paypal.me address or a telephone number."""
    named = _PAYPAL.fullmatch(text)
    if named:
        return good(f"paypal.me/{named[1]}")
    if _EMAIL.fullmatch(text):
        return _email(text)
    if phones.international(text):
        return _phone(text)
    if _PAYPAL_TRANSACTION.fullmatch(compact(text).upper()):
        return other_kind(compact(text).upper(), "paypal_transaction")
    return unusual(text, "number.paypal.odd")


def _paypal_transaction(text: str) -> NumberVerdict:
    """Return what the number of a PayPal payment looks like; its length is not confirmed."""
    if _EMAIL.fullmatch(text):
        return other_kind(text, "email")
    typed = compact(text).upper()
    if re.fullmatch(r"[0-9A-Z]{10,25}", typed):
        return good(typed)
    return unusual(typed, "number.paypal_transaction.odd")


def _gift_card(text: str) -> NumberVerdict:
    """Return what the code of a gift card looks like; only its end is shown. No form of it is confirmed."""
    typed = compact(text).upper()
    if re.fullmatch(r"[0-9A-Z]{10,30}", typed):
        return no_sum(typed, "number.gift_card.secret", masked(typed))
    if re.fullmatch(r"[•*X]*[0-9A-Z]{4}", typed):
        return good(typed[-4:])
    return unusual(typed, "number.gift_card.odd", masked(typed))


def _phone(text: str) -> NumberVerdict:
    """Return what a telephone number looks like; without its country nobody can tell whose it is."""
    number = phones.international(text)
    if number and phones.is_in_use(number):
        return good(number)
    if number:
        return unusual(number, "number.phone.odd")
    digits = re.sub(r"[\s().\-/]", "", text)
    return unusual(text, "number.phone.country" if digits.isdecimal() else "number.phone.odd")


def _email(text: str) -> NumberVerdict:
    """Return what an e-mail address looks like."""
    typed = text.removeprefix("mailto:")
    if not _EMAIL.fullmatch(typed):
        return unusual(typed, "number.email.odd")
    return good(typed) if typed.isascii() else unusual(typed, "number.email.foreign")


def _cashtag(text: str) -> NumberVerdict:
    """Return what a name of Cash App looks like."""
    found = _CASHTAG.fullmatch(text)
    return good(found[1]) if found else unusual(text, "number.cashtag.odd")


_CHECKS: dict[str, Callable[[str], NumberVerdict]] = {
    **{kind: partial(_transfer, kind) for kind in (MTCN, MONEYGRAM, RIA)},
    **{kind: partial(check_address, kind) for kind in (ANY_COIN, *COINS)},
    "iban": check_iban,
    "uk_sort_code": check_sort_code,
    "uk_account_number": check_account,
    "transaction_hash": check_hash,
    "paypal": _paypal,
    "paypal_transaction": _paypal_transaction,
    "gift_card_code": _gift_card,
    "cashtag": _cashtag,
    "phone": _phone,
    "email": _email,
}
