# SPDX-License-Identifier: MIT
"""A row of a list of things to do: ring or tick, what, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.override import override
from ui.widgets.icon_view import StatusRing
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class StatusRow(QFrame):
    """One step in a list. ``chosen`` when it is pressed; never struck through.

    Signals:
        chosen: the row was pressed by mouse or key.
    """

    chosen = Signal()

    def __init__(
        self,
        context: Context,
        words: str,
        *,
        is_done: bool = False,
        note: str = "",
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ring, words and note (such as how long it takes)."""
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.setProperty("done", is_done)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(context.theme.control_px(44))
        self.ring = StatusRing(context, is_done=is_done, parent=self)
        self.words = Label(words, parent=self)
        self.words.setObjectName("words")
        self.note = Label(note, "small", wraps=False, parent=self)
        for label in (self.words, self.note):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.gap_px(14))
        row.addWidget(self.ring)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row by key."""
        if event.type() == QEvent.Type.KeyPress and event.key() in KEYS:
            self.chosen.emit()
            return
        super().keyPressEvent(event)
