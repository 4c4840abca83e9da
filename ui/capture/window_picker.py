# SPDX-License-Identifier: MIT
"""Choosing another program's window: the one under the pointer is framed, a click takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from ui.capture.placing import holds, point_to_native, screen_at, to_points
from ui.capture.window_frame import OVERLAY, WindowFrame
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.capture.models import Window
    from ui.theme import Theme

LOOK_EVERY_MS = 33
LIST_EVERY_MS = 1000
# The picker itself is one pixel large; it only holds pointer and keyboard while a window is being chosen.
OWN = OVERLAY & ~Qt.WindowType.WindowTransparentForInput & ~Qt.WindowType.WindowDoesNotAcceptFocus


class WindowPicker(QWidget):
    """Holds pointer and keyboard until a window is chosen or the person stops.

    The pointer is let go while it is over the bar, so that the buttons there work as always.
    """

    window_chosen = Signal(object)
    stopped = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, keep_clear: Callable[[], QRect]) -> None:
        """Wait to be started; ``keep_clear`` says where the bar stands."""
        super().__init__(None, OWN)
        self._theme = theme
        self._keep_clear = keep_clear
        self._windows: tuple[Window, ...] = ()
        self._chosen: Window | None = None
        self._holds_pointer = False
        self._seen_at: QPoint | None = None
        self.setFixedSize(1, 1)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.frame = WindowFrame(theme)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)
        self._list = QTimer(self, interval=LIST_EVERY_MS)
        self._list.timeout.connect(self.list_wanted)

    @property
    def chosen(self) -> Window | None:
        """The window that is framed now."""
        return self._chosen

    def start(self, windows: Sequence[Window]) -> None:
        """Begin to follow the pointer."""
        self.offer(windows)
        self.move(self._keep_clear().center())
        self.show()
        self.grabKeyboard()
        self._look.start()
        self._list.start()
        self._on_look()

    def offer(self, windows: Sequence[Window]) -> None:
        """Take in the windows as they are now, the topmost first."""
        self._windows = tuple(window for window in windows if not window.is_minimised)

    def stop(self) -> None:
        """Let go of everything and take the frame away."""
        self._look.stop()
        self._list.stop()
        self._let_go_of_pointer()
        self.releaseKeyboard()
        self.frame.hide()
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
        if event.button() != Qt.MouseButton.LeftButton:
            self.stopped.emit()
            return
        self._follow(event.globalPosition().toPoint())
        self._take()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
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

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from window to window here."""
        return False

    def _on_look(self) -> None:
        """Let go of the pointer over the bar, hold it everywhere else."""
        at = QCursor.pos()
        if self._keep_clear().contains(at):
            self._let_go_of_pointer()
        elif not self._holds_pointer:
            self._holds_pointer = True
            self.grabMouse(Qt.CursorShape.CrossCursor)
        if at != self._seen_at:  # a pointer that rests leaves the choice to the keyboard
            self._seen_at = at
            self._follow(at)

    def _follow(self, point: QPoint) -> None:
        """Frame the topmost window under a point; the bar is none."""
        if self._keep_clear().contains(point):
            self._frame(None)
            return
        x, y = point_to_native(point, QGuiApplication.screens())
        self._frame(next((window for window in self._windows if holds(window.rect, x, y)), None))

    def _frame(self, window: Window | None) -> None:
        """Frame this window, or none."""
        self._chosen = window
        if window is None:
            self.frame.hide()
            return
        screens = QGuiApplication.screens()
        rect = window.rect
        screen = screen_at(rect.x + rect.width // 2, rect.y + rect.height // 2, screens)
        self.frame.put_round(to_points(rect, screens), screen.virtualGeometry(), self._keep_clear())

    def _step(self, by: int) -> None:
        """Frame the next window of the list."""
        if not self._windows:
            return
        at = self._windows.index(self._chosen) if self._chosen in self._windows else -min(by, 0) - 1
        self._frame(self._windows[(at + by) % len(self._windows)])

    def _take(self) -> None:
        """Say which window was chosen, if one is framed."""
        if self._chosen is not None:
            self.window_chosen.emit(self._chosen)

    def _let_go_of_pointer(self) -> None:
        """Give the pointer back."""
        if self._holds_pointer:
            self._holds_pointer = False
            self.releaseMouse()
