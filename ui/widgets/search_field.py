# SPDX-License-Identifier: MIT
"""A line to search with: a glass before it, a cross at its end while something is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView

if TYPE_CHECKING:
    from ui.context import Context

WIDTH_PX, BOX_PX = 380, 44  # Source: mock/08b-evidence-search.png
MOST = 200  # letters; whoever pastes a page wants another tool


class SearchField(QWidget):
    """Its name is said by the words inside it and to a screen reader; nothing of it is kept.

    Signals:
        changed: another text; carries it.
        left_down: Enter or the arrow down: to what was found.
    """

    changed = Signal(str)
    left_down = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Be empty."""
        super().__init__(parent)
        words, theme = context.words, context.theme
        self.box = QFrame(self)
        self.box.setObjectName("box")
        self.box.setFixedHeight(theme.control_px(BOX_PX))
        self.edit = QLineEdit(self.box)
        self.edit.setObjectName("edit")
        self.edit.setAccessibleName(words("search.field.name"))
        self.edit.setPlaceholderText(words("search.field.name"))
        self.edit.setMaxLength(MOST)
        self.glass = IconView(context, "search", colour="muted", size_px=20, parent=self.box)
        self.clear_button = Button(context, "", "in_field", icon="x", parent=self.box)
        self.clear_button.setObjectName("clear_button")
        self.clear_button.setAccessibleName(words("search.field.clear"))
        self.clear_button.hide()
        self._lay_out(context)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.returnPressed.connect(self.left_down)
        self.clear_button.clicked.connect(self._on_clear)

    def _lay_out(self, context: Context) -> None:
        theme = context.theme
        line = QHBoxLayout(self.box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addSpacing(theme.gap_px(12))  # Qt mirrors no margins
        line.addWidget(self.glass)
        line.addWidget(self.edit, 1)
        line.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setMaximumWidth(theme.text_px(WIDTH_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in the field."""
        self.edit.setText(text)

    def take_focus(self) -> None:
        """Put the cursor in the field, with all that is typed chosen."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the whole box; Esc empties the field, and is still counted by who counts it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.box.setProperty("has_focus", event.type() == QEvent.Type.FocusIn)
            for widget in (self.box, self.edit):
                self.style().unpolish(widget)
                self.style().polish(widget)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Return whether the key was meant for this field."""
        if event.key() == Qt.Key.Key_Escape and self.text:
            self.edit.clear()
            return True
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return True
        return False

    def _on_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self.changed.emit(text)

    def _on_clear(self) -> None:
        self.edit.clear()
        self.edit.setFocus()
