# SPDX-License-Identifier: MIT
"""G6: the package of many captures, read back, without the making of its report."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import time
import zipfile
from typing import TYPE_CHECKING

import bagit

from app.clock import SystemClock
from app.export import catalogue
from app.package.build import export
from tests.bench.harness import Row, alternated, at_most, cpu, less
from tests.bench.storing import kept, new_vault
from tests.fakes.packages import write_small_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COUNT, SIZE_BYTES = 300, 646_000  # bytes of one capture. Source: performance.md, 1,000 captures are 646 MB
MOST_ROUNDS = 5


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G6."""
    vault, plain = new_vault(folder), folder / "plain"
    plain.mkdir()
    for number in range(COUNT):
        data = secrets.token_bytes(SIZE_BYTES)
        kept(vault, data)
        (plain / f"{number:04}.png").write_bytes(data)
    known = catalogue()

    def package() -> None:
        export(vault, folder / "p.zip", catalogue=known, clock=SystemClock(), write_report=write_small_report)

    costs = alternated(
        {
            "ours": cpu(package),
            "bagit": _fresh(plain, folder / "bag", lambda bag: _bag(bag, folder / "bag.zip")),
            "floor": cpu(lambda: _copy(plain, folder / "copy.bin")),
        },
        min(rounds, MOST_ROUNDS),
    )
    vault.close()
    what, ours = f"package of {COUNT} captures", costs["ours"]
    yield less("G6", what, ours, "bagit + zip -0", costs["bagit"], 1)
    yield at_most("G6", what, ours, "read + SHA-256 + write", costs["floor"], 4.5)


def _fresh(plain: Path, bag: Path, work: Callable[[Path], object]) -> Callable[[], float]:
    """Return a contender that works on a new copy each time; the copying does not count."""

    def run() -> float:
        shutil.rmtree(bag, ignore_errors=True)
        shutil.copytree(plain, bag)
        before = time.process_time()
        work(bag)
        return (time.process_time() - before) * 1000

    return run


def _bag(bag: Path, out: Path) -> None:
    """Do what one would do by hand: make a bag of the folder, and a stored ZIP of the bag."""
    bagit.make_bag(str(bag), checksums=["sha256", "sha512"])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as opened:
        for path in sorted(bag.rglob("*")):
            opened.write(path, path.relative_to(bag.parent))


def _copy(plain: Path, out: Path) -> None:
    """Read, hash once, write: the least that any package costs."""
    with out.open("wb") as copy:
        for path in sorted(plain.iterdir()):
            data = path.read_bytes()
            hashlib.sha256(data).digest()
            copy.write(data)
