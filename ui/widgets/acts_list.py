# SPDX-License-Identifier: MIT
"""The acts of the custody log under their days: only what is in view is drawn, each text measured once."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter

from ui.models.acts import ActDay, ActRole, ActsModel, Index
from ui.override import override
from ui.widgets.day_list import GAP_PX, HEADING_PX, DayDelegate, DayList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from app.custody.acts import Act
    from ui.act_words import ActWords
    from ui.context import Context

TIME_PX, NUMBER_PX, WHERE_PX = 64, 110, 120
ROW_PAD_PX, SIDE_PX = 8, 12
LEAST_WORDS_PX = 120
Cells = tuple[QRect, QRect, QRect, QRect]


class ActsList(DayList):
    """As high as all its lines, so that the page alone scrolls; arrows go through it, Enter opens.

    Signals:
        act_chosen: carries the Act that was pressed, or opened by Enter.
        act_reached: another row has the focus.
    """

    act_chosen = Signal(object)
    act_reached = Signal()

    def __init__(
        self, context: Context, said: ActWords, model: ActsModel, parent: QWidget | None = None
    ) -> None:
        """Show the model."""
        super().__init__(model, context.words("happened.page.list"), parent)
        self._model = model
        self._said = said
        self.delegate = ActDelegate(context, said, self)
        self.setItemDelegate(self.delegate)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page where the keyboard is; it scrolls there."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.act_reached.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what the act with the focus was about."""
        act = self._model.act_at(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and act is not None:
            self.act_chosen.emit(act)
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what the act that was pressed was about."""
        super().mouseReleaseEvent(event)
        act = self._model.act_at(self.indexAt(event.position().toPoint()))
        if act is not None and event.button() is Qt.MouseButton.LeftButton:
            self.act_chosen.emit(act)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        act = self._model.act_at(self.indexAt(event.position().toPoint()))
        leads = act is not None and self._said.leads_to(act) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    @override
    def _grow(self) -> None:
        """Be as high as everything in it."""
        self.delegate.measure(self._model)
        super()._grow()
        self.setFixedHeight(self.delegate.whole_px)


class ActDelegate(DayDelegate):
    """Draws days and acts: time, what was done, its number in the log, where it leads."""

    def __init__(self, context: Context, said: ActWords, view: ActsList) -> None:
        """Have measured nothing."""
        super().__init__(context, view)
        self._said = said
        self._heights: list[int] = []

    def measure(self, model: ActsModel) -> None:
        """Know the height of every row; each kind of text is measured once."""
        known: dict[tuple[object, ...], int] = {}
        day_px = self._theme.text_px(HEADING_PX)
        width = self.width_px
        self._heights = [
            day_px if isinstance(row, ActDay) else self._height(row, width, known) for row in model.rows
        ]

    @property
    def whole_px(self) -> int:
        """Height of all rows."""
        return sum(self._heights) + self._theme.gap_px(ROW_PAD_PX)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its words."""
        known = index.row() < len(self._heights)
        return QSize(self.width_px, self._heights[index.row()] if known else 1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a day or an act."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, area = index.data(ActRole.ROW), option.rect
        if isinstance(row, ActDay):
            self._paint_day(painter, area, self._said.day(row.day), self._theme.gap_px(SIDE_PX))
        elif row is not None:
            self._paint_state(painter, area, option.state)
            self._paint_act(painter, area, row)
        painter.restore()

    def _height(self, act: Act, width: int, known: dict[tuple[object, ...], int]) -> int:
        """Return the height of a row; acts that only differ in their digits have the same."""
        own = act.obj if act.what == "handover" else None  # words of the person stand in it
        numbers = (len(act.ref), len(str(act.n)), len(str(act.count)), len(str(act.last)))
        key = (act.what, own, act.n == 1, act.count == 1, act.seq == act.last, act.is_helper, *numbers)
        if key not in known:
            known[key] = self._measured(act, width)
        return known[key]

    def _measured(self, act: Act, width: int) -> int:
        time, what, number, where = self._cells(QRect(0, 0, width, 10_000))
        tall = self._words_px(what.width(), self._widest(self._said.what(act)), self._said.by(act))
        beside = (
            self._tall("strong", time.width(), self._said.time(act)),
            self._tall("small", number.width(), self._widest(self._said.number(act))),
            self._tall("small_strong", where.width(), self._widest(self._said.where(act))),
        )
        used = tall + max(beside) + self._theme.gap_px(4) if self.is_narrow else max(tall, *beside)
        return used + 2 * self._theme.gap_px(ROW_PAD_PX)

    def _widest(self, words: str) -> str:
        """Return the words with the widest digit for each, so that any other fits where they do."""
        advance = QFontMetrics(self._theme.font("body")).horizontalAdvance
        widest = max(string.digits, key=advance)
        return words.translate(dict.fromkeys(map(ord, string.digits), widest))

    def _words_px(self, width: int, what: str, by: str) -> int:
        """Return how high what was done is, with who did it."""
        return self._tall("body", width, what) + self._tall("small", width, by)

    def _cells(self, area: QRect) -> Cells:
        """Return where time, words, number and where stand, from the side where reading starts."""
        pad, side = self._theme.gap_px(ROW_PAD_PX), self._theme.gap_px(SIDE_PX)
        inner = area.adjusted(side, pad, -side, -pad)
        gap, px = self._theme.gap_px(GAP_PX), self._theme.text_px
        if self.is_narrow:
            third = inner.width() // 3
            spans = [(0, third), (0, inner.width()), (third, third), (2 * third, inner.width() - 2 * third)]
        else:
            time, number, where = px(TIME_PX), px(NUMBER_PX), px(WHERE_PX)
            words = max(px(LEAST_WORDS_PX), inner.width() - time - number - where - 3 * gap)
            after = time + gap + words + gap
            spans = [(0, time), (time + gap, words), (after, number), (after + number + gap, where)]
        placed = (QRect(inner.left() + at, inner.top(), width, inner.height()) for at, width in spans)
        time_cell, what, number_cell, where_cell = (self._mirrored(area, place) for place in placed)
        return time_cell, what, number_cell, where_cell

    def _paint_act(self, painter: QPainter, area: QRect, act: Act) -> None:
        said = self._said
        time, what, number, where = self._cells(area)
        used = self._text(painter, "body", "ink", what, said.what(act))
        used += self._text(painter, "small", "muted", what.adjusted(0, used, 0, 0), said.by(act))
        if self.is_narrow:
            below = used + self._theme.gap_px(4)
            time, number, where = (place.adjusted(0, below, 0, 0) for place in (time, number, where))
        lift = (self._theme.role("body").line_px - self._theme.role("small").line_px) // 2
        number, where = number.translated(0, lift), where.translated(0, lift)  # on one line with the words
        self._text(painter, "strong", "ink", time, said.time(act))
        self._text(painter, "small", "muted", number, said.number(act))
        self._text(painter, "small_strong", "primary", where, said.where(act))

    @override
    def _laid(self, words: str) -> str:
        """Return the words with no break of a line within a number such as TJH/10."""
        return super()._laid(words).replace("/", "/\N{WORD JOINER}")
