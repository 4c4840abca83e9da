# SPDX-License-Identifier: MIT
"""The pages that hold more, in a quiet row, so that each can be asked for before it holds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from ui.context import Context

# Page, the key of its title, its icon.
PAGES = (
    ("people", "people.page.title", "people"),
    ("said", "said.page.title", "conversation"),
    ("payments", "payments.page.title", "payments"),
    ("timeline", "when.page.title", "timeline"),
    ("watch", "watch.page.title", "watch"),
)


class MoreLinks(QWidget):
    """Signals: ``page_asked`` carries the name of a page."""

    page_asked = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show the row."""
        super().__init__(parent)
        words = context.words
        self.title = Label(words("watch.steps.title"), "h3", parent=self)
        self.title.setObjectName("title")
        row = QWidget(self)
        flow = Flow(row, gap_px=context.theme.gap_px(16))
        self.buttons: dict[str, Button] = {}
        for page, key, icon in PAGES:
            button = Button(context, words(key), "quiet", icon=icon, parent=row)
            button.setObjectName(page)
            button.clicked.connect(lambda _=False, page=page: self.page_asked.emit(page))
            self.buttons[page] = button
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
