# SPDX-License-Identifier: MIT
"""Who has been told of a payment, when, and under which reference of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.text import BODY, Span

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Payment
    from app.report.writer import Writer


@dataclass(frozen=True, slots=True)
class ToldOf:
    """One of the two that can stop money.

    Attributes:
        who: ``provider`` or ``bank``.
        is_told: ``None`` if nothing is known of it.
    """

    who: str
    is_told: bool | None
    at: datetime | None
    reference: str | None


def told_of(payment: Payment) -> tuple[ToldOf, ToldOf]:
    """Return who has been told; a time or a reference says that they were."""
    return (
        _told("provider", payment.provider_told, payment.provider_told_at, payment.provider_reference),
        _told("bank", payment.bank_told, payment.bank_told_at, payment.bank_reference),
    )


def told_when(writer: Writer, told: ToldOf, most: int) -> list[Span]:
    """Return `` 24 Nov 02:58, ref WU 7``, as far as it is known, to stand behind who was told."""
    spans: list[Span] = []
    if told.at:
        spans += [Span(f" {writer.short(told.at)}", BODY)]
    if told.reference:
        spans += writer.say(
            "payments.told.reference", reference=writer.clipped(told.reference, most, words=4)
        )
    return spans


def _told(who: str, is_told: bool | None, at: datetime | None, reference: str | None) -> ToldOf:  # noqa: FBT001 - three states of one field
    """Return one of them."""
    return ToldOf(who, True if at or reference else is_told, at, reference)
