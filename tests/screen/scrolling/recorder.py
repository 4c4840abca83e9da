# SPDX-License-Identifier: MIT
"""Takes looks of a stage that is really scrolled, and what was true of each, into ``build/recordings``."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from app.capture.png import encode
from tests.screen.program import ROOT, colours
from tests.screen.scrolling.stages import State

if TYPE_CHECKING:
    from pathlib import Path

    from app.capture.models import Backend, Frame
    from app.model import Rect
    from tests.screen.scrolling.stages import Stage

FOLDER = ROOT / "build" / "recordings"
SETTLES_WITHIN_S = 8
QUIET_LOOKS = 4
LOOK_S = 0.05


def settled(stage: Stage) -> dict[str, Any]:
    """Return where everything stands once that has been the same for a moment."""
    until, last, quiet = time.monotonic() + SETTLES_WITHIN_S, stage.look(), 0
    while quiet < QUIET_LOOKS:
        assert time.monotonic() < until, "it never settles"
        time.sleep(LOOK_S)
        now = stage.look()
        quiet = quiet + 1 if (now["boxes"], now["at"]) == (last["boxes"], last["at"]) else 0
        last = now
    return last


@dataclass
class Recorder:
    """Looks of one rectangle, each with its truth.

    Attributes:
        rect: what is taken, in pixels of the desktop.
        inside: where the page or list stands in it.
        moving_s: how long still looks are compared, to say what moves on its own.
    """

    name: str
    backend: Backend
    stage: Stage
    rect: Rect
    inside: Rect
    moving_s: float = 0
    _truth: list[dict[str, Any]] = field(default_factory=list)
    _jumps: list[int] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Where the looks are written."""
        return FOLDER / self.name

    def take(self, *, is_jump: bool = False) -> None:
        """Keep a look once all has settled; ``is_jump``: what came between was not shown on purpose."""
        self.folder.mkdir(parents=True, exist_ok=True)
        number = len(self._truth)
        while True:
            before = settled(self.stage)
            frame, moving = self._looks()
            after = self.stage.look()
            if (before["boxes"], before["at"]) == (after["boxes"], after["at"]):
                break
        (self.folder / f"{number:03}.png").write_bytes(encode(frame))
        if self.moving_s:
            Image.fromarray(moving.astype(np.uint8) * 255).save(self.folder / f"{number:03}.moving.png")
        if is_jump:
            self._jumps.append(number - 1)
        self._truth.append(after)

    def _looks(self) -> tuple[Frame, np.ndarray]:
        frame = self.backend.grab(self.rect)
        first = colours(frame)
        moving, until = np.zeros(first.shape[:2], bool), time.monotonic() + self.moving_s
        while time.monotonic() < until:
            time.sleep(LOOK_S)
            moving |= (colours(self.backend.grab(self.rect)) != first).any(axis=2)
        return frame, moving

    def finish(self, **about: object) -> None:
        """Write the truth beside the looks."""
        x, y = self.inside.x - self.rect.x, self.inside.y - self.rect.y
        frames = [_frame(n, one, x, y) for n, one in enumerate(self._truth)]
        pairs = [_pair(a, b) for a, b in pairwise(frames)]
        known = {
            "name": self.name,
            **about,
            "jump_after": self._jumps,
            "offsets": [one["offset"] for one in frames],
            "frames": frames,
            "pairs": pairs,
        }
        (self.folder / "truth.json").write_text(json.dumps(known, indent=1), encoding="utf-8")


def _frame(number: int, look: dict[str, Any], x: int, y: int) -> dict[str, Any]:
    """Return what was true of a look, in pixels of the look."""
    left, top, width, height = look["view"]
    return {
        "file": f"{number:03}.png",
        "offset": round(-look["at"], 3),
        "view": [x + left, y + top, width, height],
        "boxes": {n: [x + box[0], y + box[1], box[2], box[3]] for n, box in look["boxes"].items()},
    }


def _pair(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Return how the second look of two lies to the first."""
    common = sorted(set(first["boxes"]) & set(second["boxes"]), key=int)
    before, after = (State(0, -one["offset"], one["boxes"], one["view"]) for one in (first, second))
    moved = before.moved_to(after)
    shift = round(second["offset"] - first["offset"], 3)
    is_uniform = all(abs(one - shift) < 0.51 for one in moved)
    return {
        "shift": shift,
        "overlap": round(max(0.0, second["view"][3] - abs(shift)), 3),
        "common": [int(n) for n in common],
        "uniform": is_uniform,
        "shifts_seen": sorted(moved),
    }
