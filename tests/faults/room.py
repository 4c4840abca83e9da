# SPDX-License-Identifier: MIT
"""No room: a real disk of a few megabytes that is full, and files that may not grow; then room is made."""

from __future__ import annotations

import os
import random
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.faults.kills import PASSPHRASE
from tests.faults.promises import Promises
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DISK_BYTES = 12_000_000
KINDS = ("picture", "frame", "note", "finish", "code", "passphrase", "package", "report", "saved", "backup")
EXPECTED = frozenset({"DiskFull", "NoRoom", "NothingToReport"})


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Inside, the folder is a disk of its own; only root may make one."""
    place.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "small", str(place)]
    subprocess.run(command, check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def may_mount() -> bool:
    """Whether a small disk can be made here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(place: Path, rounds: int, seed: int = 28, *, arm: str = "crowd") -> Tally:
    """Let every kind of act run out of room, so many rounds, with another rest of room each time.

    Raises:
        AssertionError: something acknowledged was lost, or half of something stands under its name.
    """
    name = {"crowd": "disk full", "small": "files may not grow"}[arm]
    tally, chance = Tally(name, seed), random.Random(seed)  # noqa: S311 - the same faults
    with derived_once(), Stage() as stage:
        for n in range(rounds):
            if arm == "crowd":
                with small_disk(place / f"small-{n}") as disk:
                    one(stage, Promises(disk / "case.safehold", PASSPHRASE), arm, tally, chance)
            else:
                one(stage, Promises(place / f"case-{n}" / "case.safehold", PASSPHRASE), arm, tally, chance)
    return tally


def one(stage: Stage, promises: Promises, arm: str, tally: Tally, chance: random.Random) -> None:
    """Each kind of act once without room and once with it."""
    create(promises.folder, PASSPHRASE).close()
    stage.warm(promises.folder, PASSPHRASE)
    kinds = list(KINDS)
    chance.shuffle(kinds)
    play = stage.play(
        "crowded",
        folder=promises.folder,
        passphrase=PASSPHRASE,
        seed=chance.randrange(2**32),
        kinds=["picture", *kinds],
        rooms=[chance.choice((0, 4_096, 20_000, 60_000, 150_000, 400_000)) for _ in range(len(kinds) + 3)],
        arm=arm,
    )
    said = play.rest()
    promises.hear(said)
    assert play.ended == 0, said[-3:]
    for line in said:
        if "hungry" in line:
            assert line["left"] == [], f"{line['hungry']} left {line['left']}"
            tally.points[line["hungry"]] += 1
        assert line.get("failed", "DiskFull") in EXPECTED, line
    promises.hold()
    tally.add(promises)
