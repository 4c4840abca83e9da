# SPDX-License-Identifier: MIT
"""What can be done with boxes besides drawing them: a new one, away with one, undo, and a look beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.label import Label
from ui.widgets.rows import Flow
from ui.widgets.zoom_row import ZoomRow

if TYPE_CHECKING:
    from ui.context import Context
    from ui.widgets.box_canvas import BoxCanvas


class BoxTools(QWidget):
    """Buttons that belong to one canvas."""

    def __init__(self, context: Context, canvas: BoxCanvas, *, parent: QWidget | None = None) -> None:
        """Offer a first box."""
        super().__init__(parent)
        words = context.words
        self._canvas = canvas
        self.new = Button(context, words("redact.tools.new"), icon="plus", parent=self)
        self.undo = Button(context, words("redact.tools.undo"), parent=self)
        self.delete = Button(context, words("redact.tools.delete"), parent=self)
        self.beneath = Chip(context, words("redact.tools.beneath"), parent=self)
        line = Flow(self, gap_px=context.theme.gap_px(8))
        for name in ("new", "undo", "delete", "beneath"):
            getattr(self, name).setObjectName(name)
            line.addWidget(getattr(self, name))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.new.clicked.connect(self._on_new)
        self.delete.clicked.connect(canvas.take_away)
        self.beneath.toggled.connect(lambda is_on: canvas.look_beneath(is_beneath=is_on))
        canvas.chosen_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.new.setEnabled(self._canvas.has_picture)
        self.delete.setEnabled(self._canvas.chosen >= 0)

    def _on_new(self) -> None:
        """Draw it, and let the arrows move it."""
        self._canvas.begin_box()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)


class BoxFoot(QWidget):
    """Which box is chosen and where it is, what came along from elsewhere, and how large all is shown."""

    def __init__(self, context: Context, canvas: BoxCanvas, *, parent: QWidget | None = None) -> None:
        """Say that there is no box yet."""
        super().__init__(parent)
        self._words = context.words
        self._canvas = canvas
        self.said = Label("", "small", parent=self)
        self.came = Label("", "small", parent=self)
        self.zoom = ZoomRow(context, canvas, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        for name in ("said", "came", "zoom"):
            getattr(self, name).setObjectName(name)
            column.addWidget(getattr(self, name))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        canvas.chosen_changed.connect(self._show)
        self.show_came(0, ())
        self._show()

    def show_came(self, boxes: int, numbers: tuple[int, ...]) -> None:
        """Say that boxes came along from other pictures, and from which."""
        came = self._words("redact.canvas.came", n=boxes, pictures=", ".join(map(str, numbers)))
        self.came.set_words(came if boxes else "")
        self.came.setVisible(bool(boxes))

    def _show(self) -> None:
        self.said.set_words(self._canvas.said)
