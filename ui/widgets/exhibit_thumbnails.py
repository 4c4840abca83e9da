# SPDX-License-Identifier: MIT
"""The small picture of an exhibit as every list shows it: covered where it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from ui.models.exhibits import is_covered
from ui.widgets.painting import THUMBNAIL_RADIUS_PX, paint_edge, paint_picture, top_cut

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit, Listed
    from ui.context import Context

KEPT = 120


class ExhibitThumbnails:
    """Paints them for one view, each cut to its place once."""

    def __init__(self, context: Context, view: QWidget) -> None:
        """Have cut none yet."""
        self._context = context
        self._theme = context.theme
        self._view = view
        self._cut: dict[tuple[int, int], QPixmap] = {}

    def paint(
        self, painter: QPainter, area: QRect, exhibit: Exhibit | Listed, thumbnail: QPixmap | None
    ) -> None:
        """Draw it; or the crossed eye and one word where it is covered or withdrawn."""
        ground = QRectF(area)
        words = self._context.words
        if exhibit.withdrawn_at is not None:
            self._paint_cover(painter, ground, "x", words("evidence.page.withdrawn"))
        elif is_covered(exhibit):
            self._paint_cover(painter, ground, "hide", words("evidence.page.covered"))
        elif thumbnail is None:
            self._paint_cover(painter, ground, "evidence", "")
        else:
            edge = self._theme.colour("line")
            paint_picture(painter, ground, self._cut_to(thumbnail, area.size()), edge, THUMBNAIL_RADIUS_PX)

    def _paint_cover(self, painter: QPainter, area: QRectF, icon: str, words: str) -> None:
        """A quiet ground with an icon and a word."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(area, THUMBNAIL_RADIUS_PX, THUMBNAIL_RADIUS_PX)
        paint_edge(painter, area, self._theme.colour("line"), THUMBNAIL_RADIUS_PX)
        side = self._theme.text_px(26)
        ratio = self._view.devicePixelRatioF()
        up = self._theme.text_px(16) if words else 0
        at = area.center()
        picture = self._context.icons.pixmap(icon, "muted", side, ratio=ratio)
        painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2 - up), picture)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font("body"))
        painter.drawText(area.adjusted(0, self._theme.text_px(38), 0, 0), Qt.AlignmentFlag.AlignCenter, words)

    def _cut_to(self, thumbnail: QPixmap, size: QSize) -> QPixmap:
        """Return the thumbnail cut to the card, made once."""
        key = (thumbnail.cacheKey(), size.width())
        if key not in self._cut:
            if len(self._cut) > KEPT:
                self._cut.clear()
            self._cut[key] = top_cut(thumbnail, size.width(), size.height())
        return self._cut[key]
