# SPDX-License-Identifier: MIT
"""The other languages, each a quiet button with its own name: there before anything else has to be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import paths
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.context import Context

LINE_PX, LEAST_PX = 40, 120
SOON_MS = 40  # everything that the first paint waits for is done by then


class LanguageLinks(QWidget):
    """Filled once it was painted: the first paint reads no file for it (G7), but has its room.

    Signals:
        chosen: carries the language.
        filled: the buttons are there; Tab would reach them last, as they were made last.
    """

    chosen = Signal(str)
    filled = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Hold the room of one line."""
        super().__init__(parent)
        self._context = context
        self.buttons: dict[str, Button] = {}
        self.note = Label("", "small", parent=self)
        self.note.setObjectName("note")
        self.note.hide()
        self.setMinimumSize(context.theme.control_px(LEAST_PX), context.theme.control_px(LINE_PX))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(context.theme.gap_px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to read which languages there are."""
        super().paintEvent(event)
        if not self.buttons:
            QTimer.singleShot(SOON_MS, self, self.fill)

    def fill(self) -> None:
        """Offer every language but the one that is spoken; of that, say if no speaker has read it."""
        from app.languages import languages, named  # noqa: PLC0415 - after the first paint (G7)

        words = self._context.words
        for one in () if self.buttons else languages(paths.resources() / "locale"):
            if one.id != words.language:
                self._offer(one.id, one.name, named(words, one))
            elif one.is_machine_made:
                self.note.set_words(named(words, one))
                self.note.show()
        self._line.addWidget(self.note, 1)
        self._line.addStretch(0)  # where there is no mark the buttons stay side by side
        self.filled.emit()

    def _offer(self, language: str, name: str, marked: str) -> None:
        """Show a button; the mark of a language is told to who rests on it, and read out."""
        button = Button(self._context, name, "quiet", icon="globe", parent=self)
        button.setObjectName(language)
        if marked != name:
            button.setToolTip(marked)
            button.setAccessibleDescription(marked)
        button.clicked.connect(partial(self.chosen.emit, language))
        self.buttons[language] = button
        self._line.addWidget(button)
