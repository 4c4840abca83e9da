# SPDX-License-Identifier: MIT
"""What a screen is made of, what may be taken from it, and what a backend can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from app.model import Rect

BYTES_PER_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Screen:
    """One monitor: ``rect`` in pixels of the desktop, scale in thousandths (100 % is 1000)."""

    name: str
    rect: Rect
    scale_permille: int
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Window:
    """One window of a program, as the window manager tells it.

    Attributes:
        id: number of the window in its system.
        title: the title at this moment; empty if it has none.
        program: what the program calls itself; ``None`` if it does not say.
        pid: its process; ``None`` if it does not say (some programs do not).
        rect: what is seen of it, title bar and border included, in pixels of the desktop.
        is_minimised: not on the screen now: an icon, or on another workspace.
        is_ordinary: a person would call it a window; menus, panels and notices are not.
        is_protected: its program forbids pictures of it; they come out black.
        is_panel: a task bar, a menu bar or a dock: it is always there and hides nothing.
    """

    id: int
    title: str
    program: str | None
    pid: int | None
    rect: Rect
    is_minimised: bool = False
    is_ordinary: bool = True
    is_protected: bool = False
    is_panel: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels as the screen gave them: blue, green, red and an unused byte, rows from the top, no padding.

    Attributes:
        bgra: ``bytes``, or a read-only view (a copy of the frame costs a tenth of the encoding).

    Raises:
        ValueError: if the number of bytes is not that of the size, or the size is nothing.
    """

    width_px: int
    height_px: int
    bgra: bytes | memoryview

    def __post_init__(self) -> None:
        """Refuse a frame that cannot be what it says."""
        expected = self.width_px * self.height_px * BYTES_PER_PIXEL
        if min(self.width_px, self.height_px) < 1 or len(self.bgra) != expected:
            raise ValueError(f"{len(self.bgra)} bytes for {self.width_px} x {self.height_px} pixels")

    def __eq__(self, other: object) -> bool:
        """Whether size and bytes are the same; a pixel is compared at a time, not a byte."""
        if not isinstance(other, Frame):
            return NotImplemented
        has_size = (self.width_px, self.height_px) == (other.width_px, other.height_px)
        return has_size and memoryview(self.bgra).cast("I") == memoryview(other.bgra).cast("I")

    def __hash__(self) -> int:
        """Frames that are equal have one hash; the bytes are not read for it."""
        return hash((self.width_px, self.height_px))


@dataclass(frozen=True, slots=True)
class ScreenTarget:
    """One monitor, whole."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class DesktopTarget:
    """All monitors, as one rectangle."""


@dataclass(frozen=True, slots=True)
class AreaTarget:
    """A rectangle that the person drew, in pixels of the desktop."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class WindowTarget:
    """The window of another program, frame included."""

    window_id: int


Target: TypeAlias = ScreenTarget | DesktopTarget | AreaTarget | WindowTarget


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands in or over a rectangle of the screen, as far as the system says cheaply.

    Attributes:
        is_own_inside: a window of the asking process shows in it.
        is_menu_over: a menu, a tip or a notice shows in it.
        is_clock_in_sight: it reaches the strip where the system shows its clock; ``None`` if not known.
        pointer: where the mouse pointer is, in pixels of the desktop; ``None`` if not known.
    """

    is_own_inside: bool
    is_menu_over: bool = False
    is_clock_in_sight: bool | None = None
    pointer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Grab:
    """What was taken, and what stood around it at that moment.

    Attributes:
        rect: the rectangle really taken, clipped to the desktop.
        monitors: every monitor, whether taken or not.
        window: the window that was asked for; ``None`` for the other targets.
        is_cut_off: a part of what was asked for lies off the desktop and is not in the picture.
        is_covered: something stands over the window; ``None`` for the other targets.
        around: what stands in or over the picture; ``None`` where the system gives no list of windows.
        is_pointer_drawn: the mouse pointer is in the picture.
        pixels: where the picture lies in pixels of the whole desktop, where the system counts ``rect`` in
            points and says so; ``None`` elsewhere.
    """

    frame: Frame
    rect: Rect
    monitors: tuple[Screen, ...]
    window: Window | None = None
    is_cut_off: bool = False
    is_covered: bool | None = None
    around: Surroundings | None = None
    is_pointer_drawn: bool = False
    pixels: Rect | None = None

    @property
    def is_own_inside(self) -> bool | None:
        """Whether a window of ours is in the picture; ``None`` if not known."""
        return self.around.is_own_inside if self.around else None


class Backend(Protocol):
    """One way to the screen of one system; kept for one job, used by one thread at a time, then closed.

    Attributes:
        name: what stands in the record, such as ``mss/x11``.
        version: of the library behind it.
        cursor_included: whether the mouse pointer is in the picture.
        lists_windows: whether ``stack``, ``windows`` and ``shows`` work here.
    """

    name: str
    version: str
    cursor_included: bool
    lists_windows: bool

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor as it stands now.

        Raises:
            CaptureDenied: the system does not say.
        """
        ...

    def stack(self) -> tuple[Window, ...]:
        """Return everything that stands on the screen or is minimised, lowest first, menus and panels too.

        Raises:
            CaptureUnsupported: the windows of this system cannot be listed yet.
        """
        ...

    def windows(self, exclude_pid: int | None) -> tuple[Window, ...]:
        """Return the windows a person may choose from, lowest first, without those of one process.

        Raises:
            CaptureUnsupported: the windows of this system cannot be listed yet.
        """
        ...

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of this process shows in the rectangle; a small part of what ``stack`` costs.

        Raises:
            CaptureUnsupported: the windows of this system cannot be listed yet.
        """
        ...

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle; ``pid`` is our own process.

        Raises:
            CaptureUnsupported: the windows of this system cannot be listed yet.
        """
        ...

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels of a rectangle that lies on the desktop.

        Raises:
            CaptureDenied: the system did not give the picture.
        """
        ...

    def close(self) -> None:
        """Let go of the screen; may be called more than once."""
        ...
