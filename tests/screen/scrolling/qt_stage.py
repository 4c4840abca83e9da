# SPDX-License-Identifier: MIT
"""Starts the Qt list as a second process and asks it where its messages stand."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

from app.model import Rect
from tests.screen.program import ROOT
from tests.screen.scrolling.stages import State

if TYPE_CHECKING:
    from app.capture.models import Backend
    from tests.screen.scrolling.page import Chat

ANSWER_S = 30


class QtStage:
    """The list in its window, on the screen from enter to exit."""

    def __init__(
        self,
        chat: Chat,
        *,
        size: tuple[int, int] = (700, 640),
        position: tuple[int, int] = (60, 60),
        scale: float | str = 1,
    ) -> None:
        """Say what it shows. ``scale``: a factor for all, or ``LEFT=1;RIGHT=1.25`` for each monitor."""
        self.chat = chat
        self._arguments = (
            f"--size={size[0]},{size[1]}",
            f"--position={position[0]},{position[1]}",
            f"--seed={chat.seed}",
            f"--count={chat.count}",
            *(("--traits", *chat.traits) if chat.traits else ()),
        )
        name = "QT_SCREEN_SCALE_FACTORS" if isinstance(scale, str) else "QT_SCALE_FACTOR"
        self._environment = {**os.environ, name: str(scale)}

    def __enter__(self) -> Self:
        """Start it; done when its list is laid out."""
        pipe = subprocess.PIPE
        command = (sys.executable, "-m", "tests.screen.scrolling.qt_list", *self._arguments)
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdin=pipe, stdout=pipe, text=True
        )
        self.pid = self._process.pid
        self.look()
        return self

    def __exit__(self, *_: object) -> None:
        """Close it and wait until it is gone."""
        self._process.communicate(timeout=ANSWER_S)

    def look(self) -> dict[str, Any]:
        """Return where everything stands now, in pixels of the screen, from the corner of the list."""
        return self._told("look")

    def trail(self) -> list[State]:
        """Return each state that was drawn, and since when."""
        return [State(*one) for one in self.look()["trail"]]

    def still_at(self, mark: float) -> dict[str, list[float]]:
        """Have the list stand where it stood, nothing selected; return where its texts stand."""
        found: dict[str, list[float]] = self._told(f"place {mark}")["texts"]
        return found

    def client(self, _: Backend) -> Rect:
        """Return where the list stands on the screen."""
        return Rect(*self.look()["client"])

    def _told(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], ANSWER_S)
        assert ready, "the list does not answer"
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said
