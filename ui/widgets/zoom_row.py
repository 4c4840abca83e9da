# SPDX-License-Identifier: MIT
"""Smaller, how large it is, larger, and Fit: for anything that can be zoomed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.context import Context


class Zoomable(Protocol):
    """What can be shown larger and smaller."""

    zoom_changed: SignalInstance

    def zoom_in(self) -> None:
        """Show it larger."""
        ...

    def zoom_out(self) -> None:
        """Show it smaller."""
        ...

    def fit(self) -> None:
        """Show all of it."""
        ...


class ZoomRow(QWidget):
    """The buttons under a picture or over a page."""

    def __init__(self, context: Context, view: Zoomable, parent: QWidget | None = None) -> None:
        """Belong to one view."""
        super().__init__(parent)
        words, theme = context.words, context.theme
        self._words = words
        self.smaller = Button(context, "\u2212", "chip", parent=self)
        self.percent = Label("", "small", wraps=False, centred=True, parent=self)
        self.larger = Button(context, "+", "chip", parent=self)
        self.fit_button = Button(context, words("exhibit.page.fit"), "chip", parent=self)
        names = (("smaller", self.smaller), ("larger", self.larger), ("fit_button", self.fit_button))
        for name, button in names:
            button.setObjectName(name)
        self.smaller.setAccessibleName(words("exhibit.page.smaller"))
        self.larger.setAccessibleName(words("exhibit.page.larger"))
        self.percent.setObjectName("percent")
        self.percent.setMinimumWidth(theme.text_px(52))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap_px(8))
        for widget in (self.smaller, self.percent, self.larger, self.fit_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.fit_button.clicked.connect(view.fit)
        view.zoom_changed.connect(self._on_zoom_changed)

    def _on_zoom_changed(self, zoom: float) -> None:
        self.percent.set_words(self._words("exhibit.page.percent", n=round(zoom * 100)))
