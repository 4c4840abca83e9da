# SPDX-License-Identifier: MIT
"""Notes for whoever takes a statement: what is recorded of each point, and how each exhibit was made.

Nothing is answered for anyone: what is not recorded is a question to ask. Where someone is or may be under 18
there is no such page: a child is asked by people trained for it, and never prompted by a draft.

Source of the points: Theft Act 1968, section 21 (a demand, menaces, a view to gain).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Under18
from app.report.phrases import account_words, name_to_use
from app.report.sums import total
from app.report.tables import Column, table
from app.report.text import BODY, H2, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Exhibit
    from app.report.dossier import Dossier, QuotedDemand
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 160
MOST_EXHIBITS = 40
KINDS = {True: "video", False: "voice", None: "any"}


def has_statement(dossier: Dossier) -> bool:
    """Whether there is such a page: of adults only, and never of a part of a case."""
    return dossier.case.under_18 is Under18.NO and dossier.scope is None


def draw_statement(sheet: Sheet) -> None:
    """Draw the points, each with where it stands, and wording for each exhibit."""
    writer, dossier = sheet.writer, sheet.dossier
    name = name_to_use(writer, dossier.case)
    sheet.begin_page("statement", title=writer.plain("statement.title"))
    sheet.title("statement.title", writer.say("statement.lead", name=name))
    sheet.heading(writer.say("statement.points", H2), before=4)
    columns = [
        Column(writer.say("statement.point", BODY.bold), 130),
        Column(writer.say("statement.recorded", BODY.bold), 318),
        Column(writer.say("statement.page", BODY.bold), 50, right=True),
    ]
    rows = [_row(sheet, point, told, page) for point, told, page in _points(sheet)]
    table(sheet, columns, rows, heads=1)
    if dossier.exhibits:
        _exhibits(sheet, name)


def _row(sheet: Sheet, point: str, told: Cell, page: str) -> list[Cell]:
    """Return a point, what is recorded of it or that it is to be asked, and the page."""
    writer = sheet.writer
    ask = writer.say("statement.ask", name=name_to_use(writer, sheet.dossier.case, 24))
    return [
        writer.say(f"statement.point.{point}"),
        told or ask,
        [sheet.page_link(page)] if told and sheet.page_of(page) else [],
    ]


def _points(sheet: Sheet) -> list[tuple[str, Cell, str]]:
    """Return point, what is recorded, and the part of the report where it stands."""
    writer, dossier = sheet.writer, sheet.dossier
    case = dossier.case
    wants = [quoted for quoted in dossier.demands if quoted.demand.kind == "money"]
    threats = [quoted for quoted in dossier.demands if quoted.demand.kind != "money"]
    stopped = case.replies_stopped_at
    since = writer.say("statement.stopped", at=writer.short(stopped)) if stopped else []
    own = writer.say("statement.own_words", name=name_to_use(writer, case, 24)) if case.own_words else []
    return [
        ("contact", _first_contact(writer, dossier), "accounts"),
        ("call", _call(writer, dossier), "background"),
        ("demand", _quoted(writer, wants[-1:]), "demands"),
        ("threat", _quoted(writer, threats[:1]), "demands"),
        ("paid", _paid(writer, dossier), "payments"),
        ("why", [], ""),
        ("effect", own, "background"),
        ("sent", _words(writer, case.sent_to), "first"),
        ("since", since, "first"),
        ("devices", _words(writer, writer.listed(case.devices_kept)), "first"),
    ]


def _first_contact(writer: Writer, dossier: Dossier) -> Cell:
    """Return the account that was seen first, and when."""
    seen = [(entry.account.first_seen_at, entry) for entry in dossier.accounts if entry.account.first_seen_at]
    if not seen:
        return []
    at, entry = min(seen, key=lambda pair: (pair[0], pair[1].number))
    return writer.say("statement.first_seen", account=account_words(writer, entry), at=writer.short(at))


def _call(writer: Writer, dossier: Dossier) -> Cell:
    """Return kind and time of the first call that has a time."""
    calls = [entry.call for entry in dossier.calls]
    timed = [(call.started_at, call.is_video) for call in calls if call.started_at]
    if not timed:
        return []
    at, is_video = min(timed, key=lambda pair: pair[0])
    kind = writer.plain(f"background.call.{KINDS[is_video]}")
    return writer.say("statement.call_at", kind=kind, at=writer.short(at))


def _quoted(writer: Writer, quoted: Sequence[QuotedDemand]) -> Cell:
    """Return their words with exhibit and time."""
    if not quoted:
        return []
    demand = quoted[0].demand
    source = [quoted[0].exhibit_ref or "", writer.short(demand.at) if demand.at else ""]
    words = writer.clipped(demand.words, LONG)
    return writer.say("statement.quote", words=words, source=", ".join(part for part in source if part))


def _paid(writer: Writer, dossier: Dossier) -> Cell:
    """Return the sum of what was paid."""
    count = len(dossier.payments)
    if not count:
        return writer.say("first.paid.nothing.text")
    paid, number = total(writer, dossier.payments), writer.number(count)
    return writer.say("statement.paid_sum", n=count, total=paid, number=number)


def _words(writer: Writer, stored: str | None) -> Cell:
    """Return stored words."""
    return [Span(writer.clipped(stored, LONG), BODY)] if stored else []


def _exhibits(sheet: Sheet, name: str) -> None:
    """Draw wording by which whoever captured an exhibit may produce it."""
    writer, shown = sheet.writer, sheet.dossier.exhibits
    sheet.heading(writer.say("statement.produced", H2))
    takers = {entry.exhibit.record.people.taken_by for entry in shown}
    is_one = takers == {sheet.dossier.case.name}
    lead = "statement.produced_lead" if is_one else "statement.produced_lead_helper"
    sheet.paragraph(writer.say(lead, name=name) if is_one else writer.say(lead), after=4)
    columns = [
        Column(writer.say("statement.exhibit", BODY.bold), 60),
        Column(writer.say("statement.wording", BODY.bold), 438),
    ]
    rows = [
        [writer.own(entry.exhibit.ref, BODY.bold), _produced(sheet, entry.exhibit)]
        for entry in shown[:MOST_EXHIBITS]
    ]
    table(sheet, columns, rows, heads=1)
    more = len(shown) - MOST_EXHIBITS
    if more > 0:
        sheet.y += 4
        sheet.paragraph(writer.say("statement.more", n=more))


def _produced(sheet: Sheet, exhibit: Exhibit) -> Cell:
    """Return when, how and with what it was made; of a run from its first frame to its last."""
    writer, at = sheet.writer, exhibit.acquired_at
    mode = exhibit.record.screen.mode.value if exhibit.record.screen else "other"
    fields: dict[str, str | int] = {
        "day": writer.full_day(at),
        "time": f"{writer.local(at):%H:%M:%S}",
        "zone": writer.zone(at),
        "what": writer.plain(f"statement.what.{mode}"),
        "tool": sheet.dossier.tool,
        "ref": exhibit.ref,
    }
    if not exhibit.is_run:
        return writer.say("statement.picture", **fields)
    last = exhibit.originals[-1].acquired_at
    until = f"{writer.local(last):%H:%M:%S}"
    if writer.day(last) != writer.day(at):
        until = f"{writer.full_day(last)} {until}"
    return writer.say("statement.frames", until=until, n=len(exhibit.originals), **fields)
