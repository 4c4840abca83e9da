# SPDX-License-Identifier: MIT
"""Drawing a box on a still picture of the screen.

Without a compositor a half transparent window is opaque: so the screen is photographed first and shown, and
what is taken afterwards is the real screen again. The box is counted in pixels of the screen, not in Qt's
points: at 150 % every pixel can be reached all the same.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.model import Rect
from ui.capture.area_box import INSIDE, AreaBox
from ui.capture.area_painting import paint_still
from ui.capture.area_signs import AreaSigns
from ui.capture.magnifier import Magnifier
from ui.capture.monitors import counts_in_points, places_windows_itself
from ui.override import override
from ui.widgets.painting import image_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QMouseEvent, QPaintEvent, QScreen

    from ui.capture.area_box import Grip
    from ui.capture.remembered import Area
    from ui.capture.taking import Still
    from ui.context import Context

FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.X11BypassWindowManagerHint
)
REACH_PX = 8
FAR = 10  # pixels of a step with Ctrl
STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    INSIDE: Qt.CursorShape.SizeAllCursor,
}


class AreaPicker(QWidget):
    """One screen, still. Drag draws, edges and arrows change it, Enter takes, Escape stops.

    Signals:
        area_chosen: carries the pixels of the desktop under the box, and those of the screen.
        again_asked: the area of last time is to be taken.
        stopped: the person stopped choosing.
        entered: the pointer came onto this screen.
    """

    area_chosen = Signal(object, object)
    again_asked = Signal()
    stopped = Signal()
    entered = Signal()

    def __init__(self, context: Context, screen: QScreen, still: Still, last: Area | None = None) -> None:
        """Cover the screen with its own picture."""
        super().__init__(None, FLAGS)
        self._theme = context.theme
        self._still = still
        self._image = image_of(still.frame)
        self._screen = screen
        self._ratio = _pixels_a_point(screen, self._image)
        self._last = last
        self._drawn = AreaBox(self._image.size())
        self._from: QPoint | None = None
        self._held: tuple[Grip, QRect] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setObjectName("area_picker")
        self.setAccessibleName(context.words("bar.tip.area"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(screen.geometry())
        self.signs = AreaSigns(context, self, has_last=last is not None)
        self.magnifier = Magnifier(self._theme, self._image, self)
        self.signs.taken.connect(self._take)
        self.signs.stopped.connect(self.stopped)
        self.signs.again_asked.connect(self.again_asked)
        self._show_box()

    @property
    def native(self) -> Rect:
        """The pixels of the desktop that it covers."""
        return self._still.rect

    @property
    def box(self) -> QRect:
        """What is drawn now, in pixels of the still."""
        return self._drawn.rect

    def start(self) -> None:
        """Show it and listen to the keyboard; only a full screen has a place of its own on Wayland."""
        if places_windows_itself():
            self.setScreen(self._screen)
            self.showFullScreen()
        else:
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

    def say_gone(self) -> None:
        """Say that the screen of the last area is not there."""
        self.signs.say_gone()
        self._drawn.clear()
        self._show_box()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard along."""
        self.entered.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge or of the box, or begin a new one; the other buttons stop."""
        if event.button() != Qt.MouseButton.LeftButton:
            self.stopped.emit()
            return
        self.entered.emit()
        self._from = self._pixel(event.position())
        grip = self._grip_at(self._from)
        self._held = (grip, self.box) if grip is not None else None
        if grip is None:
            self._drawn.clear()
        self._show_box()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box or move what is held; the magnifier goes along."""
        at = self._pixel(event.position())
        if self._from is None:
            grip = self._grip_at(at)
            self.setCursor(Qt.CursorShape.CrossCursor if grip is None else CURSORS[grip])
        elif self._held is None:
            self._drawn.draw(self._from, at)
        else:
            self._drawn.drag(*self._held, at - self._from)
        if self._from is not None:
            self._show_box()
        self._magnify(at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the box if it is large enough to be meant."""
        self._from = self._held = None
        self._drawn.settle()
        self._show_box()
        self._offer()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press begins like the first."""
        self.mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops, Enter takes, arrows move; Shift changes the size, Ctrl goes by ten."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key in STEPS:
            held = event.modifiers()
            step = STEPS[key] * (FAR if held & Qt.KeyboardModifier.ControlModifier else 1)
            self._nudge(step, resizes=bool(held & Qt.KeyboardModifier.ShiftModifier))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the still with the box on it."""
        painter = QPainter(self)
        painter.scale(1 / self._ratio, 1 / self._ratio)  # from here on in pixels
        line = max(1, round(self._ratio))
        paint_still(painter, self._image, self.box, self._theme.colour("focus"), line)

    def _pixel(self, at: QPointF) -> QPoint:
        """Return the pixel of the still at a point of the window; Qt's points are whole pixels, divided."""
        return self._drawn.inside(QPoint(round(at.x() * self._ratio), round(at.y() * self._ratio)))

    def _in_points(self, area: QRect) -> QRect:
        """Return where pixels of the still lie in the window."""
        if area.isNull():
            return QRect()
        left, top = floor(area.left() / self._ratio), floor(area.top() / self._ratio)
        right, bottom = ceil((area.right() + 1) / self._ratio), ceil((area.bottom() + 1) / self._ratio)
        return QRect(left, top, right - left, bottom - top)

    def _show_box(self) -> None:
        """Draw the box anew, with its size in pixels beside it."""
        rect = self._native()
        self.signs.show_box(self._in_points(self.box), f"{rect.width} \u00d7 {rect.height}")
        self.update()

    def _offer(self) -> None:
        self.signs.offer_for(self._in_points(self.box))

    def _grip_at(self, at: QPoint) -> Grip | None:
        return self._drawn.grip_at(at, round(REACH_PX * self._ratio))

    def _magnify(self, at: QPoint) -> None:
        """Enlarge what is round a pixel; the words say where on the desktop it is."""
        x, y = self._still.rect.x + at.x(), self._still.rect.y + at.y()
        spot = QPoint(round(at.x() / self._ratio), round(at.y() / self._ratio))
        self.magnifier.show_pixel(at, f"{x}, {y}", spot, self.signs.places())

    def _nudge(self, step: QPoint, *, resizes: bool) -> None:
        """Move or resize; without a box, begin with that of last time or one in the middle."""
        if self.box.isNull():
            self._drawn.begin(self._last_box())
        else:
            self._drawn.nudge(step, resizes=resizes)
        self._show_box()
        self._offer()
        self._magnify(self.box.bottomRight() if resizes else self.box.topLeft())

    def _last_box(self) -> QRect:
        """Return the box of last time if it was drawn on this screen."""
        last, here = self._last, self._still.rect
        if last is None or last.screen != here:
            return QRect()
        return QRect(last.rect.x - here.x, last.rect.y - here.y, last.rect.width, last.rect.height)

    def _native(self) -> Rect:
        """Return the pixels of the desktop under the box; macOS gives more pixels than it counts."""
        box, here, frame = self.box, self._still.rect, self._still.frame
        left, right = (_scaled(x, here.width, frame.width_px) for x in (box.x(), box.x() + box.width()))
        top, bottom = (_scaled(y, here.height, frame.height_px) for y in (box.y(), box.y() + box.height()))
        return Rect(here.x + left, here.y + top, right - left, bottom - top)

    def _take(self) -> None:
        """Say which pixels were chosen, if any."""
        if not self.box.isNull():
            self.area_chosen.emit(self._native(), self._still.rect)


def _pixels_a_point(screen: QScreen, still: QImage) -> float:
    """Return the pixels of the still in a point; on Wayland every screen comes at the largest scale."""
    if counts_in_points() and screen.geometry().width():
        return still.width() / screen.geometry().width()
    return screen.devicePixelRatio()


def _scaled(value: int, into: int, of: int) -> int:
    """Return a distance counted in other units, unchanged where the units are the same."""
    return value if into == of else round(value * into / of)
