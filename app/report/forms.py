# SPDX-License-Identifier: MIT
"""What is filled in by hand or crossed already: lines to write on, boxes to tick, the square code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.report.text import INK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.report.layout import Sheet
    from app.report.text import Span

BOX = 11.0  # side of a box to tick


def blank(sheet: Sheet, x: float, baseline: float, width: float) -> None:
    """Draw a line to write on."""
    sheet.pen.rule(x, baseline + 2, x + width, baseline + 2, width=0.7, colour=INK)


def to_write(sheet: Sheet, x: float, baseline: float, label: Sequence[Span], width: float) -> None:
    """Draw a label and behind it a line to write on."""
    drawn = sheet.put(x, baseline, label)
    blank(sheet, x + drawn.width + 4, baseline, width)


def tick_box(sheet: Sheet, x: float, baseline: float, *, crossed: bool = False) -> None:
    """Draw a box to tick, crossed if it is."""
    top = baseline - BOX + 2
    with sheet.tagged("Figure", alt=sheet.writer.plain("alt.crossed" if crossed else "alt.empty")):
        sheet.pen.frame(x, top, BOX, BOX, line=1, colour=INK)
        if crossed:
            inner, outer = 2.8, BOX - 2.8
            sheet.pen.rule(x + inner, top + inner, x + outer, top + outer, width=1.5, colour=INK)
            sheet.pen.rule(x + inner, top + outer, x + outer, top + inner, width=1.5, colour=INK)


def square_code(sheet: Sheet, text: str, x: float, y: float, side: float) -> None:
    """Draw a QR code, error level M; four modules around it must stay white. Source: ISO/IEC 18004."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    module = side / count
    with sheet.tagged("Figure", alt=sheet.writer.plain("alt.square_code")):
        for r in range(count):
            for first, last in _dark_runs([code.isDark(r, c) for c in range(count)]):
                sheet.pen.area(x + first * module, y + r * module, (last - first) * module, module, "#000000")


def _dark_runs(modules: Sequence[bool]) -> list[tuple[int, int]]:
    """Return (first, one past last) of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for n, dark in enumerate(modules):
        if not dark:
            continue
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs
