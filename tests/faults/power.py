# SPDX-License-Identifier: MIT
"""Power cuts: torn, dropped and reordered writes, from the record of a session; and deaths in a write.

What is modelled: a write is torn at sectors of 512 or 4,096 bytes; between two syncs of a file its writes
reach the disk or not, in any order; a new length without its bytes reads as zeros; a name, a rename and a
removal are safe once their folder was synced, and before that are made or not, in the order of the asking.
"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from tests.faults.kills import PASSPHRASE
from tests.faults.promises import Promises
from tests.faults.replay import Disk, changes, cuts, write_out
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.replay import Cut
    from tests.faults.stage import Said

NAME = "case.safehold"
ACTS = 40


def recorded(place: Path, library: Path, seed: int) -> tuple[Disk, bytes]:
    """Return a disk with a new vault, and the record of a session with it."""
    work, log = place / f"recorded-{seed}", place / f"log-{seed}"
    create(work / NAME, PASSPHRASE).close()
    disk = Disk(work)
    with Stage(library) as stage:
        play = stage.play(
            "session", folder=work / NAME, passphrase=PASSPHRASE, seed=seed, acts=ACTS, arm="record", log=log
        )
        play.rest()
        assert play.ended == 0, play.said[-1]
    return disk, log.read_bytes()


def points(
    disk: Disk, log: bytes, count: int, chance: random.Random
) -> Iterator[tuple[str, Cut, list[Said]]]:
    """Yield every power cut at so many moments, with what had been said by then; the disk stands there."""
    every = list(changes(log))
    chosen = set(chance.sample(range(len(every)), min(count, len(every))))
    for n, change in enumerate(every):
        disk.take(change)
        if n in chosen:
            for name, cut in cuts(n + 1, chance).items():
                yield name, cut, disk.said


def run(place: Path, library: Path, moments: int, seed: int = 350) -> Tally:
    """Cut the power at so many moments of one session, in each of the ways.

    Raises:
        AssertionError: something acknowledged was lost.
    """
    tally, chance = Tally("power cut", seed), random.Random(seed)  # noqa: S311 - the same faults
    with derived_once():
        disk, log = recorded(place, library, seed)
        for name, cut, said in points(disk, log, moments, chance):
            hold(disk, cut, said, place / "after")
            tally.points[name] += 1
        everything = Promises(place, PASSPHRASE)
        everything.hear(disk.said)
        tally.add(everything)
    return tally


def hold(disk: Disk, cut: Cut, said: list[Said], after: Path) -> Promises:
    """What the cut left keeps every promise."""
    promises = Promises(after / NAME, PASSPHRASE)
    promises.hear(said)
    write_out(disk.top, after, cut)
    try:
        promises.hold()
    finally:
        shutil.rmtree(after)
    return promises


def crashes(place: Path, library: Path, times: int, seed: int = 99) -> Tally:
    """Let so many processes die in the middle of a change of a file.

    Raises:
        AssertionError: something acknowledged was lost.
    """
    tally, chance = Tally("death in a write", seed), random.Random(seed)  # noqa: S311 - the same faults
    promises = Promises(place / "crashed" / NAME, PASSPHRASE)
    with derived_once(), Stage(library) as stage:
        create(promises.folder, PASSPHRASE).close()
        for _ in range(times):
            stage.warm(promises.folder, PASSPHRASE)
            play = stage.play(
                "session",
                folder=promises.folder,
                passphrase=PASSPHRASE,
                seed=chance.randrange(2**32),
                acts=10,
                arm="crash",
                at=chance.randrange(1, 200),
                keep=chance.choice((0, 1, 250, 500, 999, 1000)),
            )
            promises.hear(play.rest())
            promises.hold()
            tally.points["died" if play.ended == 99 else "ended before"] += 1
    tally.add(promises)
    return tally
