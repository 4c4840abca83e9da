# SPDX-License-Identifier: MIT
"""Something copied for a short time: the clipboard is cleared after half a minute, or when the case locks.

Only if it still holds it: what the person copied since is theirs.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

CLEAR_AFTER_MS = 30_000


class ShortCopy(QObject):
    """Puts a text on the clipboard and takes it away again."""

    def __init__(self, parent: QObject, after_ms: int = CLEAR_AFTER_MS) -> None:
        """Have copied nothing."""
        super().__init__(parent)
        self._text = ""
        _all.add(self)
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


_all: weakref.WeakSet[ShortCopy] = weakref.WeakSet()


def clear_copied() -> None:
    """Nothing that was copied for a short time is on the clipboard: pages that go would not clear it."""
    for copied in list(_all):
        if isValid(copied):
            copied.clear()


def _clipboard() -> QClipboard:
    """Return the one clipboard there is."""
    return QGuiApplication.clipboard()
