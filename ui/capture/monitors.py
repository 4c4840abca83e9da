# SPDX-License-Identifier: MIT
"""How this window system counts and places, and the monitors it has, for threads that may not ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from app.capture.models import Screen

Described: TypeAlias = tuple[str, tuple[int, int, int, int], int, bool]  # name, place, scale, is primary
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
        self._known: tuple[Described, ...] = ()
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._read)
        app.primaryScreenChanged.connect(self._read)
        for screen in QGuiApplication.screens():
            self._on_added(screen)

    def screens(self) -> tuple[Screen, ...]:
        """Return the monitors; for any thread."""
        from app.capture.models import Screen  # noqa: PLC0415 - after the first paint
        from app.model import Rect  # noqa: PLC0415 - 19 ms of the first paint (G7)

        return tuple(
            Screen(name, Rect(*place), scale, is_primary=primary)
            for name, place, scale, primary in self._known
        )

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._read)
        screen.physicalDotsPerInchChanged.connect(self._read)
        self._read()

    def _read(self) -> None:
        primary = QGuiApplication.primaryScreen()
        self._known = tuple(_described(one, is_primary=one is primary) for one in QGuiApplication.screens())


def _described(screen: QScreen, *, is_primary: bool) -> Described:
    """Return what the portal needs to know. An X11 program has pixels, on a Wayland desktop too."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    size = area.width(), area.height()
    if counts_in_points():
        return screen.name(), (area.x(), area.y(), *size), round(ratio * 1000), is_primary
    width, height = (round(each * ratio) for each in size)
    return screen.name(), (area.x(), area.y(), width, height), 1000, is_primary
