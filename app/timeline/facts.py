# SPDX-License-Identifier: MIT
"""Which lines each fact gives. A line is seen where the fact names an exhibit, or the record is our own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.model import Answer, Certainty, Precision
from app.timeline.lines import Filling, Length, LineKind, Method, Platform, Sum, TimelineLine
from app.timeline.told import payments_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from app.model import (
        Account,
        Call,
        Contact,
        Demand,
        Entry,
        EntryId,
        Event,
        Exhibit,
        ExhibitId,
        Listed,
        Payment,
        Place,
        ReportMade,
    )
    from app.timeline.told import Told


@dataclass(frozen=True, slots=True)
class Refs:
    """What exhibits and frames are called, of which exhibit each is, and the place of each ref among all."""

    by_id: dict[ExhibitId, str]
    whole: dict[ExhibitId, ExhibitId]
    place: dict[str, tuple[int, ExhibitId]]

    @classmethod
    def of(cls, exhibits: Iterable[Exhibit | Listed]) -> Refs:
        """Return the refs of these and of their frames; of a run's first frame that of the run."""
        by_id: dict[ExhibitId, str] = {}
        whole: dict[ExhibitId, ExhibitId] = {}
        for exhibit in exhibits:
            by_id |= {one.id: one.ref for one in exhibit.originals}
            by_id[exhibit.id] = exhibit.ref
            whole |= dict.fromkeys((exhibit.id, *(one.id for one in exhibit.originals)), exhibit.id)
        return cls(by_id, whole, {ref: (n, one) for n, (one, ref) in enumerate(by_id.items())})

    def known(self, *ids: ExhibitId | None) -> tuple[ExhibitId, ...]:
        """Return those that are in the case, each once, in order."""
        return tuple(dict.fromkeys(one for one in ids if one is not None and one in self.by_id))

    def named(self, text: str | None) -> tuple[ExhibitId, ...]:
        """Return the exhibits that a text names, such as ``TJH/2, TJH/4``, by number."""
        wanted = {part.strip() for part in (text or "").split(",")}
        return tuple(one for _, one in sorted(self.place[ref] for ref in wanted & self.place.keys()))

    def shown(self, line: TimelineLine, exhibits: tuple[ExhibitId, ...]) -> TimelineLine:
        """Return the line as seen in these exhibits; without any as it was."""
        if not exhibits:
            return line
        refs = tuple(dict.fromkeys(self.by_id[one] for one in exhibits))
        return replace(line, certainty=Certainty.SEEN, refs=refs, exhibits=self.wholes(exhibits))

    def wholes(self, exhibits: Iterable[ExhibitId]) -> tuple[ExhibitId, ...]:
        """Return the exhibits that these are, or are frames of, each once."""
        return tuple(dict.fromkeys(self.whole[one] for one in exhibits))


def lines_of(told: Told) -> Iterator[TimelineLine]:
    """Give every line of every fact but the events, the first of a fact first."""
    refs = Refs.of(told.exhibits)
    yield from _accounts(told, refs)
    for number, payment in enumerate(payments_in_order(told.payments), 1):
        yield from _payment(payment, number, refs)
    yield from (line for demand in told.demands for line in _demand(demand, refs))
    yield from (line for call in told.calls for line in _call(call, refs))
    yield from (line for contact in told.contacts for line in _contact(contact, refs))
    yield from (line for place in told.places for line in _place(place, refs))
    yield from (line for report in told.reports for line in _report(report))
    yield from _made("stopped", LineKind.STOPPED, told.case.replies_stopped_at, told.case_id)
    yield from map(_capture, told.exhibits)


def event_line(entry: Entry[Event], refs: Refs) -> TimelineLine:
    """Return the line of something the person added, in their words."""
    event = entry.fact
    line = TimelineLine(
        event.at,
        LineKind.EVENT,
        event.certainty,
        "event",
        (("words", event.what),),
        until=event.until,
        precision=event.precision or Precision.MINUTE,
        is_about=event.is_about,
        entry=event.about or entry.id,
        event=entry.id,
    )
    exhibits = refs.wholes(refs.known(event.exhibit, *refs.named(event.where)))
    printed = [refs.by_id[one] for one in refs.known(event.exhibit)]
    printed += [part.strip() for part in (event.where or "").split(",") if part.strip()]
    return replace(line, refs=tuple(dict.fromkeys(printed)), exhibits=exhibits)


def _made(
    key: str,
    kind: LineKind,
    at: datetime | None,
    entry: EntryId | None = None,
    **fields: Filling,
) -> Iterator[TimelineLine]:
    """Give one line that the person remembers; nothing where the time is not known."""
    if at is not None:
        yield TimelineLine(at, kind, Certainty.REMEMBERED, key, tuple(fields.items()), entry=entry)


def _accounts(told: Told, refs: Refs) -> Iterator[TimelineLine]:
    """Give the lines of the accounts used against the person, numbered as everywhere."""
    theirs = [entry for entry in told.accounts if not entry.fact.is_own]
    for number, entry in enumerate(theirs, 1):
        kept = (one for one in told.exhibits if one.withdrawn_at is None)
        shows = (one.id for one in kept if one.facts.account == entry.id)
        yield from _account(entry, number, refs, refs.known(*shows))


