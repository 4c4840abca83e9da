# SPDX-License-Identifier: MIT
"""What is asked of macOS, by a Quartz written here; and macOS itself, there."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from app.capture.macos_api import QuartzApi
from app.capture.windows_macos import MacDesk
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_SCREEN, NO_DESKTOP = 1, 16
WINDOW = MappingProxyType(
    {
        "kCGWindowNumber": 7,
        "kCGWindowMemoryUsage": 1152,
        "kCGWindowBounds": MappingProxyType({"X": 1.0, "Y": 2.0}),
    }
)
on_macos = pytest.mark.skipif(sys.platform != "darwin", reason="needs macOS")


def box(*place: float) -> SimpleNamespace:
    x, y, width, height = place
    return SimpleNamespace(origin=SimpleNamespace(x=x, y=y), size=SimpleNamespace(width=width, height=height))


class FakeQuartz:
    """The functions of pyobjc's Quartz, with the arguments and answers they have there.

    Displays: a retina one, and one of 2560 x 1440 points and pixels turned on its side.
    """

    kCGWindowListOptionOnScreenOnly, kCGWindowListExcludeDesktopElements = ON_SCREEN, NO_DESKTOP
    kCGNullWindowID = 0

    def __init__(self) -> None:
        self.listed: Any = (WINDOW,)
        self.failed = 0
        self.modes: dict[int, Any] = {1: (1440, 2880), 2: (2560, 2560)}
        self.at: Any = SimpleNamespace(x=-3.25, y=10.75)
        self.asked = 0

    def CGWindowListCopyWindowInfo(self, option: int, relative_to: int) -> Any:
        assert (option, relative_to) == (ON_SCREEN | NO_DESKTOP, 0)
        return self.listed

    def CGGetActiveDisplayList(
        self, most: int, numbers: None, count: None
    ) -> tuple[int, tuple[int, ...], int]:
        assert most >= 2
        return self.failed, (1, 2), 2

    def CGDisplayBounds(self, number: int) -> SimpleNamespace:
        return {1: box(0, 0, 1440, 900), 2: box(1440, -500, 1440, 2560)}[number]

    def CGDisplayCopyDisplayMode(self, number: int) -> Any:
        return self.modes[number]

    def CGDisplayModeGetWidth(self, mode: tuple[int, int]) -> int:
        return mode[0]

    def CGDisplayModeGetPixelWidth(self, mode: tuple[int, int]) -> int:
        return mode[1]

    def CGDisplayIsMain(self, number: int) -> int:
        return int(number == 1)

    def CGEventCreate(self, source: None) -> Any:
        return self.at and object()

    def CGEventGetLocation(self, event: object) -> Any:
        return self.at

    def CGPreflightScreenCaptureAccess(self) -> int:
        return 0

    def CGRequestScreenCaptureAccess(self) -> int:
        self.asked += 1
        return 0


class FakeObjc:
    """Objects by their address: an NSView and its window; and the pool of a thread."""

    def __init__(self, window: Any = None) -> None:
        self.window = window
        self.pools: list[str] = []

    @contextmanager
    def autorelease_pool(self) -> Iterator[None]:
        self.pools.append("opened")
        yield
        self.pools.append("drained")

    def objc_object(self, *, c_void_p: int) -> SimpleNamespace:
        assert c_void_p == 0x7F8A_1234_5678
        return SimpleNamespace(window=lambda: self.window)


def test_only_what_is_on_the_screen_is_asked_for_and_only_what_is_wanted_of_it_kept() -> None:
    quartz, objc = FakeQuartz(), FakeObjc()
    (window,) = QuartzApi(quartz, objc).windows()
    assert window == {"kCGWindowNumber": 7, "kCGWindowBounds": {"X": 1.0, "Y": 2.0}}
    assert type(window["kCGWindowBounds"]) is dict  # what the system's own holds goes with the pool
    assert objc.pools == ["opened", "drained"]
    quartz.listed = None
    with pytest.raises(CaptureDenied):
        QuartzApi(quartz, FakeObjc()).windows()


def test_displays_have_their_scale_also_when_turned() -> None:
    assert QuartzApi(FakeQuartz(), FakeObjc()).displays() == [
        (1, Rect(0, 0, 1440, 900), 2000, True),
        (2, Rect(1440, -500, 1440, 2560), 1000, False),
    ]


def test_a_display_without_a_mode_counts_as_it_says() -> None:
    quartz = FakeQuartz()
    quartz.modes = {1: None, 2: None}
    assert [scale for _, _, scale, _ in QuartzApi(quartz, FakeObjc()).displays()] == [1000, 1000]
    quartz.failed = 1001
    with pytest.raises(CaptureDenied):
        QuartzApi(quartz, FakeObjc()).displays()


def test_the_pointer_is_told_in_whole_points_or_not_at_all() -> None:
    quartz = FakeQuartz()
    assert QuartzApi(quartz, FakeObjc()).pointer() == (-4, 10)
    quartz.at = None
    assert QuartzApi(quartz, FakeObjc()).pointer() is None


def test_permission_is_read_and_asked_for() -> None:
    quartz = FakeQuartz()
    assert QuartzApi(quartz, FakeObjc()).may_capture() is False
    QuartzApi(quartz, FakeObjc()).ask_to_capture()
    assert quartz.asked == 1


def test_a_window_is_kept_out_by_its_sharing_type_and_goes_at_once() -> None:
    said: list[int] = []
    window = SimpleNamespace(setSharingType_=said.append, setAnimationBehavior_=said.append)
    assert QuartzApi(FakeQuartz(), FakeObjc(window)).keep_out(0x7F8A_1234_5678)
    assert said == [0, 2]
    assert not QuartzApi(FakeQuartz(), FakeObjc(None)).keep_out(0x7F8A_1234_5678)


@pytest.mark.skipif(sys.platform == "darwin", reason="needs another system")
def test_elsewhere_there_are_no_such_modules() -> None:
    with pytest.raises(CaptureUnsupported):
        QuartzApi()


@on_macos
def test_the_displays_have_a_size_and_one_is_the_main_one() -> None:
    screens = MacDesk(QuartzApi()).screens()
    assert screens
    assert sum(screen.is_primary for screen in screens) == 1
    assert all(screen.scale_permille >= 1000 for screen in screens)


@on_macos
def test_windows_can_be_listed_without_permission() -> None:
    windows = MacDesk(QuartzApi()).windows()
    assert all(window.rect.width > 0 for window in windows)


@on_macos
def test_permission_is_a_plain_answer() -> None:
    assert QuartzApi().may_capture() in {True, False}
