# SPDX-License-Identifier: MIT
"""Pages of exhibits that the witness holds back: no pixel of them, all that is known, and a label to sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.capture.solid import INK_TEXT
from app.report import exhibits as pages
from app.report.joins import draw_joins
from app.report.layout import LEFT, WIDTH, ascent
from app.report.phrases import exhibit_title
from app.report.tables import field
from app.report.text import BODY, H1_LIGHT, Span, wrap
from app.report.used_in import used_in

if TYPE_CHECKING:
    from app.model import Exhibit
    from app.report.dossier import ReportExhibit
    from app.report.layout import Sheet

MOST_HEIGHT, LEAST_HEIGHT = 230.0, 60.0
PAD = 12.0
PAPER = "#ffffff"


def draw_held(sheet: Sheet, entry: ReportExhibit) -> None:
    """Draw the page of an exhibit that is covered whole; of a conversation its facts follow."""
    writer, exhibit = sheet.writer, entry.exhibit
    sheet.begin_page(f"exhibit {exhibit.ref}", title=exhibit.ref, level=1)
    pages.heading(sheet, exhibit, [Span(exhibit_title(writer, exhibit, pages.TITLE), H1_LIGHT)])
    _panel(sheet, exhibit)
    if exhibit.is_run:
        draw_joins(sheet, exhibit)
        return
    with sheet.tagged("Table"):
        for key, value in pages.facts_of(writer, exhibit, is_held=True):
            field(sheet, writer.say(f"exhibit.{key}", BODY.bold), value, label_width=pages.LABEL)
        used = used_in(sheet, exhibit.ref)
        field(sheet, writer.say("used.label", BODY.bold), used, label_width=pages.LABEL)
    pages.draw_label(sheet, exhibit)


def _panel(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw a solid panel of the picture's shape that says who holds it."""
    writer, content = sheet.writer, exhibit.record.content
    scale = min(WIDTH / content.width_px, MOST_HEIGHT / content.height_px)
    width, height = max(WIDTH / 2, content.width_px * scale), max(LEAST_HEIGHT, content.height_px * scale)
    left, top = LEFT + (WIDTH - width) / 2, sheet.y
    key = "covered.panel_run" if exhibit.is_run else "covered.panel"
    said = writer.say(key, replace(BODY.bold, colour=PAPER), n=len(exhibit.originals))
    lines = wrap(writer.fonts, said, width - 2 * PAD)
    height = max(height, sum(line.leading for line in lines) + 2 * PAD)
    sheet.pen.area(left, top, width, height, INK_TEXT)
    y = top + (height - sum(line.leading for line in lines)) / 2
    with sheet.tagged("P"):
        for line in lines:
            sheet.text(left + (width - line.width) / 2, y + ascent(line), line)
            y += line.leading
    sheet.y = top + height + 8
