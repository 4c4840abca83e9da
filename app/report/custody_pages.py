# SPDX-License-Identifier: MIT
"""The custody log in sum, the state of the record, and room to write down who took it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hashing import grouped
from app.report.tables import Column, field, table
from app.report.text import BODY, CODE, H2, Span, whole

if TYPE_CHECKING:
    from app.report.custody_said import RecordLine
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LABEL = 118.0
LOG = "data/log/custody.jsonl"
LEAF_DIGITS = 8
HAND_ROWS = 3
RIGHT_WITHIN_MS = 2_000  # as for a jump of the clock: nothing an officer would have to reckon with
HAND_ROW = 28.0


def draw_custody(sheet: Sheet) -> None:
    """Draw the page."""
    writer, dossier = sheet.writer, sheet.dossier
    lines = dossier.custody.lines
    sheet.begin_page("custody", title=writer.plain("custody.title"))
    shown = sum(line.records for line in lines)
    file = writer.identifier(LOG, CODE)
    key = "custody.lead" if dossier.scope is None else "custody.lead_part"
    lead = writer.say(key, shown=shown, all=dossier.checkpoint.size, file=file)
    sheet.title("custody.title", lead)
    columns = [
        Column(writer.say("custody.no", BODY.bold), 48),
        Column(
            writer.say("custody.time", BODY.bold, zone=writer.zone(dossier.prepared.utc)),
            90,
        ),
        Column(writer.say("custody.type", BODY.bold), 134),
        Column(writer.say("custody.what", BODY.bold), 152),
        Column(writer.say("custody.record", BODY.bold), 74),
    ]
    table(sheet, columns, [_row(writer, line) for line in lines])
    sheet.heading(writer.say("custody.state", H2), keep=120)
    with sheet.tagged("Table"):
        for key, value in _state(sheet):
            field(sheet, writer.say(f"custody.{key}", BODY.bold), value, label_width=LABEL)
    _handed_over(sheet)


def _row(writer: Writer, line: RecordLine) -> list[Cell]:
    """Return the five cells of a record, or of a run of records."""
    number = str(line.first) if line.first == line.last else f"{line.first}-{line.last}"
    key = f"custody.what.{line.type}"
    what = (
        writer.say(key, about=writer.clipped(line.what, 60)) if writer.knows(key) else writer.own(line.what)
    )
    return [
        writer.own(number),
        [Span(whole(f"{writer.day(line.at)} {writer.local(line.at):%H:%M:%S}"), BODY)],
        [writer.identifier(line.type, CODE)],
        what,
        [Span(whole(grouped(line.leaf[:LEAF_DIGITS])[0]), CODE)],
    ]


def _state(sheet: Sheet) -> list[tuple[str, Cell]]:
    """Return what the log says in sum; a failed check is said as loudly as a passed one."""
    writer, dossier = sheet.writer, sheet.dossier
    custody = dossier.custody
    jumps = writer.own(str(custody.clock_jumps), BODY.bold) if custody.clock_jumps else writer.say("none")
    purged = writer.own(str(custody.purged), BODY.bold) if custody.purged else writer.say("none")
    made_with = writer.say("custody.made_with_value", tool=dossier.tool, alias=dossier.machine_alias)
    return [
        ("integrity", _integrity(sheet)),
        ("jumps", jumps),
        ("stamp", _outside(sheet)),
        ("purged", purged),
        ("report", writer.say("custody.report_value", n=dossier.checkpoint.size)),
        ("made_with", made_with),
    ]


def _outside(sheet: Sheet) -> Cell:
    """Return the last time from outside, and what it says of the computer's clock; or that there is none."""
    writer, times = sheet.writer, sheet.dossier.custody.outside
    if not times:
        return writer.say("custody.stamp_value")
    last = times[-1]
    side = "ahead" if last.difference_ms > 0 else "behind"
    side = "right" if abs(last.difference_ms) <= RIGHT_WITHIN_MS else side
    at, seconds = f"{last.at:%d %b %Y %H:%M:%S} UTC", f"{abs(last.difference_ms) // 1000:,}"
    clock = writer.plain(f"custody.stamp_{side}", s=seconds)
    return writer.say("custody.stamp_given", at=at, authority=last.authority, n=last.size, clock=clock)


def _integrity(sheet: Sheet) -> Cell:
    """Return how the last check of the originals ended."""
    writer, check = sheet.writer, sheet.dossier.custody.integrity
    if check is None:
        return writer.say("custody.integrity.none")
    at = writer.short(check.at)
    if check.differ:
        return writer.say("custody.integrity.failed", at=at, refs=", ".join(check.differ))
    return writer.say("custody.integrity.passed", at=at, n=check.originals)


def _handed_over(sheet: Sheet) -> None:
    """Draw empty rows to write down who took it over."""
    writer = sheet.writer
    sheet.heading(writer.say("custody.handed", H2), keep=120)
    keys = (("", 18), ("date_time", 92), ("from", 80), ("to", 120), ("handed_what", 108), ("signed", 80))
    columns = [Column(writer.say(f"custody.{key}", BODY.bold) if key else [], width) for key, width in keys]
    rows = [[writer.own(str(n)), [], [], [], [], []] for n in range(1, HAND_ROWS + 1)]
    table(sheet, columns, rows, head=26, least=HAND_ROW)
