# SPDX-License-Identifier: MIT
"""Stored facts by the names that sentences of forms and letters call them by; None where not known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from app.identify.extract import masked
from app.model import Answer
from app.report.phrases import SECRET, method_name, reference_label
from app.report.sums import total
from app.report.urgent import latest_deadline
from app.report.wording.files import Each

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Demand, Payment
    from app.report.dossier import Dossier, NumberedAccount, NumberedPayment, QuotedDemand
    from app.report.writer import Writer

Facts: TypeAlias = dict[str, str | None]
THREAT, MONEY = "threat", "money"
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})  # Source: Unicode general categories
HOLDS_REPORT = {"police": "police_reference", "report_fraud": "fraud_reference"}


def facts_of(writer: Writer, dossier: Dossier, each: Each) -> list[Facts]:
    """Return the facts of the case, or of each account, payment, threat or demand in it."""
    whole = case_facts(writer, dossier)
    if each is Each.ACCOUNT:
        return [whole | account_facts(writer, entry) for entry in dossier.accounts]
    if each is Each.PAYMENT:
        return [whole | payment_facts(writer, entry) for entry in dossier.payments]
    if each in {Each.THREAT, Each.DEMAND}:
        kind = THREAT if each is Each.THREAT else MONEY
        return [whole | _said(writer, entry) for entry in dossier.demands if entry.demand.kind == kind]
    return [whole]


def case_facts(writer: Writer, dossier: Dossier) -> Facts:
    """Return what is known of the case as a whole."""
    case = dossier.case
    deadline = latest_deadline(dossier)
    first = [entry.account.first_seen_at for entry in dossier.accounts if entry.account.first_seen_at]
    last = [entry.account.last_seen_at for entry in dossier.accounts if entry.account.last_seen_at]
    exhibits = len(dossier.exhibits) + len(dossier.left_out)
    return {
        "offence": _line(case.offence),
        "name": _line(case.name),
        "call_me": _line(case.call_me),
        "age": None if case.age is None else str(case.age),
        "area": _line(case.home_force_area),
        "contact": _contact(writer, dossier),
        "phone": _line(case.contact.number),
        "held": _line("; ".join(case.held)),
        "own_words": "\n".join(map(seen, (case.own_words or "").splitlines())) or None,
        "first": _at(writer, min(first, default=None)),
        "last": _at(writer, max(last, default=None)),
        "deadline": _at(writer, deadline.demand.deadline_at) if deadline else None,
        "sent_to": _line(". ".join(part.rstrip(" .") for part in (case.sent_to, case.sent_detail) if part)),
        "posted": _line(case.posted_publicly),
        "stopped": _at(writer, case.replies_stopped_at),
        "devices": _line(", ".join(case.devices_kept)),
        "total": total(writer, dossier.payments) if dossier.payments else None,
        "payments": str(len(dossier.payments)) if dossier.payments else None,
        "exhibits": str(exhibits) if exhibits else None,
        "root": dossier.checkpoint.root,
        "ref": dossier.ref,
        "prepared": writer.full_day(dossier.prepared.utc),
        **_references(dossier),
    }


def account_facts(writer: Writer, entry: NumberedAccount) -> Facts:
    """Return what is known of one account used against the person."""
    account = entry.account
    shown = entry.platform.shown_as.replace("{id}", account.stable_id) if account.stable_id else None
    return {
        "number": str(entry.number),
        "platform": _line(entry.platform.name),
        "provider": _line(entry.platform.provider),
        "id_kind": _line(account.id_kind),
        "identifier": _line(shown),
        "url": _line(account.profile_url),
        "shown_as": _line(account.display_names[-1].name) if account.display_names else None,
        "first": _at(writer, account.first_seen_at),
        "last": _at(writer, account.last_seen_at),
        "moved_from": _line(account.moved_from),
    }


def payment_facts(writer: Writer, entry: NumberedPayment) -> Facts:
    """Return what is known of one payment; a number that could be spent only by its last digits."""
    payment = entry.payment
    reference = masked(payment.reference or "") if payment.method in SECRET else payment.reference
    same = ("payee", "payee_place", "sender", "paid_from", "to_address", "transaction", "to_iban", "coin")
    facts = {name: _line(getattr(payment, name)) for name in same}
    return facts | {
        "number": str(entry.number),
        "method": method_name(writer, payment),
        "amount": None
        if payment.amount_minor is None
        else writer.money(payment.amount_minor, payment.currency),
        "currency": payment.currency,
        "paid_at": _at(writer, payment.paid_at),
        "paid_on": writer.full_day(payment.paid_at) if payment.paid_at else None,
        "reference_label": reference_label(writer, payment),
        "reference": _line(reference),
        "sort_code": _line(payment.to_sort_code),
        "account_number": _line(payment.to_account_number),
        "collected": _collected(writer, payment),
        "asked_by": _line(entry.account.platform.name) if entry.account else None,
        "provider_reference": _line(payment.provider_reference),
        "bank_reference": _line(payment.bank_reference),
    }


def _said(writer: Writer, entry: QuotedDemand) -> Facts:
    """Return their words, and when and where they stand."""
    demand: Demand = entry.demand
    return {
        "words": _line(demand.words),
        "said_at": _at(writer, demand.at),
        "platform": _line(entry.account.platform.name) if entry.account else None,
        "number": str(entry.account.number) if entry.account else None,
        "wanted": writer.money(demand.amount_minor, demand.currency) if demand.amount_minor else None,
    }


def _collected(writer: Writer, payment: Payment) -> str | None:
    """Return whether somebody has collected it, and when that was known."""
    if payment.stopped_at:
        return writer.plain("wording.stopped", at=writer.full(payment.stopped_at))
    if payment.collected is Answer.NOT_KNOWN:
        return None
    key = "wording.yes" if payment.collected is Answer.YES else "wording.no"
    checked = payment.collected_at or payment.checked_at
    return writer.plain(f"{key}_at", at=writer.full(checked)) if checked else writer.plain(key)


def _contact(writer: Writer, dossier: Dossier) -> str | None:
    """Return how the person can be reached safely."""
    contact = dossier.case.contact
    if not contact.number:
        return None
    key = f"first.contact.{contact.how}"
    parts = [writer.plain(key) if writer.knows(key) else _line(contact.how), _line(contact.number)]
    said = " ".join(filter(None, parts))
    if contact.from_time:
        said += writer.plain("first.contact.after", time=f"{contact.from_time:%H:%M}")
    safe = {True: "voicemail", False: "no_voicemail", None: "voicemail_unknown"}[contact.voicemail_ok]
    return f"{said}.{writer.plain(f'first.contact.{safe}')}"


def _references(dossier: Dossier) -> Facts:
    """Return the numbers that the police and others gave, the last of each."""
    found: Facts = dict.fromkeys(HOLDS_REPORT.values())
    for report in dossier.reports_made:
        name = HOLDS_REPORT.get(report.kind.value if report.kind else "")
        if name and report.reference:
            found[name] = _line(report.reference)
    return found


def _at(writer: Writer, at: datetime | None) -> str | None:
    return writer.full(at) if at else None


def _line(text: str | None) -> str | None:
    """Return a stored text on one line; None if there is nothing in it."""
    return seen(" ".join((text or "").split())) or None


def seen(text: str) -> str:
    """Return a text with what nobody can see written out, as on paper; emoji and other scripts stay."""
    return "".join(f"[U+{ord(c):04X}]" if unicodedata.category(c) in UNSEEN else c for c in text)
