# SPDX-License-Identifier: MIT
"""Windows itself, on Windows."""

from __future__ import annotations

import os
import sys

import pytest

if sys.platform != "win32":
    pytest.skip("needs Windows", allow_module_level=True)

from app.capture.mss_backend import open_other
from app.capture.win32_api import WDA_EXCLUDEFROMCAPTURE, Win32Api


def test_the_monitors_are_those_that_mss_captures() -> None:
    backend = open_other("win32")
    try:
        screens = backend.screens()
        assert sum(screen.is_primary for screen in screens) == 1
        assert all(screen.scale_permille >= 1000 for screen in screens)
        frame = backend.grab(screens[0].rect)
        assert (frame.width_px, frame.height_px) == (screens[0].rect.width, screens[0].rect.height)
    finally:
        backend.close()


def test_a_window_of_this_process_is_listed_and_can_be_kept_out(tmp_path: object) -> None:
    tkinter = pytest.importorskip("tkinter")
    root = tkinter.Tk()
    root.title("a window to find")
    root.geometry("300x200+100+100")
    root.update()
    try:
        api = Win32Api()
        mine = [one for one in api.windows() if one.pid == os.getpid() and one.title == "a window to find"]
        assert len(mine) == 1
        assert mine[0].program
        assert mine[0].affinity == 0
        assert api.keep_out(mine[0].number)
        again = next(one for one in api.windows() if one.number == mine[0].number)
        assert again.affinity == WDA_EXCLUDEFROMCAPTURE
    finally:
        root.destroy()


def test_the_pointer_is_somewhere() -> None:
    assert Win32Api().pointer() is not None
