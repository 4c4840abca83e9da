# SPDX-License-Identifier: MIT
"""Choosing another program's window: the one under the pointer is framed, a click takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from ui.capture.hatch import Hatch
from ui.capture.placing import holds, point_to_native, screen_at, to_points
from ui.capture.relay import Relay
from ui.capture.window_frame import OVERLAY, WindowFrame
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.capture.models import Window
    from app.capture.occlusion import Choice
    from ui.theme import Theme

LOOK_EVERY_MS = 33
LIST_EVERY_MS = 1000
MIXED_BY_THE_SYSTEM, NEARLY_CLEAR = frozenset({"windows", "cocoa"}), 0.01
OWN = OVERLAY & ~Qt.WindowType.WindowTransparentForInput & ~Qt.WindowType.WindowDoesNotAcceptFocus


class WindowPicker(QWidget):
    """Holds pointer and keyboard until a window is chosen or the person stops.

    The pointer is held all the time, over the bar too: a click that follows at once on leaving the bar would
    else reach the chat. What happens over the bar is handed on to it.

    Signals:
        window_chosen: carries the Window.
        framed: another window is framed, or none; with whether something stands over it.
        key_unknown: a key that means nothing here; carries its text.
    """

    window_chosen = Signal(object)
    framed = Signal(object, bool)
    key_unknown = Signal(str)
    stopped = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, bar: QWidget) -> None:
        """Wait to be started; no window is chosen where the bar stands."""
        super().__init__(None, OWN)
        self._theme = theme
        self._bar = bar
        self._relay = Relay(bar)
        self._choices: tuple[Choice, ...] = ()
        self._chosen: Window | None = None
        self._seen_at: QPoint | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.frame = WindowFrame(theme)
        self.hatch = Hatch(theme)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)
        self._list = QTimer(self, interval=LIST_EVERY_MS)
        self._list.timeout.connect(self.list_wanted)

    @property
    def chosen(self) -> Window | None:
        """The window that is framed now."""
        return self._chosen

    def start(self, choices: Sequence[Choice]) -> None:
        """Begin to follow the pointer."""
        self.offer(choices)
        self._stand()
        self.show()
        self._bar.raise_()
        self.grabKeyboard()
        self.grabMouse(Qt.CursorShape.CrossCursor)
        self._look.start()
        self._list.start()
        self._on_look()

    def _stand(self) -> None:
        """Be one pixel below the bar, or lie over everything where the system lets nobody hold the pointer.

        Such systems (Windows, macOS) mix windows together themselves: one that is nearly clear hides nothing.
        """
        if QGuiApplication.platformName() in MIXED_BY_THE_SYSTEM:
            self.setWindowOpacity(NEARLY_CLEAR)
            self.setGeometry(QGuiApplication.primaryScreen().virtualGeometry())
        else:
            self.setGeometry(QRect(self._bar.geometry().center(), QSize(1, 1)))

    def offer(self, choices: Sequence[Choice]) -> None:
        """Take in the windows as they are now, the topmost first."""
        self._choices = tuple(choices)
        now = next((one for one in self._choices if self._chosen and one.window.id == self._chosen.id), None)
        if self._chosen is not None:
            self._frame(now)

    def stop(self) -> None:
        """Let go of everything and take the frame away."""
        self._look.stop()
        self._list.stop()
        if self.isVisible():
            self.releaseMouse()
            self.releaseKeyboard()
        self._relay.leave()
        self.frame.hide()
        self.hatch.put_over((), self._bar.geometry())
        self.hide()
        self._chosen = None
        self._seen_at = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Look like the bar it stands on."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window that is framed; the other buttons stop."""
        if self._relay.holds(event.globalPosition().toPoint()):
            self._relay.hand_on(event)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            self.stopped.emit()
            return
        self._follow(event.globalPosition().toPoint())
        self._take()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand on what was pressed over the bar."""
        if self._relay.is_pressed:
            self._relay.hand_on(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, or let the bar be moved."""
        if self._relay.is_pressed:
            self._relay.hand_on(event)
        else:
            self._follow(event.globalPosition().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops, Enter takes, Tab and arrows go from window to window."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._take()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._step(1)
        elif key in {Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._step(-1)
        elif event.text():
            self.key_unknown.emit(event.text())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from window to window here."""
        return False

    def _on_look(self) -> None:
        """Follow a pointer that moved; one that rests leaves the choice to the keyboard."""
        at = QCursor.pos()
        if self.width() == 1 and not self._bar.geometry().contains(self.pos()):
            self._stand()  # the bar was moved, and the pixel would be seen where it was
        if at != self._seen_at:
            self._seen_at = at
            self._follow(at)

    def _follow(self, point: QPoint) -> None:
        """Frame the topmost window under a point; the bar is none."""
        self._relay.hover(point)
        is_over_bar = self._relay.holds(point)
        QGuiApplication.changeOverrideCursor(
            Qt.CursorShape.ArrowCursor if is_over_bar else Qt.CursorShape.CrossCursor
        )
        if is_over_bar:
            self._frame(None)
            return
        x, y = point_to_native(point, QGuiApplication.screens())
        self._frame(next((one for one in self._choices if holds(one.window.rect, x, y)), None))

    def _frame(self, choice: Choice | None) -> None:
        """Frame this window and stripe what covers it, or frame none."""
        window = choice.window if choice else None
        if window != self._chosen:
            self._chosen = window
            self.framed.emit(window, bool(choice and choice.covered))
        spared, screens = self._bar.geometry(), QGuiApplication.screens()
        self.hatch.put_over([to_points(part, screens) for part in choice.covered] if choice else [], spared)
        if window is None:
            self.frame.hide()
            return
        rect = window.rect
        screen = screen_at(rect.x + rect.width // 2, rect.y + rect.height // 2, screens)
        self.frame.put_round(to_points(rect, screens), screen.virtualGeometry(), spared)

    def _step(self, by: int) -> None:
        """Frame the next window of the list."""
        if not self._choices:
            return
        ids = [one.window.id for one in self._choices]
        at = ids.index(self._chosen.id) if self._chosen and self._chosen.id in ids else -min(by, 0) - 1
        self._frame(self._choices[(at + by) % len(ids)])

    def _take(self) -> None:
        """Say which window was chosen, if one is framed."""
        if self._chosen is not None:
            self.window_chosen.emit(self._chosen)
