# SPDX-License-Identifier: MIT
"""Rows, tables and tinted boxes on a sheet; what is taller than a page runs on over the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
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
HEAD_GAP = 3.0  # between two headings
HEAD_PAD = 2.6  # above and below a heading of several lines

Cell = list[Span]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in points, and which side its text stands on."""

    heading: Cell
    width: float
    right: bool = False


def field(sheet: Sheet, label: Cell, value: Cell, *, label_width: float = LABEL) -> None:
    """Draw a label, its value and a line below: a row of the table that is open, or a table by itself."""
    if sheet.inside != "Table":
        with sheet.tagged("Table"):
            field(sheet, label, value, label_width=label_width)
        return
    cells = [(LEFT, label_width - GAP, label), (LEFT + label_width, WIDTH - label_width, value)]
    row(sheet, cells, heads=1)


def row(
    sheet: Sheet,
    cells: Sequence[tuple[float, float, Cell]],
    *,
    pad: float = 2.2,
    least: float = 0,
    most: int | None = None,
    heads: int = 0,
) -> None:
    """Draw cells given as (x, width, text) side by side, at most so many lines each, and a line below.

    The first ``heads`` of them name the row.
    """
    fonts = sheet.writer.fonts
    columns = [(x, wrap(fonts, text, width, at_most=most) if text else []) for x, width, text in cells]
    tallest = max(_height(lines) for _, lines in columns)
    height = max(least, tallest + 2 * pad)
    if height <= BOTTOM - TOP - 60:
        sheet.need(height)
        top = sheet.y + (height - tallest) / 2
        _draw(sheet, [_Cell.of(x, lines, top) for x, lines in columns], heads)
        sheet.y += height
    else:
        _draw_long(sheet, columns, pad, heads)
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
    heads: int = 0,
    after: Callable[[int], None] | None = None,
) -> None:
    """Draw a table; its headings come again on each new page.

    The first ``heads`` cells of a row name it. ``after`` draws what belongs below a row, as a row of its own.
    """
    fonts = sheet.writer.fonts
    with sheet.tagged("Table"):
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
                with sheet.artifact():
                    _draw_head(sheet, columns, head)
            placed = [
                (_start(sheet, x, column, cell), column.width - GAP, cell)
                for (x, column), cell in zip(_places(columns), cells, strict=True)
            ]
            row(sheet, placed, pad=pad, least=least, most=most, heads=heads)
            if after:
                after(n)


def tinted(sheet: Sheet, blocks: Sequence[Sequence[Span]]) -> None:
    """Draw paragraphs on a tint, with a bar at the left."""
    wrapped = [wrap(sheet.writer.fonts, block, WIDTH - 21) for block in blocks]
    ahead = [line for lines in wrapped for line in lines]
    sheet.y += 4
    if _height(ahead) < BOTTOM - TOP - 60:
        sheet.need(_height(ahead) + 12)
    room = 0  # lines for which there is a tint already
    for lines in wrapped:
        with sheet.tagged("P"):
            for line in lines:
                room = room or _tint(sheet, ahead)
                sheet.text(LEFT + 9, sheet.y + ascent(line), line)
                sheet.y += line.leading
                del ahead[0]
                room -= 1
                sheet.y += 0 if room else 6


def _tint(sheet: Sheet, lines: Sequence[Line]) -> int:
    """Draw the tint for as many lines as fit on this page, or else on the next; return how many."""
    fitting = _fitting(lines, BOTTOM - sheet.y - 12)
    if not fitting:
        sheet.begin_page()
        fitting = _fitting(lines, BOTTOM - sheet.y - 12)
    height = _height(lines[:fitting]) + 11
    sheet.pen.area(LEFT, sheet.y, WIDTH, height, TINT)
    sheet.pen.rule(LEFT + 0.9, sheet.y, LEFT + 0.9, sheet.y + height, width=2, colour=H2.colour)
    sheet.y += 5
    return fitting


def hash_cell(value: str, style: Style = CODE) -> Cell:
    """Return a hash value as a cell: groups of four, eight groups a line."""
    return [Span(" ".join(whole(text) for text in grouped(value)), style)]


def _draw_head(sheet: Sheet, columns: Sequence[Column], height: float) -> None:
    """Draw the tinted row of headings between its two lines; a heading wider than its column is wrapped."""
    fonts = sheet.writer.fonts
    wrapped = [wrap(fonts, column.heading, column.width - HEAD_GAP) for column in columns]
    tallest = max(_height(lines) for lines in wrapped)
    height = max(height, tallest + 2 * HEAD_PAD)
    sheet.need(height * 2.5)
    sheet.pen.area(LEFT, sheet.y, WIDTH, height, TINT)
    sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=1, colour=INK)
    top = sheet.y + (height - tallest) / 2
    with sheet.tagged("TR"):
        for (x, column), lines in zip(_places(columns), wrapped, strict=True):
            with sheet.tagged("TH", scope="Column") if column.heading else sheet.tagged("TD"):
                start = _start(sheet, x, column, column.heading) if len(lines) == 1 else x
                for below, line in _Cell.of(start, lines, top).lines:
                    sheet.text(start, below + ascent(line), line)
    sheet.y += height
    sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=0.8, colour=INK)


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where the lines of a cell begin, and each line with its top."""

    x: float
    lines: Sequence[tuple[float, Line]]

    @classmethod
    def of(cls, x: float, lines: Sequence[Line], top: float) -> _Cell:
        """Return lines below one another, each as tall as it wants."""
        tops = accumulate((line.leading for line in lines), initial=top)
        return cls(x, list(zip(tops, lines, strict=False)))


def _draw(sheet: Sheet, cells: Sequence[_Cell], heads: int) -> None:
    """Draw the cells of a row; the first ``heads`` name it, unless they are empty."""
    with sheet.tagged("TR"):
        for n, cell in enumerate(cells):
            names = n < heads and cell.lines
            with sheet.tagged("TH", scope="Row") if names else sheet.tagged("TD"):
                for top, line in cell.lines:
                    sheet.pen.text(cell.x, top + ascent(line), line)


def _draw_long(sheet: Sheet, columns: Sequence[tuple[float, Sequence[Line]]], pad: float, heads: int) -> None:
    """Draw cells of more than a page: a row on each page, for as many of their lines as fit."""
    count = max(len(lines) for _, lines in columns)
    tall = [max(lines[n].leading for _, lines in columns if n < len(lines)) for n in range(count)]
    sheet.y += pad
    begin = 0
    while begin < count:
        sheet.need(tall[begin] + pad)
        tops = list(accumulate(tall[begin:], initial=sheet.y))
        end = begin + max(1, sum(below + pad <= sheet.bottom for below in tops[1:]))
        cells = [_Cell(x, list(zip(tops, lines[begin:end], strict=False))) for x, lines in columns]
        _draw(sheet, cells, heads)
        sheet.y, begin = tops[end - begin], end
    sheet.y += pad


def _height(lines: Sequence[Line]) -> float:
    return sum([line.leading for line in lines])


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
