# SPDX-License-Identifier: MIT
"""The bar that stays on top while pictures are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.floating import FloatingPanel
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from ui.context import Context
    from ui.theme import Theme

WIDTH_PX, HEIGHT_PX = 750, 60
WAITS_S = (0, 3, 5, 10)
WAYS = ("screen", "window", "area")


class CaptureBar(FloatingPanel):
    """Screen, Window, Area, how long to wait, Hide, Done.

    Signals:
        way_chosen: one of ``screen``, ``window``, ``area``.
        wait_changed: carries the seconds.
    """

    way_chosen = Signal(str)
    wait_changed = Signal(int)
    hide_asked = Signal()
    done_asked = Signal()
    stopped = Signal()

    def __init__(self, context: Context, wait_s: int = 0) -> None:
        """Stay hidden until a picture is wanted."""
        super().__init__(context, WIDTH_PX, HEIGHT_PX)
        self._words = context.words
        self._wait_s = wait_s if wait_s in WAITS_S else 0
        self._build()
        self._lay_out()
        self._connect()
        self._show_wait()

    @property
    def wait_s(self) -> int:
        """How many seconds to wait before a picture."""
        return self._wait_s

    def show_chosen(self, way: str | None) -> None:
        """Mark the way that is being used now, or none."""
        for name, button in self.ways.items():
            button.set_role("bar_chosen" if name == way else "bar")
        tip = f"bar.tip.{way}"
        self.say(self._words(tip) if way and self._words.has(tip) else "")

    def say(self, words: str, *, is_good: bool = False) -> None:
        """Show one line under the buttons, or none."""
        self.line.set_words(words)
        self.tick.setVisible(is_good and bool(words))
        self.below.setVisible(bool(words))
        self.refit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is being chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is the same as Done."""
        event.ignore()
        self.done_asked.emit()

    def _build(self) -> None:
        self.setObjectName("capture_bar")
        self.setWindowTitle(self._words("bar.name"))
        self.setAccessibleName(self._words("bar.name"))
        self.handle = Handle(self._theme, self)
        self.ways: dict[str, Button] = {}
        for way in WAYS:
            button = Button(self._context, self._words(f"bar.{way}"), "bar", icon=way, parent=self)
            button.setObjectName(f"{way}_button")
            self.ways[way] = button
        self.wait_button = Button(self._context, "", "bar", icon="timer", parent=self)
        self.hide_button = Button(self._context, self._words("bar.hide"), "bar", icon="hide", parent=self)
        self.done_button = Button(self._context, self._words("bar.done"), "primary", parent=self)
        for button, name in (
            (self.wait_button, "wait_button"),
            (self.hide_button, "hide_button"),
            (self.done_button, "done_button"),
        ):
            button.setObjectName(name)
        self.wait_button.setToolTip(self._words("bar.tip.wait"))
        self.below = QWidget(self)
        self.below.hide()
        self.tick = IconView(self._context, "check", colour="good", parent=self.below)
        self.line = Label("", "strong", wraps=False, parent=self.below)
        self.line.setObjectName("line")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.handle)
        for button in self.ways.values():
            row.addWidget(button)
        row.addWidget(_upright(self))
        row.addStretch()
        for button in (self.wait_button, self.hide_button, self.done_button):
            row.addWidget(button)
        under = QHBoxLayout(self.below)
        under.setContentsMargins(38, 0, 8, 4)
        under.addWidget(self.tick)
        under.addWidget(self.line)
        under.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 7, 8, 7)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.below)

    def _connect(self) -> None:
        for way, button in self.ways.items():
            button.clicked.connect(lambda _=False, way=way: self.way_chosen.emit(way))
        self.wait_button.clicked.connect(self._on_wait)
        self.hide_button.clicked.connect(self.hide_asked)
        self.done_button.clicked.connect(self.done_asked)

    def _on_wait(self) -> None:
        """Go to the next wait: none, 3, 5, 10 seconds."""
        self._wait_s = WAITS_S[(WAITS_S.index(self._wait_s) + 1) % len(WAITS_S)]
        self._show_wait()
        self.wait_changed.emit(self._wait_s)

    def _show_wait(self) -> None:
        """Say how long it waits; the button keeps its width."""
        key = "bar.wait.some" if self._wait_s else "bar.wait.none"
        self.wait_button.set_words(self._words(key, n=self._wait_s))
        self.wait_button.set_role("bar_chosen" if self._wait_s else "bar")
        self.wait_button.setMinimumWidth(self._theme.text_px(132))


class Handle(QWidget):
    """Six dots that say: this can be moved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Take its place; the bar itself does the moving."""
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(26, 30)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("control"))
        for x in (9, 17):
            for y in (7, 14, 21):
                painter.drawEllipse(x, y, 3, 3)


def _upright(parent: QWidget) -> QFrame:
    """Return a thin line between the ways and the rest."""
    line = QFrame(parent)
    line.setProperty("kind", "upright")
    line.setFixedSize(1, 32)
    return line
