# SPDX-License-Identifier: MIT
"""What happened, in order, and how it is known."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from app.report.phrases import name_to_use
from app.report.tables import Column, table
from app.report.text import BODY, Span

if TYPE_CHECKING:
    from app.model import Event
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 400


def draw_timeline(sheet: Sheet) -> None:
    """Draw the timeline; local time and UTC both where they differ."""
    writer, events = sheet.writer, sheet.dossier.events
    is_utc = writer.is_utc(event.at for event in events)
    name = name_to_use(writer, sheet.dossier.case)
    sheet.begin_page("timeline", title=writer.plain("timeline.title"))
    sheet.title("timeline.title", _lead(writer, writer.zone(events[0].at), name, is_utc=is_utc))
    keys = (("day", 76), ("time", 88), ("what", 178), ("how", 82), ("where", 74))
    columns = [Column(writer.say(f"timeline.{key}", BODY.bold), width) for key, width in keys]
    days = [writer.weekday(event.at) for event in events]
    rows = [
        _row(writer, event, is_new_day=n == 0 or days[n - 1] != days[n], is_utc=is_utc)
        for n, event in enumerate(events)
    ]
    table(sheet, columns, rows)


def _lead(writer: Writer, zone: str, name: str, *, is_utc: bool) -> list[Span]:
    """Return in which zone the times are."""
    if not is_utc:
        return writer.say("timeline.differs", name=name)
    if zone == "UTC":
        return writer.say("timeline.utc", name=name)
    return writer.say("timeline.same", zone=zone, name=name)


def _row(writer: Writer, event: Event, *, is_new_day: bool, is_utc: bool) -> list[Cell]:
    """Return the five cells of an event; the day is bold once."""
    time = writer.clock(event.at)
    if not is_utc:
        time = writer.plain("timeline.both", local=time, utc=f"{event.at.astimezone(UTC):%H:%M}")
    if event.is_about:
        time = writer.plain("timeline.about", time=time)
    return [
        [Span(writer.weekday(event.at), BODY.bold if is_new_day else BODY)],
        [Span(time, BODY)],
        [Span(writer.clipped(event.what, LONG), BODY)],
        writer.say(f"timeline.{event.certainty.value}"),
        [Span(writer.clipped(event.where, LONG), BODY)] if event.where else writer.say("timeline.nowhere"),
    ]
