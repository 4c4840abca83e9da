# SPDX-License-Identifier: MIT
"""An identifier in large letters: what people take for one another is coloured, underlined and named."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.identify.lookalikes import Mark, marks
from ui.override import override

if TYPE_CHECKING:
    from ui.context import Context

SIDE_PX, TOP_PX = 16, 12  # round the reading. Source: mock/07-find-their-id
UNDERLINE_PX = 3


@dataclass(frozen=True, slots=True)
class _Sign:
    """The name of a mark, placed: in which line of the reading, in which row below it."""

    mark: Mark
    line: int
    row: int
    centre: float


class IdentifierStrip(QWidget):
    """Shows one identifier, always from left to right; what is too long goes on in the next line."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._differs_at: int | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str, *, differs_at: int | None = None, names: bool = True) -> None:
        """Show this identifier; the character at ``differs_at`` is marked, and look-alikes with ``names``."""
        self._text = text
        self._marks = marks(text) if names else ()
        self._differs_at = differs_at
        self.setAccessibleName(text)
        said = [self._context.words("id.strip.at", name=mark.name, n=mark.index + 1) for mark in self._marks]
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        """A long one needs more lines in less room."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """How high it is at a width."""
        return round(sum(self._line_heights(width)) + 2 * self._theme.gap_px(TOP_PX))

    @override
    def sizeHint(self) -> QSize:
        """All in one line."""
        width = round(len(self._text) * self._cell()) + 2 * self._theme.gap_px(SIDE_PX)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        width = self._theme.text_px(200)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, letters, underlines and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        tops = self._line_tops()
        by_index = {mark.index: mark for mark in self._marks}
        for index, character in enumerate(self._text):
            self._paint_letter(painter, index, character, by_index.get(index), tops)
        for sign in self._signs(self.width()):
            self._paint_name(painter, sign, tops)
        painter.end()

    def _paint_letter(
        self, painter: QPainter, index: int, character: str, mark: Mark | None, tops: list[float]
    ) -> None:
        cell = self._cell()
        line, column = divmod(index, self._columns(self.width()))
        box = QRectF(self._left() + column * cell, tops[line], cell, self._theme.role("reading").line_px)
        if index == self._differs_at:
            painter.fillRect(box, self._theme.colour("mark"))
        painter.setFont(self._theme.font("reading"))
        painter.setPen(self._colour(mark))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character)
        if mark is not None or index == self._differs_at:
            under = QRectF(box.x() + 1, box.bottom() - UNDERLINE_PX, cell - 2, UNDERLINE_PX)
            painter.fillRect(under, self._colour(mark))

    def _paint_name(self, painter: QPainter, sign: _Sign, tops: list[float]) -> None:
        role = self._theme.role("small_strong")
        top = tops[sign.line] + self._theme.role("reading").line_px + 4 + sign.row * role.line_px
        width = QFontMetricsF(self._theme.font("small_strong")).horizontalAdvance(sign.mark.name) + 4
        painter.setFont(self._theme.font("small_strong"))
        painter.setPen(self._colour(sign.mark))
        box = QRectF(sign.centre - width / 2, top, width, role.line_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.mark.name)

    def _signs(self, width: int) -> list[_Sign]:
        """Return the names in their places: a name that would touch another goes one row down."""
        metrics = QFontMetricsF(self._theme.font("small_strong"))
        columns, cell = self._columns(width), self._cell()
        signs: list[_Sign] = []
        ends: dict[tuple[int, int], float] = {}
        for mark in self._marks:
            line, column = divmod(mark.index, columns)
            half = metrics.horizontalAdvance(mark.name) / 2
            centre = self._left() + (column + 0.5) * cell
            centre = min(max(centre, half + 4), max(half + 4, width - half - 4))
            row = 0
            while ends.get((line, row), -math.inf) > centre - half - 6:
                row += 1
            ends[line, row] = centre + half
            signs.append(_Sign(mark, line, row, centre))
        return signs

    def _line_heights(self, width: int) -> list[float]:
        """Return how high each line is with the names below it."""
        lines = max(1, -(-len(self._text) // self._columns(width)))
        rows = [0] * lines
        for sign in self._signs(width):
            rows[sign.line] = max(rows[sign.line], sign.row + 1)
        reading, name = self._theme.role("reading").line_px, self._theme.role("small_strong").line_px
        return [reading + (4 + count * name if count else 0) for count in rows]

    def _line_tops(self) -> list[float]:
        tops = [float(self._theme.gap_px(TOP_PX))]
        for height in self._line_heights(self.width())[:-1]:
            tops.append(tops[-1] + height)
        return tops

    def _columns(self, width: int) -> int:
        """Return how many characters stand in one line."""
        return max(4, int((width - 2 * self._left()) // self._cell()))

    def _left(self) -> float:
        return float(self._theme.gap_px(SIDE_PX))

    def _cell(self) -> float:
        return QFontMetricsF(self._theme.font("reading")).horizontalAdvance("0")

    def _colour(self, mark: Mark | None) -> QColor:
        if mark is None:
            return self._theme.colour("ink")
        if mark.is_foreign:
            return self._theme.colour("attention")
        return self._theme.colour("id_digit" if mark.is_digit else "id_letter")
