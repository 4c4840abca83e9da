# SPDX-License-Identifier: MIT
"""The facts as tables, for people who work with spreadsheets: accounts and payments.

A cell holds what is stored, with two exceptions that the read-me names: an apostrophe goes before what a
spreadsheet would take for a formula, and characters that nobody can see are written out as ``[U+202E]``.
Columns of accounts follow NCMEC's names. Source: evidence.md, section 4; OWASP, CSV injection.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from app.clock import timestamp
from app.identify.extract import masked
from app.model import Strength
from app.money import digits_of
from app.report.phrases import SECRET
from app.report.told import told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.model import Payment
    from app.report.dossier import Dossier, NumberedAccount, NumberedPayment

BOM = "\ufeff"  # without it Excel takes UTF-8 for the system's own character set
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # wide forms count as well
PHONE = "phone number"  # can be changed by its holder, and is still what a provider searches by
KEPT = "\n"  # a line end inside a cell is quoted, not written out
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})

ACCOUNT_COLUMNS = (
    "number",
    "whose",
    "provider",
    "esp_identifier",
    "screen_name",
    "display_name",
    "profile_url",
    "legal_request_to",
    "identifier_kind",
    "strength",
    "known_by",
    "first_seen_utc",
    "last_seen_utc",
    "exhibits",
    "read_as",
    "read_certainty_percent",
    "offender_as_named",
    "joined_with",
    "has_email_headers",
    "email_headers",
    "moved_from",
    "note",
)
PAYMENT_COLUMNS = (
    "number",
    "paid_at_utc",
    "method",
    "amount",
    "currency",
    "reference",
    "payee",
    "payee_place",
    "sender",
    "paid_from",
    "to_address",
    "transaction",
    "collected",
    "checked_at_utc",
    "provider_told",
    "bank_told",
    "note",
    "coin",
    "to_iban",
    "to_sort_code",
    "to_account_number",
    "collected_at_utc",
    "collected_where",
    "provider_told_at_utc",
    "provider_reference",
    "bank_told_at_utc",
    "bank_reference",
    "stopped_at_utc",
    "asked_by_account",
    "number_read_in",
    "exhibits",
)


def accounts(dossier: Dossier) -> bytes:
    """Return accounts.csv: those used against the person, then the person's own."""
    theirs = (_account(entry, "other") for entry in dossier.accounts)
    own = (_account(entry, "own") for entry in dossier.own_accounts)
    return table(ACCOUNT_COLUMNS, [*theirs, *own])


def payments(dossier: Dossier) -> bytes:
    """Return payments.csv."""
    return table(PAYMENT_COLUMNS, map(payment_row, dossier.payments))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table in UTF-8 with a byte order mark. Source: RFC 4180."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def defused(cell: str) -> str:
    """Return the cell so that a spreadsheet shows it and runs nothing."""
    shown = cell if cell.isprintable() else "".join(map(_shown, cell))
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown


def _shown(character: str) -> str:
    """Return the character, written out if nobody could see it."""
    if character in KEPT or unicodedata.category(character) not in UNSEEN:
        return character
    return f"[U+{ord(character):04X}]"


def _account(entry: NumberedAccount, whose: str) -> tuple[str, ...]:
    """Return one row of accounts."""
    account = entry.account
    stable = account.stable_id or ""
    finds_one = account.strength is Strength.STRONG or account.id_kind == PHONE
    names = "; ".join(f"{name.name} ({timestamp(name.seen_at)})" for name in account.display_names)
    return (
        str(entry.number),
        whose,
        entry.platform.name,
        stable if finds_one else "",
        "" if finds_one else stable,
        names,
        account.profile_url or "",
        entry.platform.provider or "",
        account.id_kind or "",
        account.strength.value,
        account.provenance.value if account.provenance else "",
        at_utc(account.first_seen_at),
        at_utc(account.last_seen_at),
        " ".join(entry.exhibit_refs),
        account.read_as or "",
        "" if account.read_permille is None else str(account.read_permille // 10),
        entry.offender or "",
        " ".join(str(number) for number in entry.joined if number != entry.number),
        yes_no(account.headers is not None),
        account.headers or "",
        account.moved_from or "",
        account.note or "",
    )


def payment_row(entry: NumberedPayment) -> tuple[str, ...]:
    """Return one row of payments."""
    payment = entry.payment
    provider, bank = told_of(payment)
    return (
        str(entry.number),
        at_utc(payment.paid_at),
        payment.method,
        amount(payment.amount_minor, payment.currency),
        payment.currency or "",
        _reference(payment),
        payment.payee or "",
        payment.payee_place or "",
        payment.sender or "",
        payment.paid_from or "",
        payment.to_address or "",
        payment.transaction or "",
        payment.collected.value,
        at_utc(payment.checked_at),
        yes_no(provider.is_told),
        yes_no(bank.is_told),
        payment.note or "",
        payment.coin or "",
        payment.to_iban or "",
        payment.to_sort_code or "",
        payment.to_account_number or "",
        at_utc(payment.collected_at),
        payment.collected_where or "",
        at_utc(provider.at),
        provider.reference or "",
        at_utc(bank.at),
        bank.reference or "",
        at_utc(payment.stopped_at),
        str(entry.account.number) if entry.account else "",
        entry.read_in or "",
        " ".join(entry.exhibit_refs),
    )


def _reference(payment: Payment) -> str:
    """Return the number of a payment; one that could be spent only so that it can be told from others."""
    reference = payment.reference or ""
    return masked(reference) if payment.method in SECRET else reference


def amount(minor: int | None, currency: str | None) -> str:
    """Return an amount in the currency's main unit; nothing where it is not known."""
    if minor is None:
        return ""
    digits = digits_of(currency)
    units, rest = divmod(abs(minor), 10**digits)
    return ("-" if minor < 0 else "") + (f"{units}.{rest:0{digits}}" if digits else str(units))


def at_utc(at: datetime | None) -> str:
    """Return a time, or nothing where it is not known."""
    return timestamp(at) if at else ""


def yes_no(value: bool | None) -> str:  # noqa: FBT001 - a fact, not a switch
    """Return yes, no, or nothing where it is not known."""
    return "" if value is None else "yes" if value else "no"
