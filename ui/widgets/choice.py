# SPDX-License-Identifier: MIT
"""One answer out of a few: rows like cards, each with its ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.override import override
from ui.spoken_roles import speak_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context


class ChoiceRow(QRadioButton):
    """One answer. The whole row can be pressed; long words wrap."""

    def __init__(self, context: Context, words: str, *, parent: QWidget | None = None) -> None:
        """Show the answer, not chosen."""
        super().__init__(parent)
        self._theme = context.theme
        self._words = words
        self.setProperty("role", "choice")
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """How high it is at a width."""
        lines = self._text_rect(width).height()
        return max(self._theme.control_px(52), lines + self._theme.gap_px(28))

    @override
    def sizeHint(self) -> QSize:
        """One line, if there is room."""
        width = self._metrics_width() + self._left_px() + self._theme.gap_px(20)
        return QSize(width, self._theme.control_px(52))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the ring and a word."""
        return QSize(self._theme.text_px(120), self._theme.control_px(52))

    @override
    def hitButton(self, pos: object, /) -> bool:
        """The whole row is the button."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row by the sheet, the ring and the words by hand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self._paint_ring(painter)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font("strong" if self.isChecked() else "body"))
        left = self._left_px()
        room = self.rect().adjusted(left, 0, -self._theme.gap_px(16), 0)
        if self.isRightToLeft():
            room = self.rect().adjusted(self._theme.gap_px(16), 0, -left, 0)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(
            room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self._words
        )
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        edge = self._theme.text_px(22)
        x = self._theme.gap_px(18)
        if self.isRightToLeft():
            x = self.width() - x - edge
        ring = QRectF(x, (self.height() - edge) / 2, edge, edge)
        painter.setPen(QPen(self._theme.colour("primary" if self.isChecked() else "control"), 2))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("primary"))
            inset = edge * 0.27
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))

    def _left_px(self) -> int:
        return self._theme.gap_px(18) + self._theme.text_px(22) + self._theme.gap_px(15)

    def _text_rect(self, width: int) -> QRect:
        metrics = self.fontMetrics()
        room = width - self._left_px() - self._theme.gap_px(16)
        return metrics.boundingRect(0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), self._words)

    def _metrics_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._words) * 11 // 10  # bold is a tenth wider


class Choice(QWidget):
    """A question's answers; none is chosen beforehand.

    Signals:
        chosen: carries the key of the answer.
    """

    chosen = Signal(str)

    def __init__(
        self,
        context: Context,
        answers: Sequence[tuple[str, str]],
        *,
        name: str,
        is_across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the answers.

        Args:
            context: for sizes.
            answers: key and words of each.
            name: the question, for a screen reader.
            is_across: side by side rather than one under the other.
            parent: Qt's.
        """
        super().__init__(parent)
        speak_as(self, "group")
        self.setAccessibleName(name)
        ways = QBoxLayout.Direction
        self.line = QBoxLayout(ways.LeftToRight if is_across else ways.TopToBottom, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(context.theme.gap_px(10))
        self._group = QButtonGroup(self)
        self.rows: dict[str, ChoiceRow] = {}
        for key, words in answers:
            row = ChoiceRow(context, words, parent=self)
            row.setObjectName(key)
            self.rows[key] = row
            self._group.addButton(row)
            self.line.addWidget(row, 1)
            row.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def answer(self) -> str | None:
        """The key of the chosen answer; None while nothing is chosen."""
        return next((key for key, row in self.rows.items() if row.isChecked()), None)

    def choose(self, key: str) -> None:
        """Choose an answer, as when a draft comes back."""
        self.rows[key].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """One under the other when there is no room."""
        if narrow:
            self.line.setDirection(QBoxLayout.Direction.TopToBottom)
