# SPDX-License-Identifier: MIT
"""G5: the tagged report of 1,000 captures, a page each, beside other ways to put pictures into a PDF."""

from __future__ import annotations

import statistics
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.capture import png
from app.capture.models import Frame
from tests.bench.harness import Row, at_most, less, ms
from tests.bench.scenes import chat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

WIDTH, HEIGHT = 1920, 1080
PICTURES = 40  # different ones, in turn
COUNT, FEW = 1000, 200
# how many pages each way makes; what costs hundreds of times more need not be a thousand
PAGES: Mapping[str, int] = {"ours": COUNT, "copy": COUNT, "img2pdf": COUNT, "fpdf2": 60, "drawImage": 40}
MOST_ROUNDS = 3
SMALL = 60  # exhibits of an ordinary case


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU of a page in ms, peak of memory in kB, bytes of the file."""

    page_ms: float
    peak_kb: int
    size: int


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G5."""
    for n in range(PICTURES):
        pixels = chat(WIDTH, HEIGHT, n)
        (folder / f"{n:03}.png").write_bytes(png.encode(Frame(WIDTH, HEIGHT, pixels.tobytes())))
    mean = sum(path.stat().st_size for path in folder.glob("*.png")) / PICTURES
    seen: dict[str, list[Cost]] = {name: [] for name in PAGES}
    for _ in range(min(rounds, MOST_ROUNDS)):
        for name, pages in PAGES.items():
            seen[name].append(_run(name, folder, pages))
    page = {name: statistics.median(cost.page_ms for cost in costs) for name, costs in seen.items()}
    few, ours = _run("ours", folder, FEW), seen["ours"][-1]
    small = _run("ours", folder, SMALL)
    what = f"a page of {COUNT} ({mean / 1e6:.2f} MB a capture)"
    for peer, wanted in (("drawImage", 40), ("img2pdf", 3), ("fpdf2", 15)):
        yield less("G5", what, page["ours"], peer, page[peer], wanted)
    yield at_most("G5", what, page["ours"], "2 ms + 3 copies", 2 + 3 * page["copy"], 1)
    yield _share("G5 size", ours.size, COUNT * mean, 1.02, "the bytes of the captures", "MB", 1e6)
    yield _share("G5 memory", ours.peak_kb, few.peak_kb, 1.3, f"report of {FEW}", "MB", 1e3)
    total = small.page_ms * SMALL
    yield Row("G5", f"report of {SMALL} exhibits", ms(total), "limit", ms(3000), "", "<= 3 s", total <= 3000)


def _share(goal: str, ours: float, theirs: float, wanted: float, beside: str, unit: str, scale: float) -> Row:
    ratio = ours / theirs
    shown = (f"{value / scale:.0f} {unit}" for value in (ours, theirs))
    return Row(
        goal,
        f"report of {COUNT}",
        next(shown),
        beside,
        next(shown),
        f"{ratio:.2f}x",
        f"<= {wanted:g}x",
        ratio <= wanted,
    )


def _run(name: str, folder: Path, count: int) -> Cost:
    """Have it done once, in a process of its own."""
    command = (sys.executable, "-m", "tests.bench.report_peer", name, str(folder), str(count))
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return Cost(float(said[0]) / count, int(said[1]), int(said[2]))
