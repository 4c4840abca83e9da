# SPDX-License-Identifier: MIT
"""What was paid in all. Nothing is converted: each currency has its own sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.report.dossier import NumberedPayment
    from app.report.text import Span, Style
    from app.report.writer import Writer

MOST_CURRENCIES = 3


def paid_heading(writer: Writer, payments: Sequence[NumberedPayment], style: Style) -> list[Span]:
    """Return ``Paid £400.00 in two payments``."""
    if not payments:
        return writer.say("first.paid.nothing", style)
    number = len(payments)
    counted = writer.number(number)
    return writer.say("first.paid", style, n=number, total=total(writer, payments), number=counted)


def total(writer: Writer, payments: Sequence[NumberedPayment]) -> str:
    """Return the sum of each currency, and whether an amount is not known."""
    sums: dict[str, int] = {}
    for entry in payments:
        if entry.payment.amount_minor is not None:
            currency = (entry.payment.currency or "").upper()
            sums[currency] = sums.get(currency, 0) + entry.payment.amount_minor
    if not sums:
        return writer.plain("first.paid.all_unknown")
    shown = [writer.clipped(writer.money(sums[code], code), 20, words=2) for code in sorted(sums)]
    known = writer.listed([*shown[:MOST_CURRENCIES], *(["…"] if len(shown) > MOST_CURRENCIES else [])])
    if any(entry.payment.amount_minor is None for entry in payments):
        return writer.plain("first.paid.unknown", known=known)
    return known
