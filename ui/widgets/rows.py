# SPDX-License-Identifier: MIT
"""Layouts that bend: columns that stack when the window is narrow, buttons that go on in the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context


def column_of(parts: Sequence[QWidget], gap_px: int, parent: QWidget) -> QWidget:
    """Return a widget that holds these under one another, and is no higher than they are."""
    held = QWidget(parent)
    held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap_px)
    for part in parts:
        column.addWidget(part)
    return held


def flow_of(parts: Sequence[QWidget], gap_px: int, parent: QWidget) -> QWidget:
    """Return a widget that holds these like words: beside each other, and below where the line is full."""
    held = QWidget(parent)
    flow = Flow(held, gap_px=gap_px)
    for part in parts:
        flow.addWidget(part)
    return held


class Columns(QWidget):
    """Things beside each other in a wide window, under each other in a narrow one."""

    def __init__(self, context: Context, *, gap_px: int = 20, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(context.theme.gap_px(gap_px))

    def add(self, widget: QWidget, stretch: int = 1, *, top: bool = False) -> None:
        """Put one more thing at the end; ``top`` keeps it at its own height."""
        align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        self.line.addWidget(widget, stretch, align)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Stack, or stand side by side."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


class Flow(QLayout):
    """Lays its things out like words: in a line, going on in the next where the line is full."""

    def __init__(self, parent: QWidget | None = None, *, gap_px: int = 12) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        """Take one more thing."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """The thing at a place, or None as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Give the thing at a place back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Fewer things fit in a shorter line."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """How high it is at a width."""
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap_px * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        """The widest and the highest thing."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the things in lines; return the height used."""
        x = y = line_height = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > 0 and x + size.width() > rect.width():
                x, y = 0, y + line_height + self._gap_px
                line_height = 0
            size.setWidth(min(size.width(), max(rect.width(), item.minimumSize().width())))
            if not is_trial:
                item.setGeometry(QRect(self._at(rect, x, y, size.width()), size))
            x += size.width() + self._gap_px
            line_height = max(line_height, size.height())
        return y + line_height

    def _at(self, rect: QRect, x: int, y: int, width: int) -> QPoint:
        """Return the corner, counted from the side where reading starts."""
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            return QPoint(rect.right() + 1 - x - width, rect.y() + y)
        return QPoint(rect.x() + x, rect.y() + y)
