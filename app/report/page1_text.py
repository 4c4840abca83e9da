# SPDX-License-Identifier: MIT
"""Page 1 as plain lines: what its writer puts on paper, in the order it puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.fonts import NO_BREAK
from app.report.layout import Sheet
from app.report.page1 import draw_page1, fitting_limits
from app.report.pens import BlankPen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.report.dossier import Dossier
    from app.report.text import Line
    from app.report.writer import Writer

SAME_LINE = 3.0  # points between the baselines of what stands side by side, in two faces
LARGEST_BOX = 14.0
BETWEEN = "  "
EMPTY, CROSSED = "[ ] ", "[x] "


class LinesPen(BlankPen):
    """Writes down what is drawn; a small frame is a box to tick, and strokes inside one cross it."""

    def __init__(self) -> None:
        """Begin with no line."""
        super().__init__()
        self.lines: list[str] = []
        self._at = (0.0, 0.0)
        self._box = ""
        self._inside = (0.0, 0.0, 0.0, 0.0)

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Begin a line, or go on with the last one where this stands beside it."""
        super().text(x, baseline, line)
        said = self._box + line.text.replace(NO_BREAK, " ").strip()
        self._box = ""
        if not said:
            return
        before_x, before_baseline = self._at
        if self.lines and x > before_x and abs(baseline - before_baseline) <= SAME_LINE:
            self.lines[-1] += BETWEEN + said
        else:
            self.lines.append(said)
        self._at = (x, baseline)

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        line: float,
        colour: str,
        is_dashed: bool = False,
    ) -> None:
        """Know a box to tick."""
        del line, colour, is_dashed
        if width == height <= LARGEST_BOX:
            self._box, self._inside = EMPTY, (x, y, x + width, y + height)

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, width: float, colour: str) -> None:
        """Know that it is crossed."""
        del width, colour
        left, top, right, bottom = self._inside
        is_inside = (
            left < min(x, to_x) and max(x, to_x) < right and top < min(y, to_y) and max(y, to_y) < bottom
        )
        if self._box and is_inside:
            self._box = CROSSED


def page1_lines(dossier: Dossier, writer: Writer, known: Mapping[str, int]) -> tuple[str, ...]:
    """Return the lines of page 1, its header first.

    Args:
        dossier: what the report says.
        writer: the one that writes the report.
        known: on which page each part begins.
    """
    pen = LinesPen()
    sheet = Sheet(pen, writer, dossier, known)
    draw_page1(sheet, fitting_limits(writer, dossier, known))
    return tuple(pen.lines)
