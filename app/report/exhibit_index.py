# SPDX-License-Identifier: MIT
"""The list of exhibits with room for police refs, what is not in the report and why, and who handled them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.dossier import LeftOutWhy
from app.report.phrases import exhibit_place, exhibit_title, name_to_use
from app.report.tables import Column, hash_cell, table
from app.report.text import BODY, CODE, H2, Span, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Exhibit, Purged
    from app.report.dossier import LeftOut, ReportExhibit
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 200
ROW = 29.0  # room to write
HASH_DIGITS = 8
MOST_HASHES = 12  # of a run that is left out; the package declares all of them


def draw_index(sheet: Sheet) -> None:
    """Draw the index page."""
    writer, dossier = sheet.writer, sheet.dossier
    sheet.begin_page("index", title=writer.plain("index.title"))
    if dossier.paged:
        sheet.title("index.title", _lead(sheet))
        _table(sheet)
    else:
        sheet.title("index.title", writer.say("index.lead_none"))
    if dossier.left_out or dossier.withdrawn or dossier.purged:
        sheet.heading(writer.say("index.not_in", H2))
        for left in dossier.left_out:
            _left_out(sheet, left)
        for exhibit in dossier.withdrawn:
            _withdrawn(sheet, exhibit)
        for gone in dossier.purged:
            _purged(sheet, gone)
    sheet.heading(writer.say("index.handled", H2))
    _handled(sheet)
    is_whole = not any(gone.is_exhibit for gone in dossier.purged)
    sheet.paragraph(writer.say("index.unchanged" if is_whole else "index.unchanged_rest"))


def _lead(sheet: Sheet) -> list[Span]:
    """Return what the table shows; of a part of the case, of how many exhibits it has these."""
    writer, scope = sheet.writer, sheet.dossier.scope
    part = []
    if scope is not None:
        part = writer.say("index.part", BODY.bold, n=len(sheet.dossier.exhibits), all=scope.of)
    return [*part, *writer.say("index.lead")]


def _table(sheet: Sheet) -> None:
    """Draw the table; times carry the day only where the days differ."""
    writer, shown = sheet.writer, sheet.dossier.paged
    first = shown[0].exhibit.acquired_at
    one_day = len({writer.full_day(entry.exhibit.acquired_at) for entry in shown}) == 1
    zone = writer.zone(first)
    time = (
        writer.say("index.time", BODY.bold, day=writer.day(first), zone=zone)
        if one_day
        else writer.say("index.time_days", BODY.bold, zone=zone)
    )
    columns = [
        Column(writer.say("index.ref", BODY.bold), 48),
        Column(writer.say("index.what", BODY.bold), 176 if one_day else 146),
        Column(time, 76 if one_day else 106),
        Column(writer.say("index.hash", BODY.bold), 74),
        Column(writer.say("index.page", BODY.bold), 40, right=True),
        Column(writer.say("index.police", BODY.bold), 84),
    ]
    rows = [_row(sheet, entry, one_day=one_day) for entry in shown]
    table(sheet, columns, rows, head=25, least=ROW, heads=1)


def _row(sheet: Sheet, entry: ReportExhibit, *, one_day: bool) -> list[Cell]:
    """Return the six cells of an exhibit; the last stays empty."""
    writer, exhibit = sheet.writer, entry.exhibit
    title = exhibit_title(writer, exhibit, LONG)
    what = [Span(title, BODY)]
    account = writer.plain("index.account", number=entry.account.number) if entry.account else ""
    if account and account not in title:
        what += writer.say("index.with_account", account=account)
    local = f"{writer.local(exhibit.acquired_at):%H:%M:%S}"
    when = local if one_day else f"{writer.day(exhibit.acquired_at)} {local}"
    if exhibit.is_run:
        what += writer.say("index.frames", n=len(exhibit.originals), gaps=_gaps(writer, exhibit))
    digits = writer.say("index.each") if exhibit.is_run else hash_cell(exhibit.sha256[:HASH_DIGITS])
    return [
        writer.own(exhibit.ref, BODY.bold),
        what,
        [Span(whole(when), BODY)],
        digits,
        [sheet.page_link(exhibit_place(exhibit.ref))],
        [],
    ]


def _gaps(writer: Writer, exhibit: Exhibit) -> str:
    """Return how many pieces are missing between the frames."""
    if exhibit.run is None:
        return writer.plain("index.gaps_unjudged")
    gaps, matched = exhibit.run.breaks, exhibit.run.matched
    said = writer.plain("index.gaps" if gaps else "index.gaps_none", n=gaps)
    if matched:
        said += writer.plain("index.matched", n=matched)
    return said


def _left_out(sheet: Sheet, left: LeftOut) -> None:
    """Draw why an exhibit has no page, its description and its whole hash value."""
    writer, exhibit = sheet.writer, left.exhibit
    spans = writer.say(
        f"index.why.{left.why.value}",
        ref=exhibit.ref,
        at=writer.short(exhibit.acquired_at),
        seq=exhibit.seq,
        name=name_to_use(writer, sheet.dossier.case),
    )
    described = exhibit.facts.shows or exhibit.facts.title
    if described and left.why is LeftOutWhy.INTIMATE:
        spans += writer.say("index.described", words=writer.clipped(described, LONG))
    sheet.paragraph(spans)
    _hashes(sheet, [original.record.content.sha256 for original in exhibit.originals])


def _hashes(sheet: Sheet, values: Sequence[str]) -> None:
    """Draw whole hash values, and how many more the package declares."""
    writer = sheet.writer
    for value in values[:MOST_HASHES]:
        shown = Span(hash_cell(value)[0].text, CODE)
        sheet.paragraph(writer.say("index.hash_line", hash=shown), after=4)
    more = len(values) - MOST_HASHES
    if more > 0:
        sheet.paragraph(writer.say("index.more_hashes", n=more), after=4)


def _withdrawn(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw when and why a number was withdrawn."""
    writer = sheet.writer
    at = writer.short(exhibit.withdrawn_at) if exhibit.withdrawn_at else writer.plain("not_known")
    why = exhibit.withdrawn_why
    reason = writer.clipped(why, LONG) if why else writer.plain("index.no_reason")
    sheet.paragraph(writer.say("index.withdrawn", ref=exhibit.ref, at=at, why=reason), after=4)


def _purged(sheet: Sheet, gone: Purged) -> None:
    """Draw when and why something was removed for good, and the hash values that are left of it."""
    writer = sheet.writer
    reason = writer.clipped(gone.why, LONG) if gone.why else writer.plain("index.no_reason")
    what = gone.ref or writer.plain(f"index.fact.{gone.kind}")
    key = "index.purged" if gone.is_exhibit else "index.purged_fact"
    sheet.paragraph(writer.say(key, what=what, at=writer.short(gone.at), why=reason), after=4)
    _hashes(sheet, gone.sha256s)


def _handled(sheet: Sheet) -> None:
    """Draw who took which, and whose account was open; the same hands are said once."""
    writer = sheet.writer
    hands: dict[tuple[str, str, str], list[str]] = {}
    for exhibit in sheet.dossier.all_exhibits:
        people = exhibit.record.people
        hands.setdefault((people.role.value, people.taken_by, people.viewed_account), []).append(exhibit.ref)
    for (role, name, account), refs in hands.items():
        fields = {
            "name": writer.clipped(name, LONG) if name else writer.plain("not_known"),
            "account": writer.clipped(account, LONG) if account else writer.plain("not_known"),
        }
        sheet.paragraph(writer.say(f"index.handled.{role}", refs=_runs(refs), **fields))


def _runs(refs: list[str]) -> str:
    """Return refs with neighbours as a span: ``TJH/1 to 5, TJH/7``."""
    runs: list[list[str]] = []
    for ref in refs:
        number = ref.rpartition("/")[2]
        last = runs[-1][-1].rpartition("/")[2] if runs else ""
        if last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            runs[-1].append(ref)
        else:
            runs.append([ref])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1].rpartition('/')[2]}" for run in runs)
