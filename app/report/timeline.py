# SPDX-License-Identifier: MIT
"""What happened, in order, and how it is known."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from app.model import Precision
from app.report.phrases import exhibit_place, method_named, name_to_use, refs_said
from app.report.tables import Column, table
from app.report.text import BODY, Span, leading_to
from app.timeline import Length, LineKind, Method, Platform, Sum, captures_as_one, neighbours

if TYPE_CHECKING:
    from datetime import datetime

    from app.report.dossier import Dossier
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer
    from app.timeline import Filling, TimelineLine

LONG = 400
MOST_RUNS = 30  # of neighbouring exhibits
TIMES = {Precision.SECOND: "%H:%M:%S", Precision.MINUTE: "%H:%M", Precision.HOUR: "%H:%M"}


def has_timeline(dossier: Dossier) -> bool:
    """Whether more is known than when pictures were taken."""
    return any(line.kind is not LineKind.CAPTURE for line in dossier.timeline.lines)


def draw_timeline(sheet: Sheet) -> None:
    """Draw the timeline; local time and UTC both where they differ."""
    writer = sheet.writer
    lines = captures_as_one(sheet.dossier.timeline.lines)
    is_utc = writer.is_utc(at for line in lines for at in (line.at, line.until or line.at))
    name = name_to_use(writer, sheet.dossier.case)
    sheet.begin_page("timeline", title=writer.plain("timeline.title"))
    sheet.title("timeline.title", _lead(writer, writer.zone(lines[0].at), name, is_utc=is_utc))
    keys = (("day", 76), ("time", 92), ("what", 174), ("how", 82), ("where", 74))
    columns = [Column(writer.say(f"timeline.{key}", BODY.bold), width) for key, width in keys]
    days = [writer.weekday(line.at) for line in lines]
    rows = [
        _row(sheet, line, is_new_day=n == 0 or days[n - 1] != days[n], is_utc=is_utc)
        for n, line in enumerate(lines)
    ]
    table(sheet, columns, rows)
    undated = sheet.dossier.timeline.undated
    if undated:
        sheet.y += 8
        sheet.paragraph(writer.say("timeline.undated", n=undated))


def what_of(writer: Writer, dossier: Dossier, line: TimelineLine, most: int = LONG) -> list[Span]:
    """Return what a line says, the person's and their words clipped at so many characters."""
    names = {entry.platform.key: entry.platform.name for entry in dossier.accounts}
    fields = {name: _filled(writer, names, value, most) for name, value in line.fields}
    return writer.say(f"timeline.line.{line.key}", **fields)


def _filled(writer: Writer, platforms: dict[str, str], value: Filling, most: int) -> str | int:
    """Return what stands in a field."""
    match value:
        case Sum(minor, currency):
            return writer.clipped(writer.money(minor, currency), 40)
        case Length(seconds):
            return writer.length(seconds)
        case Method(key):
            return method_named(writer, key)
        case Platform(key):
            return writer.clipped(platforms.get(key, key), 40)
        case str():
            return writer.clipped(value, most)
        case _:
            return value


def _lead(writer: Writer, zone: str, name: str, *, is_utc: bool) -> list[Span]:
    """Return in which zone the times are."""
    if not is_utc:
        return writer.say("timeline.differs", name=name)
    if zone == "UTC":
        return writer.say("timeline.utc", name=name)
    return writer.say("timeline.same", zone=zone, name=name)


def _row(sheet: Sheet, line: TimelineLine, *, is_new_day: bool, is_utc: bool) -> list[Cell]:
    """Return the five cells of a line; the day is bold once."""
    writer = sheet.writer
    style = BODY.bold if line.kind is LineKind.DEADLINE else BODY
    return [
        [Span(writer.weekday(line.at), BODY.bold if is_new_day else BODY)],
        [Span(time_of(writer, line, is_utc=is_utc), style)],
        what_of(writer, sheet.dossier, line),
        writer.say(f"timeline.{line.certainty.value}"),
        _where(sheet, line),
    ]


def time_of(writer: Writer, line: TimelineLine, *, is_utc: bool) -> str:
    """Return the time no more exactly than it is known, in both zones where they differ."""
    if line.precision is Precision.DAY:
        return writer.plain("timeline.that_day")
    local = _span(writer, line, utc=False)
    time = local if is_utc else writer.plain("timeline.both", local=local, utc=_span(writer, line, utc=True))
    if line.precision is Precision.HOUR:
        return writer.plain("timeline.hour", time=time)
    return writer.plain("timeline.about", time=time) if line.is_about else time


def _span(writer: Writer, line: TimelineLine, *, utc: bool) -> str:
    """Return the time, or both ends of it; an end on another day says which."""
    zoned = (lambda at: at.astimezone(UTC)) if utc else writer.local
    first = zoned(line.at)
    if line.until is None:
        return f"{first:{TIMES[line.precision]}}"
    last: datetime = zoned(line.until)
    ends = f"{first:%H:%M}", f"{last:%H:%M}"
    if first.date() != last.date():
        day = f"{last.day} {writer.plain(f'month.{last.month}')}"
        return writer.plain("to", first=ends[0], last=f"{day} {ends[1]}")
    return ends[0] if ends[0] == ends[1] else writer.plain("to", first=ends[0], last=ends[1])


def _where(sheet: Sheet, line: TimelineLine) -> Cell:
    """Return the exhibits, or the page of a payment that no picture shows."""
    writer = sheet.writer
    if line.key == "capture.several":
        runs = neighbours(line.refs)
        shown = [span for run in runs[:MOST_RUNS] for span in (Span(", ", BODY), *_run(writer, *run))]
        return [*shown[1:], *([Span(", …", BODY)] if len(runs) > MOST_RUNS else [])]
    if line.refs:
        return refs_said(writer, sheet.dossier, line.refs, LONG)
    if line.kind is LineKind.PAYMENT and sheet.page_of("payments"):
        return leading_to("payments", writer.say("page", page=sheet.page_of("payments")))
    return writer.say("timeline.nowhere")


def _run(writer: Writer, first: str, last: str) -> list[Span]:
    """Return ``TJH/1 - 7``, both ends leading to their exhibits, or one exhibit."""
    spans = leading_to(exhibit_place(first), writer.own(first))
    if first == last:
        return spans
    end = writer.own(last.rpartition("/")[2])
    return [*spans, Span(" - ", BODY), *leading_to(exhibit_place(last), end)]
