# SPDX-License-Identifier: MIT
"""Starts the painter as a second process, talks to it, and compares what was taken with what it painted."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from tests.screen.painter import pattern

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.capture.models import Frame

ROOT = Path(__file__).resolve().parents[2]
ANSWER_S = 20


class Program:
    """Another program with a window of known pixels, on the screen from enter to exit."""

    def __init__(
        self,
        *flags: str,
        size: tuple[int, int] = (400, 300),
        position: tuple[int, int] = (100, 100),
        seed: int = 1,
        title: str = "Painted",
    ) -> None:
        """Say what the window is to be; ``flags`` as the painter takes them."""
        self.size = size
        self.position = position
        self.seed = seed
        self._arguments = (
            *flags,
            f"--size={size[0]},{size[1]}",
            f"--position={position[0]},{position[1]}",
            f"--seed={seed}",
            f"--title={title}",
        )
        self.window_id = 0
        self.pid = 0

    def __enter__(self) -> Self:
        """Start it; done when its window is painted."""
        command = (sys.executable, "-m", "tests.screen.painter", *self._arguments)
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        self.pid = self._process.pid
        word, _, number = self._answer().partition(" ")
        assert word == "ready", "the painter did not start"
        self.window_id = int(number)
        return self

    def __exit__(self, *_: object) -> None:
        """Close its window and wait until it is gone."""
        self._process.communicate("quit\n", timeout=ANSWER_S)

    def tell(self, line: str) -> None:
        """Have it do something, and wait until the screen shows it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        assert self._answer() == "done"

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """What it painted: height x width x blue, green, red."""
        return pattern(*self.size, self.seed)[..., :3]

    def _answer(self) -> str:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], ANSWER_S)
        assert ready, "the painter does not answer"
        return self._process.stdout.readline().strip()


def colours(frame: Frame) -> NDArray[np.uint8]:
    """Return height x width x blue, green, red of what was taken."""
    return np.frombuffer(frame.bgra, np.uint8).reshape(frame.height_px, frame.width_px, 4)[..., :3]
