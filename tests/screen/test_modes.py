# SPDX-License-Identifier: MIT
"""Each mode against another program's known pixels, pixel for pixel, on one monitor and on two."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.capture import grab
from app.capture.listed_windows import ListedWindows
from app.capture.models import AreaTarget, DesktopTarget, ScreenTarget, WindowTarget
from app.capture.mss_backend import open_other
from app.capture.windows_win32 import RawMonitor, Win32Desk
from app.errors import WindowGone
from app.hashing import sha256_of
from app.intake.acquire import Setting, acquire
from app.model import Mode, Notice, Rect, Role
from app.plain import from_plain, to_plain
from tests.app.capture.test_windows_win32 import FakeWin32
from tests.fakes.clock import FakeClock
from tests.screen.program import Program, colours

if TYPE_CHECKING:
    from app.capture.models import Backend

pytestmark = pytest.mark.screen

WHOLE = (1600, 900)
SETTING = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")


def inside(frame: np.ndarray, program: Program) -> np.ndarray:
    """Return the part of a window's picture that the program itself painted."""
    width, height = program.size
    border = (frame.shape[1] - width) // 2
    top = 20
    assert frame.shape[0] - height - top in range(10), "the title bar is of another height"
    return frame[top : top + height, border : border + width]


def test_the_whole_desktop_is_what_was_painted(backend: Backend, monitors: int) -> None:
    with Program("--fullscreen", "--borderless", "--override", size=WHOLE, position=(0, 0)) as program:
        taken = grab(backend, DesktopTarget())
    assert np.array_equal(colours(taken.frame), program.pixels)
    assert len(taken.monitors) == monitors
    assert taken.rect == Rect(0, 0, *WHOLE)


def test_each_screen_shows_its_own_part(backend: Backend, monitors: int) -> None:
    with Program("--override", size=WHOLE, position=(0, 0)) as program:
        parts = [grab(backend, ScreenTarget(screen)) for screen in backend.screens()]
    assert len(parts) == monitors
    for part in parts:
        rect = part.rect
        expected = program.pixels[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width]
        assert np.array_equal(colours(part.frame), expected)
    assert sum(part.rect.width for part in parts) == WHOLE[0]


def test_an_area_is_cut_out_exactly_also_across_monitors(backend: Backend, monitors: int) -> None:
    with Program("--override", size=WHOLE, position=(0, 0)) as program:
        taken = grab(backend, AreaTarget(Rect(633, 217, 401, 299)))
    assert np.array_equal(colours(taken.frame), program.pixels[217 : 217 + 299, 633 : 633 + 401])
    assert (taken.is_cut_off, len(taken.monitors)) == (False, monitors)


@pytest.mark.usefixtures("monitors")
def test_a_window_is_taken_with_its_frame_and_nothing_else(backend: Backend) -> None:
    with Program(position=(613, 200), size=(411, 303)) as program:
        taken = grab(backend, WindowTarget(program.window_id))
    assert np.array_equal(inside(colours(taken.frame), program), program.pixels)
    assert taken.window is not None
    assert (taken.window.title, taken.window.program, taken.window.pid) == ("Painted", "Painter", program.pid)
    assert (taken.is_covered, taken.is_cut_off, taken.is_own_inside) == (False, False, False)


def test_a_window_without_a_frame_is_its_own_pixels(backend: Backend) -> None:
    with Program("--borderless", position=(300, 200), size=(411, 303)) as program:
        taken = grab(backend, WindowTarget(program.window_id))
    assert np.array_equal(colours(taken.frame), program.pixels)


def test_a_shadow_drawn_by_the_program_is_left_out(backend: Backend) -> None:
    with Program("--borderless", "--shadow=20", position=(300, 200), size=(400, 300)) as program:
        taken = grab(backend, WindowTarget(program.window_id))
    assert np.array_equal(colours(taken.frame), program.pixels[20:-20, 20:-20])


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        ((1400, 200), np.s_[:, :200]),
        ((-150, 200), np.s_[:, 150:]),
        ((200, -100), np.s_[100:, :]),
        ((200, 700), np.s_[:200, :]),
    ],
    ids=["right", "left", "top", "bottom"],
)
def test_a_window_partly_off_the_screen_is_clipped_and_said(
    backend: Backend, place: tuple[int, int], seen: tuple[slice, slice]
) -> None:
    with Program("--borderless", position=(300, 200), size=(400, 300)) as program:
        program.tell(f"move {place[0]} {place[1]}")
        acquisition, frame = acquire(backend, WindowTarget(program.window_id), SETTING, FakeClock())
    assert np.array_equal(colours(frame), program.pixels[seen])
    assert acquisition.record.screen is not None
    assert acquisition.record.screen.cut_off is True


