# SPDX-License-Identifier: MIT
"""What they hold and the call, whom they threaten to tell, as page 1 shows it in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer
from app.report.text import BODY, Span

if TYPE_CHECKING:
    from app.report.dossier import Dossier, TimedCall
    from app.report.layout import Sheet
    from app.report.page1_limits import Limits
    from app.report.writer import Writer

MOST_NAMED = 3
MINUTE = 60


def held(sheet: Sheet, limits: Limits) -> None:
    """Draw what they hold, and when the call was that it may be a recording of."""
    if not limits.has_extras:
        return
    writer = sheet.writer
    sheet.y += limits.gap / 2
    said = _held(writer, sheet.dossier, limits.small)
    spans = [*writer.say("first.hold"), *([Span(said, BODY)] if said else writer.say("not_known"))]
    known = [entry for entry in sheet.dossier.calls if entry.call.started_at]
    if known:
        spans += [Span("; ", BODY), *call_words(writer, known[0])]
    sheet.paragraph([*spans, *writer.say("first.stop")], most=2)


def threatened(writer: Writer, dossier: Dossier, most: int) -> str:
    """Return whom they threaten to tell: what they are to the person, or as they were called."""
    named = [
        entry.contact.relation or entry.contact.name
        for entry in dossier.contacts
        if entry.contact.is_threatened
    ]
    named += [quoted.demand.whom for quoted in dossier.demands if quoted.demand.whom]
    known = list(dict.fromkeys(writer.clipped(name, most, words=5) for name in named))
    more = ["…"] if len(known) > MOST_NAMED else []
    return ", ".join([*known[:MOST_NAMED], *more])


def call_words(writer: Writer, entry: TimedCall) -> list[Span]:
    """Return start and length of a call, to the minute; page 2 has the seconds."""
    call = entry.call
    key = "first.call_about" if call.is_about else "first.call"
    at = writer.short(call.started_at) if call.started_at else writer.plain("not_known")
    spans = writer.say(key, at=at)
    if call.duration_s is not None:
        whole = call.duration_s if call.duration_s < MINUTE else call.duration_s // MINUTE * MINUTE
        spans += [Span(f", {writer.length(whole)}", BODY)]
    return spans


def _held(writer: Writer, dossier: Dossier, most: int) -> str:
    """Return what it is, whether it was made by AI, and whether a face can be seen."""
    case = dossier.case
    parts = [writer.clipped("; ".join(case.held), most, words=14)] if case.held else []
    if case.made_by_ai is Answer.YES:
        parts.append(writer.plain("first.hold.ai"))
    if case.face_visible is Answer.YES:
        parts.append(writer.plain("first.hold.face"))
    return ", ".join(parts)
