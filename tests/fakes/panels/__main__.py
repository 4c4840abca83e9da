# SPDX-License-Identifier: MIT
"""``python -m tests.fakes.panels --first 10000 --count 700``: what becomes of many panels, in figures."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.identify.finding import find
from app.identify.platforms import Catalogue
from app.identify.recogniser import Recogniser
from app.paths import resources
from tests.fakes.panels import nothing, panel
from tests.fakes.panels.judging import judged
from tests.fakes.panels.pages import photographed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.identify.values import Proposal
    from tests.fakes.panels.judging import Tally
    from tests.fakes.panels.setting import Panel

SCALES = (1.0, 1.25, 1.5, 2.0)


def main() -> None:
    """Look at every panel and print what became of it."""
    options = _options()
    seeds = range(options.first, options.first + options.count)
    look = looking()
    drawn = (panel(seed) for seed in seeds)
    empty = (nothing(seed) for seed in seeds[: options.count // 2])
    with tempfile.TemporaryDirectory(prefix="panels-") as folder:
        pages = _pages(seeds[: options.pages], Path(folder))
        for name, panels in (("drawn", drawn), ("nothing", empty), ("browser", pages)):
            started, tally = time.process_time(), judged(panels, look)
            _print(name, tally, time.process_time() - started)


def looking() -> Callable[[Panel], Sequence[Proposal]]:
    """Return what looks at a panel, with the model loaded."""
    recogniser, catalogue = Recogniser(), Catalogue.load(resources() / "platforms")
    return lambda panel: find(np.asarray(panel.image), recogniser.read, catalogue, "skype")


def _pages(seeds: range, folder: Path) -> Iterator[Panel]:
    for number, scale in enumerate(SCALES):
        yield from photographed(seeds[number :: len(SCALES)], scale, folder)


def _print(name: str, tally: Tally, took_s: float) -> None:
    shares = (tally.right_line, tally.read_exactly, tally.left_alone)
    right, exact, alone = (f"{share:.1%}" for share in shares)
    count = tally.panels + tally.without
    sys.stdout.write(f"{name}: {count} panels, right line {right}, exact {exact}, left alone {alone}, ")
    sys.stdout.write(
        f"{len(tally.unmarked)} wrong without a mark, {1000 * took_s / max(1, count):.0f} ms each\n"
    )
    for kind in ("missed", "other_line", "inexact", "unmarked", "invented", "wrong_name"):
        for note in getattr(tally, kind):
            sys.stdout.write(f"  {kind} {note}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.panels")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=140)
    parser.add_argument("--pages", type=int, default=40)
    return parser.parse_args()


if __name__ == "__main__":
    main()
