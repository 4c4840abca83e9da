# SPDX-License-Identifier: MIT
"""Payments in full, the one that can still be stopped first; and their demands, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hashing import grouped
from app.model import Answer
from app.report.layout import BOTTOM
from app.report.page1_paid import collected_cell
from app.report.phrases import is_waiting, method_name, reference_label, reference_spans, waiting_first
from app.report.sums import total
from app.report.tables import Column, field, table
from app.report.text import BODY, CODE, H2, IDENTIFIER, Span, whole

if TYPE_CHECKING:
    from app.model import Payment
    from app.report.dossier import NumberedPayment, QuotedDemand
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 600
WORDS_LONG = 4000


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
    sheet.heading(heading, before=before, keep=110)
    for label, value in _rows(sheet, payment, method):
        field(sheet, label, value)


def _rows(sheet: Sheet, payment: Payment, method: str) -> list[tuple[Cell, Cell]]:
    """Return label and value of what is known, who sent and received it even where it is not."""
    writer = sheet.writer
    payee = ", ".join(part for part in (payment.payee, payment.payee_place) if part)
    rows = _numbers(writer, payment)
    rows.append((_label(writer, "sent"), _sent(writer, payment)))
    for key, stored in (("sender", payment.sender), ("payee", payee)):
        if stored or payment.reference:
            rows.append((_label(writer, key), _stored(writer, stored)))
    rows.append((_label(writer, "collected"), collected_cell(writer, payment)))
    return rows + _to_do(writer, payment, method)


def _numbers(writer: Writer, payment: Payment) -> list[tuple[Cell, Cell]]:
    """Return the rows by which a service finds the payment."""
    rows: list[tuple[Cell, Cell]] = []
    if payment.reference:
        label = [Span(reference_label(writer, payment), BODY.bold)]
        rows.append((label, reference_spans(writer, payment, IDENTIFIER, LONG)))
    for key, stored in (("address", payment.to_address), ("transaction", payment.transaction)):
        if stored:
            rows.append((_label(writer, key), _in_fours(writer, stored)))
    return rows


def _to_do(writer: Writer, payment: Payment, method: str) -> list[tuple[Cell, Cell]]:
    """Return the rows of who has been told, how to stop it, and the person's note."""
    rows: list[tuple[Cell, Cell]] = []
    if payment.provider_told is not None or payment.bank_told is not None:
        rows.append((_label(writer, "told"), _told(writer, payment, method)))
    if is_waiting(payment):
        key = f"payments.stop.{payment.method}"
        known = key if writer.knows(key) else "payments.stop.other"
        rows.append((_label(writer, "stop"), writer.say(known, **_wanted(known, method))))
    if payment.note:
        rows.append((_label(writer, "note"), _stored(writer, payment.note)))
    return rows


def _wanted(key: str, method: str) -> dict[str, str]:
    """Return the fields of the sentence about stopping."""
    return {"method": method} if key.endswith("other") else {}


def _label(writer: Writer, key: str) -> Cell:
    return writer.say(f"payments.{key}", BODY.bold)


def _stored(writer: Writer, text: str | None) -> Cell:
    """Return stored words, cut only where nobody could have meant so many."""
    return [Span(writer.clipped(text, LONG), BODY)] if text else writer.say("not_known")


def _state(payment: Payment) -> str:
    """Return the end of the key that says where the money is."""
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
    """Return who has been told."""
    spans: list[Span] = []
    for who, state in (("provider", payment.provider_told), ("bank", payment.bank_told)):
        if state is not None:
            spans += writer.say(f"payments.told.{who}{'' if state else '_not'}", method=method)
    return spans


def _in_fours(writer: Writer, value: str) -> list[Span]:
    """Return a long value in groups of four, for reading only."""
    lines = grouped(writer.clipped(value, LONG))
    spans = [Span(" ".join(whole(line) for line in lines), CODE), Span("\n", BODY)]
    return [*spans, *writer.say("payments.spaces")]


def draw_demands(sheet: Sheet) -> None:
    """Draw their words below the payments, or on a page of their own."""
    writer = sheet.writer
    if "payments" in sheet.pages and sheet.y < BOTTOM - 160:
        sheet.heading(writer.say("payments.demands", H2))
        sheet.pages["demands"] = sheet.number
    else:
        sheet.begin_page("demands", title=writer.plain("payments.demands_title"))
        sheet.title("payments.demands")
    zone = writer.zone(sheet.dossier.prepared.utc)
    sheet.paragraph(writer.say("payments.demands_lead", zone=zone), after=6)
    keys = (("when", 78), ("account", 78), ("words", 248), ("exhibit", 94))
    columns = [Column(writer.say(f"payments.{key}", BODY.bold), width) for key, width in keys]
    table(sheet, columns, [_demand_row(writer, quoted) for quoted in sheet.dossier.demands])


def _demand_row(writer: Writer, quoted: QuotedDemand) -> list[Cell]:
    """Return the four cells of a demand."""
    demand, account = quoted.demand, quoted.account
    where = (
        writer.say(
            "payments.account_value",
            platform=writer.clipped(account.platform.name, 40),
            number=account.number,
        )
        if account
        else writer.say("not_known")
    )
    return [
        [Span(whole(writer.short(demand.at)), BODY)] if demand.at else writer.say("not_known"),
        where,
        writer.say("first.quote", words=writer.clipped(demand.words, WORDS_LONG)),
        [Span(quoted.exhibit_ref, BODY)] if quoted.exhibit_ref else writer.say("none"),
    ]
