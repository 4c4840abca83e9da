# SPDX-License-Identifier: MIT
"""Words on the window: bold marked by two stars, everything else escaped, lines of a fixed height."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WEIGHT_AXIS = QFont.Tag("wght")
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # html itself would take 2 ms (G7)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


class Label(QLabel):
    """A text in one role of the type scale; it wraps, can be selected and is read out without its marks."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        centred: bool = False,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words."""
        super().__init__(parent)
        self._words = ""
        self._line_px = 24
        self._centred = centred
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(wraps)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.set_words(words)

    @property
    def words(self) -> str:
        """What is shown, with its marks."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words. ``**so**`` is bold; nothing else in them is markup."""
        self._words = words
        self.setAccessibleName(plain(words))
        self._show()

    @override
    def minimumSizeHint(self) -> QSize:
        """One line: the real height follows from the width, and a guess of it would make a page scroll."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._line_px) if self.wordWrap() else hint

    @override
    def sizeHint(self) -> QSize:
        """As wide as Qt finds fit, and one line high where it wraps."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._line_px) if self.wordWrap() else hint

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Go to the other side when the reading direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._show()

    def _get_line_px(self) -> int:
        return self._line_px

    def _set_line_px(self, line_px: int) -> None:
        if line_px != self._line_px:
            self._line_px = line_px
            self._show()

    def _get_lift_px(self) -> int:
        return -self.contentsMargins().top()

    def _set_lift_px(self, lift_px: int) -> None:
        self.setContentsMargins(0, -lift_px, 0, lift_px)

    def _get_axis(self) -> int:
        return int(self.font().variableAxisValue(WEIGHT_AXIS))

    def _set_axis(self, weight: int) -> None:
        if self._get_axis() != weight:
            font = self.font()
            font.setVariableAxis(WEIGHT_AXIS, weight)
            self.setFont(font)

    # The sheet sets them for the role. Qt puts all leading above a line of fixed height; half of it is lifted
    line_px = Property(int, _get_line_px, _set_line_px)
    lift_px = Property(int, _get_lift_px, _set_lift_px)
    axis = Property(int, _get_axis, _set_axis)  # the monospace is one file for all weights

    def _show(self) -> None:
        style = f"line-height:{self._line_px}px; -qt-line-height-type:fixed; margin:0;"
        side = "center" if self._centred else "right" if self.isRightToLeft() else "left"
        lines = self._rich().split("\n")
        self.setText("".join(f'<p align="{side}" style="{style}">{line}</p>' for line in lines))

    def _rich(self) -> str:
        return rich(self._words)


def rich(words: str) -> str:
    """Return the words as rich text: bold kept, everything else escaped."""
    return BOLD.sub(r"<b>\1</b>", words.translate(ESCAPES))


def plain(words: str) -> str:
    """Return the words without their marks."""
    return BOLD.sub(r"\1", words)
