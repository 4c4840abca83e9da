# SPDX-License-Identifier: MIT
"""What a frame of a conversation costs from grab to durable, and whether a long run makes it dearer."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.capture.models import DesktopTarget
from app.capture.thumbnails import thumbnail
from app.intake.acquire import Place, acquired, take
from app.model import Mode
from tests.bench.durable import SETTING, opened
from tests.bench.harness import Row, at_most, cpu, less
from tests.bench.scenes import chat, shown
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.durable import Desk

MANY, FEW, AROUND = 1_000, 10, 30
RUNS = 20
BUDGET_MS = 25  # ten frames a second in a quarter of a core


@dataclass
class Taking:
    """Runs taken frame by frame, and the CPU time of each frame in ms.

    Attributes:
        whole: grab, PNG, hash value, record, small picture and commit.
        kept: the commit alone.
    """

    desk: Desk
    whole: list[float] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)

    def run(self, run_id: str, frames: int) -> None:
        """Take so many frames of one run."""
        for index in range(1, frames + 1):
            self._frame(Place(run_id, index))

    def _frame(self, place: Place) -> None:
        begun = time.process_time()
        backend, vault = self.desk.backend, self.desk.vault
        taken = take(backend, DesktopTarget(), self.desk.clock)
        acquisition = acquired(taken, Mode.CONVERSATION, backend, SETTING, {}, place)
        jpeg = thumbnail(taken.grab.frame)
        ready = time.process_time()
        vault.add_frame(acquisition, thumbnail=jpeg)
        ended = time.process_time()
        self.whole.append((ended - begun) * 1000)
        self.kept.append((ended - ready) * 1000)


def measure(folder: Path, _: int) -> Iterator[Row]:
    """Yield the rows of the frames."""
    with XServer(1920, 1080), shown(chat(1920, 1080)):
        taking = Taking(opened(folder))
        taking.run("long", MANY)
        few, many = slice(FEW - 1, FEW + AROUND), slice(-AROUND, None)
        early, late = statistics.median(taking.whole[few]), statistics.median(taking.whole[many])
        yield at_most("frames", f"a frame to durable, after {MANY:,}", late, "ten a second", BUDGET_MS, 1)
        yield at_most("frames", f"a frame to durable, after {MANY:,}", late, f"after {FEW}", early, 1.1)
        early, late = statistics.median(taking.kept[few]), statistics.median(taking.kept[many])
        yield at_most("frames", f"its commit, after {MANY:,}", late, f"after {FEW}", early, 1.2)
        yield _listing(taking.desk, f"list a run of {MANY:,}")
        for number in range(RUNS - 1):
            taking.run(f"short {number}", MANY // RUNS)
        yield _listing(taking.desk, f"list {RUNS} runs")
    taking.desk.vault.close()
    taking.desk.backend.close()


def _listing(desk: Desk, what: str) -> Row:
    """Return what a page costs that lists everything, beside the first one after the case was opened."""
    with desk.vault.reader() as reader:
        first = cpu(reader.exhibits)()
        again = statistics.median(cpu(reader.exhibits)() for _ in range(9))
    return less("frames", what, again, "the first time", first, 10)
