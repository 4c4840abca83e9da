# SPDX-License-Identifier: MIT
"""Drawn figures: SVG files written in the light theme, swapped token by token when loaded."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.errors import GuideInvalid
from app.paths import resources
from ui.override import override
from ui.spoken_roles import speak_as

if TYPE_CHECKING:
    from ui.context import Context

TITLE = r"<title>(.*?)</title>"
NARROW_WIDTH_PX = 380  # Source: mock/README.md, Frame


class Figure(QWidget):
    """A figure of ``resources/figures`` that keeps its shape; its title is its accessible name."""

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        width_px: int = 360,
        texts: dict[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Draw the figure.

        Args:
            context: for the colours.
            name: file name without ending.
            width_px: as drawn at 100 % text; figures do not grow with the text beyond 380.
            texts: words in the figure to put others for, letter for letter.
            parent: Qt's.

        Raises:
            GuideInvalid: there is no such figure.
        """
        super().__init__(parent)
        path = resources() / "figures" / f"{name}.svg"
        if not path.is_file():
            raise GuideInvalid(f"no figure {name}")
        drawing = path.read_text(encoding="utf-8")
        for old, new in (texts or {}).items():
            drawing = drawing.replace(f">{old}<", f">{new}<")
        title = re.search(TITLE, drawing)
        speak_as(self, "picture")
        self.setAccessibleName(context.words.said(unescape(title[1])) if title else name)
        self._renderer = QSvgRenderer(QByteArray(context.theme.swapped(drawing).encode()), self)
        self._width_px = width_px
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(width_px)

    @override
    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(self._width_px, self.heightForWidth(self._width_px))

    @override
    def minimumSizeHint(self) -> QSize:
        """Half of it can still be read."""
        return self.sizeHint() / 2

    @override
    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """The height that keeps the shape."""
        box = self._renderer.viewBoxF()
        return round(min(width, self._width_px) * box.height() / box.width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure as large as fits."""
        box = self._renderer.viewBoxF()
        factor = min(self.width() / box.width(), self.height() / box.height())
        width, height = box.width() * factor, box.height() * factor
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        self._renderer.render(painter, at)
        painter.end()
