# SPDX-License-Identifier: MIT
"""The list of windows, and our own windows kept out of the picture."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.capture import choose_backend, grab
from app.capture.checks import window_at
from app.capture.models import AreaTarget, ScreenTarget, WindowTarget
from app.capture.mss_backend import MssBackend
from app.errors import CaptureDenied, CaptureUnsupported, WindowGone
from app.intake.acquire import Setting, acquire
from app.model import Rect, Role
from tests.fakes.clock import FakeClock
from tests.screen.painter import PaintedWindow, options_from
from tests.screen.program import Program, colours
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.capture.models import Backend

pytestmark = pytest.mark.screen

AREA = AreaTarget(Rect(300, 200, 400, 300))
SETTING = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")


SAY_SCREENS = """
import os
from app.capture import choose_backend
from tests.screen.xserver import XServer
with XServer(640, 480, options=("-extension", "RANDR")):
    for each in choose_backend(os.environ).screens():
        print(each.name, each.rect.x, each.rect.y, each.rect.width, each.rect.height, each.is_primary)
"""


@contextmanager
def own_window(*flags: str) -> Iterator[PaintedWindow]:
    """A window of this very process, as the bar and the main window are."""
    window = PaintedWindow(options_from(["--size=200,100", "--seed=9", *flags]))
    try:
        yield window
    finally:
        window.close()


@pytest.mark.parametrize("title", ["Grüße aus Köln", "😀 Chat 👩‍👩‍👧", "مرحبا", "-", "a" * 5000])
def test_titles_are_read_as_they_are(backend: Backend, title: str) -> None:
    with Program(title=title) as program:
        assert [window.title for window in backend.windows(None)] == [title]
        program.tell("title Später 🙂")
        assert [window.title for window in backend.windows(None)] == ["Später 🙂"]


def test_a_title_in_the_older_form_is_read(backend: Backend) -> None:
    with Program("--old-title", title="Grüße"):
        assert [window.title for window in backend.windows(None)] == ["Grüße"]


def test_windows_stand_in_stacking_order_and_the_topmost_is_under_the_pointer(backend: Backend) -> None:
    with Program(position=(300, 200), title="low"), Program(position=(400, 300), title="high", seed=2):
        listed = backend.windows(None)
    assert [window.title for window in listed] == ["low", "high"]
    assert window_at(listed, 450, 350) == listed[1]
    assert window_at(listed, 310, 210) == listed[0]
    assert window_at(listed, 5, 5) is None


def test_a_minimised_window_is_listed_and_not_taken(backend: Backend) -> None:
    with Program() as program:
        program.tell("iconify")
        (window,) = backend.windows(None)
        assert window.is_minimised is True
        with pytest.raises(WindowGone):
            grab(backend, WindowTarget(program.window_id))


def test_a_closed_window_is_gone(backend: Backend) -> None:
    with Program() as program:
        pass
    assert backend.windows(None) == ()
    with pytest.raises(WindowGone):
        grab(backend, WindowTarget(program.window_id))


def test_a_program_that_names_no_process_is_listed(backend: Backend) -> None:
    with Program("--no-pid"):
        assert [window.pid for window in backend.windows(os.getpid())] == [None]


@pytest.mark.parametrize("flags", [(), ("--override",)], ids=["managed", "bar without a frame"])
def test_our_own_windows_are_not_offered_and_not_in_the_picture_once_hidden(
    backend: Backend, flags: tuple[str, ...]
) -> None:
    with Program("--borderless", size=(400, 300), position=(300, 200)) as program:
        with own_window("--position=350,250", *flags) as own:
            assert own.id in {window.id for window in backend.stack()}
            assert [window.id for window in backend.windows(os.getpid())] == [program.window_id]
            seen, frame = acquire(backend, AREA, SETTING, FakeClock())
            assert not np.array_equal(colours(frame), program.pixels)
            assert seen.record.screen is not None
            assert seen.record.screen.own_windows_hidden is False
        hidden, frame = acquire(backend, AREA, SETTING, FakeClock())
    assert np.array_equal(colours(frame), program.pixels)
    assert hidden.record.screen is not None
    assert hidden.record.screen.own_windows_hidden is True


def test_the_way_of_windows_and_macos_takes_screens_and_refuses_windows(xserver: XServer) -> None:
    """The same library without a reader of windows, as these systems have it for now."""
    assert os.environ["DISPLAY"] == xserver.display
    backend = MssBackend("mss/windows")
    with Program("--override", size=(1600, 900), position=(0, 0)) as program:
        taken = grab(backend, ScreenTarget(backend.screens()[0]))
        assert np.array_equal(colours(taken.frame), program.pixels)
        for ask in (backend.stack, lambda: backend.windows(None)):
            with pytest.raises(CaptureUnsupported):
                ask()
        with pytest.raises(CaptureUnsupported):
            grab(backend, WindowTarget(program.window_id))
    backend.close()


def test_a_display_that_names_no_monitors_is_one_screen(xserver: XServer) -> None:
    """In a process of its own: python-xlib keeps event numbers of one server for the next."""
    assert xserver.run(sys.executable, "-c", SAY_SCREENS).strip() == "screen 0 0 640 480 True"


def test_no_display_is_said_clearly() -> None:
    with pytest.raises(CaptureUnsupported):
        choose_backend({"DISPLAY": ":4711"}, platform="linux")


def test_a_display_that_goes_away_is_said_clearly() -> None:
    with XServer(640, 480):
        backend = choose_backend(os.environ)
    for ask in (backend.screens, backend.stack, lambda: backend.grab(Rect(0, 0, 10, 10))):
        with pytest.raises(CaptureDenied):
            ask()
    backend.close()
