# SPDX-License-Identifier: MIT
"""A conversation on paper: a contact sheet, every gap a bar between its frames, then the facts page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.hashing import grouped
from app.model import Why
from app.report.alternatives import frame_alt
from app.report.covered import covered_frames
from app.report.exhibits import heading
from app.report.joins import draw_joins
from app.report.layout import LEFT, WIDTH
from app.report.phrases import exhibit_title
from app.report.reading_order import Break, reading_order
from app.report.text import BODY, CODE, H1_LIGHT, INK, RULE, Span, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Exhibit, Original, RunRecord
    from app.report.dossier import ReportExhibit
    from app.report.layout import Sheet
    from app.report.writer import Writer

TITLE = 80
BETWEEN = 16.0  # columns
CAPTION = 17.0
HASH_DIGITS = 8
FOUR_ROWS, THREE_ROWS, TWO_ROWS = 140.0, 198.0, 296.0  # height of a frame, so that a bar fits on the page too
BREAKS = {
    Why.NO_OVERLAP: "no_overlap",
    Why.WIDTH_CHANGED: "resized",
    Why.TWO_PLACES: "uncertain",
    Why.REPEATED_ONLY: "uncertain",
    Why.ONE_PICTURE: "uncertain",
    Why.RESUMED: "resumed",
}


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many frames stand beside each other, and the largest size of one."""

    columns: int
    width: float
    height: float

    def place(self, column: int) -> float:
        """Return the left edge of a column."""
        return LEFT + column * (self.width + BETWEEN)


def draw_conversation(sheet: Sheet, entry: ReportExhibit) -> None:
    """Draw the contact sheet of a run and the page of its facts."""
    exhibit = entry.exhibit
    parts = reading_order(exhibit)
    sheet.begin_page(f"exhibit {exhibit.ref}", title=exhibit.ref, level=1)
    _title(sheet, exhibit)
    _lead(sheet, exhibit, parts)
    _frames(sheet, entry, parts)
    draw_joins(sheet, exhibit)


def _title(sheet: Sheet, exhibit: Exhibit) -> None:
    writer, count = sheet.writer, len(exhibit.originals)
    title = exhibit_title(writer, exhibit, TITLE)
    heading(sheet, exhibit, writer.say("run.title", H1_LIGHT, title=title, n=count))


def _lead(sheet: Sheet, exhibit: Exhibit, parts: Sequence[int | Break]) -> None:
    """Say how to read the sheet, and whether a piece is missing, before anything else."""
    writer = sheet.writer
    gaps = sum(isinstance(part, Break) for part in parts)
    covered = covered_frames(writer, exhibit)
    if exhibit.run is None:
        sheet.paragraph([*writer.say("run.lead_unjudged"), *covered], after=5)
        return
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) == 1:
        sheet.paragraph([*writer.say("run.lead_single"), *covered], after=5)
        return
    spans = [*writer.say("run.lead"), *writer.say("run.repeats_parts" if gaps else "run.repeats")]
    spans += writer.say("run.numbers") if numbers != sorted(numbers) else []
    spans += [
        *writer.say("run.gaps" if gaps else "run.no_gap", n=gaps),
        *_limits(writer, exhibit.run, gaps),
        *covered,
    ]
    sheet.paragraph(spans, after=5)


def _limits(writer: Writer, run: RunRecord, gaps: int) -> list[Span]:
    """Return what "no gap" or the order of the parts does not say."""
    matched = run.matched
    spans = writer.say("run.order") if gaps else []
    if matched:
        spans += writer.say("run.matched", n=matched)
    return spans


def _frames(sheet: Sheet, entry: ReportExhibit, parts: Sequence[int | Break]) -> None:
    """Draw row after row; a gap ends the row and stands across the page."""
    grid = _grid(entry.exhibit.originals)
    row: list[int] = []
    for part in parts:
        if isinstance(part, Break):
            _row(sheet, entry, grid, row)
            _bar(sheet, part)
            row = []
            continue
        row.append(part)
        if len(row) == grid.columns:
            _row(sheet, entry, grid, row)
            row = []
    _row(sheet, entry, grid, row)


def _grid(originals: Sequence[Original]) -> _Grid:
    """Return two columns for frames that are wide, four for those of a phone."""
    content = [original.record.content for original in originals]
    is_tall = sum(one.height_px > one.width_px * 1.2 for one in content) * 2 > len(content)
    columns = 4 if is_tall else 2
    width = (WIDTH - BETWEEN * (columns - 1)) / columns
    tallest = max(one.height_px / one.width_px for one in content)
    natural = width * tallest
    most = TWO_ROWS if is_tall else FOUR_ROWS if natural <= FOUR_ROWS * 1.15 else THREE_ROWS
    return _Grid(columns, width, min(natural, most))


def _row(sheet: Sheet, entry: ReportExhibit, grid: _Grid, row: Sequence[int]) -> None:
    """Draw the frames of one row, each with its number, time and the start of its fingerprint."""
    if not row:
        return
    sheet.need(grid.height + CAPTION)
    for column, number in enumerate(row):
        _frame(sheet, entry, number, grid, grid.place(column))
    sheet.y += grid.height + CAPTION


def _frame(sheet: Sheet, entry: ReportExhibit, number: int, grid: _Grid, left: float) -> None:
    original = entry.exhibit.originals[number - 1]
    writer, content = sheet.writer, original.record.content
    scale = min(grid.width / content.width_px, grid.height / content.height_px)
    width, height = content.width_px * scale, content.height_px * scale
    sheet.mark(f"exhibit {original.ref}")
    with sheet.tagged("Figure", alt=frame_alt(writer, original, entry.words_of(number))):
        sheet.pen.picture(original, left, sheet.y, width, height)
        sheet.pen.frame(left, sheet.y, width, height, line=0.6, colour=RULE)
    words = [*writer.own(str(number), BODY.bold), Span("  ", BODY)]
    if grid.columns == 2:
        words += [*writer.own(f"{writer.day(original.acquired_at)} ", BODY)]
        words += [*writer.own(f"{writer.local(original.acquired_at):%H:%M:%S}", BODY), Span("  ", BODY)]
    words.append(Span(" ".join(grouped(content.sha256[:HASH_DIGITS])), CODE))
    sheet.put(left, sheet.y + height + 11.5, words)


def _bar(sheet: Sheet, gap: Break) -> None:
    """Draw a dashed bar across the page that says what is missing, and between which frames."""
    writer = sheet.writer
    kind = BREAKS[gap.gap.why] if gap.gap else "no_overlap"
    numbers = {"first": gap.above, "second": gap.below}
    spans = writer.say(f"run.bar.{kind}", **numbers)
    lines = wrap(writer.fonts, spans, WIDTH - 24)
    height = sum(line.leading for line in lines) + 10
    sheet.y += 4
    sheet.need(height + 8)
    sheet.pen.frame(LEFT, sheet.y, WIDTH, height, line=1.4, colour=INK, is_dashed=True)
    baseline = sheet.y + 15
    with sheet.tagged("P"):
        for line in lines:
            sheet.text(LEFT + 12, baseline, line)
            baseline += line.leading
    sheet.y += height + 8