def test_a_window_off_every_screen_is_gone(backend: Backend) -> None:
    with Program("--override", position=(1600, 0)) as program, pytest.raises(WindowGone):
        grab(backend, WindowTarget(program.window_id))


def test_a_covered_window_says_so(backend: Backend) -> None:
    with Program(position=(300, 200)) as below, Program(position=(400, 300), seed=2) as above:
        assert grab(backend, WindowTarget(below.window_id)).is_covered is True
        assert grab(backend, WindowTarget(above.window_id)).is_covered is False


def test_a_menu_over_a_window_covers_it(backend: Backend) -> None:
    with (
        Program(position=(300, 200)) as below,
        Program("--override", size=(60, 60), position=(350, 250), seed=2) as menu,
    ):
        assert grab(backend, WindowTarget(below.window_id)).is_covered is True
        assert menu.window_id not in {window.id for window in backend.windows(None)}


def test_the_file_holds_the_same_pixels_and_the_record_its_hash(backend: Backend, monitors: int) -> None:
    with Program("--borderless", position=(613, 200), size=(411, 303), title="Zoë Grüße 😀") as program:
        target = WindowTarget(program.window_id)
        acquisition, _ = acquire(
            backend, target, SETTING, FakeClock(), scale_of={"LEFT": 1000, "RIGHT": 2000}
        )
    decoded = np.asarray(Image.open(io.BytesIO(acquisition.data)).convert("RGB"))
    assert np.array_equal(decoded[..., ::-1], program.pixels)
    record = acquisition.record
    assert record.content.sha256 == sha256_of(acquisition.data)
    assert (record.source.window_title, record.source.program) == ("Zoë Grüße 😀", "Painter")
    assert record.screen is not None
    assert (record.screen.mode, record.screen.backend) == (Mode.WINDOW, "mss/x11")
    assert record.screen.rect_physical == Rect(613, 200, 411, 303)
    on_right = Rect(
        706, 100, 205, 151
    )  # 800 + (613 - 800) / 2, rounded down: most of it is on RIGHT, at 200 %
    assert record.screen.rect_logical == (on_right if monitors == 2 else Rect(613, 200, 411, 303))
    assert len(record.screen.monitors) == monitors
    assert from_plain(type(record), to_plain(record)) == record


def test_a_black_screen_is_kept_and_marked(backend: Backend) -> None:
    with Program("--override", "--black", size=WHOLE, position=(0, 0)):
        acquisition, _ = acquire(backend, DesktopTarget(), SETTING, FakeClock())
    assert acquisition.record.noticed[0] is Notice.BLACK


def test_a_screen_of_one_colour_is_kept_and_marked(backend: Backend) -> None:
    acquisition, _ = acquire(backend, DesktopTarget(), SETTING, FakeClock())
    assert acquisition.record.noticed == (Notice.ONE_COLOUR,)  # no panel, so no clock to ask for


def test_monitors_that_change_under_an_open_backend_are_seen(
    backend: Backend, request: pytest.FixtureRequest
) -> None:
    assert len(backend.screens()) == 1
    (whole,) = backend.screens()
    request.getfixturevalue("two_monitors")
    with Program("--override", size=WHOLE, position=(0, 0)) as program:
        right = next(screen for screen in backend.screens() if screen.name == "RIGHT")
        assert np.array_equal(colours(grab(backend, ScreenTarget(right)).frame), program.pixels[:, 800:])
        with pytest.raises(WindowGone):
            grab(backend, ScreenTarget(whole))


def test_another_systems_list_of_windows_serves_the_same_backend(backend: Backend) -> None:
    listed = ListedWindows(Win32Desk(FakeWin32(screens=(RawMonitor("A", Rect(0, 0, 1600, 900), 144, True),))))
    other = open_other("win32", listed)
    try:
        (screen,) = other.screens()
        assert (screen.name, screen.scale_permille) == ("A", 1500)
        assert [window.title for window in other.windows(None)] == ["Skype"]
        assert other.surroundings(1, Rect(0, 0, 1600, 900)).is_menu_over
        assert other.grab(Rect(0, 0, 20, 10)) == backend.grab(Rect(0, 0, 20, 10))
    finally:
        other.close()
