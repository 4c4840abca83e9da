# SPDX-License-Identifier: MIT
"""Another program with a list of messages, drawn by Qt, run as ``python -m tests.screen.scrolling.qt_list``.

It prints one line of JSON when its list is on the screen, and one for each line it is sent: ``look`` (where
everything stands) or ``place MARK`` (have the last message there, nothing selected). ``QT_SCALE_FACTOR``
scales it: at 125 % a step of one point is a pixel and a quarter, so that the list stops between pixels.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tests.screen.scrolling.page import Chat, messages
from ui.override import override

WRAP = Qt.TextFlag.TextWordWrap
PADDING, MARGIN, FACE = 10, 6, 30


class Messages(QAbstractListModel):
    """The messages of a chat."""

    def __init__(self, chat: Chat) -> None:
        super().__init__()
        self.held = messages(chat)

    @override
    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self.held)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.held[index.row()]["text"] if role == Qt.ItemDataRole.DisplayRole else None


class Bubbles(QStyledItemDelegate):
    """Draws a message as a bubble with a time, and a round face beside it."""

    def __init__(self, model: Messages, font: QFont, width: int) -> None:
        super().__init__()
        self._model, self._font, self._width = model, font, width

    def text_area(self, index: QModelIndex, row: QRect) -> QRect:
        """Where the text of a message stands in its row."""
        one = self._model.held[index.row()]
        bound = QFontMetrics(self._font).boundingRect(0, 0, self._width, 4000, WRAP, str(one["text"]))
        left = row.right() - bound.width() - FACE - 3 * PADDING if one["own"] else FACE + 2 * PADDING
        return QRect(left, row.top() + MARGIN + PADDING, bound.width() + 2, bound.height())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, self.text_area(index, QRect(0, 0, 600, 0)).height() + 2 * PADDING + 2 * MARGIN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        one, row = self._model.held[index.row()], option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor("#cfe0f5"))
        text = self.text_area(index, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#d7ecd2" if one["own"] else "#ffffff"))
        painter.drawRoundedRect(text.adjusted(-PADDING, -PADDING, PADDING, PADDING), 9, 9)
        painter.setBrush(QColor("#8a97a6"))
        face = row.right() - FACE - 4 if one["own"] else 4
        painter.drawEllipse(QRect(face, text.bottom() - FACE + PADDING, FACE, FACE))
        painter.setPen(QColor("#1d2125"))
        painter.setFont(self._font)
        painter.drawText(text, WRAP, str(one["text"]))
        painter.restore()


class Asked(QObject):
    """Hands each line of standard input to the thread of the window."""

    line = Signal(str)
    ended = Signal()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.line.emit(line.strip())
        self.ended.emit()


class Stage:
    """The window, and what it answers."""

    def __init__(self, options: argparse.Namespace) -> None:
        font = QFont("DejaVu Sans")
        font.setPixelSize(15)
        self._model = Messages(Chat(tuple(options.traits), options.count, options.seed))
        self._trail: list[tuple[int, float, dict[int, list[float]], list[float]]] = []
        self.view = QListView()
        self._bubbles = Bubbles(self._model, font, options.size[0] * 6 // 10)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._bubbles)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setWindowTitle("Invented list")
        self.view.resize(*options.size)
        self.view.move(QPoint(*options.position))
        bar = self.view.verticalScrollBar()
        bar.setSingleStep(options.step)
        bar.valueChanged.connect(self.note)

    def obey(self, line: str) -> None:
        """Do what the line says and print where everything stands now."""
        word, _, rest = line.partition(" ")
        if word == "place":
            by = (self._mark() - float(rest)) / self.view.devicePixelRatioF()
            self.view.verticalScrollBar().setValue(self.view.verticalScrollBar().value() + round(by))
            self.view.clearSelection()
        self.view.viewport().repaint()
        print(json.dumps(self._look()), flush=True)

    def note(self) -> None:
        """What is shown now is in the trail."""
        self._trail.append((time.time_ns() // 1_000_000, self._mark(), self._boxes(), self._view()))

    def _rows(self) -> dict[int, QRect]:
        return {n: self.view.visualRect(self._model.index(n)) for n in range(self._model.rowCount())}

    def _boxes(self) -> dict[int, list[float]]:
        scale, bottom = self.view.devicePixelRatioF(), self.view.viewport().height()
        seen = {n: row for n, row in self._rows().items() if row.bottom() >= 0 and row.top() < bottom}
        return {n: _scaled(row, scale) for n, row in seen.items()}

    def _view(self) -> list[float]:
        return _scaled(self.view.viewport().rect(), self.view.devicePixelRatioF())

    def _mark(self) -> float:
        last = self._model.index(self._model.rowCount() - 1)
        return self.view.visualRect(last).top() * self.view.devicePixelRatioF()

    def _look(self) -> dict[str, object]:
        view, scale = self.view, self.view.devicePixelRatioF()
        port = view.viewport()
        corner = port.mapToGlobal(QPoint(0, 0)) - view.screen().geometry().topLeft()
        origin = view.screen().geometry().topLeft()
        bar = view.verticalScrollBar()
        texts = {n: self._bubbles.text_area(self._model.index(n), row) for n, row in self._rows().items()}
        return {
            "top": bar.value() * scale,
            "height": (bar.maximum() + port.height()) * scale,
            "at": self._mark(),
            "client": [
                round(value)
                for value in (
                    origin.x() + corner.x() * scale,
                    origin.y() + corner.y() * scale,
                    port.width() * scale,
                    port.height() * scale,
                )
            ],
            "view": self._view(),
            "boxes": self._boxes(),
            "texts": {n: _scaled(text, scale) for n, text in texts.items()},
            "trail": self._trail,
        }


def _scaled(rect: QRect, scale: float) -> list[float]:
    return [value * scale for value in (rect.x(), rect.y(), rect.width(), rect.height())]


def _pair(text: str) -> tuple[int, int]:
    first, _, second = text.partition(",")
    return int(first), int(second)


def main() -> int:
    """Show the list until standard input closes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=_pair, default=(700, 640))
    parser.add_argument("--position", type=_pair, default=(60, 60))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=110)
    parser.add_argument("--step", type=int, default=21)
    parser.add_argument("--traits", nargs="*", default=[])
    options = parser.parse_args()
    application = QApplication(["qt_list"])
    stage, asked = Stage(options), Asked()
    asked.line.connect(stage.obey)
    asked.ended.connect(application.quit)
    stage.view.show()
    stage.view.setFocus()
    stage.note()
    asked.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
