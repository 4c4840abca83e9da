# SPDX-License-Identifier: MIT
"""A line of monospaced characters of which some are marked: on a ground of their own, bold and underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.context import Context

UNDERLINE_PX = 2
MARK_WEIGHT = 600


class MarkedText(QWidget):
    """Always from left to right; what is too long goes on in the next line."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = context.theme
        self._cells: tuple[tuple[str, bool], ...] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marked(self) -> tuple[int, ...]:
        """The places that are marked."""
        return tuple(index for index, (_, is_marked) in enumerate(self._cells) if is_marked)

    def set_cells(self, cells: Sequence[tuple[str, bool]]) -> None:
        """Show these characters; a marked space stands for one that is missing."""
        self._cells = tuple(cells)
        self.setAccessibleName("".join(character for character, _ in cells))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        """A long one needs more lines in less room."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """How high it is at a width."""
        return self._theme.role("mono").line_px * max(1, -(-len(self._cells) // self._columns(width)))

    @override
    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(round(len(self._cells) * self._cell()), self._theme.role("mono").line_px)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self._theme.text_px(120), self._theme.role("mono").line_px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each character in its cell."""
        painter = QPainter(self)
        line_px, cell = self._theme.role("mono").line_px, self._cell()
        usual = self._theme.font("mono")
        strong = QFont(usual)
        strong.setVariableAxis(QFont.Tag("wght"), MARK_WEIGHT)
        start = self._start()
        painter.setPen(self._theme.colour("ink"))
        for index, (character, is_marked) in enumerate(self._cells):
            line, column = divmod(index, self._columns(self.width()))
            box = QRectF(start + column * cell, line * line_px, cell, line_px)
            if is_marked:
                painter.fillRect(box, self._theme.colour("mark"))
                under = QRectF(box.x() + 1, box.bottom() - UNDERLINE_PX - 2, cell - 2, UNDERLINE_PX)
                painter.fillRect(under, self._theme.colour("ink"))
            painter.setFont(strong if is_marked else usual)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character)
        painter.end()

    def _start(self) -> float:
        """Return where lines begin: at the far side where the part around it runs from the right."""
        around = self.parentWidget()
        if around is None or not around.isRightToLeft():
            return 0.0
        return self.width() - min(len(self._cells), self._columns(self.width())) * self._cell()

    def _columns(self, width: int) -> int:
        """Return how many characters stand in one line."""
        return max(4, int(width // self._cell()))

    def _cell(self) -> float:
        return QFontMetricsF(self._theme.font("mono")).horizontalAdvance("0")