def _account(
    entry: Entry[Account], number: int, refs: Refs, shows: tuple[ExhibitId, ...]
) -> Iterator[TimelineLine]:
    """Give when it was first and last seen, and each later name."""
    account, kind = entry.fact, LineKind.ACCOUNT
    named = (account.seen_in.exhibit if account.seen_in else None, *account.exhibits, *shows)
    exhibits = refs.known(*named)
    about: dict[str, Filling] = {"number": number, "platform": Platform(account.platform)}
    lines = [*_made("account.first", kind, account.first_seen_at, entry.id, **about)]
    if account.last_seen_at != account.first_seen_at:
        lines += _made("account.last", kind, account.last_seen_at, entry.id, **about)
    for name in account.display_names[1:]:
        lines += _made("account.renamed", kind, name.seen_at, entry.id, name=name.name, **about)
    yield from (refs.shown(line, exhibits) for line in lines)


def _payment(entry: Entry[Payment], number: int, refs: Refs) -> Iterator[TimelineLine]:
    """Give when it was sent, collected, checked, told of and stopped."""
    payment, kind = entry.fact, LineKind.PAYMENT
    about: dict[str, Filling] = {"number": number, "method": Method(payment.method)}
    money = Sum(payment.amount_minor, payment.currency)
    seen_in = payment.seen_in.exhibit if payment.seen_in else None
    exhibits = refs.known(seen_in, *payment.exhibits)
    for line in _made("payment.sent", kind, payment.paid_at, entry.id, sum=money, **about):
        yield refs.shown(line, exhibits)
    checked = f"payment.checked.{payment.collected.value}"
    if not (payment.collected is Answer.YES and payment.collected_at):
        yield from _made(checked, kind, payment.checked_at, entry.id, **about)
    where = {"where": payment.collected_where} if payment.collected_where else {}
    key = "payment.collected.where" if where else "payment.collected"
    yield from _made(key, kind, payment.collected_at, entry.id, **about, **where)
    for who, at, reference in (
        ("provider", payment.provider_told_at, payment.provider_reference),
        ("bank", payment.bank_told_at, payment.bank_reference),
    ):
        said = {"reference": reference} if reference else {}
        key = f"payment.told.{who}{'.reference' if said else ''}"
        yield from _made(key, kind, at, entry.id, **about, **said)
    yield from _made("payment.stopped", kind, payment.stopped_at, entry.id, **about)


def _demand(entry: Entry[Demand], refs: Refs) -> Iterator[TimelineLine]:
    """Give when it was said, and the time by which they want something."""
    demand = entry.fact
    kind = LineKind.DEMAND if demand.kind == "money" else LineKind.THREAT
    lines = [*_made(kind.value, kind, demand.at, entry.id, words=demand.words)]
    lines += _made(f"deadline.{kind.value}", LineKind.DEADLINE, demand.deadline_at, entry.id)
    yield from (refs.shown(line, refs.known(demand.exhibit)) for line in lines)


def _call(entry: Entry[Call], refs: Refs) -> Iterator[TimelineLine]:
    """Give the call, with its end where its length is known."""
    call = entry.fact
    key = {True: "call.video", False: "call.voice", None: "call.any"}[call.is_video]
    long = {"length": Length(call.duration_s)} if call.duration_s is not None else {}
    key += ".length" if long else ""
    for line in _made(key, LineKind.CALL, call.started_at, entry.id, **long):
        until = line.at + timedelta(seconds=call.duration_s) if call.duration_s is not None else None
        placed = replace(line, until=until, is_about=call.is_about)
        yield refs.shown(placed, refs.known(call.exhibit))


def _contact(entry: Entry[Contact], refs: Refs) -> Iterator[TimelineLine]:
    """Give when something was sent to them, and when they were told."""
    contact, kind = entry.fact, LineKind.CONTACT
    for line in _made("contact.received", kind, contact.received_at, entry.id, name=contact.name):
        yield refs.shown(line, refs.known(*contact.exhibits))
    yield from _made("contact.told", kind, contact.told_at, entry.id, name=contact.name)


def _place(entry: Entry[Place], refs: Refs) -> Iterator[TimelineLine]:
    """Give when it was posted, found anew, asked about and taken down."""
    place, kind = entry.fact, LineKind.PLACE
    for line in _made("place.posted", kind, place.posted_at, entry.id, name=place.name):
        yield refs.shown(line, refs.known(*place.exhibits))
    for look in place.looks:
        if look.found is Answer.YES:
            yield from _made("place.found", kind, look.at, entry.id, name=place.name)
    asked = {"to": place.asked_of} if place.asked_of else {}
    key = "place.asked.of" if asked else "place.asked"
    yield from _made(key, kind, place.asked_at, entry.id, name=place.name, **asked)
    yield from _made("place.down", kind, place.down_at, entry.id, name=place.name)


def _report(entry: Entry[ReportMade]) -> Iterator[TimelineLine]:
    """Give when it was made and answered."""
    made, kind = entry.fact, LineKind.REPORT
    said = {"reference": made.reference} if made.reference else {}
    key = "report.made.reference" if said else "report.made"
    yield from _made(key, kind, made.at, entry.id, to=made.to, **said)
    yield from _made("report.answered", kind, made.answered_at, entry.id, to=made.to)


def _capture(exhibit: Exhibit | Listed) -> TimelineLine:
    """Return when a picture was taken; of a run from its first to its last frame."""
    frames = len(exhibit.frames)
    last = exhibit.frames[-1].acquired_at if frames else exhibit.acquired_at
    fields: tuple[tuple[str, Filling], ...] = (("ref", exhibit.ref),)
    return TimelineLine(
        exhibit.acquired_at,
        LineKind.CAPTURE,
        Certainty.SEEN,
        "capture.run" if frames > 1 else "capture.picture",
        (*fields, ("n", frames)) if frames > 1 else fields,
        until=last if last > exhibit.acquired_at else None,
        precision=Precision.SECOND,
        refs=(exhibit.ref,),
        exhibits=(exhibit.id,),
    )
