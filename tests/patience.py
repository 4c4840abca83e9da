# SPDX-License-Identifier: MIT
"""Waiting for the window as long as a busy machine may take: what is waited for is a state, not a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_MS = 60_000  # only what never comes is waited for that long


class PatientBot(QtBot):
    """A robot of Qt that gives up late, whatever a test names; its ``wait`` waits as long as it is told."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, LEAST_MS))
        # What made it true may have posted the rest, as a layout posts that a new part is to be shown.
        QCoreApplication.sendPostedEvents()

    def waitSignal(self, signal: Any, *, timeout: int = 0, **options: Any) -> Any:
        # What may not come is waited for as long as was said: assertNotEmitted asks in this way.
        least = 0 if options.get("raising") is False else LEAST_MS
        return super().waitSignal(signal, timeout=max(timeout, least), **options)

    def waitSignals(self, signals: Any, *, timeout: int = 0, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, LEAST_MS), **options)

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, LEAST_MS))
