# SPDX-License-Identifier: MIT
"""Who else is concerned, where it was posted and whether it is down, and what was reported to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer, PlaceKind, Takedown
from app.report.phrases import refs_said
from app.report.spread import is_down
from app.report.tables import Column, table
from app.report.text import BODY, CODE, H2, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.model import Contact, Place, ReportMade
    from app.report.dossier import ConcernedContact, Dossier, WatchedPlace
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 400
SHORT = 80
CONTACTS = (("who", 110.0), ("reach", 132.0), ("got", 136.0), ("speak", 60.0), ("exhibits", 60.0))
PLACES = (("place", 222.0), ("posted", 84.0), ("takedown", 132.0), ("exhibits", 60.0))
REPORTS = (("to", 110.0), ("reference", 120.0), ("at", 132.0), ("answer", 136.0))
BOOLEANS = {True: "background.yes", False: "background.no", None: "not_known"}


def has_people(dossier: Dossier) -> bool:
    """Whether there is anything for this page."""
    return bool(dossier.contacts or places_to_tell(dossier) or dossier.reports_made)


def places_to_tell(dossier: Dossier) -> list[WatchedPlace]:
    """Return the places an officer is told of: links, and whatever shows the person."""
    return [
        entry
        for entry in dossier.places
        if entry.place.kind is PlaceKind.LINK or entry.place.is_posted is Answer.YES
    ]


def draw_people(sheet: Sheet) -> None:
    """Draw the page of people, places and reports."""
    writer, dossier = sheet.writer, sheet.dossier
    sheet.begin_page("people", title=writer.plain("people.title"))
    sheet.title("people.title", writer.say("people.lead"))
    places = places_to_tell(dossier)
    if dossier.contacts:
        _part(sheet, "contacts", CONTACTS, [_contact(sheet, entry) for entry in dossier.contacts])
    if places:
        _part(sheet, "places", PLACES, [_place(sheet, entry) for entry in places])
    if dossier.reports_made:
        _part(sheet, "reports", REPORTS, [_report(sheet, made) for made in dossier.reports_made])


def _part(sheet: Sheet, name: str, keys: Sequence[tuple[str, float]], rows: Sequence[list[Cell]]) -> None:
    """Draw a heading and a table."""
    writer = sheet.writer
    sheet.heading(writer.say(f"people.{name}", H2))
    columns = [Column(writer.say(f"people.{key}", BODY.bold), width) for key, width in keys]
    table(sheet, columns, rows, heads=1)


def _contact(sheet: Sheet, entry: ConcernedContact) -> list[Cell]:
    """Return who it is, how they were reached, what they got, and whether an officer may speak to them."""
    writer, contact = sheet.writer, entry.contact
    who = [Span(writer.clipped(contact.name, SHORT), BODY.bold)]
    if contact.relation:
        who += [Span("\n", BODY), Span(writer.clipped(contact.relation, SHORT), BODY)]
    return [
        who,
        _reach(writer, contact),
        _lines([_got(writer, contact), *_told(writer, contact)]),
        writer.say(BOOLEANS[contact.may_be_contacted]),
        _refs(sheet, entry.exhibit_refs),
    ]


def _reach(writer: Writer, contact: Contact) -> Cell:
    """Return account and number of a contact."""
    lines: list[Cell] = []
    if contact.platform:
        lines.append([Span(writer.clipped(contact.platform, SHORT), BODY)])
    stored = (each for each in (contact.stable_id, contact.phone) if each)
    lines += ([Span(writer.clipped(each, SHORT), CODE)] for each in stored)
    return _lines(lines) or writer.say("not_known")


def _got(writer: Writer, contact: Contact) -> Cell:
    """Return whether something was sent to them."""
    at = _at(writer, contact.received_at)
    if contact.received is Answer.YES:
        return writer.say("people.got.yes", at=at)
    return writer.say("people.got.no" if contact.received is Answer.NO else "people.got.not_known")


def _told(writer: Writer, contact: Contact) -> list[Cell]:
    """Return whether the person told them, and whether they were threatened with."""
    lines: list[Cell] = []
    if contact.told_at:
        lines.append(writer.say("people.told", at=_at(writer, contact.told_at)))
    if contact.is_threatened:
        lines.append(writer.say("people.threatened"))
    return lines


def _place(sheet: Sheet, entry: WatchedPlace) -> list[Cell]:
    """Return where it is, whether it shows the person, and how far the request has come."""
    writer, place = sheet.writer, entry.place
    where = [[Span(writer.clipped(place.name, LONG), BODY)]]
    if place.url and place.url != place.name:
        where.append([Span(writer.clipped(place.url, LONG), CODE)])
    posted = writer.say(f"people.posted.{place.is_posted.value}", at=_at(writer, place.posted_at))
    return [_lines(where), posted, _takedown(writer, place), _refs(sheet, entry.exhibit_refs)]


def _takedown(writer: Writer, place: Place) -> Cell:
    """Return what was asked of whom, and what came of it."""
    state = "down" if is_down(place) else place.takedown.value if place.takedown else ""
    if not state and place.asked_at is None:
        key = "people.takedown.not_asked" if place.is_posted is Answer.YES else "none"
        return writer.say(key)
    asked = writer.clipped(place.asked_of, SHORT) if place.asked_of else writer.plain("not_known")
    lines = [writer.say(f"people.takedown.{state or Takedown.SENT.value}", at=_at(writer, place.down_at))]
    lines.append(writer.say("people.takedown.asked", to=asked, at=_at(writer, place.asked_at)))
    if place.reference:
        lines.append([Span(writer.clipped(place.reference, SHORT), CODE)])
    return _lines(lines)


def _report(sheet: Sheet, made: ReportMade) -> list[Cell]:
    """Return to whom, as what, when and how, and what came of it."""
    writer = sheet.writer
    to = [[Span(writer.clipped(made.to, LONG), BODY)]]
    number = sheet.dossier.number_of(made.account)
    if number is not None:
        to.append(writer.say("people.about", number=number))
    reference = (
        [Span(writer.clipped(made.reference, LONG), CODE)] if made.reference else writer.say("not_known")
    )
    when = [writer.own(writer.full(made.at)) if made.at else writer.say("not_known")]
    if made.how:
        when.append([Span(writer.clipped(made.how, LONG), BODY)])
    return [_lines(to), reference, _lines(when), _answer(writer, made)]


def _answer(writer: Writer, made: ReportMade) -> Cell:
    """Return what they answered, or that nothing is noted."""
    if made.answer:
        at = _at(writer, made.answered_at)
        return writer.say("people.answered", at=at, words=writer.clipped(made.answer, LONG))
    if made.is_closed:
        return writer.say("people.closed")
    return writer.say("people.no_answer")


def _at(writer: Writer, at: datetime | None) -> str:
    """Return a time, or that it is not known."""
    return writer.short(at) if at else writer.plain("people.time_not_known")


def _refs(sheet: Sheet, refs: Sequence[str]) -> Cell:
    """Return exhibits, or none."""
    return refs_said(sheet.writer, sheet.dossier, refs, LONG) or sheet.writer.say("none")


def _lines(parts: Sequence[Cell]) -> Cell:
    """Return parts one below the other."""
    spans: Cell = []
    for part in parts:
        spans += [*([Span("\n", BODY)] if spans else []), *part]
    return spans
