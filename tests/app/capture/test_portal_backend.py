# SPDX-License-Identifier: MIT
"""Screens and areas are cut from the one picture, in points, at whatever scale it comes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

pytest.importorskip("jeepney")

from app.capture import choose_backend, grab
from app.capture.models import AreaTarget, DesktopTarget, Frame, Screen, ScreenTarget, WindowTarget
from app.capture.portal_backend import PortalBackend
from app.errors import Cancelled, CaptureDenied, CaptureUnsupported
from app.intake.acquire import Setting, acquire
from app.model import Rect, Role
from tests.app.capture.conftest import png_of
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.fakes.portal import FakePortal

# The picture is 160 x 90 pixels: at scale 2 a desktop of 80 x 45 points.
LEFT = Screen("LEFT", Rect(-30, 0, 30, 45), 2000, is_primary=True)
RIGHT = Screen("RIGHT", Rect(0, 5, 50, 40), 1000, is_primary=False)
TWO = (LEFT, RIGHT)


def rgb(frame: Frame) -> NDArray[np.uint8]:
    pixels = np.frombuffer(frame.bgra, dtype=np.uint8).reshape(frame.height_px, frame.width_px, 4)
    return pixels[:, :, 2::-1]


def test_a_wayland_session_is_taken_through_the_portal(portal: FakePortal) -> None:
    backend = choose_backend(portal.environ, platform="linux", monitors=TWO)
    assert (backend.name, backend.version) == ("portal/wayland", "portal version 4")
    assert not backend.lists_windows


@pytest.mark.parametrize(
    ("target", "rect", "pixels"),
    [
        (DesktopTarget(), Rect(-30, 0, 80, 45), Rect(0, 0, 160, 90)),
        (ScreenTarget(LEFT), LEFT.rect, Rect(0, 0, 60, 90)),
        (ScreenTarget(RIGHT), RIGHT.rect, Rect(60, 10, 100, 80)),
        (AreaTarget(Rect(-5, 7, 11, 13)), Rect(-5, 7, 11, 13), Rect(50, 14, 22, 26)),
    ],
)
def test_pixels_are_those_of_the_place(
    portal: FakePortal, desktop: NDArray[np.uint8], target, rect: Rect, pixels: Rect
) -> None:
    taken = grab(PortalBackend(portal.environ, TWO), target)
    assert (taken.rect, taken.pixels, taken.monitors, taken.is_own_inside) == (rect, pixels, TWO, None)
    expected = desktop[pixels.y : pixels.y + pixels.height, pixels.x : pixels.x + pixels.width]
    assert np.array_equal(rgb(taken.frame), expected)
    assert portal.left() == []


def test_a_scale_that_is_no_whole_number_is_cut_to_the_nearest_pixel(portal: FakePortal) -> None:
    portal.draws(png_of(np.zeros((150, 300, 3), dtype=np.uint8)))
    backend = PortalBackend(portal.environ, (Screen("ONE", Rect(0, 0, 200, 100), 1500, is_primary=True),))
    frame = backend.grab(Rect(101, 33, 5, 1))
    assert backend.pixels_of(Rect(101, 33, 5, 1)) == Rect(152, 50, 7, 1)
    assert (frame.width_px, frame.height_px) == (7, 1)


def test_without_named_monitors_the_desktop_is_one_screen(portal: FakePortal) -> None:
    backend = PortalBackend(portal.environ)
    assert backend.screens() == (Screen("desktop", Rect(0, 0, 160, 90), 1000, is_primary=True),)
    assert backend.screens() == backend.screens()
    assert portal.log().count("asked") == 1


def test_several_places_are_cut_from_one_picture(portal: FakePortal, desktop: NDArray[np.uint8]) -> None:
    frames = PortalBackend(portal.environ, TWO).grab_all((LEFT.rect, RIGHT.rect))
    assert portal.log().count("asked") == 1
    assert np.array_equal(rgb(frames[0]), desktop[:, :60])
    assert np.array_equal(rgb(frames[1]), desktop[10:, 60:])


def test_a_picture_of_other_monitors_is_refused_and_gone(portal: FakePortal) -> None:
    backend = PortalBackend(portal.environ, (LEFT,))
    with pytest.raises(CaptureDenied, match="shape"):
        backend.grab(LEFT.rect)
    assert portal.left() == []


@pytest.mark.parametrize("answer", ["truncated", "empty"])
def test_a_broken_picture_is_refused_and_gone(portal: FakePortal, answer: str) -> None:
    portal.will(answer)
    with pytest.raises(CaptureDenied, match="cannot be read"):
        PortalBackend(portal.environ, TWO).grab(LEFT.rect)
    assert portal.left() == []


def test_the_record_says_points_and_pixels_and_the_real_scales(portal: FakePortal) -> None:
    setting = Setting("heron-41", "0", "0", "A. B.", Role.VICTIM, "not stated")
    acquisition, frame = acquire(
        PortalBackend(portal.environ, TWO), ScreenTarget(RIGHT), setting, FakeClock()
    )
    screen = acquisition.record.screen
    assert (screen.rect_logical, screen.rect_physical) == (RIGHT.rect, Rect(60, 10, 100, 80))
    assert [monitor.scale_permille for monitor in screen.monitors] == [2000, 1000]
    assert (frame.width_px, frame.height_px) == (100, 80)
    assert acquisition.record.system.mss is None


def test_a_wait_can_be_stopped(portal: FakePortal) -> None:
    portal.will("silent")
    backend, stopped = PortalBackend(portal.environ, TWO), threading.Event()
    backend.heed(stopped)
    stopped.set()
    with pytest.raises(Cancelled):
        backend.grab(LEFT.rect)


def test_windows_are_not_to_be_had(portal: FakePortal) -> None:
    backend = PortalBackend(portal.environ, TWO)
    for ask in (backend.stack, lambda: backend.windows(None), lambda: backend.shows(1, LEFT.rect)):
        with pytest.raises(CaptureUnsupported):
            ask()
    with pytest.raises(CaptureUnsupported):
        backend.surroundings(1, LEFT.rect)
    with pytest.raises(CaptureUnsupported):
        grab(backend, WindowTarget(1))


def test_no_portal_is_said(portal: FakePortal) -> None:
    portal.will("no-interface")
    with pytest.raises(CaptureUnsupported):
        PortalBackend(portal.environ)
