# SPDX-License-Identifier: MIT
"""What was paid: what may still be stopped, how much in all, and numbers as they may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import can_be_stopped
from app.guide.stopping import Standing, standing
from app.guide.ways_to_pay import Stoppable
from app.identify.extract import masked
from app.identify.payment_numbers import shown_number
from app.money import COINS, in_short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.guide.ways_to_pay import WaysToPay, WayToPay
    from app.model import Entry, Payment

# What tells one payment from another, the surest first.
NUMBERS = ("reference", "to_iban", "to_account_number", "transaction", "to_address")
LONGEST = 34  # characters in a row; an IBAN in its groups still fits
MASK = "•"
WAITING = frozenset({Standing.CAN_BE_STOPPED, Standing.MAY_BE_STOPPED})


def may_be_stopped(payment: Payment, ways: WaysToPay) -> bool:
    """Whether a call may still stop this money: coins cannot be called back, whoever has them."""
    return can_be_stopped(payment) and standing(ways.find(payment.method), payment) in WAITING


def is_to_be_told(payment: Payment, ways: WaysToPay) -> bool:
    """Whether it cannot be called back, can still be traced, and nobody who sent it has been told."""
    told = payment.provider_told or payment.stopped_at is not None
    return ways.find(payment.method).can_be_stopped is Stoppable.NO and not told


def latest_first(entries: Iterable[Entry[Payment]]) -> list[Entry[Payment]]:
    """Return the payments by when they were sent, the latest first; without a time, when they were noted."""
    return sorted(entries, key=lambda one: one.fact.paid_at or one.created_at, reverse=True)


def totals(payments: Iterable[Payment]) -> list[str]:
    """Return the sum of each currency, never converted: the most common first, coins last."""
    sums: dict[str, int] = {}
    times: dict[str, int] = {}
    for payment in payments:
        if payment.amount_minor is not None:
            code = (payment.currency or "").upper()
            sums[code] = sums.get(code, 0) + payment.amount_minor
            times[code] = times.get(code, 0) + 1
    order = sorted(sums, key=lambda code: (code in COINS, -times[code], code))
    return [in_short(sums[code], code) for code in order]


def number_in_short(payment: Payment, way: WayToPay) -> str:
    """Return the number that tells this payment from others, as it may be shown; empty if none is known."""
    for field in NUMBERS:
        value = getattr(payment, field)
        if value:
            asked = way.asked_for(field)
            kind = asked.check if asked else None
            is_bare = way.is_secret and kind is None
            return _in_row(masked(str(value)) if is_bare else shown_number(kind, str(value)))
    return ""


def _in_row(number: str) -> str:
    """Return a number as it fits in a row: of a long one the ends, a masked one in groups of four."""
    if number.startswith(MASK):
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return number if len(number) <= LONGEST else f"{number[:8]}…{number[-6:]}"
