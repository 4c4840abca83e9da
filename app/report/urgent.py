# SPDX-License-Identifier: MIT
"""The rows of ACT NOW: each only if it is true, in the order of the report design, section 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer, Under18
from app.report.phrases import (
    is_waiting,
    method_name,
    pronoun,
    reference_label,
    reference_spans,
    waiting_first,
)
from app.report.spread import Urgent, posted, sent
from app.report.text import ACT_FIRST, ACT_LABEL, ACT_LIGHT, ACT_NUMBER, Span
from app.report.told import told_of, told_when

if TYPE_CHECKING:
    from app.model import Payment
    from app.report.dossier import Dossier, QuotedDemand
    from app.report.layout import Sheet
    from app.report.writer import Writer

BY_BANK = "bank_transfer"  # then there is no card, and the bank is the person's own


def urgent_rows(sheet: Sheet, most: int) -> list[Urgent]:
    """Return the rows that are true for this case; ``most`` cuts what the person wrote."""
    rows = [
        _safety(sheet),
        _under_18(sheet),
        _money(sheet, most),
        _deadline(sheet),
        _vanishing(sheet),
        sent(sheet, most),
        posted(sheet, most),
    ]
    return [row for row in rows if row is not None]


def latest_deadline(dossier: Dossier) -> QuotedDemand | None:
    """Return the demand with the next deadline, or the last one that has passed."""
    dated = [quoted for quoted in dossier.demands if quoted.demand.deadline_at]
    ahead = [quoted for quoted in dated if not _is_past(dossier, quoted)]
    if ahead:
        return min(ahead, key=_deadline_of)
    return max(dated, key=_deadline_of, default=None)


def money_to_stop(dossier: Dossier) -> list[Payment]:
    """Return the payments that may still be stopped, the latest of those known not to be collected first."""
    return [entry.payment for entry in waiting_first(dossier) if is_waiting(entry.payment)]


def _safety(sheet: Sheet) -> Urgent | None:
    """Return the row for a risk to life."""
    case, writer = sheet.dossier.case, sheet.writer
    if case.risk_to_life is not Answer.YES:
        return None
    asked = (
        writer.say("first.act.risk.asked", at=writer.short(case.risk_asked_at))
        if case.risk_asked_at
        else writer.say("first.act.risk.not_asked")
    )
    label = writer.say(f"first.safety_{pronoun(case)}", ACT_LABEL)
    return Urgent(label, writer.say("first.act.risk", ACT_FIRST), asked)


def _under_18(sheet: Sheet) -> Urgent | None:
    """Return the row for someone who is, or may be, under 18."""
    case, writer = sheet.dossier.case, sheet.writer
    if case.under_18 is Under18.NO:
        return None
    held, none = len(sheet.dossier.left_out), "words" if sheet.dossier.exhibits else "none"
    detail = writer.say(f"first.act.under_18.{'held' if held else none}", n=held)
    first = writer.say(f"first.act.under_18.{case.under_18.value}", ACT_FIRST)
    return Urgent(writer.say("first.act.under_18", ACT_LABEL), first, detail)


def _money(sheet: Sheet, most: int) -> Urgent | None:
    """Return the row for money that nobody has collected yet."""
    waiting = money_to_stop(sheet.dossier)
    if not waiting:
        return None
    writer, payment = sheet.writer, waiting[0]
    unchecked = writer.plain("first.act.money.unchecked") if payment.collected is Answer.NO else ""
    at = writer.short(payment.checked_at) if payment.checked_at else unchecked
    state = "no" if payment.collected is Answer.NO else "unknown"
    fields: dict[str, str] = {
        "amount": writer.money(payment.amount_minor, payment.currency),
        "at": at,
        "state": writer.plain(f"first.act.money.state.{state}"),
    }
    if payment.reference:
        reference = reference_spans(writer, payment, ACT_NUMBER)
        label = reference_label(writer, payment)
        first = writer.say("first.act.money.first", ACT_LIGHT, label=label, reference=reference, **fields)
    else:
        first = writer.say("first.act.money.no_reference", ACT_LIGHT, **fields)
    detail = _money_detail(writer, payment, most)
    if len(waiting) > 1:
        page = sheet.page_link("payments")
        detail += writer.say("first.act.money.more", n=len(waiting) - 1, page=page)
    return Urgent(writer.say("first.act.money", ACT_LABEL), first, detail)


def _money_detail(writer: Writer, payment: Payment, most: int) -> list[Span]:
    """Return by whom, to whom, and who has been told."""
    method = method_name(writer, payment)
    unknown = writer.plain("not_known")
    payee = ", ".join(part for part in (payment.payee, payment.payee_place) if part)
    spans = writer.say(
        "first.act.money.who",
        method=method,
        sender=writer.clipped(payment.sender, most // 3) if payment.sender else unknown,
        payee=writer.clipped(payee, most // 2) if payee else unknown,
    )
    if payment.can_be_stopped:
        spans += writer.say("first.act.money.can")
    for told in told_of(payment):
        is_own_bank = told.who == "bank" and payment.method == BY_BANK
        who = "own_bank" if is_own_bank else told.who
        if told.is_told:
            said = writer.say(f"first.act.money.{who}_told", method=method)
            spans += [*said, *told_when(writer, told, most // 3), *writer.say("first.stop")]
        elif told.is_told is False:
            spans += writer.say(f"first.act.money.{who}", method=method)
    return spans


def _deadline(sheet: Sheet) -> Urgent | None:
    """Return the row for the time by which they want to be paid."""
    quoted = latest_deadline(sheet.dossier)
    if quoted is None or quoted.demand.deadline_at is None:
        return None
    writer, at = sheet.writer, quoted.demand.deadline_at
    key = "first.act.deadline.passed" if _is_past(sheet.dossier, quoted) else "first.act.deadline.at"
    first = writer.say(key, ACT_FIRST, day=writer.weekday(at), time=writer.clock(at), zone=writer.zone(at))
    return Urgent(writer.say("first.act.deadline", ACT_LABEL), first, _named(writer, quoted))


def _vanishing(sheet: Sheet) -> Urgent | None:
    """Return the row for messages that may disappear before the company is asked to keep them."""
    case, writer = sheet.dossier.case, sheet.writer
    if case.messages_may_vanish is not Answer.YES:
        return None
    if case.vanish_at is None:
        first = writer.say("first.act.vanish.when_not_known", ACT_FIRST)
    else:
        is_past = case.vanish_at < sheet.dossier.prepared.utc
        key = "first.act.vanish.from" if is_past else "first.act.vanish.at"
        first = writer.say(key, ACT_FIRST, at=writer.full(case.vanish_at))
    label = writer.say("first.act.vanish", ACT_LABEL)
    return Urgent(label, first, writer.say("first.act.vanish.detail"))


def _named(writer: Writer, quoted: QuotedDemand) -> list[Span]:
    """Return where and when the deadline was named."""
    said_at = quoted.demand.at
    at = writer.short(said_at) if said_at else writer.plain("first.act.deadline.when_not_known")
    if quoted.account:
        name = writer.clipped(quoted.account.platform.name, 24, words=3)
        place = writer.plain("first.act.deadline.place", platform=name, number=quoted.account.number)
        spans = writer.say("first.act.deadline.from", place=place, at=at)
    else:
        spans = writer.say("first.act.deadline.alone", at=at)
    if quoted.exhibit_ref:
        return spans + writer.say("first.act.ref", ref=writer.clipped(quoted.exhibit_ref, 16, words=1))
    return spans + writer.say("first.stop")


def _deadline_of(quoted: QuotedDemand) -> float:
    """Return the deadline as a number to sort by."""
    return quoted.demand.deadline_at.timestamp() if quoted.demand.deadline_at else 0.0


def _is_past(dossier: Dossier, quoted: QuotedDemand) -> bool:
    """Whether the deadline had passed when the report was prepared."""
    return _deadline_of(quoted) < dossier.prepared.utc.timestamp()
