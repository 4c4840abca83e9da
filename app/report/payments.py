# SPDX-License-Identifier: MIT
"""Payments in full, the one that can still be stopped first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hashing import grouped
from app.model import Answer
from app.report.page1_paid import collected_cell
from app.report.phrases import (
    SECRET,
    account_words,
    is_waiting,
    method_name,
    name_to_use,
    reference_label,
    reference_spans,
    refs_said,
    waiting_first,
)
from app.report.sums import total
from app.report.tables import field
from app.report.text import BODY, CODE, H2, IDENTIFIER, Span, whole
from app.report.told import told_of, told_when

if TYPE_CHECKING:
    from app.model import Payment
    from app.report.dossier import NumberedPayment
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 600


def draw_payments(sheet: Sheet) -> None:
    """Draw every payment."""
    writer, known = sheet.writer, sheet.dossier.payments
    sheet.begin_page("payments", title=writer.plain("payments.title"))
    sheet.title("payments.title", writer.say("payments.lead", total=total(writer, known)))
    for n, entry in enumerate(waiting_first(sheet.dossier)):
        _draw(sheet, entry, before=6 if n == 0 else 13)


def _draw(sheet: Sheet, entry: NumberedPayment, before: float) -> None:
    """Draw one payment."""
    writer, payment = sheet.writer, entry.payment
    amount = writer.clipped(writer.money(payment.amount_minor, payment.currency), 40)
    state = writer.plain(f"payments.state.{_state(payment)}")
    method = method_name(writer, payment)
    heading = writer.say(
        "payments.heading", H2, number=entry.number, method=method, amount=amount, state=state
    )
    sheet.heading(heading, before=before, keep=110, name=f"payment {entry.number}")
    with sheet.tagged("Table"):
        for label, value in _rows(sheet, entry, method):
            field(sheet, label, value)


def _rows(sheet: Sheet, entry: NumberedPayment, method: str) -> list[tuple[Cell, Cell]]:
    """Return label and value of what is known, who sent and received it even where it is not."""
    writer, payment = sheet.writer, entry.payment
    payee = ", ".join(part for part in (payment.payee, payment.payee_place) if part)
    rows = _numbers(sheet, entry)
    rows.append((_label(writer, "sent"), _sent(writer, payment)))
    for key, stored in (("sender", payment.sender), ("payee", payee)):
        if stored or payment.reference:
            rows.append((_label(writer, key), _stored(writer, stored)))
    rows.append((_label(writer, "collected"), _collected(writer, payment)))
    if entry.account:
        rows.append((_label(writer, "asked"), account_words(writer, entry.account)))
    if entry.exhibit_refs:
        refs = refs_said(writer, sheet.dossier, entry.exhibit_refs, LONG)
        rows.append((_label(writer, "shown_in"), refs))
    return rows + _to_do(writer, payment, method)


def _numbers(sheet: Sheet, entry: NumberedPayment) -> list[tuple[Cell, Cell]]:
    """Return the rows by which a service finds the payment, and where the number is from."""
    writer, payment = sheet.writer, entry.payment
    name = name_to_use(writer, sheet.dossier.case)
    rows: list[tuple[Cell, Cell]] = []
    if payment.reference:
        label = [Span(reference_label(writer, payment), BODY.bold)]
        shown = reference_spans(writer, payment, IDENTIFIER, LONG)
        if payment.method in SECRET:
            shown += writer.say("payments.masked", name=name)
        rows.append((label, shown))
    for key, stored in (
        ("iban", payment.to_iban),
        ("address", payment.to_address),
        ("transaction", payment.transaction),
    ):
        if stored:
            rows.append((_label(writer, key), _in_fours(writer, "".join(stored.split()))))
    for key, stored in (
        ("sort_code", payment.to_sort_code),
        ("account_number", payment.to_account_number),
        ("coin", payment.coin),
    ):
        if stored:
            rows.append((_label(writer, key), [Span(writer.clipped(stored, LONG), CODE)]))
    if rows:
        read_in = refs_said(writer, sheet.dossier, [entry.read_in] if entry.read_in else [])
        key = "payments.from_read" if read_in else "payments.from_typed"
        rows.append((_label(writer, "from"), writer.say(key, ref=read_in, name=name)))
    return rows


def _collected(writer: Writer, payment: Payment) -> list[Span]:
    """Return whether it was collected, and where."""
    spans = collected_cell(writer, payment)
    if payment.collected_where:
        where = writer.clipped(payment.collected_where, LONG)
        spans = [*spans, *writer.say("payments.collected_where", where=where)]
    return spans


def _to_do(writer: Writer, payment: Payment, method: str) -> list[tuple[Cell, Cell]]:
    """Return the rows of who has been told, how to stop it, and the person's note."""
    rows: list[tuple[Cell, Cell]] = []
    if any(told.is_told is not None for told in told_of(payment)):
        rows.append((_label(writer, "told"), _told(writer, payment, method)))
    if is_waiting(payment):
        key = f"payments.stop.{payment.method}"
        known = key if writer.knows(key) else "payments.stop.named"
        rows.append((_label(writer, "stop"), writer.say(known, **_wanted(known, method))))
    if payment.note:
        rows.append((_label(writer, "note"), _stored(writer, payment.note)))
    return rows


def _wanted(key: str, method: str) -> dict[str, str]:
    """Return the fields of the sentence about stopping."""
    return {"method": method} if key.endswith("named") else {}


def _label(writer: Writer, key: str) -> Cell:
    return writer.say(f"payments.{key}", BODY.bold)


def _stored(writer: Writer, text: str | None) -> Cell:
    """Return stored words, cut only where nobody could have meant so many."""
    return [Span(writer.clipped(text, LONG), BODY)] if text else writer.say("not_known")


def _state(payment: Payment) -> str:
    """Return the end of the key that says where the money is."""
    if payment.stopped_at is not None:
        return "stopped"
    if payment.collected is Answer.NO:
        return "waiting"
    if payment.can_be_stopped is False:
        return "gone"
    return "collected" if payment.collected is Answer.YES else "not_known"


def _sent(writer: Writer, payment: Payment) -> list[Span]:
    """Return when it was sent and by which app or card."""
    when = writer.full(payment.paid_at) if payment.paid_at else writer.plain("not_known")
    spans = writer.own(when)
    if payment.paid_from:
        spans += writer.say("payments.sent_from", **{"from": writer.clipped(payment.paid_from, LONG)})
    return spans


def _told(writer: Writer, payment: Payment, method: str) -> list[Span]:
    """Return who has been told, when, and their reference."""
    spans: list[Span] = []
    for told in told_of(payment):
        if told.is_told is not None:
            spans += writer.say(f"payments.told.{told.who}{'' if told.is_told else '_not'}", method=method)
            spans += [*told_when(writer, told, LONG), *writer.say("payments.told.end")]
    return spans


def _in_fours(writer: Writer, value: str) -> list[Span]:
    """Return a long value in groups of four, for reading only."""
    lines = grouped(writer.clipped(value, LONG))
    spans = [Span(" ".join(whole(line) for line in lines), CODE), Span("\n", BODY)]
    return [*spans, *writer.say("payments.spaces")]
