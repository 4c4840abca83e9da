# SPDX-License-Identifier: MIT
"""Something copied for a short time: the clipboard is cleared after half a minute, if it still holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

CLEAR_AFTER_MS = 30_000


class ShortCopy(QObject):
    """Puts a text on the clipboard and takes it away again."""

    def __init__(self, parent: QObject, after_ms: int = CLEAR_AFTER_MS) -> None:
        """Have copied nothing."""
        super().__init__(parent)
        self._text = ""
        self._timer = QTimer(self, interval=after_ms, singleShot=True)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put the text on the clipboard for half a minute."""
        self._text = text
        _clipboard().setText(text)
        self._timer.start()

    def clear(self) -> None:
        """Take the text away, unless something else was copied since."""
        self._timer.stop()
        if self._text and _clipboard().text() == self._text:
            _clipboard().clear()
        self._text = ""


def _clipboard() -> QClipboard:
    """Return the one clipboard there is."""
    return QGuiApplication.clipboard()
