# SPDX-License-Identifier: MIT
"""The rows of ACT NOW that say what has reached others: whom it was sent to, where it is posted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import Answer, Takedown
from app.report.phrases import as_sentence, says_no
from app.report.text import ACT_FIRST, ACT_LABEL, BODY, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Contact, Place
    from app.report.dossier import Dossier
    from app.report.layout import Sheet
    from app.report.writer import Writer


@dataclass(frozen=True, slots=True)
class Urgent:
    """One row: label, what must be seen first, and one sentence."""

    label: Sequence[Span]
    first: Sequence[Span]
    detail: Sequence[Span]


def posted_places(dossier: Dossier) -> list[Place]:
    """Return where it is posted and not taken down."""
    places = [entry.place for entry in dossier.places]
    return [place for place in places if place.is_posted is Answer.YES and not is_down(place)]


def is_down(place: Place) -> bool:
    """Whether what was posted there has been taken down."""
    return place.takedown is Takedown.DOWN or place.down_at is not None


def sent(sheet: Sheet, most: int) -> Urgent | None:
    """Return the row for whom something was sent to: in the person's words, or the contacts they named."""
    case, writer = sheet.dossier.case, sheet.writer
    label = writer.say("first.act.sent", ACT_LABEL)
    if case.sent_to:
        also = None if posted_places(sheet.dossier) else case.posted_publicly
        told = [as_sentence(part) for part in (case.sent_detail, also) if part]
        detail = [Span(writer.clipped(" ".join(told), most * 2), BODY)] if told else []
        return Urgent(label, [Span(writer.clipped(case.sent_to, 44, words=9), ACT_FIRST)], detail)
    reached = [entry.contact for entry in sheet.dossier.contacts if entry.contact.received is Answer.YES]
    if not reached:
        return None
    first = writer.say(
        "first.act.sent.reached",
        ACT_FIRST,
        n=len(reached),
        number=writer.number(len(reached)).capitalize(),
    )
    named = "; ".join(_reached(writer, contact) for contact in reached)
    return Urgent(label, first, [Span(as_sentence(writer.clipped(named, most * 2)), BODY)])


def posted(sheet: Sheet, most: int) -> Urgent | None:
    """Return the row for where it is posted: the places, or what the person says of it."""
    case, writer = sheet.dossier.case, sheet.writer
    label = writer.say("first.act.posted", ACT_LABEL)
    places = posted_places(sheet.dossier)
    if places:
        at = writer.clipped(places[0].url or places[0].name, max(16, most * 2 // 3), words=8)
        detail = _takedown(writer, places[0], most)
        if len(places) > 1:
            more = writer.say("first.act.posted.more", n=len(places) - 1, page=sheet.page_link("people"))
            detail = [*detail, *more]
        return Urgent(label, [Span(at, ACT_FIRST)], detail)
    said = case.posted_publicly
    if case.sent_to or not said or says_no(said):
        return None
    detail = [Span(writer.clipped(as_sentence(said), most * 2), BODY)]
    return Urgent(label, writer.say("first.act.posted.said", ACT_FIRST), detail)


def _reached(writer: Writer, contact: Contact) -> str:
    """Return ``Ellie Hale, sister, Instagram, 23 Nov 22:58``, as far as it is known."""
    at = writer.short(contact.received_at) if contact.received_at else None
    return ", ".join(part for part in (contact.name, contact.relation, contact.platform, at) if part)


def _takedown(writer: Writer, place: Place, most: int) -> list[Span]:
    """Return since when it is there, and whether anybody was asked to take it down."""
    spans: list[Span] = []
    if place.posted_at:
        spans += writer.say("first.act.posted.since", at=writer.short(place.posted_at))
    state = place.takedown.value if place.takedown else "sent" if place.asked_at else "not_asked"
    asked = writer.clipped(place.asked_of, most // 2, words=5) if place.asked_of else ""
    at = writer.short(place.asked_at) if place.asked_at else ""
    who = " ".join(part for part in (asked, at) if part)
    return [*spans, *writer.say(f"first.act.posted.{state}", who=f" ({who})" if who else "")]
