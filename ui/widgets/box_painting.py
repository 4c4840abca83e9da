# SPDX-License-Identifier: MIT
"""How boxes that cover parts of a picture are drawn: solid, with an outline and a number outside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.capture.solid import INK_TEXT
from ui.widgets.painting import paint_outline

if TYPE_CHECKING:
    from ui.theme import Theme

SOLID = QColor(INK_TEXT)  # as it is burnt in
VEIL, HATCH = QColor(0, 0, 0, 40), QColor(0, 0, 0, 110)  # while one looks beneath
GAP_PX, LINE_PX, CHOSEN_PX = 2, 2, 3
DISC_PX, HANDLE_PX = 24, 11
HANDLES_FROM_PX = 40  # on a smaller side the middle handle would lie on those of the corners


@dataclass(frozen=True, slots=True)
class BoxLook:
    """How one box is drawn.

    Attributes:
        place: where it stands in the view.
        number: from 1.
        is_chosen: it has handles.
        is_beneath: what it covers can be seen.
    """

    place: QRectF
    number: int
    is_chosen: bool = False
    is_beneath: bool = False


def disc_of(theme: Theme, place: QRectF, room: QRectF) -> QRectF:
    """Return where the number of a box stands: outside it where the room has a place for it, else inside."""
    side, gap = float(theme.control_px(DISC_PX)), float(GAP_PX + CHOSEN_PX + 4)
    corners = (
        (place.left(), place.top() - gap - side),
        (place.left(), place.bottom() + gap),
        (place.left() - gap - side, place.top()),
        (place.right() + gap, place.top()),
    )
    spots = (QRectF(x, y, side, side) for x, y in corners)
    seen = place.intersected(room)
    return next((spot for spot in spots if room.contains(spot)), QRectF(seen.x(), seen.y(), side, side))


def paint_box(painter: QPainter, theme: Theme, look: BoxLook, room: QRectF) -> None:
    """Draw one box, its outline, its number, and its handles if it is chosen."""
    painter.save()
    _fill(painter, look.place, is_beneath=look.is_beneath)
    width_px = CHOSEN_PX if look.is_chosen else LINE_PX
    out = GAP_PX + width_px
    strong, pale = theme.colour("focus" if look.is_chosen else "primary"), theme.colour("surface")
    around = look.place.adjusted(-out, -out, out, out)
    paint_outline(painter, around, strong, pale, width_px)
    if look.is_chosen:
        for spot in handles_of(around):
            _paint_handle(painter, spot, strong, pale)
    _paint_number(painter, theme, look, disc_of(theme, look.place, room))
    painter.restore()


def paint_came(painter: QPainter, theme: Theme, place: QRectF, *, is_beneath: bool) -> None:
    """Draw a box that came along from another picture: solid, with a quiet dashed line outside it."""
    painter.save()
    _fill(painter, place, is_beneath=is_beneath)
    out = GAP_PX + LINE_PX / 2
    for colour, style in (("surface", Qt.PenStyle.SolidLine), ("control", Qt.PenStyle.DashLine)):
        painter.setPen(QPen(theme.colour(colour), LINE_PX, style))
        painter.drawRect(place.adjusted(-out, -out, out, out))
    painter.restore()


def handles_of(place: QRectF) -> tuple[QPointF, ...]:
    """Return the corners of a box, and the middles of the sides that are long enough."""
    middle = place.center()
    across = (place.left(), middle.x(), place.right())
    down = (place.top(), middle.y(), place.bottom())
    is_wide, is_high = place.width() >= HANDLES_FROM_PX, place.height() >= HANDLES_FROM_PX
    return tuple(
        QPointF(x, y)
        for column, x in enumerate(across)
        for row, y in enumerate(down)
        if (column != 1 or (is_wide and row != 1)) and (row != 1 or (is_high and column != 1))
    )


def _fill(painter: QPainter, place: QRectF, *, is_beneath: bool) -> None:
    if is_beneath:
        painter.fillRect(place, VEIL)
        painter.fillRect(place, QBrush(HATCH, Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillRect(place, SOLID)


def _paint_handle(painter: QPainter, spot: QPointF, strong: QColor, pale: QColor) -> None:
    half = HANDLE_PX / 2
    handle = QRectF(spot.x() - half, spot.y() - half, HANDLE_PX, HANDLE_PX)
    painter.fillRect(handle, pale)
    painter.fillRect(handle.adjusted(2, 2, -2, -2), strong)


def _paint_number(painter: QPainter, theme: Theme, look: BoxLook, disc: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("surface"), 2))
    painter.setBrush(theme.colour("primary" if look.is_chosen else "ink"))
    painter.drawEllipse(disc)
    painter.setPen(theme.colour("on_primary" if look.is_chosen else "surface"))
    painter.setFont(theme.font("small_strong"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(look.number))
