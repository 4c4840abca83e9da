# SPDX-License-Identifier: MIT
"""What a conversation run costs while it goes on, at 1080p into a real vault; whether its memory stays flat.

Ten settled frames a second are more than a person can make; the run must keep up with them all the same.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil

from app.capture.models import DesktopTarget
from app.capture.thumbnails import thumbnail
from app.clock import SystemClock
from app.intake.conversation import Control, Sink, Source, follow
from app.vault import KdfParameters, Vault
from tests.bench.durable import FACTS, SETTING
from tests.bench.harness import Row
from tests.bench.stage import BRISK, READING, STILL, TEN_A_SECOND, Pace, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.capture.models import Frame
    from app.model import Acquisition, Exhibit, ExhibitId, PairRecord, RunRecord

SECONDS, MANY_FRAMES, FEW_FRAMES = 12, 1_000, 100
MOST_SHARE, LEAST_KEPT, MOST_GROWTH = 0.25, 0.95, 1.1
MEGABYTE = 1 << 20


@dataclass
class Load:
    """One run, and what it used.

    Attributes:
        rss: memory of the process after each frame, in bytes.
    """

    folder: Path
    pace: Pace
    seconds: float = 0
    frames: int = 0
    rss: list[int] = field(default_factory=list)
    share: float = 0.0
    late_s: float = 0.0

    def run(self) -> RunRecord:
        """Follow the stage for so many seconds, or else until there are so many frames."""
        self._vault = _vault(self.folder)
        self._control = Control()
        stage = Stage(time.perf_counter, self.pace.offset_at)
        source = Source(stage, DesktopTarget(), SETTING, SystemClock())
        stopper = threading.Timer(self.seconds, self._end)
        began, used = time.perf_counter(), time.process_time()
        if self.seconds:
            stopper.start()
        record = follow(source, Sink(self._store, lambda _: None, self._keep), self._control)
        self.late_s = time.perf_counter() - self._ended
        self.share = (time.process_time() - used) / (time.perf_counter() - began)
        self._vault.close()
        return record

    def _end(self) -> None:
        self._ended = time.perf_counter()
        self._control.finish.set()
        self._control.wake()

    def _store(self, acquisition: Acquisition, frame: Frame) -> Exhibit:
        exhibit = self._vault.add_frame(acquisition, thumbnail=thumbnail(frame))
        self.rss.append(psutil.Process().memory_info().rss)
        if len(self.rss) == self.frames:
            self._end()
        return exhibit

    def _keep(self, exhibit_id: ExhibitId, pair: PairRecord) -> None:
        self._vault.keep_judged(exhibit_id, pair)


def measure(folder: Path, _: int) -> Iterator[Row]:
    """Yield the rows of the load."""
    for what, pace in {"nothing moves": STILL, "reading": READING, "brisk scrolling": BRISK}.items():
        load = Load(folder / what.split()[0], pace, SECONDS)
        record = load.run()
        seen = f"{len(record.frames)} frames, {len(record.open_gaps)} gaps"
        is_met = load.share <= MOST_SHARE and not record.open_gaps
        yield Row("load", what, f"{load.share:.1%}", "one core", seen, "", f"<= {MOST_SHARE:.0%}", is_met)
    load = Load(folder / "many", TEN_A_SECOND, frames=MANY_FRAMES)
    began = time.perf_counter()
    record = load.run()
    yield _kept_up(load, record, time.perf_counter() - began)
    yield _memory(load)


def _kept_up(load: Load, record: RunRecord, seconds: float) -> Row:
    stops = seconds / load.pace.every_s
    share = len(record.frames) / stops
    joined = sum(pair.finding.level.joins for pair in record.pairs)
    ours, gaps = f"{len(record.frames)} frames, {load.share:.0%} CPU", len(record.open_gaps)
    theirs = f"{stops:.0f} stops, {joined} pairs joined, {gaps} gaps, last {load.late_s:.1f} s after the end"
    is_met = share >= LEAST_KEPT and not gaps
    return Row("load", "10 settled frames a second", ours, "shown", theirs, f"{share:.0%}", ">= 95%", is_met)


def _memory(load: Load) -> Row:
    few, many = load.rss[FEW_FRAMES - 1], load.rss[-1]
    texts = [f"{one / MEGABYTE:.0f} MB" for one in (many, few)]
    ratio = many / few
    what = f"memory after {len(load.rss):,} frames"
    cells = texts[0], f"after {FEW_FRAMES}", texts[1], f"{ratio:.2f}x"
    return Row("load", what, *cells, f"<= {MOST_GROWTH}x", ratio <= MOST_GROWTH)


def _vault(folder: Path) -> Vault:
    folder.mkdir()
    return Vault.create(
        folder / "case.safehold",
        "a passphrase for measuring",
        clock=SystemClock(),
        facts=FACTS,
        tool="bench",
        machine_alias="bench",
        kdf=KdfParameters.floor(),
    )
