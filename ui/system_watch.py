# SPDX-License-Identifier: MIT
"""Hears that the computer is about to sleep, or that its session is locked, where D-Bus says so (Linux).

Elsewhere the guard's clock, which counts through sleep, locks the case within seconds of waking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

if TYPE_CHECKING:
    from collections.abc import Iterator

LOGIN = "org.freedesktop.login1"
# bus, path ("" is any), interface, signal, slot. Source: org.freedesktop.login1(5) and the screen savers
SIGNS = (
    ("system", "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "on_away(bool)"),
    ("system", "", f"{LOGIN}.Session", "Lock", "on_locked()"),
    ("session", "", "org.freedesktop.ScreenSaver", "ActiveChanged", "on_away(bool)"),
    ("session", "", "org.gnome.ScreenSaver", "ActiveChanged", "on_away(bool)"),
)


class SystemWatch(QObject):
    """Listens on the buses there are.

    Signals:
        going_away: the computer sleeps, or its session is locked.
    """

    going_away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start to listen; where there is no bus, nothing is heard."""
        super().__init__(parent)
        self._buses = {
            "system": QDBusConnection.systemBus(),
            "session": QDBusConnection.sessionBus(),
        }
        self.heard = tuple(self._listen())

    def _listen(self) -> Iterator[str]:
        """Connect every sign; return the names of those that could be."""
        for bus, path, interface, name, slot in SIGNS:
            connection = self._buses[bus]
            if connection.isConnected() and connection.connect("", path, interface, name, self, _slot(slot)):
                yield f"{interface}.{name}"

    @Slot(bool)
    def on_away(self, is_away: bool) -> None:  # noqa: FBT001 - what D-Bus sends
        """Say so when it begins, not when it ends."""
        if is_away:
            self.going_away.emit()

    @Slot()
    def on_locked(self) -> None:
        """The session was locked."""
        self.going_away.emit()


def _slot(signature: str) -> bytes:
    """Return the name as Qt's string connections want it; the stubs say bytes, SLOT gives a text."""
    return cast("bytes", SLOT(signature))
