# SPDX-License-Identifier: MIT
"""``python -m tests.bench [G1 G2 G3 ...]``: prints the goals, with every peer."""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import tempfile
from functools import partial
from pathlib import Path

from tests.bench import (
    backup,
    capture,
    conversation_load,
    custody,
    durable,
    frames,
    identify,
    joining,
    packing,
    report,
    scale,
    search,
    start,
    storing,
    verifying,
)
from tests.bench.harness import Row, table

ROUNDS = 15
GOALS = {
    "G1": capture.measure,
    "G2": durable.measure,
    "G3": verifying.measure,
    "G4": storing.measure,
    "G5": report.measure,
    "G6": packing.measure,
    "G7": start.measure,
    "G8": scale.measure,
    "G9": joining.measure,
    "G10": backup.measure,
    "G11": identify.measure,
    "custody": custody.measure,
    "frames": frames.measure,
    "load": conversation_load.measure,
    "search": search.measure,
}


def main() -> None:
    """Measure what was asked for, one goal after another."""
    options = _options()
    goals = {**GOALS, "G7": partial(start.measure, command=shlex.split(options.start) or start.FIRST_PAINT)}
    rows: list[Row] = []
    for name in options.goals or goals:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            rows += goals[name](Path(folder), options.rounds)
    print(_machine())
    print(table(rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("goals", nargs="*", metavar="GOAL", help=f"{', '.join(GOALS)}; or all")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--start", default="", help="the command that paints the first window and ends")
    return parser.parse_args()


def _machine() -> str:
    flags = Path("/proc/cpuinfo").read_text(encoding="ascii") if Path("/proc/cpuinfo").exists() else ""
    has_sha = "sha_ni" in flags or "sha2" in flags
    load = os.getloadavg()[0]
    return (
        f"CPU time (user and system), medians of alternated rounds; Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, load {load:.1f}, SHA instructions: {'yes' if has_sha else 'not known'}"
    )


if __name__ == "__main__":
    main()
