# SPDX-License-Identifier: MIT
"""The real desktop portal on a real Wayland compositor: pixels, scales, and nothing left on the disk."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests.screen.wayland import Wayland, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 640, 400

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]


@pytest.fixture
def session() -> Iterator[Wayland]:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o711)
        with Wayland(Path(folder), WIDTH, HEIGHT) as running:
            yield running


def call(session: Wayland, function: str, module: str = "portal_taking", **arguments: Any) -> Any:
    """Return what a function of a module beside this one says as a program of the session."""
    command = (
        sys.executable, "-m", "tests.screen.unprivileged", f"tests.screen.{module}", function,
        str(session.uid), str(session.gid), json.dumps(arguments),
    )  # fmt: skip
    done = subprocess.run(
        command, cwd=ROOT, env=session.environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


def press(session: Wayland, output: str) -> Any:
    """Take an output, and an area of it, with the bar."""
    return call(
        session, "take", "wayland_flow", folder=str(session.home), ways=["screen", "area"], output=output
    )


def noise(width: int, height: int, seed: int) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def taken(session: Wayland, name: str) -> NDArray[np.uint8]:
    return np.asarray(Image.open(session.home / f"{name}.png"))


def pictures_in_clear(session: Wayland) -> list[str]:
    """Return every picture that the portal may have left: at home, in its own folders, where wlr puts it."""
    names = ("desktop", "area", "HEADLESS-1", "HEADLESS-2", "taken-screen", "taken-area")
    ours = {f"{name}.png" for name in names}
    found = [path for path in session.home.rglob("*.png") if path.name not in ours]
    found += [path for name in ("TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME")
              for path in Path(session.environ[name]).rglob("*.png")]  # fmt: skip
    common = [path for path in Path("/tmp").glob("*.png") if path.stat().st_uid == session.uid]  # noqa: S108
    return [str(path) for path in (*found, *common)]


def test_one_output_is_taken_pixel_for_pixel(session: Wayland) -> None:
    shown = noise(WIDTH, HEIGHT, 1)
    session.show("HEADLESS-1", shown)
    monitors = [["HEADLESS-1", [0, 0, WIDTH, HEIGHT], 1000]]
    said = call(session, "take", folder=str(session.home), monitors=monitors, area=[101, 37, 211, 83])
    assert np.array_equal(taken(session, "desktop"), shown)
    assert np.array_equal(taken(session, "HEADLESS-1"), shown)
    assert np.array_equal(taken(session, "area"), shown[37 : 37 + 83, 101 : 101 + 211])
    assert said["area"]["pixels"] == [101, 37]
    assert said["version"].startswith("portal version ")
    assert pictures_in_clear(session) == []
    print(f"the portal took {[said[name]['ms'] for name in ('desktop', 'area', 'HEADLESS-1')]} ms")


def test_two_outputs_of_different_scales_are_cut_where_they_lie(session: Wayland) -> None:
    # What is enlarged is smoothed by the desktop, so the middle of each block of 8 is what can be compared.
    blocks = noise(WIDTH // 8, HEIGHT // 8, 2)
    large, small = blocks.repeat(8, axis=0).repeat(8, axis=1), noise(800, 600, 3)
    session.say("create_output")
    session.say("output", "HEADLESS-2", "mode", "800x600", "scale", "2", "position", str(WIDTH), "50")
    session.show("HEADLESS-1", large)
    session.show("HEADLESS-2", small)
    monitors = [["HEADLESS-1", [0, 0, WIDTH, HEIGHT], 1000], ["HEADLESS-2", [WIDTH, 50, 400, 300], 2000]]
    said = call(session, "take", folder=str(session.home), monitors=monitors, area=[WIDTH + 7, 60, 31, 17])
    whole = session.picture()
    assert np.array_equal(taken(session, "desktop"), whole)
    assert np.array_equal(taken(session, "HEADLESS-2"), small)
    assert np.array_equal(taken(session, "area"), small[20:54, 14:76])
    assert np.array_equal(taken(session, "HEADLESS-1"), whole[: 2 * HEIGHT, : 2 * WIDTH])
    assert np.array_equal(taken(session, "HEADLESS-1")[8::16, 8::16], blocks)
    assert said["HEADLESS-2"]["pixels"] == [2 * WIDTH, 100]
    assert pictures_in_clear(session) == []


def test_the_bar_takes_what_is_there_without_anything_of_ours(session: Wayland) -> None:
    """Main window and bar are on the screen just before; the area is drawn on a full screen."""
    shown = noise(WIDTH, HEIGHT, 4)
    session.show("HEADLESS-1", shown)
    said = press(session, "HEADLESS-1")
    assert said["screen"]["ways"] == ["screen", "area"]
    assert said["screen"]["rect"] == [0, 0, WIDTH, HEIGHT]
    print(f"from press to stored: screen {said['screen']['ms']} ms, area {said['area']['ms']} ms")
    assert (session.home / "picker.txt").read_text() == f"{WIDTH} {HEIGHT}"
    assert np.array_equal(taken(session, "taken-screen"), shown)
    x, y, width, height = said["area"]["rect"]
    assert (x, y) == (100, 80)
    assert np.array_equal(taken(session, "taken-area"), shown[y : y + height, x : x + width])
    assert pictures_in_clear(session) == []


def test_the_bar_takes_a_screen_of_another_scale_and_an_area_of_it(session: Wayland) -> None:
    small = noise(800, 600, 5)
    session.say("create_output")
    session.say("output", "HEADLESS-2", "mode", "800x600", "scale", "2", "position", str(WIDTH), "50")
    session.show("HEADLESS-2", small)
    said = press(session, "HEADLESS-2")
    assert said["screen"]["rect"] == [WIDTH, 50, 400, 300]
    assert np.array_equal(taken(session, "taken-screen"), small)
    assert (session.home / "picker.txt").read_text() == "400 300"
    x, y, width, height = said["area"]["rect"]
    assert (x, y) == (WIDTH + 100, 50 + 80)
    expected = small[160 : 160 + 2 * height, 200 : 200 + 2 * width]
    assert np.array_equal(taken(session, "taken-area"), expected)
    assert pictures_in_clear(session) == []


def test_a_picture_nobody_waits_for_any_more_is_off_the_disk(session: Wayland) -> None:
    assert call(session, "stop") in {"Cancelled, answered", "taken"}  # the portal may have been faster
    assert pictures_in_clear(session) == []


def test_a_desktop_that_does_not_answer_is_not_waited_for_and_its_picture_is_deleted_later(
    session: Wayland,
) -> None:
    """The compositor's half stands still for a while, and answers after all."""
    (pid,) = [one.pid for one in session.running if "portal-wlr" in str(one.args)]
    assert call(session, "ask_a_silent_desktop", pid=pid) == "CaptureDenied, answered"
    assert pictures_in_clear(session) == []
