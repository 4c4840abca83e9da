# SPDX-License-Identifier: MIT
"""``python -m tests.faults [KIND ...] [--share PERCENT] [--out FILE]``: the long form; prints the counts.

With ``--out`` the table goes into that file (docs/reliability.md), in place of the one that is there.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.faults import clocks, flips, hurting, io_errors, kills, power, room, together
from tests.faults.tally import HEADER, Tally, without_words

BEGIN, END = "<!-- counts -->", "<!-- end of counts -->"
PARTS = 4  # each with a seed of its own
Kind = Callable[[Path, float, int], Tally]

KINDS: dict[str, Kind] = {
    "kills": lambda place, share, part: kills.run(place, ceil(520 * share), 20261124 + part),
    "power": lambda place, share, part: power.run(place, hurting.built(place), ceil(120 * share), 350 + part),
    "crashes": lambda place, share, part: power.crashes(
        place, hurting.built(place), ceil(380 * share), 99 + part
    ),
    "errors": lambda place, share, part: io_errors.run(place, ceil(1_100 * share), 1000 + part),
    "full": lambda place, share, part: room.run(place, ceil(12 * share), 28 + part),
    "small": lambda place, share, part: room.run(place, ceil(12 * share), 28 + part, arm="small"),
    "flips": lambda place, share, part: flips.run(place, ceil(1 / share), 8 + part),
    "clocks": lambda place, share, part: clocks.run(place, ceil(8 * share), 2038 + part),
    "together": lambda place, share, part: together.run(place, ceil(12 * share), 2 + part),
}


def main() -> None:
    """Hurt vaults in every way that was asked for, and print what came of it.

    Raises:
        SystemExit: a failure had no words.
    """
    options = _options()
    share = options.share / 100 / PARTS
    parts = [(name, share, part, options.place) for name in options.kinds or KINDS for part in range(PARTS)]
    tallies: dict[str, Tally] = {}
    with ProcessPoolExecutor(options.workers) as pool:
        for (name, *_), tally in zip(parts, pool.map(_part, parts), strict=True):
            tallies[name] = tallies[name] + tally if name in tallies else tally
            print(tally.row, *tally.raw[:3], sep="\n", flush=True)
    text = "\n".join([_when(), "", HEADER, *(tally.row for tally in tallies.values())])
    print(text)
    if options.out:
        _put(options.out, text)
    if any(without_words(tally) for tally in tallies.values()):
        raise SystemExit("a failure had no words")


def _part(asked: tuple[str, float, int, Path | None]) -> Tally:
    """Return what came of one part of a kind, in a process of its own."""
    name, share, part, where = asked
    with tempfile.TemporaryDirectory(prefix="faults-", dir=where) as place:
        return KINDS[name](Path(place), share, part)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(KINDS)}; or all")
    parser.add_argument("--share", type=float, default=100.0, help="of the usual counts, in per cent")
    parser.add_argument("--out", type=Path, help="the file whose table is made anew")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="how many parts at once")
    parser.add_argument("--place", type=Path, help="a folder for the vaults, such as a disk in memory")
    return parser.parse_args()


def _when() -> str:
    """Return date, kind of machine and versions."""
    made = " ".join((platform.system(), platform.release().split("-", maxsplit=1)[0], platform.machine()))
    sqlite, cipher = dbapi2.sqlite_version, _cipher()
    return (
        f"Run on {datetime.now(UTC):%Y-%m-%d} on a virtual machine: {made}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite}, SQLCipher {cipher}."
    )


def _cipher() -> str:
    """Return the version of SQLCipher."""
    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def _put(out: Path, text: str) -> None:
    """The table stands in the file between its marks."""
    before = out.read_text(encoding="utf-8")
    found = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    out.write_text(found.sub(lambda _: f"{BEGIN}\n{text}\n{END}", before), encoding="utf-8")


if __name__ == "__main__":
    main()
