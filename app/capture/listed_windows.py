# SPDX-License-Identifier: MIT
"""Screens and windows of Windows and macOS, from what each system's own list says.

The list itself comes from a ``Desk``: a few functions that only ask the system. What they mean is worked out
here and in ``windows_win32`` and ``windows_macos``, which tests feed with lists of every kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.capture.checks import is_over, own_window_inside
from app.capture.geometry import intersection
from app.capture.models import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture.models import Screen, Window
    from app.model import Rect


class Desk(Protocol):
    """What one system says of its desktop at this moment."""

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor with its scale.

        Raises:
            CaptureDenied: the system does not say.
        """
        ...

    def windows(self) -> tuple[Window, ...]:
        """Return everything that shows or is minimised, lowest first; menus and panels too.

        Raises:
            CaptureDenied: the system does not say.
        """
        ...

    def clock_strips(self) -> tuple[Rect, ...]:
        """Return where the system shows its clock: task bars or menu bars."""
        ...

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is."""
        ...


class ListedWindows:
    """The window system of Windows or macOS for ``MssBackend``; keeps no state."""

    def __init__(self, desk: Desk) -> None:
        """Ask this desk."""
        self._desk = desk

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor as it stands now."""
        return self._desk.screens()

    def stack(self) -> tuple[Window, ...]:
        """Return everything that stands on the screen or is minimised, lowest first."""
        return self._desk.windows()

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of this process shows in the rectangle."""
        return own_window_inside(rect, self._desk.windows(), pid)

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle."""
        windows, strips = self._desk.windows(), self._desk.clock_strips()
        return Surroundings(
            is_own_inside=own_window_inside(rect, windows, pid),
            is_menu_over=any(is_over(menu, rect) for menu in _menus(windows, pid)),
            is_clock_in_sight=any(intersection(rect, strip) for strip in strips) if strips else None,
            pointer=self._desk.pointer(),
        )

    def close(self) -> None:
        """There is nothing to let go of."""


def _menus(windows: Sequence[Window], pid: int) -> list[Window]:
    """Return what stands above the topmost ordinary window of other programs: menus, tips, notices."""
    above: list[Window] = []
    for window in reversed(windows):
        if window.is_ordinary and not window.is_minimised and window.pid != pid:
            break
        if not window.is_ordinary and not window.is_panel and window.pid != pid:
            above.append(window)
    return above
