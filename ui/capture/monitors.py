# SPDX-License-Identifier: MIT
"""How this window system counts and places, and the monitors it has, for threads that may not ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.model import Rect

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from app.capture.models import Screen

IN_POINTS = {"wayland", "wayland-egl", "cocoa"}


def counts_in_points() -> bool:
    """Whether what takes pictures counts the desktop as Qt does, and not in pixels."""
    return QGuiApplication.platformName() in IN_POINTS


def places_windows_itself() -> bool:
    """Whether the system alone says where a window stands, and does not tell: so it is on Wayland."""
    return QGuiApplication.platformName().startswith("wayland")


class Monitors(QObject):
    """Every monitor in the terms of the portal, read again whenever one comes, goes or changes."""

    def __init__(self, app: QGuiApplication) -> None:
        """Read them now; made in the thread of the window."""
        super().__init__(app)
        self._known: tuple[tuple[str, Rect, int, bool], ...] = ()
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._read)
        app.primaryScreenChanged.connect(self._read)
        for screen in QGuiApplication.screens():
            self._on_added(screen)

    def screens(self) -> tuple[Screen, ...]:
        """Return the monitors; for any thread."""
        from app.capture.models import Screen  # noqa: PLC0415 - after the first paint

        return tuple(
            Screen(name, rect, scale, is_primary=primary) for name, rect, scale, primary in self._known
        )

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._read)
        screen.physicalDotsPerInchChanged.connect(self._read)
        self._read()

    def _read(self) -> None:
        primary = QGuiApplication.primaryScreen()
        self._known = tuple(_described(one, is_primary=one is primary) for one in QGuiApplication.screens())


def _described(screen: QScreen, *, is_primary: bool) -> tuple[str, Rect, int, bool]:
    """Return what the portal needs to know. An X11 program has pixels, on a Wayland desktop too."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    if counts_in_points():
        rect = Rect(area.x(), area.y(), area.width(), area.height())
        return screen.name(), rect, round(ratio * 1000), is_primary
    rect = Rect(area.x(), area.y(), round(area.width() * ratio), round(area.height() * ratio))
    return screen.name(), rect, 1000, is_primary
