# SPDX-License-Identifier: MIT
"""How far one has come in a short row of pages: a bar in parts, and "1 of 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.spoken_roles import speak_as
from ui.widgets.label import Label
from ui.widgets.progress import Bar

if TYPE_CHECKING:
    from ui.context import Context


class Part(QWidget):
    """The n-th page of a few."""

    def __init__(self, context: Context, number: int, count: int, *, parent: QWidget | None = None) -> None:
        """Show bar and words."""
        super().__init__(parent)
        gap = context.theme.gap_px
        said = context.words("window.part", n=number, all=count)
        self.bar = Bar(context, colour="primary", parts=count, height_px=6, width_px=120, parent=self)
        self.bar.set_share(number / count)
        self.words = Label(said, "small", wraps=False, parent=self)
        self.bar.setAccessibleName(said)
        self.setAccessibleName(said)
        speak_as(self, "item")
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(20), 0, 0, 0)
        row.setSpacing(gap(12))
        row.addWidget(self.bar)
        row.addWidget(self.words)
