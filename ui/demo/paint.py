# SPDX-License-Identifier: MIT
"""The strokes the staged windows share: fonts, heads, bubbles. Colours are the staged program's, not ours."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPainterPath

if TYPE_CHECKING:
    from ui.demo.script import Line

FONT_PACKAGE = "fontpkg_atkinson_hyperlegible"
WHITE = QColor("#FFFFFF")
BLACK = QColor("#111417")
GREY = QColor("#626B72")
EDGE = QColor("#DDE1E5")
BLUE = QColor("#0B5FCC")
HEAD = QColor("#B9C6CC")
THEIRS = QColor("#ECEEF1")
OURS = QColor("#D5E6FA")
BUBBLE_WIDTH_PX = 420.0
PADDING_PX = 12.0
STAMP_PX = 22.0
AVATAR_PX = 32.0
HEADER_PX = 66.0
COMPOSER_PX = 64.0
WRAP = int(Qt.TextFlag.TextWordWrap)


def load_fonts() -> str:
    """Return the family the stage draws with; its files come with a package, so every machine draws alike."""
    family = "sans-serif"
    for entry in sorted(files(FONT_PACKAGE).joinpath("files").iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".ttf"):
            with as_file(entry) as path:
                number = QFontDatabase.addApplicationFont(str(path))
            family = (QFontDatabase.applicationFontFamilies(number) or [family])[0]
    return family


def font(family: str, size_px: int, *, is_bold: bool = False) -> QFont:
    """Return a font of a height in logical pixels."""
    made = QFont(family)
    made.setPixelSize(size_px)
    made.setBold(is_bold)
    return made


def draw_head(painter: QPainter, centre: QPointF, radius: float) -> None:
    """A grey disc with a plain head and shoulders stands there; no face."""
    disc = QPainterPath()
    disc.addEllipse(centre, radius, radius)
    figure = QPainterPath()
    figure.addEllipse(centre - QPointF(0, radius * 0.22), radius * 0.34, radius * 0.34)
    figure.addEllipse(centre + QPointF(0, radius * 0.98), radius * 0.66, radius * 0.8)
    painter.fillPath(disc, HEAD)
    painter.fillPath(figure.intersected(disc), WHITE)


def draw_text(
    painter: QPainter, area: QRectF, text: str, face: QFont, colour: QColor, flags: int = 0
) -> QRectF:
    """The text stands in the area; returns the rectangle its letters take."""
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(area, flags, text)
    return QFontMetricsF(face).boundingRect(area, flags, text)


def bubble_size(line: Line, face: QFont) -> QRectF:
    """Return the size of a bubble at the origin, its words wrapped."""
    width = BUBBLE_WIDTH_PX - 2 * PADDING_PX
    words = QFontMetricsF(face).boundingRect(QRectF(0, 0, width, 10_000), WRAP, line.words)
    return QRectF(0, 0, words.width() + 2 * PADDING_PX + 1, words.height() + 1.5 * PADDING_PX)


def draw_bubble(painter: QPainter, line: Line, top: float, width: float, family: str) -> None:
    """One message with its time below it: theirs left beside a head, the person's own right."""
    face = font(family, 16)
    box = bubble_size(line, face)
    box.moveTo(width - 28 - box.width() if line.is_own else 68, top)
    if not line.is_own:
        draw_head(painter, QPointF(40, top + AVATAR_PX / 2 + 2), AVATAR_PX / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(OURS if line.is_own else THEIRS)
    painter.drawRoundedRect(box, 10, 10)
    inside = box.adjusted(PADDING_PX, 0.75 * PADDING_PX, -PADDING_PX + 1, 0)
    draw_text(painter, inside, line.words, face, BLACK, WRAP)
    side = Qt.AlignmentFlag.AlignRight if line.is_own else Qt.AlignmentFlag.AlignLeft
    stamp = QRectF(box.left() - 100 * line.is_own, box.bottom() + 3, box.width() + 100, STAMP_PX)
    draw_text(painter, stamp, f"{line.at:%H:%M}", font(family, 12), GREY, int(side.value))


def draw_header(painter: QPainter, width: float, name: str, family: str) -> None:
    """The name of the conversation stands along the top, black, with a rule below."""
    painter.fillRect(QRectF(0, 0, width, HEADER_PX), WHITE)
    draw_head(painter, QPointF(42, HEADER_PX / 2), 22)
    draw_text(painter, QRectF(78, 12, width, 28), name, font(family, 19, is_bold=True), BLACK)
    draw_text(painter, QRectF(78, 38, width, 20), "Active now", font(family, 13), GREY)
    painter.fillRect(QRectF(0, HEADER_PX - 1, width, 1), EDGE)


def draw_composer(painter: QPainter, area: QRectF, family: str) -> None:
    """An empty line to write in stands along the bottom."""
    painter.fillRect(area, WHITE)
    painter.setPen(EDGE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    field = area.adjusted(68, 12, -68, -14)
    painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
    middle = int(Qt.AlignmentFlag.AlignVCenter.value)
    draw_text(painter, field.adjusted(20, 0, 0, 0), "Type a message", font(family, 15), GREY, middle)
