# SPDX-License-Identifier: MIT
"""Drawing a box on a still picture of the screen.

Without a compositor a half transparent window is opaque: so the screen is photographed first and shown, and
what is taken afterwards is the real screen again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.capture.placing import to_native
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent, QScreen

    from app.model import Rect
    from ui.context import Context

FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.X11BypassWindowManagerHint
)
LEAST_PX = 8
SHADE = QColor(0, 0, 0, 110)
GAP_PX = 8
STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class AreaPicker(QWidget):
    """One screen, still. Drag draws, arrows move (with Shift: resize), Enter takes, Escape stops."""

    area_chosen = Signal(object)
    stopped = Signal()
    entered = Signal()

    def __init__(self, context: Context, screen: QScreen, still: QImage) -> None:
        """Cover the screen with its own picture."""
        super().__init__(None, FLAGS)
        self._context = context
        self._theme = context.theme
        self._words = context.words
        self._screen = screen
        self._still = still
        self._still.setDevicePixelRatio(screen.devicePixelRatio())
        self._box = QRect()
        self._from: QPoint | None = None
        self.setObjectName("area_picker")
        self.setAccessibleName(context.words("bar.tip.area"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.setGeometry(screen.geometry())

    @property
    def covered(self) -> QScreen:
        """The screen it covers."""
        return self._screen

    @property
    def box(self) -> QRect:
        """What is drawn now, in points of this window."""
        return self._box

    def start(self) -> None:
        """Show it and listen to the keyboard."""
        self.show()
        self.raise_()
        self.listen()

    def listen(self) -> None:
        """Take the keyboard; of several screens the one under the pointer has it."""
        self.activateWindow()
        self.setFocus()
        self.grabKeyboard()

    def stop(self) -> None:
        """Give the keyboard back and go away."""
        self.releaseKeyboard()
        self.hide()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard along."""
        self.entered.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new box; the other buttons stop."""
        if event.button() != Qt.MouseButton.LeftButton:
            self.stopped.emit()
            return
        self._from = event.position().toPoint()
        self._set_box(QRect())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box."""
        if self._from is not None:
            self._set_box(_between(self._from, event.position().toPoint()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the box if it is large enough to be meant."""
        self._from = None
        if min(self._box.width(), self._box.height()) < LEAST_PX:
            self._set_box(QRect())
        self._offer()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press begins a box like the first."""
        self.mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops, Enter takes, arrows move or resize."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key in STEPS:
            self._nudge(STEPS[key], resizes=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the still picture, darker outside the box, and the box with its size."""
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._still)
        if self._box.isNull():
            painter.fillRect(self.rect(), SHADE)
            return
        box = self._box
        for part in (
            QRect(0, 0, self.width(), box.top()),
            QRect(0, box.bottom() + 1, self.width(), self.height() - box.bottom() - 1),
            QRect(0, box.top(), box.left(), box.height()),
            QRect(box.right() + 1, box.top(), self.width() - box.right() - 1, box.height()),
        ):
            painter.fillRect(part, SHADE)
        for grown, colour, width in (
            (4, QColor(Qt.GlobalColor.white), 1),
            (2, self._theme.colour("focus"), 3),
        ):
            painter.setPen(QPen(colour, width))
            painter.drawRect(box.adjusted(-grown, -grown, grown - 1, grown - 1))

    def _build(self) -> None:
        """Make the hint, the size and the two buttons."""
        self.hint = self._sign("hint")
        self.hint_words = Label(self._words("bar.tip.area"), wraps=False, parent=self.hint)
        self.hint.body.addWidget(self.hint_words)
        self.size_sign = self._sign("size_sign")
        self.size_words = Label("", wraps=False, parent=self.size_sign)
        self.size_sign.body.addWidget(self.size_words)
        self.take_button = Button(self._context, self._words("bar.take"), "primary")
        self.stop_button = Button(self._context, self._words("bar.cancel"))
        self.offer = QWidget(self)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        for button, name in ((self.take_button, "take_button"), (self.stop_button, "stop_button")):
            button.setObjectName(name)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and Escape do the same
            row.addWidget(button)
        self.take_button.clicked.connect(self._take)
        self.stop_button.clicked.connect(self.stopped)
        self._set_box(QRect())

    def _sign(self, name: str) -> Card:
        """Return a small panel that lies on the picture."""
        sign = Card(self._context, kind="sign", padding_px=8, parent=self)
        sign.setObjectName(name)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return sign

    def _set_box(self, box: QRect) -> None:
        """Draw this box, inside the screen, with its size in pixels beside it."""
        self._box = box.intersected(self.rect())
        self.offer.hide()
        self.hint.setVisible(self._box.isNull())
        _refit(self.hint)
        self.hint.move((self.width() - self.hint.width()) // 2, 48)
        self.size_sign.setVisible(not self._box.isNull())
        if not self._box.isNull():
            rect = self._native()
            self.size_words.set_words(f"{rect.width} \u00d7 {rect.height}")
            _refit(self.size_sign)
            above = self._box.top() - self.size_sign.height() - GAP_PX
            self.size_sign.move(self._box.left(), above if above >= 0 else self._box.top() + GAP_PX)
        self.update()

    def _offer(self) -> None:
        """Show the two buttons under the box, or in it where the screen ends."""
        if self._box.isNull():
            return
        self.offer.adjustSize()
        left = max(GAP_PX, self._box.right() - self.offer.width() + 1)
        below = self._box.bottom() + GAP_PX
        is_room = below + self.offer.height() <= self.height()
        self.offer.move(left, below if is_room else self._box.bottom() - self.offer.height() - GAP_PX)
        self.offer.show()

    def _nudge(self, step: QPoint, *, resizes: bool) -> None:
        """Move or resize by one; without a box, begin with one in the middle."""
        if self._box.isNull():
            middle, quarter = self.rect().center(), self.size() / 4
            corner = QPoint(quarter.width(), quarter.height())
            self._set_box(QRect(middle - corner, self.size() / 2))
        elif resizes:
            self._set_box(self._box.adjusted(0, 0, step.x(), step.y()))
        else:
            self._set_box(self._moved(step))
        self._offer()

    def _moved(self, step: QPoint) -> QRect:
        """Return the box moved by a step, still whole on the screen."""
        moved = self._box.translated(step)
        return moved if self.rect().contains(moved) else self._box

    def _native(self) -> Rect:
        """Return the pixels of the desktop under the box."""
        return to_native(self._box.translated(self._screen.geometry().topLeft()), self._screen)

    def _take(self) -> None:
        """Say which pixels were chosen, if any."""
        if not self._box.isNull():
            self.area_chosen.emit(self._native())


def _refit(sign: Card) -> None:
    """Give a panel the size of its words."""
    sign.body.activate()
    sign.resize(sign.sizeHint())


def _between(one: QPoint, other: QPoint) -> QRect:
    """Return the box that has both points for corners; QRect's own way is off by one to the left and up."""
    left, right = sorted((one.x(), other.x()))
    top, bottom = sorted((one.y(), other.y()))
    return QRect(QPoint(left, top), QPoint(right, bottom))
