# SPDX-License-Identifier: MIT
"""A picture to draw boxes on, wholly by mouse or wholly by keyboard."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal

from app.model import Rect
from ui.capture.area_box import INSIDE, AreaBox
from ui.capture.area_picker import CURSORS, STEPS
from ui.override import override
from ui.said_aloud import say_aloud
from ui.widgets.box_painting import BoxLook, disc_of, paint_box, paint_came
from ui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from ui.capture.area_box import Grip
    from ui.context import Context

REACH_PX = 12  # each side of an edge: 24 to hit
STEP_PX, FAR = 4, 8  # of the picture; with Ctrl so many times as far
SHARE = 4  # a new box is so much smaller than what can be seen
BEGIN = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Enter})
AWAY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
NONE = -1


class BoxCanvas(PictureView):
    """Drag draws, a box is moved by its number or its middle and sized by its edges.

    Space begins a box, arrows move it, with Shift they size it, with Ctrl they go far; Tab goes from box to
    box and then on; Delete takes it away. The middle button and the wheel move the picture about.

    Signals:
        boxes_changed: by hand; carries all boxes as Rects, and the name of the step.
        chosen_changed: another box is chosen, or the chosen one changed.
    """

    boxes_changed = Signal(object, str)
    chosen_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show no picture yet."""
        super().__init__(context.theme, parent)
        self._words = context.words
        self._size = QSize()
        self._boxes: list[QRect] = []
        self._came: tuple[Rect, ...] = ()
        self._picked = NONE
        self._is_beneath = False
        self._pen = AreaBox(QSize())
        self._from: QPoint | None = None
        self._held: tuple[Grip, QRect] | None = None
        self._before: list[QRect] = []
        self.setAccessibleDescription(context.words("redact.canvas.keys"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """The boxes in the order they were drawn, in pixels of the picture."""
        return tuple(Rect(one.x(), one.y(), one.width(), one.height()) for one in self._boxes)

    @property
    def chosen(self) -> int:
        """Which box is chosen, from 0; -1 for none."""
        return self._picked

    @property
    def is_beneath(self) -> bool:
        """Whether one looks through the boxes."""
        return self._is_beneath

    @property
    def said(self) -> str:
        """The chosen box in words, or how many there are."""
        count = len(self._boxes)
        if self._picked == NONE:
            return self._words("redact.canvas.boxes" if count else "redact.canvas.none", n=count)
        box = self._boxes[self._picked]
        place = {"left": box.x(), "top": box.y(), "wide": box.width(), "high": box.height()}
        return self._words("redact.canvas.box", n=self._picked + 1, all=count, **place)

    @override
    def set_picture(self, image: QImage) -> None:
        """Show another picture, with no boxes yet."""
        self._size = image.size()
        self._pen = AreaBox(self._size)
        self._boxes, self._came, self._picked = [], (), NONE
        self._from = self._held = None
        super().set_picture(image)
        self.chosen_changed.emit()

    def show_boxes(self, boxes: Iterable[Rect]) -> None:
        """Show these boxes; the chosen one stays chosen while it is there."""
        self._boxes = [QRect(one.x, one.y, one.width, one.height) for one in boxes]
        self._picked = min(self._picked, len(self._boxes) - 1)
        self._from = self._held = None
        self._show()

    def show_came(self, boxes: Iterable[Rect]) -> None:
        """Show boxes that came along from another picture; they cannot be changed here."""
        self._came = tuple(boxes)
        self._show()

    def choose(self, place: int) -> None:
        """Choose a box, bring it into view, and say where it is."""
        self._picked = place if 0 <= place < len(self._boxes) else NONE
        self._reveal()
        self._show()
        self.announce()

    def look_beneath(self, *, is_beneath: bool) -> None:
        """Show what the boxes cover, or show them solid again."""
        self._is_beneath = is_beneath
        self.viewport().update()

    def begin_box(self) -> None:
        """Draw a new box in the middle of what can be seen, and choose it."""
        if not self.has_picture:
            return
        seen = QRectF(self._picture_area()).intersected(QRectF(self.viewport().rect()))
        shown = QRect(self._pixel(seen.topLeft()), self._pixel(seen.bottomRight()))
        box = QRect(QPoint(0, 0), (shown.size() / SHARE).expandedTo(QSize(STEP_PX, STEP_PX)))
        box.moveCenter(shown.center())
        while box in self._boxes:
            box.translate(2 * STEP_PX, 2 * STEP_PX)
        self._boxes.append(box.intersected(QRect(QPoint(0, 0), self._size)))
        self._picked = len(self._boxes) - 1
        self._tell()

    def take_away(self) -> None:
        """Take the chosen box away, and choose the one before it."""
        if self._picked != NONE:
            del self._boxes[self._picked]
            self._picked = min(max(0, self._picked - 1), len(self._boxes) - 1)
            self._tell()

    def announce(self) -> None:
        """Let a screen reader say which box is chosen, and where it is."""
        say_aloud(self, self.said)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a box, or begin a new one; the middle button takes hold of the picture."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag_from = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or not self.has_picture:
            return
        self._before = list(map(QRect, self._boxes))
        self._from = self._pixel(event.position())
        place, grip = self._hit(event.position())
        self._held = None if place == NONE else (grip, QRect(self._boxes[place]))
        self._picked = place
        self._show()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box, or move what is held."""
        super().mouseMoveEvent(event)
        if self._from is None:
            place, grip = self._hit(event.position())
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if place == NONE else CURSORS[grip])
            return
        self._drag(self._from, self._pixel(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the box if it is large enough to be meant."""
        super().mouseReleaseEvent(event)
        if self._from is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag(self._from, self._pixel(event.position()))  # the last way may have come with no move
        self._from = self._held = None
        if self._picked != NONE:
            self._pen.rect = QRect(self._boxes[self._picked])
            self._pen.settle()
            if self._pen.rect.isNull():
                self._boxes, self._picked = self._before, NONE
        self._tell() if self._boxes != self._before else self.choose(self._picked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin, move, size or take away a box; Escape lets go of it."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in BEGIN and not event.isAutoRepeat():
            self.begin_box()
        elif key in STEPS and self._picked != NONE:
            far = FAR if held & Qt.KeyboardModifier.ControlModifier else 1
            self._nudge(STEPS[key] * STEP_PX * far, resizes=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key in AWAY:
            self.take_away()
        elif key == Qt.Key.Key_Escape and self._picked != NONE:
            self.choose(NONE)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next box; from the last one out of the picture."""
        place = self._picked + (1 if forward else -1)
        if 0 <= place < len(self._boxes):
            self.choose(place)
            return True
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the side one came from."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.choose(NONE)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.choose(len(self._boxes) - 1)

    @override
    def _paint_outlines(self, painter: QPainter) -> None:
        super()._paint_outlines(painter)
        for rect in self._came:
            paint_came(painter, self._theme, self.outline_at(rect), is_beneath=self._is_beneath)
        order = sorted(range(len(self._boxes)), key=lambda place: place == self._picked)
        for place in order:  # the chosen one last, over the others
            look = BoxLook(self._place(place), place + 1, place == self._picked, self._is_beneath)
            paint_box(painter, self._theme, look, QRectF(self.viewport().rect()))

    def _drag(self, start: QPoint, at: QPoint) -> None:
        """Draw the new box, or move what is held of one."""
        if self._held is not None:
            self._pen.drag(*self._held, at - start)
            self._boxes[self._picked] = QRect(self._pen.rect)
        elif at != start or self._picked != NONE:
            self._pen.draw(start, at)
            self._boxes = [*self._before, QRect(self._pen.rect)]
            self._picked = len(self._before)
        self._show()

    def _place(self, place: int) -> QRectF:
        """Return where a box stands in the view."""
        return self.outline_at(self.boxes[place])

    def _hit(self, at: QPointF) -> tuple[int, Grip]:
        """Return which box a press at this point takes hold of, and where; the chosen one comes first."""
        if self._picked != NONE:
            self._pen.rect = QRect(self._boxes[self._picked])
            grip = self._pen.grip_at(self._pixel(at), round(REACH_PX / self._factor()))
            if grip is not None and not self._disc(self._picked).contains(at):
                return self._picked, grip
        places = range(len(self._boxes) - 1, -1, -1)
        on_disc = [place for place in places if self._disc(place).contains(at)]
        on_box = [place for place in places if self._place(place).contains(at)]
        return next(iter((*on_disc, *on_box)), NONE), INSIDE

    def _disc(self, place: int) -> QRectF:
        return disc_of(self._theme, self._place(place), QRectF(self.viewport().rect()))

    def _nudge(self, step: QPoint, *, resizes: bool) -> None:
        self._pen.rect = QRect(self._boxes[self._picked])
        self._pen.nudge(step, resizes=resizes)
        self._pen.settle()
        if self._pen.rect.isNull():
            return  # no smaller than one can take hold of
        self._boxes[self._picked] = QRect(self._pen.rect)
        self._tell(f"{'size' if resizes else 'move'} {self._picked}")

    def _tell(self, step: str = "") -> None:
        """Say what is drawn now."""
        self._reveal()
        self._show()
        self.boxes_changed.emit(self.boxes, step)
        self.announce()

    def _show(self) -> None:
        self.viewport().update()
        self.chosen_changed.emit()

    def _reveal(self) -> None:
        """Bring the chosen box into view, unless it is, or a mouse holds it there."""
        if self._picked != NONE and not self.viewport().rect().contains(self._place(self._picked).toRect()):
            self._bring_into_view(self.boxes[self._picked])

    def _factor(self) -> float:
        """Return how many points of the view a pixel of the picture takes."""
        return self.zoom / self.devicePixelRatioF()

    def _pixel(self, at: QPointF) -> QPoint:
        """Return the pixel of the picture under a point of the view, or the nearest one."""
        area, factor = self._picture_area(), self._factor()
        return self._pen.inside(
            QPoint(floor((at.x() - area.x()) / factor), floor((at.y() - area.y()) / factor))
        )
