# SPDX-License-Identifier: MIT
"""Rows, tables and tinted boxes on a sheet; what is taller than a page runs on over the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.hashing import grouped
from app.report.layout import BOTTOM, HAIRLINE, LEFT, RIGHT, TOP, WIDTH, ascent
from app.report.text import CODE, H2, INK, RULE, TINT, Line, Span, Style, text_width, whole, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.report.layout import Sheet

LABEL = 104.0  # width of the column of labels
HEAD = 19.5  # height of a row of headings
GAP = 8.0  # between the texts of two columns

Cell = list[Span]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in points, and which side its text stands on."""

    heading: Cell
    width: float
    right: bool = False


def field(sheet: Sheet, label: Cell, value: Cell, *, label_width: float = LABEL) -> None:
    """Draw a label, its value and a line below."""
    row(sheet, [(LEFT, label_width - GAP, label), (LEFT + label_width, WIDTH - label_width, value)])


def row(
    sheet: Sheet,
    cells: Sequence[tuple[float, float, Cell]],
    *,
    pad: float = 2.2,
    least: float = 0,
    most: int | None = None,
) -> None:
    """Draw cells given as (x, width, text) side by side, at most so many lines each, and a line below."""
    fonts = sheet.writer.fonts
    columns = [(x, wrap(fonts, text, width, at_most=most) if text else []) for x, width, text in cells]
    height = max([least, *(_height(lines) + 2 * pad for _, lines in columns)])
    if height <= BOTTOM - TOP - 60:
        sheet.need(height)
        _draw(sheet, columns, sheet.y + (height - max(_height(lines) for _, lines in columns)) / 2)
        sheet.y += height
    else:
        _draw_long(sheet, columns, pad)
    sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=HAIRLINE, colour=RULE)


def table(  # noqa: PLR0913 - what a table may differ in
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    pad: float = 3.2,
    head: float = HEAD,
    least: float = 0,
    most: int | None = None,
    after: Callable[[int], None] | None = None,
) -> None:
    """Draw a table; its headings come again on each new page. ``after`` draws what belongs below a row."""
    fonts = sheet.writer.fonts
    _draw_head(sheet, columns, head)
    for n, cells in enumerate(rows):
        wrapped = [
            wrap(fonts, cell, column.width - GAP, at_most=most)
            for column, cell in zip(columns, cells, strict=True)
            if cell
        ]
        tall = max([least, *(_height(lines) + 2 * pad for lines in wrapped)])
        if sheet.y + min(tall, BOTTOM - TOP - 80) > BOTTOM:
            sheet.begin_page()
            sheet.y += 2
            _draw_head(sheet, columns, head)
        placed = [
            (_start(sheet, x, column, cell), column.width - GAP, cell)
            for (x, column), cell in zip(_places(columns), cells, strict=True)
        ]
        row(sheet, placed, pad=pad, least=least, most=most)
        if after:
            after(n)


def tinted(sheet: Sheet, blocks: Sequence[Sequence[Span]]) -> None:
    """Draw paragraphs on a tint, with a bar at the left."""
    lines = [line for block in blocks for line in wrap(sheet.writer.fonts, block, WIDTH - 21)]
    sheet.y += 4
    if _height(lines) < BOTTOM - TOP - 60:
        sheet.need(_height(lines) + 12)
    while lines:
        fitting = _fitting(lines, BOTTOM - sheet.y - 12)
        if not fitting:
            sheet.begin_page()
            continue
        height = _height(lines[:fitting]) + 11
        sheet.pen.area(LEFT, sheet.y, WIDTH, height, TINT)
        sheet.pen.rule(LEFT + 0.9, sheet.y, LEFT + 0.9, sheet.y + height, width=2, colour=H2.colour)
        _draw(sheet, [(LEFT + 9, lines[:fitting])], sheet.y + 5)
        sheet.y += height
        lines = lines[fitting:]


def hash_cell(value: str, style: Style = CODE) -> Cell:
    """Return a hash value as a cell: groups of four, eight groups a line."""
    return [Span(" ".join(whole(text) for text in grouped(value)), style)]


def _draw_head(sheet: Sheet, columns: Sequence[Column], height: float) -> None:
    """Draw the tinted row of headings between its two lines."""
    sheet.need(height * 2.5)
    sheet.pen.area(LEFT, sheet.y, WIDTH, height, TINT)
    sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=1, colour=INK)
    for x, column in _places(columns):
        if column.heading:
            baseline = sheet.y + (height + 7.2) / 2
            sheet.put(_start(sheet, x, column, column.heading), baseline, column.heading)
    sheet.y += height
    sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=0.8, colour=INK)


def _draw(sheet: Sheet, columns: Sequence[tuple[float, Sequence[Line]]], top: float) -> None:
    """Draw the lines of each cell from the same top."""
    for x, lines in columns:
        y = top
        for line in lines:
            sheet.pen.text(x, y + ascent(line), line)
            y += line.leading


def _draw_long(sheet: Sheet, columns: Sequence[tuple[float, list[Line]]], pad: float) -> None:
    """Draw cells of more than a page, line by line."""
    sheet.y += pad
    for n in range(max(len(lines) for _, lines in columns)):
        present = [(x, lines[n]) for x, lines in columns if n < len(lines)]
        tall = max(line.leading for _, line in present)
        sheet.need(tall + pad)
        _draw(sheet, [(x, [line]) for x, line in present], sheet.y)
        sheet.y += tall
    sheet.y += pad


def _height(lines: Sequence[Line]) -> float:
    return sum(line.leading for line in lines)


def _places(columns: Sequence[Column]) -> list[tuple[float, Column]]:
    """Return each column with the x at which its text begins."""
    x = LEFT + 4
    places = []
    for column in columns:
        places.append((x, column))
        x += column.width
    return places


def _start(sheet: Sheet, x: float, column: Column, spans: Sequence[Span]) -> float:
    """Return where a text begins so that it ends at the right of its column, if it should."""
    if not column.right:
        return x
    wide = sum(text_width(sheet.writer.fonts, span) for span in spans)
    return x + max(0.0, column.width - GAP - wide)


def _fitting(lines: Sequence[Line], room: float) -> int:
    """Return how many lines fit."""
    used = 0.0
    for n, line in enumerate(lines):
        used += line.leading
        if used > room:
            return n
    return len(lines)
