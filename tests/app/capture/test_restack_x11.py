# SPDX-License-Identifier: MIT
"""A covered window brought to the front by a real window manager: no focus, no change of its own."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

pytest.importorskip("Xlib")

from app.capture import choose_backend, grab
from app.capture.forward import bring_forward, way_forward
from app.capture.models import WindowTarget
from app.capture.restack_x11 import restack
from tests.screen.program import Program, colours
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def xserver() -> Iterator[XServer]:
    with XServer(1000, 700) as running:
        yield running


def test_the_picture_is_whole_and_the_keyboard_stays_where_it_was(xserver: XServer) -> None:
    backend = choose_backend(os.environ)
    with (
        Program("--borderless", position=(300, 200), size=(400, 300)) as below,
        Program("--borderless", position=(400, 300), size=(400, 300), seed=2) as above,
    ):
        focus = xserver.run("xdotool", "getwindowfocus")
        assert grab(backend, WindowTarget(below.window_id)).is_covered is True
        raise_ = way_forward(backend, os.environ)
        assert bring_forward(backend, below.window_id, os.getpid(), threading.Event(), raise_)
        taken = grab(backend, WindowTarget(below.window_id))
        assert taken.is_covered is False
        assert np.array_equal(colours(taken.frame), below.pixels)
        assert xserver.run("xdotool", "getwindowfocus") == focus
        assert grab(backend, WindowTarget(above.window_id)).is_covered is True
    backend.close()


def test_without_a_display_or_a_manager_nothing_is_asked(xserver: XServer) -> None:
    xserver.run("xprop", "-root", "-remove", "_NET_SUPPORTED")
    assert restack(xserver.display, 1) is False
