# SPDX-License-Identifier: MIT
"""Icons: one-colour SVG files, painted in a colour of the theme at the resolution of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.errors import GuideInvalid

if TYPE_CHECKING:
    from pathlib import Path

    from ui.theme import Theme

POINTING = frozenset({"back", "chevron"})  # mirrored right to left. Source: mock/README.md, Icons and figures


class Icons:
    """The icons of one folder in the colours of one theme."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        """Read nothing yet; an icon is read when first asked for."""
        self._folder = folder
        self._theme = theme
        self._pixmaps: dict[tuple[str, str, int, float, bool, int], QPixmap] = {}

    def pixmap(
        self,
        name: str,
        colour: str = "ink",
        size_px: int = 20,
        *,
        ratio: float = 1.0,
        mirrored: bool = False,
        gap_px: int = 0,
    ) -> QPixmap:
        """Return the icon as a pixmap.

        Args:
            name: file name without ending.
            colour: token.
            size_px: edge in logical pixels, already at text size.
            ratio: device pixels a logical pixel.
            mirrored: whether the window runs right to left.
            gap_px: clear pixels beside the icon, on the side of the words.

        Raises:
            GuideInvalid: there is no such icon.
        """
        key = (name, self._theme.hex(colour), size_px, ratio, mirrored, gap_px)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._painted(name, key[1], size_px, ratio, gap_px, is_mirrored=mirrored)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str = "ink", size_px: int = 20, *, mirrored: bool = False) -> QIcon:
        """Return the icon for Qt's own widgets, sharp at one, two and three pixels a pixel."""
        icon = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, colour, size_px, ratio=ratio, mirrored=mirrored))
        return icon

    def _painted(
        self, name: str, colour: str, size_px: int, ratio: float, gap_px: int, *, is_mirrored: bool
    ) -> QPixmap:
        path = self._folder / f"{name}.svg"
        if not path.is_file():
            raise GuideInvalid(f"no icon {name}")
        drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        pixmap = QPixmap(QSize(round((size_px + gap_px) * ratio), round(size_px * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if is_mirrored:
            painter.translate(gap_px, 0)
        if is_mirrored and name in POINTING:
            painter.translate(size_px, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, size_px, size_px))
        painter.end()
        return pixmap
