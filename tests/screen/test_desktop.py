# SPDX-License-Identifier: MIT
"""The screen of the system this runs on: on Windows and macOS that of the computer, on Linux one of ours."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from app.capture import choose_backend, grab
from app.capture.checks import is_blank
from app.capture.geometry import bounding, intersection
from app.capture.models import DesktopTarget, ScreenTarget, WindowTarget
from app.clock import SystemClock
from app.demo.cast import staged
from app.demo.pictures import has_blue, window_of
from app.errors import ScreenPermissionMissing, WindowGone
from app.intake.acquire import Setting, acquire
from app.model import Rect, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.capture.models import Backend, Frame

pytestmark = pytest.mark.screen

SETTING = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")
MOST_ACROSS_PX, MOST_DOWN_PX = 24, 80  # what a desktop draws round a window, at 100 %
SEEN_WITHIN_S = 5.0
PURPLE = bytes((255, 0, 255))


@pytest.fixture
def here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    """The way to this screen."""
    if sys.platform.startswith("linux"):
        request.getfixturevalue("xserver")
    else:
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)  # the stage stands on the real screen
    try:
        chosen = choose_backend(os.environ)
    except ScreenPermissionMissing:
        pytest.skip("this Mac does not let us take pictures")
    yield chosen
    chosen.close()


def test_every_screen_comes_with_all_its_pixels(here: Backend) -> None:
    screens = here.screens()
    assert sum(screen.is_primary for screen in screens) == 1
    for screen in screens:
        taken = grab(here, ScreenTarget(screen))
        scale = screen.scale_permille if sys.platform == "darwin" else 1000  # elsewhere it counts in pixels
        assert taken.frame.width_px == screen.rect.width * scale // 1000
        assert taken.frame.height_px == screen.rect.height * scale // 1000
    assert grab(here, DesktopTarget()).rect == bounding(screen.rect for screen in screens)


def test_the_window_of_another_program_is_taken_whole_and_where_it_stands(here: Backend) -> None:
    desktop, _ = acquire(here, DesktopTarget(), SETTING, SystemClock())
    with staged("profile") as stage:
        number = window_of(here, stage)
        made, frame = acquire(here, WindowTarget(number), SETTING, SystemClock())
    screen = made.record.screen
    assert made.record.source.window_title == stage.title
    assert made.record.source.program
    assert screen.covered is not None  # a small screen may have its task bar over the end of the window
    whole, scale = screen.rect_physical, screen.monitors[0].scale_permille / 1000
    drawn = intersection(stage.area, desktop.record.screen.rect_physical)
    assert (frame.width_px, frame.height_px) == (whole.width, whole.height)
    assert intersection(drawn, whole) == drawn
    assert whole.width - drawn.width <= MOST_ACROSS_PX * scale
    assert whole.height - drawn.height <= MOST_DOWN_PX * scale
    assert not is_blank(frame)
    left, top = stage.id_area.x - whole.x, stage.id_area.y - whole.y
    assert has_blue(frame, Rect(left, top, stage.id_area.width, stage.id_area.height))


def test_a_window_that_was_closed_is_gone(here: Backend) -> None:
    with staged("profile") as stage:
        number = window_of(here, stage)
    with pytest.raises(WindowGone):
        grab(here, WindowTarget(number))


def test_what_stands_around_is_told(here: Backend) -> None:
    with staged("conversation") as stage:
        window = next(one for one in here.windows(os.getpid()) if one.id == window_of(here, stage))
        around = here.surroundings(stage.pid, window.rect)
        assert around.is_own_inside
        assert not around.is_menu_over
        assert here.shows(stage.pid, window.rect)
    assert not here.shows(stage.pid, window.rect)


@pytest.mark.skipif(
    sys.platform != "win32", reason="X11 has no such thing; on macOS it is Qt's to make a window"
)
def test_a_window_that_is_kept_out_shows_what_lies_under_it(here: Backend) -> None:
    tkinter = pytest.importorskip("tkinter")
    from app.capture.exclusion import keep_out  # noqa: PLC0415 - as the panels do

    root = tkinter.Tk()
    try:
        root.overrideredirect(True)
        root.attributes("-topmost", True)
        root.configure(background="#ff00ff")
        root.geometry("200x100+300+300")
        inside = Rect(330, 330, 40, 40)
        assert _comes(root, lambda: _is_purple(here.grab(inside)))
        assert keep_out(int(root.wm_frame(), 16))
        assert _comes(root, lambda: not _is_purple(here.grab(inside)))
    finally:
        root.destroy()


def _comes(root, is_so) -> bool:
    """Whether something becomes true while the window lives."""
    end = time.monotonic() + SEEN_WITHIN_S
    while time.monotonic() < end:
        root.update()
        if is_so():
            return True
    return False


def _is_purple(frame: Frame) -> bool:
    return is_blank(frame) and bytes(frame.bgra[:3]) == PURPLE
