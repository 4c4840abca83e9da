# SPDX-License-Identifier: MIT
"""A key that works in every program: it is listened to only while pictures are taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.capture.hotkey import Key, open_hotkey
from app.errors import CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.capture.hotkey import Hotkey

    OpenHotkey = Callable[[Callable[[], None]], Hotkey]


class Shortcut(QObject):
    """Listens between ``start`` and ``stop``.

    Signals:
        pressed: the keys were pressed.
    """

    pressed = Signal()
    _heard = Signal(int)

    def __init__(self, parent: QObject, opened: OpenHotkey | None = None, key: Key = Key.PICTURE) -> None:
        """Listen to nothing yet; ``opened`` is the way of this system unless given."""
        super().__init__(parent)
        self._key = key
        self._open = opened or (lambda on_press: open_hotkey(os.environ, on_press, key))
        self._hotkey: Hotkey | None = None
        self._time = 0  # how often it was started: what comes late from before is passed over
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    @property
    def is_on(self) -> bool:
        """Whether it listens."""
        return self._hotkey is not None

    def start(self) -> str:
        """Listen, and return what the keys are called; empty where this system has none."""
        if self._hotkey is None:
            self._time += 1
            now = self._time
            try:
                self._hotkey = self._open(lambda: self._heard.emit(now))
            except CaptureUnsupported:
                return ""  # the bar works without it
        return self._key.shown

    def stop(self) -> None:
        """Listen to nothing any more."""
        if self._hotkey is not None:
            self._hotkey.close()
            self._hotkey = None

    def _on_heard(self, time: int) -> None:
        if self.is_on and time == self._time:
            self.pressed.emit()
