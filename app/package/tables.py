# SPDX-License-Identifier: MIT
"""The facts as tables, for people who work with spreadsheets: accounts, payments, timeline.

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
from app.model import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from app.report.dossier import Dossier, NumberedAccount, NumberedPayment

BOM = "\ufeff"  # without it Excel takes UTF-8 for the system's own character set
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # wide forms count as well
PHONE = "phone number"  # can be changed by its holder, and is still what a provider searches by
KEPT = "\n"  # a line end inside a cell is quoted, not written out
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Source: ISO 4217, minor units other than 2.
NO_DIGITS = ("CLP", "ISK", "JPY", "KRW", "PYG", "RWF", "UGX", "VND", "XAF", "XOF", "XPF")
THREE_DIGITS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
MINOR_DIGITS = dict.fromkeys(NO_DIGITS, 0) | dict.fromkeys(THREE_DIGITS, 3)

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
)
TIMELINE_COLUMNS = ("at_utc", "about", "kind", "what", "certainty", "where")


def accounts(dossier: Dossier) -> bytes:
    """Return accounts.csv: those used against the person, then the person's own."""
    theirs = (_account(entry, "other") for entry in dossier.accounts)
    own = (_account(entry, "own") for entry in dossier.own_accounts)
    return table(ACCOUNT_COLUMNS, [*theirs, *own])


def payments(dossier: Dossier) -> bytes:
    """Return payments.csv."""
    return table(PAYMENT_COLUMNS, map(_payment, dossier.payments))


def timeline(dossier: Dossier) -> bytes:
    """Return timeline.csv: what happened, what was demanded and paid, and when each picture was taken."""
    return table(TIMELINE_COLUMNS, sorted(_moments(dossier)))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table in UTF-8 with a byte order mark. Source: RFC 4180."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def defused(cell: str) -> str:
    """Return the cell so that a spreadsheet shows it and runs nothing."""
    shown = "".join(_shown(c) for c in cell)
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
        _at(account.first_seen_at),
        _at(account.last_seen_at),
        " ".join(entry.exhibit_refs),
        account.read_as or "",
        "" if account.read_permille is None else str(account.read_permille // 10),
    )


def _payment(entry: NumberedPayment) -> tuple[str, ...]:
    """Return one row of payments."""
    payment = entry.payment
    return (
        str(entry.number),
        _at(payment.paid_at),
        payment.method,
        amount(payment.amount_minor, payment.currency),
        payment.currency or "",
        payment.reference or "",
        payment.payee or "",
        payment.payee_place or "",
        payment.sender or "",
        payment.paid_from or "",
        payment.to_address or "",
        payment.transaction or "",
        payment.collected.value,
        _at(payment.checked_at),
        _yes_no(payment.provider_told),
        _yes_no(payment.bank_told),
        payment.note or "",
    )


def _moments(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """Give the rows of the timeline in no order."""
    for event in dossier.events:
        yield (
            _at(event.at),
            "about" if event.is_about else "",
            "event",
            event.what,
            event.certainty.value,
            event.where or "",
        )
    for entry in dossier.payments:
        payment = entry.payment
        sums = f"{amount(payment.amount_minor, payment.currency)} {payment.currency or ''}".strip()
        yield _at(payment.paid_at), "", "payment", f"{entry.number}: {payment.method} {sums}".strip(), "", ""
    for quoted in dossier.demands:
        demand = quoted.demand
        yield _at(demand.at), "", demand.kind, demand.words, "", quoted.exhibit_ref or ""
    for exhibit in dossier.all_exhibits:
        yield _at(exhibit.acquired_at), "", "exhibit", exhibit.ref, "seen", exhibit.ref


def amount(minor: int | None, currency: str | None) -> str:
    """Return an amount in the currency's main unit; nothing where it is not known."""
    if minor is None:
        return ""
    digits = MINOR_DIGITS.get(currency or "", 2)
    return f"{minor // 10**digits}.{minor % 10**digits:0{digits}}" if digits else str(minor)


def _at(at: datetime | None) -> str:
    """Return a time, or nothing where it is not known."""
    return timestamp(at) if at else ""


def _yes_no(value: bool | None) -> str:  # noqa: FBT001 - a fact, not a switch
    """Return yes, no, or nothing where it is not known."""
    return "" if value is None else "yes" if value else "no"
