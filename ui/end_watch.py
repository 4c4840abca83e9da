# SPDX-License-Identifier: MIT
"""Hears that the system asks the program to end: at log-out, at shutdown, or by Ctrl and C."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from signal import _HANDLER
    from types import FrameType

ENDINGS = ("SIGTERM", "SIGINT", "SIGHUP")
A_FEW = 64  # bytes; each stands for one asking


class EndWatch(QObject):
    """Turns a signal of the system into one of Qt's, so that everything is saved and locked first.

    Python runs a handler only when Python code runs, and Qt's loop may rest for seconds: the byte that
    Python writes for every signal wakes the loop. Source: docs.python.org, signal.set_wakeup_fd.

    Signals:
        end_asked: the program is to end.
    """

    end_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to hear, where the system has such signals; only the main thread may."""
        super().__init__(parent)
        self.heard: tuple[str, ...] = ()
        self._ear, mouth = -1, -1
        if sys.platform != "win32":
            self._ear, mouth = os.pipe()
            for end in (self._ear, mouth):
                os.set_blocking(end, False)
            self._notifier = QSocketNotifier(self._ear, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_woken)
            signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
            self.heard = ENDINGS
            before = {name: signal.signal(getattr(signal, name), _only_wake) for name in ENDINGS}
            self.destroyed.connect(partial(_let_go, before, (self._ear, mouth)))

    def _on_woken(self) -> None:
        """Say so once for all that was asked."""
        os.read(self._ear, A_FEW)
        self.end_asked.emit()


def _let_go(before: Mapping[str, _HANDLER], pipe: tuple[int, int], _gone: object = None) -> None:
    """Give the signals back to who had them."""
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)
    for end in pipe:
        os.close(end)


def _only_wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte in the pipe says it all."""
