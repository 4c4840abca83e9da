# SPDX-License-Identifier: MIT
"""What mss says of monitors, in our words. The pixels are compared in tests/screen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mss.exception import ScreenShotError

from app.capture.mss_backend import MssBackend, _screens, ask_for_every_pixel, open_other
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

ALL = {"left": -100, "top": 0, "width": 300, "height": 50}
LEFT = {"left": -100, "top": 0, "width": 100, "height": 50, "name": "Panel"}
RIGHT = {"left": 0, "top": 0, "width": 200, "height": 50, "output": "DP-1", "name": "Panel"}


def test_the_first_entry_is_all_monitors_and_none_of_them() -> None:
    screens = _screens([ALL, LEFT, RIGHT | {"is_primary": True}])
    assert [(each.name, each.rect, each.is_primary) for each in screens] == [
        ("Panel", Rect(-100, 0, 100, 50), False),
        ("DP-1", Rect(0, 0, 200, 50), True),
    ]
    assert {each.scale_permille for each in screens} == {1000}


def test_the_first_monitor_is_primary_where_the_system_names_none() -> None:
    bare = {"left": 0, "top": 0, "width": 10, "height": 10}
    screens = _screens([ALL, bare, RIGHT])
    assert [(each.name, each.is_primary) for each in screens] == [("screen 1", True), ("DP-1", False)]


def test_no_monitors_are_no_screens() -> None:
    assert _screens([ALL]) == ()


def test_another_system_is_said() -> None:
    with pytest.raises(CaptureUnsupported, match="aix"):
        open_other("aix")


class Shots:
    """An mss that gives what it is told to."""

    def __init__(self, raw: bytes = b"", error: Exception | None = None) -> None:
        self.raw, self.error, self.boxes = raw, error, []

    def grab(self, box: dict[str, int]) -> SimpleNamespace:
        if self.error:
            raise self.error
        self.boxes.append(box)
        return SimpleNamespace(width=4, height=2, raw=bytearray(self.raw))

    def close(self) -> None:
        raise ScreenShotError("a handle of another thread")


def backend_of(shots: Shots, monkeypatch: pytest.MonkeyPatch) -> MssBackend:
    monkeypatch.setattr(MssBackend, "_opened", lambda _: shots)
    return MssBackend("mss/macos")


def test_on_macos_a_picture_has_more_pixels_than_points(monkeypatch: pytest.MonkeyPatch) -> None:
    shots = Shots(bytes(range(32)))
    frame = backend_of(shots, monkeypatch).grab(Rect(-5, 7, 2, 1))
    assert (frame.width_px, frame.height_px, bytes(frame.bgra)) == (4, 2, bytes(range(32)))
    assert shots.boxes == [{"left": -5, "top": 7, "width": 2, "height": 1}]


@pytest.mark.parametrize(
    "shots", [Shots(bytes(64)), Shots(error=ScreenShotError("locked")), Shots(error=OSError("gone"))]
)
def test_what_is_no_picture_is_denied(shots: Shots, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight bytes a pixel, or a screen that is locked."""
    backend = backend_of(shots, monkeypatch)
    with pytest.raises(CaptureDenied):
        backend.grab(Rect(0, 0, 4, 2))
    backend.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [(ScreenShotError("access"), CaptureDenied), (AttributeError("no such symbol"), CaptureUnsupported)],
)
def test_a_screen_that_is_locked_may_be_asked_again_and_one_without_pictures_not(
    error: Exception, said: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr("mss.MSS", refuse)
    with pytest.raises(said):
        MssBackend("mss/windows")


def test_mss_is_asked_for_every_pixel_of_a_retina_display(monkeypatch: pytest.MonkeyPatch) -> None:
    darwin = pytest.importorskip("mss.darwin")
    ignore_framing, opaque, nominal = 1 << 0, 1 << 1, 1 << 4  # Apple's CGWindow.h
    monkeypatch.setattr(darwin, "IMAGE_OPTIONS", ignore_framing | opaque | nominal)
    ask_for_every_pixel()
    left = darwin.IMAGE_OPTIONS
    assert left == ignore_framing | opaque
