# SPDX-License-Identifier: MIT
"""Waiting for the window as long as a busy machine may take: what is waited for is a state, not a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_MS = 60_000  # only what never comes is waited for that long


def _holds(callback: Callable[[], bool | None]) -> bool:
    """Whether it is so, asked as ``waitUntil`` asks: None is as good as True, an assertion is a no."""
    try:
        return callback() in {True, None}
    except AssertionError:
        return False


class PatientBot(QtBot):
    """A robot of Qt that gives up late, whatever a test names; its ``wait`` waits as long as it is told."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        while True:
            super().waitUntil(callback, timeout=max(timeout, LEAST_MS))
            # What made it true may have posted more: that a new part is to be shown, or that another takes
            # its place. So that is let happen, and asked again.
            QCoreApplication.sendPostedEvents()
            if _holds(callback):
                return

    def waitSignal(self, signal: Any, *, timeout: int = 0, **options: Any) -> Any:
        # What may not come is waited for as long as was said: assertNotEmitted asks in this way.
        least = 0 if options.get("raising") is False else LEAST_MS
        return super().waitSignal(signal, timeout=max(timeout, least), **options)

    def waitSignals(self, signals: Any, *, timeout: int = 0, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, LEAST_MS), **options)

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, LEAST_MS))
