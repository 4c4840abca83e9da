# SPDX-License-Identifier: MIT
"""What was paid, as page 1 shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer
from app.report.page1_blocks import HEAD, more, small_heading
from app.report.phrases import method_name, reference_label, reference_spans, waiting_first
from app.report.sums import paid_heading
from app.report.tables import Column, table
from app.report.text import BODY, CODE, H2_SMALL, Span, whole
from app.report.urgent import money_to_stop

if TYPE_CHECKING:
    from app.model import Payment
    from app.report.dossier import NumberedPayment
    from app.report.layout import Sheet
    from app.report.page1_limits import Limits
    from app.report.tables import Cell
    from app.report.writer import Writer


def paid(sheet: Sheet, limits: Limits) -> None:
    """Draw the sum and the payments, those that may be stopped first."""
    most, small = limits.payments, limits.small
    writer, dossier = sheet.writer, sheet.dossier
    heading = paid_heading(writer, dossier.payments, H2_SMALL)
    left = len(dossier.payments) - most
    small_heading(sheet, heading + more(sheet, left, "payments"), limits)
    if not dossier.payments:
        sheet.paragraph(writer.say("first.paid.nothing.text"))
        return
    columns = [
        Column(writer.say("first.when", BODY.bold), 80),
        Column(writer.say("first.how", BODY.bold), 210),
        Column(writer.say("first.amount", BODY.bold), 68, right=True),
        Column(writer.say("first.collected", BODY.bold), 140),
    ]
    above = money_to_stop(dossier)[:1]
    rows = [
        _payment_row(sheet, entry, small, above=entry.payment in above)
        for entry in waiting_first(dossier)[:most]
    ]
    table(sheet, columns, rows, pad=2.6, head=HEAD, most=limits.lines, heads=1)


def _payment_row(sheet: Sheet, entry: NumberedPayment, small: int, *, above: bool) -> list[Cell]:
    """Return the four cells of a payment."""
    writer, payment = sheet.writer, entry.payment
    when = writer.short(payment.paid_at) if payment.paid_at else writer.plain("not_known")
    amount = writer.clipped(writer.money(payment.amount_minor, payment.currency), 18, words=2)
    how = _how(sheet, payment, small, above=above)
    sent = [Span(whole(when), BODY, f"payment {entry.number}")]
    return [sent, how, [Span(whole(amount), BODY)], collected_cell(writer, payment)]


def _how(sheet: Sheet, payment: Payment, small: int, *, above: bool) -> list[Span]:
    """Return method and reference, or where the reference stands."""
    writer = sheet.writer
    method, label = method_name(writer, payment), reference_label(writer, payment)
    if above and payment.reference:
        return writer.say("first.how.above", method=method, label=label)
    if payment.reference:
        reference = reference_spans(writer, payment, CODE, small // 2)
        return writer.say("first.how.reference", method=method, label=label, reference=reference)
    if payment.to_address:
        address = Span(_shortened(writer, payment.to_address), CODE)
        page = sheet.page_link("payments")
        return writer.say("first.how.address", method=method, address=address, page=page)
    return writer.say("first.how.bare", method=method)


def _shortened(writer: Writer, address: str) -> str:
    """Return the first 8 and last 6 characters of a long address; it stands in full on its own page."""
    shown = writer.fonts.printable(address)
    return shown if len(shown) <= 18 else whole(f"{shown[:8]}…{shown[-6:]}")


def collected_cell(writer: Writer, payment: Payment) -> list[Span]:
    """Return whether it was stopped or collected, a "no" always with the time it was checked."""
    if payment.stopped_at is not None:
        return writer.say("first.collected.stopped", at=writer.short(payment.stopped_at))
    if payment.collected is Answer.YES:
        return _gone(writer, payment)
    is_no = payment.collected is Answer.NO
    if payment.checked_at:
        key = "first.collected.no" if is_no else "first.collected.unknown"
        return writer.say(key, at=writer.short(payment.checked_at))
    return writer.say("first.collected.no_time" if is_no else "not_known")


def _gone(writer: Writer, payment: Payment) -> list[Span]:
    """Return that it was collected, and when if that is known."""
    if payment.collected_at:
        return writer.say("first.collected.at", at=writer.short(payment.collected_at))
    return writer.say(
        "first.collected.yes" if payment.can_be_stopped is not False else "first.collected.gone"
    )
