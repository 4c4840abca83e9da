# SPDX-License-Identifier: MIT
"""Two monitors with two scales: what is taken are exactly the pixels that the pointer went over.

xdotool counts in pixels of the desktop, Qt in points; the known picture below says which pixels they were.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from app.hashing import sha256_of
from tests.screen.program import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from tests.screen.xserver import XServer

pytestmark = [pytest.mark.screen, pytest.mark.usefixtures("two_monitors")]

WHOLE = (1600, 900)
ANSWER_S = 30
SCALES = {"1 and 2": (1.0, 2.0), "1.25 and 1.5": (1.25, 1.5), "1.5 and 1": (1.5, 1.0)}


class Pickers:
    """Talks to the process with the pickers."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def hears(self) -> list[str]:
        """Return the next line it says, in words."""
        out = self._process.stdout
        assert out is not None
        ready, _, _ = select.select([out], [], [], ANSWER_S)
        assert ready, "the pickers say nothing"
        return out.readline().split()


@contextmanager
def pickers(left: float, right: float) -> Iterator[Pickers]:
    pipe = subprocess.PIPE
    environment = {**os.environ, "QT_SCREEN_SCALE_FACTORS": f"LEFT={left};RIGHT={right}"}
    command = (sys.executable, "-u", "-m", "tests.screen.scaled")
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        made = Pickers(process)
        try:
            assert made.hears() == ["ready", str(left), str(right)]
            yield made
        finally:
            process.communicate("quit\n", timeout=ANSWER_S)


def hashed(pixels: np.ndarray) -> str:
    return sha256_of(b"".join(pixels[..., channel].tobytes() for channel in range(3)))


def part(program: Program, x: int, y: int, width: int, height: int) -> np.ndarray:
    return program.pixels[y : y + height, x : x + width]


@pytest.mark.parametrize("scales", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize(("x", "y"), [(203, 301), (1005, 307)], ids=["left", "right"])
def test_an_area_is_the_pixels_under_the_pointer(
    xserver: XServer, scales: tuple[float, float], x: int, y: int
) -> None:
    width, height = 151, 97
    with Program("--override", size=WHOLE, position=(0, 0)) as program, pickers(*scales) as asked:
        asked.tell("area")
        assert asked.hears() == ["shown", "2"]
        xserver.run("xdotool", "mousemove", str(x), str(y), "mousedown", "1")
        xserver.run("xdotool", "mousemove", str(x + 40), str(y + 40))
        xserver.run("xdotool", "mousemove", str(x + width - 1), str(y + height - 1), "mouseup", "1")
        xserver.run("xdotool", "key", "Return")
        way, *numbers, digest = asked.hears()
        assert (way, [int(number) for number in numbers]) == ("area", [x, y, width, height])
        assert digest == hashed(part(program, x, y, width, height))


@pytest.mark.parametrize("scales", SCALES.values(), ids=SCALES)
def test_the_arrows_go_by_single_pixels(xserver: XServer, scales: tuple[float, float]) -> None:
    with Program("--override", size=WHOLE, position=(0, 0)) as program, pickers(*scales) as asked:
        asked.tell("area")
        asked.hears()
        xserver.run("xdotool", "mousemove", "1000", "300", "mousedown", "1", "mousemove", "1020", "320")
        xserver.run("xdotool", "mousemove", "1100", "400", "mouseup", "1")
        xserver.run("xdotool", "key", "Right", "Down", "Down", "shift+Right", "ctrl+Left", "ctrl+shift+Up")
        xserver.run("xdotool", "key", "Return")
        way, *numbers, digest = asked.hears()
        expected = 1000 + 1 - 10, 300 + 2, 101 + 1, 101 - 10
        assert (way, *map(int, numbers)) == ("area", *expected)
        assert digest == hashed(part(program, *expected))


@pytest.mark.parametrize("scales", SCALES.values(), ids=SCALES)
@pytest.mark.usefixtures("xserver")
def test_each_screen_and_all_of_them_are_whole(scales: tuple[float, float]) -> None:
    with Program("--override", size=WHOLE, position=(0, 0)) as program, pickers(*scales) as asked:
        for line, *expected in (
            ("screen 0", 0, 0, 800, 900),
            ("screen 1", 800, 0, 800, 900),
            ("desktop 0", 0, 0, *WHOLE),
        ):
            asked.tell(line)
            way, *numbers, digest = asked.hears()
            assert (way, *map(int, numbers)) == (line.split()[0], *expected)
            assert digest == hashed(part(program, *expected))
