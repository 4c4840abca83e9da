# SPDX-License-Identifier: MIT
"""What Windows says of its windows and monitors, in this program's terms.

Source: Microsoft Learn, Win32 API: EnumWindows, DwmGetWindowAttribute, GetWindowDisplayAffinity,
GetDpiForMonitor.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.capture.geometry import area, intersection
from app.capture.models import Screen, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Rect

DPI_OF_FULL_SCALE = 96
TASK_BARS = frozenset({"Shell_TrayWnd", "Shell_SecondaryTrayWnd"})
HIDDEN_BAR_PX = 2
DESKTOP = frozenset({"Progman", "WorkerW"})
MENU_CLASSES = frozenset({"#32768", "tooltips_class32"})
SHOWN_TO_ALL = 0  # WDA_NONE


@dataclass(frozen=True, slots=True)
class RawWindow:
    """One top-level window, as Windows answers.

    Attributes:
        bounds: what is seen of it, without the invisible border: DWMWA_EXTENDED_FRAME_BOUNDS.
        is_cloaked: it is there, but not shown: on another desktop, or a suspended app.
        is_tool: WS_EX_TOOLWINDOW without WS_EX_APPWINDOW: not in the task bar.
        is_click_through: WS_EX_LAYERED with WS_EX_TRANSPARENT: a shadow, or a drawing laid over the screen.
        affinity: 0 if pictures of it are allowed; else it comes out black, or is left out.
    """

    number: int
    title: str
    class_name: str
    pid: int
    program: str | None
    bounds: Rect
    is_minimised: bool = False
    is_cloaked: bool = False
    is_tool: bool = False
    is_click_through: bool = False
    affinity: int = SHOWN_TO_ALL


@dataclass(frozen=True, slots=True)
class RawMonitor:
    """One monitor, as Windows answers; ``dpi`` is 96 at 100 %."""

    name: str
    bounds: Rect
    dpi: int
    is_primary: bool


class Win32(Protocol):
    """The questions asked of Windows."""

    def windows(self) -> Sequence[RawWindow]:
        """Return the top-level windows that are visible or minimised, the topmost first."""
        ...

    def monitors(self) -> Sequence[RawMonitor]:
        """Return the monitors in use."""
        ...

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is."""
        ...


class Win32Desk:
    """The desktop of Windows; asks anew each time."""

    def __init__(self, api: Win32, own_pid: int | None = None) -> None:
        """Ask by this; ``own_pid`` is this process unless given."""
        self._api = api
        self._own_pid = os.getpid() if own_pid is None else own_pid

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor, the primary one named so, with its scale."""
        return tuple(
            Screen(one.name, one.bounds, one.dpi * 1000 // DPI_OF_FULL_SCALE, one.is_primary)
            for one in self._api.monitors()
        )

    def windows(self) -> tuple[Window, ...]:
        """Return everything that shows or is minimised, lowest first.

        What others lay over the screen for clicks to go through, such as shadows, hides nothing; a frame of
        ours does, until it is gone. A task bar that has hidden itself hides nothing either.
        """
        monitors = [one.bounds for one in self._api.monitors()]
        listed = reversed(self._api.windows())
        seen = (window_of(raw) for raw in listed if not raw.is_click_through or raw.pid == self._own_pid)
        return tuple(
            window for window in seen if window and not (window.is_panel and not _bar(window.rect, monitors))
        )

    def clock_strips(self) -> tuple[Rect, ...]:
        """Return the task bars; one that hides itself is moved off its monitor, all but two pixels."""
        monitors = [one.bounds for one in self._api.monitors()]
        bars = (raw for raw in self._api.windows() if raw.class_name in TASK_BARS and not raw.is_cloaked)
        return tuple(part for raw in bars if (part := _bar(raw.bounds, monitors)))

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is."""
        return self._api.pointer()


def _bar(bounds: Rect, monitors: Sequence[Rect]) -> Rect | None:
    """Return what is seen of a task bar, on the monitor with most of it; ``None`` while it hides itself."""
    parts = (intersection(bounds, monitor) for monitor in monitors)
    seen = max((part for part in parts if part), key=area, default=None)
    return seen if seen and min(seen.width, seen.height) > HIDDEN_BAR_PX else None


def window_of(raw: RawWindow) -> Window | None:
    """Return the window, or ``None`` for one that nobody sees."""
    if raw.is_cloaked or raw.class_name in DESKTOP:
        return None
    if not raw.is_minimised and min(raw.bounds.width, raw.bounds.height) < 1:
        return None
    is_panel = raw.class_name in TASK_BARS
    return Window(
        id=raw.number,
        title=raw.title,
        program=raw.program,
        pid=raw.pid,
        rect=raw.bounds,
        is_minimised=raw.is_minimised,
        is_ordinary=bool(raw.title) and not (is_panel or raw.is_tool or raw.class_name in MENU_CLASSES),
        is_protected=raw.affinity != SHOWN_TO_ALL,
        is_panel=is_panel,
    )
