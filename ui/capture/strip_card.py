# SPDX-License-Identifier: MIT
"""The card of the panel beside the chat: one thing to know or do, with the drawing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.capture.strip_states import FIGURE_DOWN, FIGURE_JOINED, FIGURE_UP
from ui.widgets.figure import Figure
from ui.widgets.label import Label, plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.capture.strip_states import StripState
    from ui.context import Context

FIGURE_PX = 124
SIDE_PX, HIGH_PX = 16, 14


class AdviceCard(QFrame):
    """Calm while all is well; warm, with an arrow, while something is to be done."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("card")
        self.figures = {
            name: Figure(context, name, width_px=FIGURE_PX, parent=self)
            for name in (FIGURE_UP, FIGURE_DOWN, FIGURE_JOINED)
        }
        self.head = Label("", "strong", parent=self)
        self.head.setObjectName("head")
        self.how = Label("", "small_ink", parent=self)
        self.how.setObjectName("how")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        gap = context.theme.gap_px
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(SIDE_PX), gap(HIGH_PX), gap(SIDE_PX), gap(HIGH_PX))
        row.setSpacing(gap(12))
        for name, figure in self.figures.items():
            figure.setObjectName(name.replace("-", "_"))
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(gap(2))
        texts.addStretch(1)
        texts.addWidget(self.head)
        texts.addWidget(self.how)
        texts.addStretch(1)
        row.addLayout(texts, 1)

    def show_state(self, state: StripState) -> None:
        """Show what is to be known or done now."""
        if self.property("kind") != state.tone.value:
            self.setProperty("kind", state.tone.value)
            self.style().unpolish(self)
            self.style().polish(self)
        self.head.set_words(state.head)
        self.how.set_words(state.how)
        self.how.setVisible(bool(state.how))
        for name, figure in self.figures.items():
            figure.setVisible(name == state.figure)
        self.setAccessibleName(plain(f"{state.head} {state.how}".strip()))
