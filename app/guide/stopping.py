# SPDX-License-Identifier: MIT
"""What to do now about one payment, row by row: whom to call, what to say, what to give them, what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.guide.sentences import spoken
from app.guide.ways_to_pay import Stoppable
from app.identify.number_verdicts import cleaned
from app.identify.payment_numbers import SECRET, shown_number
from app.model import Answer

if TYPE_CHECKING:
    from app.guide.ways_to_pay import Asked, WayToPay
    from app.model import Payment

LONGEST_SPOKEN = 60  # characters of one thing in a sentence; nobody reads out more


class Standing(StrEnum):
    """How a payment stands, as far as is known."""

    STOPPED = "stopped"
    COLLECTED = "collected"
    GONE = "gone"  # sent in a way that nobody can call back, or somebody said so
    CAN_BE_STOPPED = "can_be_stopped"
    MAY_BE_STOPPED = "may_be_stopped"


class StepKind(StrEnum):
    """What a row is for."""

    CALL = "call"
    SAY = "say"
    GIVE = "give"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Given:
    """One number to give them.

    Attributes:
        field: name of the field of ``Payment``.
        label: what it is called.
        shown: how it is shown and read out.
        copied: what is copied; ``None`` if it is secret and never copied.
    """

    field: str
    label: str
    shown: str
    copied: str | None


@dataclass(frozen=True, slots=True)
class StopStep:
    """One row of "Do this now".

    Attributes:
        kind: what it is for.
        text: the line; of what to say, the words themselves without quotation marks.
        note: a second line, or empty.
        phone: the number to call, if one is confirmed.
        given: the numbers to give them.
    """

    kind: StepKind
    text: str
    note: str = ""
    phone: str | None = None
    given: tuple[Given, ...] = ()


def standing(way: WayToPay, payment: Payment) -> Standing:
    """Return how a payment stands. What somebody said comes before what holds for the way in general."""
    if payment.stopped_at is not None:
        return Standing.STOPPED
    if payment.collected is Answer.YES:
        return Standing.COLLECTED
    if payment.can_be_stopped is False:
        return Standing.GONE
    if payment.can_be_stopped:
        return Standing.CAN_BE_STOPPED
    return {
        Stoppable.YES: Standing.CAN_BE_STOPPED if payment.collected is Answer.NO else Standing.MAY_BE_STOPPED,
        Stoppable.MAYBE: Standing.MAY_BE_STOPPED,
        Stoppable.NO: Standing.GONE,
    }[way.can_be_stopped]


def steps(
    way: WayToPay,
    payment: Payment,
    *,
    amount: str | None = None,
    time: str | None = None,
    police_reference: str | None = None,
) -> tuple[StopStep, ...]:
    """Return the rows for one payment, in order; what is missing leaves its sentence readable.

    Args:
        way: how it was sent.
        payment: what is known of it.
        amount: the sum as it is read, such as ``£200``.
        time: when it was sent, as it stands after "at", such as ``21:40 on 23 November``.
        police_reference: the number the police gave.
    """
    known = {
        "reference": None if way.is_secret else _shown(way, payment, "reference"),
        "payee": _short(payment.payee),
        "coin": _short(payment.coin),
        "amount": _short(amount),
        "time": _short(time),
        "police_reference": _short(police_reference),
    }
    given = tuple(_given(way, payment, asked) for asked in way.asked if asked.is_given)
    kept = tuple(each for each in given if each is not None)
    rows = [
        StopStep(StepKind.CALL, way.call, way.call_note, way.phone),
        StopStep(StepKind.SAY, spoken(way.say, known)),
        StopStep(StepKind.GIVE, way.give if kept else way.without, given=kept),
        StopStep(StepKind.ASK, " ".join(way.ask)),
    ]
    return tuple(row for row in rows if row.text)


def _given(way: WayToPay, payment: Payment, asked: Asked) -> Given | None:
    """Return what to give them of one field; ``None`` if it is not known."""
    kept = cleaned(_text(payment, asked.field))
    if not kept:
        return None
    is_secret = way.is_secret or asked.check in SECRET
    return Given(
        asked.field, asked.label, _shown(way, payment, asked.field) or "", None if is_secret else kept
    )


def _shown(way: WayToPay, payment: Payment, field: str) -> str | None:
    """Return a field as it is read out; ``None`` if it is not known."""
    asked = way.asked_for(field)
    return shown_number(asked.check if asked else None, _text(payment, field)) or None


def _text(payment: Payment, field: str) -> str:
    return str(getattr(payment, field) or "")


def _short(text: str | None) -> str | None:
    """Return a text that can stand in a sentence: one line, not long; ``None`` if there is nothing in it."""
    line = " ".join((text or "").split())
    return f"{line[:LONGEST_SPOKEN]}…" if len(line) > LONGEST_SPOKEN else line or None
