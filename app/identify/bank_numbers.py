# SPDX-License-Identifier: MIT
"""Bank accounts as typed: an IBAN with its sum, a UK sort code, a UK account number."""

from __future__ import annotations

import re
from dataclasses import replace

from app.identify import checksums
from app.identify.banks import read_account
from app.identify.checksums import Checked, Sum
from app.identify.number_verdicts import NumberVerdict, differs, good, no_sum, other_kind, unusual

SORT_CODE, ACCOUNT = "uk_sort_code", "uk_account_number"
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015]")  # what people put between the digits


def compact(text: str) -> str:
    """Return the text without spaces, dots and dashes."""
    return _BETWEEN.sub("", text)


def grouped(text: str, *sizes: int, sign: str = " ") -> str:
    """Return a text in groups of these sizes; the last size goes on."""
    groups, rest = [], text
    for size in sizes:
        groups.append(rest[:size])
        rest = rest[size:]
    last = sizes[-1]
    groups += [rest[at : at + last] for at in range(0, len(rest), last)]
    return sign.join(group for group in groups if group)


def check_iban(text: str) -> NumberVerdict:
    """Return what an IBAN looks like. Source: ISO 13616; the form of each country, SWIFT IBAN registry."""
    typed = compact(text).upper().removeprefix("IBAN").lstrip(":")
    shown = grouped(typed, 4)
    account = read_account(typed)
    if account and account.bank:
        return replace(good(typed, shown, "number.iban.bank"), bank=account.bank)
    if account:
        return good(typed, shown, "number.iban.right")
    if re.fullmatch(r"[0-9]{14}", typed):
        return other_kind(typed, SORT_CODE, "number.iban.uk")
    if checksums.is_formed(Checked.IBAN, typed):
        return differs(typed, "number.iban.sum", shown)
    if re.fullmatch(r"[A-Z]{2}[0-9A-Z]{10,34}", typed):
        return unusual(typed, "number.iban.length", shown)
    return unusual(typed, "number.iban.odd")


def check_sort_code(text: str) -> NumberVerdict:
    """Return what a UK sort code looks like: six digits."""
    typed = compact(text)
    if re.fullmatch(r"[0-9]{6}", typed):
        return good(typed, grouped(typed, 2, sign="-"))
    if re.fullmatch(r"[0-9]{14}", typed):
        return other_kind(typed, ACCOUNT, "number.sort_code.both")
    if re.fullmatch(r"[0-9]{8}", typed):
        return other_kind(typed, ACCOUNT)
    if checksums.check(Checked.IBAN, typed.upper()) is Sum.RIGHT:
        return other_kind(typed.upper(), Checked.IBAN)
    return unusual(typed, "number.sort_code.odd")


def check_account(text: str) -> NumberVerdict:
    """Return what a UK account number looks like: eight digits, of old accounts six or seven.

    Whether it goes with its sort code nobody can tell here, see docs/adr/0018.
    """
    typed = compact(text)
    if re.fullmatch(r"[0-9]{8}", typed):
        return no_sum(typed, "number.account.no_sum")
    if re.fullmatch(r"[0-9]{14}", typed):
        return other_kind(typed, SORT_CODE, "number.sort_code.both")
    if re.fullmatch(r"[0-9]{6}", typed):
        return other_kind(typed, SORT_CODE)
    if checksums.check(Checked.IBAN, typed.upper()) is Sum.RIGHT:
        return other_kind(typed.upper(), Checked.IBAN)
    return unusual(typed, "number.account.odd")
