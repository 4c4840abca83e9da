# SPDX-License-Identifier: MIT
"""Waiting for a page to be as it will be, before its picture is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


def settle(until: Callable[[], bool] = lambda: False, limit_ms: int = 10_000) -> None:
    """Return when the condition holds, or at the limit."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(20)
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start()
    QTimer.singleShot(limit_ms, loop.quit)
    loop.exec()
    look.stop()
