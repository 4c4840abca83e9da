# SPDX-License-Identifier: MIT
"""Screens and windows of an X11 display; the only importer of Xlib.

Source: Extended Window Manager Hints 1.5 (_NET_*), ICCCM 2.0 (WM_*), RandR 1.5.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XError
from Xlib.protocol.request import GetWindowAttributes

from app.capture.checks import is_over, own_window_inside
from app.capture.geometry import intersection
from app.capture.models import Screen, Surroundings, Window
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FULL_SCALE_PERMILLE = 1000
LONGEST_PROPERTY = 16_384  # in units of four bytes
NO_MARGINS = (0, 0, 0, 0)
GONE = (XError, DisplayError, ConnectionClosedError, OSError)
NOT_ORDINARY = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK", "_NET_WM_WINDOW_TYPE_NOTIFICATION")


class X11Windows:
    """One connection to the display, for one thread at a time."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            CaptureUnsupported: there is no such display.
        """
        try:
            self._display = Display(display)
        except GONE as error:
            raise CaptureUnsupported("the X11 display cannot be opened") from error
        self._display.set_error_handler(lambda *_: None)  # its own would print window numbers
        self._root = self._display.screen().root
        self._is_open = True

    def close(self) -> None:
        """Disconnect; may be called more than once."""
        if self._is_open:
            self._is_open = False
            with suppress(*GONE):
                self._display.close()
            self._display.display.socket.close()  # Xlib leaves it open where the display went first

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor as RandR tells it now; one of the whole display where it does not.

        Raises:
            CaptureDenied: the display went away.
        """
        try:
            found = self._monitors() or [self._whole()]
        except GONE as error:
            raise CaptureDenied("the X11 display does not answer") from error
        if not any(screen.is_primary for screen in found):
            found[0] = Screen(found[0].name, found[0].rect, FULL_SCALE_PERMILLE, is_primary=True)
        return tuple(found)

    def stack(self) -> tuple[Window, ...]:
        """Return what stands on the screen or is minimised, lowest first: windows, panels and menus.

        Raises:
            CaptureDenied: the display went away.
        """
        try:
            return tuple(self._stack())
        except GONE as error:
            raise CaptureDenied("the X11 display does not answer") from error

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of this process shows in the rectangle; only its own windows are read.

        Raises:
            CaptureDenied: the display went away.
        """
        try:
            return own_window_inside(rect, self._windows_of(pid), pid)
        except GONE as error:
            raise CaptureDenied("the X11 display does not answer") from error

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle; other programs' windows are not read.

        Raises:
            CaptureDenied: the display went away.
        """
        try:
            managed = self._managed_ids()
            popups = tuple(self._read(self._above(managed), is_managed=False))
            mine = self._read((number for number in managed if self._is_of(number, pid)), is_managed=True)
            return Surroundings(
                is_own_inside=own_window_inside(rect, (*mine, *popups), pid),
                is_menu_over=any(each.pid != pid and is_over(each, rect) for each in popups),
                is_clock_in_sight=self._reaches_panel(rect),
                pointer=self._pointer(),
            )
        except GONE as error:
            raise CaptureDenied("the X11 display does not answer") from error

    def _reaches_panel(self, rect: Rect) -> bool | None:
        """Whether it goes beyond the room that panels leave: a clock is there. Source: EWMH 1.5.

        Not known where no panel takes room: no picture can have such a clock in it.
        """
        desktop = next(iter(self._ids(self._root, "_NET_CURRENT_DESKTOP")), 0)
        room = self._ids(self._root, "_NET_WORKAREA")[4 * desktop : 4 * desktop + 4]
        if len(room) != 4 or Rect(*room) == self._whole().rect:
            return None
        return intersection(rect, Rect(*room)) != rect

    def _pointer(self) -> tuple[int, int]:
        """Return where the mouse pointer is."""
        found = self._root.query_pointer()
        return found.root_x, found.root_y

    def _monitors(self) -> list[Screen]:
        if not self._display.has_extension("RANDR") or not hasattr(self._root, "xrandr_get_monitors"):
            return []
        return [self._monitor(each) for each in self._root.xrandr_get_monitors(is_active=True).monitors]

    def _monitor(self, monitor: Any) -> Screen:
        rect = Rect(monitor.x, monitor.y, monitor.width_in_pixels, monitor.height_in_pixels)
        name = self._display.get_atom_name(monitor.name)
        return Screen(name, rect, FULL_SCALE_PERMILLE, bool(monitor.primary))

    def _whole(self) -> Screen:
        size = self._root.get_geometry()
        return Screen("screen", Rect(0, 0, size.width, size.height), FULL_SCALE_PERMILLE, is_primary=True)

    def _stack(self) -> Iterator[Window]:
        """Yield managed windows in the manager's order, then the menus and notices above them."""
        managed = self._managed_ids()
        yield from self._read(managed, is_managed=True)
        yield from self._read(self._above(managed), is_managed=False)

    def _windows_of(self, pid: int) -> Iterator[Window]:
        """Yield the windows of one process in the order of the stack."""
        managed = self._managed_ids()
        for numbers, is_managed in ((managed, True), (self._above(managed), False)):
            own = (number for number in numbers if self._is_of(number, pid))
            yield from self._read(own, is_managed=is_managed)

    def _managed_ids(self) -> list[int]:
        """Return the numbers of the windows that the manager keeps, lowest first."""
        stacking = self._ids(self._root, "_NET_CLIENT_LIST_STACKING")
        return stacking or self._ids(self._root, "_NET_CLIENT_LIST")

    def _above(self, managed: list[int]) -> list[int]:
        """Return what stands above the topmost managed window that is shown, lowest first."""
        topmost = next(filter(self._is_viewable, reversed(managed)), 0)
        frame = self._frame(topmost) if topmost else 0
        children = (child.id for child in reversed(self._root.query_tree().children))
        return list(takewhile(lambda child: child != frame, children))[::-1]

    def _read(self, numbers: Iterable[int], *, is_managed: bool) -> Iterator[Window]:
        """Yield these windows in order; not what closed meanwhile or is nothing that can be seen."""
        for number, attributes in self._attributes(numbers):
            if attributes.win_class != X.InputOutput:
                continue
            window, is_shown = self._resource(number), attributes.map_state == X.IsViewable
            with suppress(XError):
                if is_managed:
                    yield self._managed(window, is_shown=is_shown)
                elif is_shown:
                    yield from self._popup(window)

    def _attributes(self, numbers: Iterable[int]) -> Iterator[tuple[int, Any]]:
        """Yield each window with its attributes; all are asked for before the first answer is read."""
        display = self._display.display
        asked = [(each, GetWindowAttributes(display=display, defer=True, window=each)) for each in numbers]
        for number, answer in asked:
            try:
                answer.reply()
            except XError:  # it closed meanwhile
                continue
            yield number, answer

    def _managed(self, window: Any, *, is_shown: bool) -> Window:
        return Window(
            id=window.id,
            title=self._title(window),
            program=self._program(window),
            pid=self._pid(window),
            rect=self._rect(window),
            is_minimised=not is_shown or self._has(window, "_NET_WM_STATE", "_NET_WM_STATE_HIDDEN"),
            is_ordinary=not self._has(window, "_NET_WM_WINDOW_TYPE", *NOT_ORDINARY),
        )

    def _popup(self, window: Any) -> Iterator[Window]:
        """Yield a menu, a tip or a notice: a window that no manager frames and that says what it is."""
        box = window.get_geometry()
        rect = Rect(box.x, box.y, box.width + 2 * box.border_width, box.height + 2 * box.border_width)
        if rect.x + rect.width <= 0 or rect.y + rect.height <= 0:
            return  # where managers keep windows that nobody is to see
        program, pid = self._program(window), self._pid(window)
        if program or pid or self._property(window, "_NET_WM_WINDOW_TYPE") is not None:
            yield Window(window.id, "", program, pid, rect, is_minimised=False, is_ordinary=False)

    def _rect(self, window: Any) -> Rect:
        """Return what is seen of it: with the manager's frame, without a shadow drawn by the program."""
        size, root = window.get_geometry(), window.translate_coords(self._root, 0, 0)
        left, right, top, bottom = self._margins(window, "_NET_FRAME_EXTENTS")
        inner = self._margins(window, "_GTK_FRAME_EXTENTS")
        left, right, top, bottom = (a - b for a, b in zip((left, right, top, bottom), inner, strict=True))
        return Rect(-root.x - left, -root.y - top, size.width + left + right, size.height + top + bottom)

    def _title(self, window: Any) -> str:
        """Return the title as UTF-8 gives it, or else as the older property does."""
        named = self._property(window, "_NET_WM_NAME")
        if named is not None:
            return bytes(named.value).decode("utf-8", errors="replace")
        older = self._property(window, "WM_NAME")
        return bytes(older.value).decode("latin-1") if older is not None and older.format == 8 else ""

    def _program(self, window: Any) -> str | None:
        """Return the class of WM_CLASS, which is "instance NUL class NUL"."""
        named = self._property(window, "WM_CLASS")
        if named is None:
            return None
        parts = [part for part in bytes(named.value).decode("utf-8", errors="replace").split("\0") if part]
        return parts[-1] if parts else None

    def _margins(self, window: Any, name: str) -> tuple[int, ...]:
        """Return left, right, top and bottom."""
        numbers = self._ids(window, name)
        return tuple(numbers) if len(numbers) == len(NO_MARGINS) else NO_MARGINS

    def _has(self, window: Any, name: str, *wanted: str) -> bool:
        """Whether a property that lists atoms holds one of them."""
        return not {self._display.get_atom(each) for each in wanted}.isdisjoint(self._ids(window, name))

    def _ids(self, window: Any, name: str) -> list[int]:
        """Return the numbers in a property; none if it is missing or no list of numbers."""
        held = self._property(window, name)
        return [int(number) for number in held.value] if held is not None and held.format == 32 else []

    def _property(self, window: Any, name: str) -> Any:
        return window.get_full_property(self._display.get_atom(name), X.AnyPropertyType, LONGEST_PROPERTY)

    def _is_viewable(self, number: int) -> bool:
        try:
            return bool(self._resource(number).get_attributes().map_state == X.IsViewable)
        except XError:
            return False

    def _is_of(self, number: int, pid: int) -> bool:
        try:
            return self._pid(self._resource(number)) == pid
        except XError:
            return False

    def _resource(self, number: int) -> Any:
        return self._display.create_resource_object("window", number)

    def _pid(self, window: Any) -> int | None:
        return next(iter(self._ids(window, "_NET_WM_PID")), None)

    def _frame(self, number: int) -> int:
        """Return the child of the root that is the window or holds it; 0 if it closed meanwhile."""
        try:
            window = self._resource(number)
            while (parent := window.query_tree().parent) != self._root and parent:
                window = parent
        except XError:
            return 0
        return int(window.id)
