# SPDX-License-Identifier: MIT
"""A payment in the words of the window: how much, when, how, to whom, and whether it was collected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.guide.paid import may_be_stopped, number_in_short
from app.guide.ways_to_pay import Stoppable
from app.model import Answer
from app.money import in_short
from app.typed import zone_of
from ui.legible import breakable, legible
from ui.moments import day_month, heading_day, hour, short_day

if TYPE_CHECKING:
    from datetime import datetime

    from app.guide.ways_to_pay import WayToPay
    from app.model import Payment
    from ui.context import Context

LONGEST = 160  # characters of a name in a row; all of it stands in the form and in the report
# How it is said that they have the money; the money of all other ways is collected.
ARRIVES = dict.fromkeys(("bank_transfer", "card", "paypal", "cash_app", "cash"), "arrived") | {
    "gift_card": "used"
}
BREAK = "\u200b"
AS_IT_IS, LEFT_TO_RIGHT, END = "\u2068", "\u2066", "\u2069"  # a name turns no line round. Source: UAX 9


class Collected(NamedTuple):
    """What stands under "Collected?", and whether it cannot wait."""

    words: str
    is_urgent: bool


def way_of(context: Context, payment: Payment) -> WayToPay:
    """Return the way this payment went."""
    return context.ways_to_pay.find(payment.method).placed(context.here.fields)


def by_way(context: Context, way: WayToPay) -> str:
    """Return such as ``by Western Union`` or ``in cash``, to stand after a sum."""
    key = f"payments.by.{way.id}"
    return context.words(key) if context.words.has(key) else context.words("payments.by.firm", name=way.name)


def keyed(context: Context, key: str, way: WayToPay) -> str:
    """Return the key for this way: a card is used, a transfer arrives, all else is collected."""
    own = f"{key}.{ARRIVES.get(way.id, '')}"
    return own if context.words.has(own) else key


def amount_of(context: Context, payment: Payment) -> str:
    """Return how much, or that it was not noted."""
    if payment.amount_minor is None:
        return context.words("payments.stop.amount.none")
    return in_short(payment.amount_minor, payment.currency)


def described(context: Context, payment: Payment) -> str:
    """Return how much and how, in one line."""
    return f"{amount_of(context, payment)} {by_way(context, way_of(context, payment))}"


def moment_of(context: Context, at: datetime, *, whole: bool = False) -> str:
    """Return such as ``02:20`` for today and ``23 Nov, 21:40`` for another day; ``whole`` has the year."""
    language = context.settings.language
    now = context.clock.now()
    local = at.astimezone(zone_of(now))
    if whole:
        return f"{short_day(local.date(), language)}, {hour(local, language)}"
    if local.date() == now.utc.astimezone(zone_of(now)).date():
        return hour(local, language)
    return f"{day_of(context, at)}, {hour(local, language)}"


def spoken_moment(context: Context, at: datetime) -> str:
    """Return such as ``21:40 on Monday 23 November``, to be said on the phone."""
    local = at.astimezone(zone_of(context.clock.now()))
    language = context.settings.language
    day = heading_day(local.date(), language)
    return context.words("payments.stop.spoken", time=hour(local, language), day=day)


def day_of(context: Context, at: datetime) -> str:
    """Return the day here, such as ``24 Nov``; with the year if it is another one."""
    now = context.clock.now()
    day, today = at.astimezone(zone_of(now)).date(), now.utc.astimezone(zone_of(now)).date()
    shown = day_month if day.year == today.year else short_day
    return shown(day, context.settings.language)


def sent_of(context: Context, payment: Payment) -> str:
    """Return the day it was sent; a day that is still to come is said to be."""
    if payment.paid_at is None:
        return context.words("payments.row.when")
    day = day_of(context, payment.paid_at)
    is_ahead = payment.paid_at > context.clock.now().utc
    return context.words("payments.row.when.ahead", day=day) if is_ahead else day


def how_of(context: Context, payment: Payment) -> str:
    """Return how it was sent and to whom."""
    name = way_of(context, payment).name
    whom = safe(payment.payee or "")
    return context.words("payments.row.how.whom", how=name, whom=whom) if whom else name


def number_of(context: Context, payment: Payment) -> str:
    """Return its number as it may be shown; empty if none is noted."""
    number = number_in_short(payment, way_of(context, payment))
    return f"{LEFT_TO_RIGHT}{safe(number, marked=False)}{END}" if number else ""


def collected_of(context: Context, payment: Payment) -> Collected:
    """Return whether it was collected: a "no" with the time it was checked, and all that is known besides."""
    words = context.words
    is_urgent = may_be_stopped(payment, context.ways_to_pay)
    if payment.stopped_at is not None:
        return Collected(words("payments.row.stopped", day=day_of(context, payment.stopped_at)), is_urgent)
    if payment.collected is Answer.YES:
        at = payment.collected_at or payment.checked_at
        day = words("payments.row.yes", day=day_of(context, at)) if at else words("payments.row.yes.time")
        return Collected(day, is_urgent)
    if way_of(context, payment).can_be_stopped is Stoppable.NO or payment.can_be_stopped is False:
        return Collected(words("payments.row.gone"), is_urgent)
    if payment.collected is Answer.NOT_KNOWN:
        return Collected(words("payments.row.unsure"), is_urgent)
    if payment.checked_at is None:
        return Collected(words("payments.row.no.time"), is_urgent)
    return Collected(words("payments.row.no", time=moment_of(context, payment.checked_at)), is_urgent)


def safe(text: str, *, marked: bool = True) -> str:
    """Return a typed text so that it fits in a row and turns nothing round; unseen signs are written out."""
    short = breakable(legible(text[:LONGEST].strip()) + ("…" if len(text) > LONGEST else ""))
    return f"{AS_IT_IS}{short}{END}" if marked and short else short


def bare(text: str) -> str:
    """Return a text without the marks for its direction and its line ends, to read out or to copy."""
    return text.translate({ord(mark): None for mark in (AS_IT_IS, LEFT_TO_RIGHT, END, BREAK)})
