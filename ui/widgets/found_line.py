# SPDX-License-Identifier: MIT
"""A line in which something was found, laid out to be painted: the found words on a ground of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from ui.known_by import name_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.context import Context
    from ui.models.finds import Find
    from ui.theme import Theme

ROLE = "lead"


class FoundLine:
    """Goes on in the next line where it is too long; nothing of it is left out.

    Attributes:
        height: of all its lines together.
    """

    def __init__(
        self, theme: Theme, text: str, marks: tuple[tuple[int, int], ...], width: int, *, is_rtl: bool
    ) -> None:
        """Lay out a text with marks: from, and first after; ``is_rtl`` is said of the window."""
        self._theme = theme
        self._line_px = theme.role(ROLE).line_px
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # that of its own letters
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, theme.font(ROLE))
        self._layout.setTextOption(option)
        self._layout.setFormats([self._marked(text, start, end) for start, end in marks])
        self.height = self._break(max(1, width))

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its upper left corner there."""
        painter.setPen(self._theme.colour("ink"))
        self._layout.draw(painter, at)

    def _break(self, width: int) -> int:
        """Put each line in its place; return how high they are."""
        y = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self._line_px - line.height()) / 2))
            y += self._line_px
        self._layout.endLayout()
        return max(y, self._line_px)

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """Return how found characters look; Qt counts in UTF-16."""
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("mark"))
        look.setForeground(self._theme.colour("ink"))
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        found = QTextLayout.FormatRange()
        found.start = _units(text[:start])
        found.length = _units(text[start:end])
        found.format = look
        return found


def shown_line(context: Context, find: Find) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the line as it is shown, with its marks: what was read in a picture is quoted."""
    if find.own is not None:
        return find.line, find.marks
    before, after = context.words("search.hits.quoted", line="\n").split("\n")
    moved = tuple((start + len(before), end + len(before)) for start, end in find.marks)
    return before + find.line + after, moved


def foot_of(context: Context, find: Find) -> str:
    """Return where the line stands: in whose words, or in whose picture; and what is unsure."""
    words = context.words
    if find.own is not None:
        return words(f"search.hits.own.{find.own.where}")
    window = find.exhibit.window_title or ""
    parts = [name_of(context.catalogue, find.account) if find.account is not None else window]
    if len(find.hits) > 1:
        parts.append(words("search.hits.more"))
    if not find.is_exact:
        parts.append(words("search.hits.alike"))
    return " · ".join(filter(None, parts))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
