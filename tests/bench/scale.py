# SPDX-License-Identifier: MIT
"""G8: a case of 10,000 exhibits and 3 GB beside one of 100: thumbnails, scrolling, searching, memory."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.clock import SystemClock
from app.vault import Vault
from tests.bench.harness import Row, alternated, at_most, cpu, less, ms
from tests.bench.large import SECRET, fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY, FEW = 10_000, 100
A_SCREEN = 12  # small pictures
FRAME_MS = 100.0  # what still feels like one's own hand. Source: Nielsen 1993, response times


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G8."""
    many, few = folder / "many.safehold", folder / "few.safehold"
    size = fill(many, MANY)
    fill(few, FEW)
    large, small = _said(many), _said(few)
    what = f"{MANY} exhibits, {size / 1e9:.1f} GB"
    yield _limit(f"first thumbnails of {what}", large["first thumbnails"], 100.0)
    yield at_most(
        "G8", "first thumbnails", large["first thumbnails"], f"{FEW}", small["first thumbnails"], 1.3
    )
    yield _limit("scrolling, a frame, p99", large["frame p99"], FRAME_MS)
    yield _limit("searching, after the pause", large["search"], FRAME_MS)
    yield _limit("timeline", large["timeline"], 1000.0)
    yield _none_opened(int(large["originals"]))
    yield _memory(large["rss kB"], small["rss kB"])
    yield from _decoding(few, rounds)
    shutil.rmtree(many)


def _said(vault: Path) -> dict[str, float]:
    """Return what one person's work with a case cost, in a process of its own."""
    command = (sys.executable, "-m", "tests.bench.scale_peer", str(vault))
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _decoding(folder: Path, rounds: int) -> Iterator[Row]:
    """Compare small pictures with decoding the originals."""
    vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="bench")
    ids = vault.exhibit_ids()[:A_SCREEN]

    def small() -> None:
        for one in ids:
            QImage.fromData(vault.thumbnail(one) or b"")

    def whole() -> None:
        for one in ids:
            QImage.fromData(vault.original(one)).scaledToWidth(320)

    costs = alternated({"small": cpu(small), "whole": cpu(whole)}, rounds)
    vault.close()
    yield less("G8", f"{A_SCREEN} thumbnails", costs["small"], "decoding originals", costs["whole"], 25)


def _limit(what: str, ours: float, limit: float) -> Row:
    return Row("G8", what, ms(ours), "limit", ms(limit), "", f"<= {limit:g} ms", ours <= limit)


def _none_opened(count: int) -> Row:
    return Row("G8", "originals decoded while scrolling", str(count), "limit", "0", "", "0", count == 0)


def _memory(ours_kb: float, theirs_kb: float) -> Row:
    ratio = ours_kb / theirs_kb
    shown = (f"{kb / 1e3:.0f} MB" for kb in (ours_kb, theirs_kb))
    return Row("G8", "memory", next(shown), f"{FEW}", next(shown), f"{ratio:.2f}x", "<= 1.3x", ratio <= 1.3)
