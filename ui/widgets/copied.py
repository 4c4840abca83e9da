# SPDX-License-Identifier: MIT
"""Something copied for a short time: the clipboard is cleared after half a minute, or when the case locks.

Only if it still holds what this program put there: what the person copied elsewhere since is theirs. Programs
that keep a history of what was copied are asked to keep none of it.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Mapping

CLEAR_AFTER_MS = 30_000
KNOW_THE_OWNER = frozenset({"xcb", "wayland", "windows", "cocoa"})  # platforms that say whose the text is
# Source: KDE, Klipper; Win32, "Cloud Clipboard and Clipboard History Formats". macOS has no such sign in Qt.
NO_HISTORY: Mapping[str, bytes] = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}


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
        _clipboard().setMimeData(_quiet(text))
        self._timer.start()

    def clear(self) -> None:
        """Take the text away, unless something else was copied since."""
        self._timer.stop()
        if self._text and _is_ours(self._text):
            _clipboard().clear()
        self._text = ""


_all: weakref.WeakSet[ShortCopy] = weakref.WeakSet()


def clear_copied() -> None:
    """Nothing that was copied or selected in this program can be pasted: pages that go would not clear it."""
    for copied in list(_all):
        if isValid(copied):
            copied.clear()
    clipboard = _clipboard()
    if clipboard.ownsClipboard():  # copied with Ctrl and C; another program's text is not even looked at
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _is_ours(text: str) -> bool:
    """Whether our text is on the clipboard; another program is not asked for its own: it may never answer."""
    clipboard = _clipboard()
    if QGuiApplication.platformName() in KNOW_THE_OWNER and not clipboard.ownsClipboard():
        return False
    return clipboard.text() == text


def _quiet(text: str) -> QMimeData:
    """Return the text with the wish that no history keeps it."""
    data = QMimeData()
    data.setText(text)
    for kind, value in NO_HISTORY.items():
        data.setData(kind, value)
    return data


def _clipboard() -> QClipboard:
    """Return the one clipboard there is."""
    return QGuiApplication.clipboard()
