# SPDX-License-Identifier: MIT
"""Drawing that several widgets share: pictures with round corners, and frames as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QTransform

if TYPE_CHECKING:
    from app.capture.models import Frame

CARD_RADIUS_PX = 12
THUMBNAIL_RADIUS_PX = 8
OUTLINE_RADIUS_PX = 3


def image_of(frame: Frame) -> QImage:
    """Return a picture that owns its pixels."""
    stride = frame.width_px * 4
    return QImage(frame.bgra, frame.width_px, frame.height_px, stride, QImage.Format.Format_RGB32).copy()


def paint_picture(painter: QPainter, target: QRectF, picture: QPixmap, edge: QColor, radius_px: int) -> None:
    """Draw the whole picture into the target, with round corners and a thin edge."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    brush = QBrush(picture)
    ratio = picture.devicePixelRatio()
    fit = QTransform.fromTranslate(target.x(), target.y())
    fit.scale(target.width() * ratio / picture.width(), target.height() * ratio / picture.height())
    brush.setTransform(fit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(target, radius_px, radius_px)
    painter.restore()
    paint_edge(painter, target, edge, radius_px)


def paint_edge(painter: QPainter, target: QRectF, edge: QColor, radius_px: int, width_px: float = 1) -> None:
    """Draw a thin line just inside the target."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width_px / 2
    painter.drawRoundedRect(target.adjusted(half, half, -half, -half), radius_px, radius_px)
    painter.restore()


def paint_outline(painter: QPainter, place: QRectF, strong: QColor, pale: QColor, width_px: float) -> None:
    """Draw a line just inside a place that shows on light and dark: strong between two pale ones."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width_px / 2
    line = place.adjusted(half, half, -half, -half)
    for colour, width in ((pale, width_px + 2), (strong, width_px)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(line, OUTLINE_RADIUS_PX, OUTLINE_RADIUS_PX)
    painter.restore()


def top_cut(picture: QPixmap, width_px: int, height_px: int) -> QPixmap:
    """Return the picture scaled to fill the size, cut at the bottom or equally at the sides."""
    ratio = picture.devicePixelRatio()
    wide, high = round(width_px * ratio), round(height_px * ratio)
    scaled = picture.scaled(
        wide, high, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left = (scaled.width() - wide) // 2
    cut = scaled.copy(left, 0, wide, high)
    cut.setDevicePixelRatio(ratio)
    return cut
