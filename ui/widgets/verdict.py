# SPDX-License-Identifier: MIT
"""What the program thinks of what was typed: agrees, or a kind hint; never red."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.said_aloud import say_aloud
from ui.spoken_roles import speak_as
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label, plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

PAUSE_MS = 400  # after the last key: what is said while one types would only be cut off
ICONS = {"good": ("check", "good"), "hint": ("info", "primary")}


class Verdict(QFrame):
    """Two lines: bold says what, the second says what now. Hidden while there is nothing to say."""

    def __init__(self, context: Context, *, is_aloud: bool = True, parent: QWidget | None = None) -> None:
        """Say nothing yet.

        Args:
            context: for icons and sizes.
            is_aloud: a screen reader says it when it changes; False where the card round it does.
            parent: Qt's.
        """
        super().__init__(parent)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._said = ""
        speak_as(self, "note")
        if is_aloud:
            self._pause.timeout.connect(self._say_aloud)
        self._marks = {
            kind: IconView(context, name, colour=colour, parent=self)
            for kind, (name, colour) in ICONS.items()
        }
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = Label("", "strong", parent=self)
        self.title.setObjectName("title")
        self.note = Label("", "small", parent=self)
        self.note.setObjectName("note")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        gap = context.theme.gap_px
        row.setContentsMargins(gap(16), gap(8), gap(16), gap(8))
        row.setSpacing(gap(14))
        for mark in self._marks.values():
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        self.hide()

    @property
    def kind(self) -> str:
        """``good``, ``hint``, or empty while hidden."""
        return "" if self.isHidden() else str(self.property("kind"))

    def say(self, kind: str, title: str, note: str = "") -> None:
        """Show a verdict; ``kind`` is ``good`` or ``hint``."""
        self.setProperty("kind", kind)
        for name, mark in self._marks.items():
            mark.setVisible(name == kind)
        self.title.set_words(title)
        self.note.set_words(note)
        self.note.setVisible(bool(note))
        stop = "." if note and title[-1:].isalnum() else ""
        self.setAccessibleName(plain(f"{title}{stop} {note}".strip()))
        for widget in (self, self.title):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.show()
        self._pause.start()

    def clear(self) -> None:
        """Say nothing."""
        self._said = ""
        self._pause.stop()
        self.hide()

    def _say_aloud(self) -> None:
        """Let a screen reader say what it has not said yet."""
        if self.accessibleName() != self._said:
            self._said = self.accessibleName()
            say_aloud(self, self._said)
