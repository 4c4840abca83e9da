# SPDX-License-Identifier: MIT
"""kill -9 at moments nobody chose, while a case is worked at; then everything said must be there."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

from tests.faults.promises import Promises
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "correct horse battery"  # noqa: S105 - of test vaults only
CYCLES_A_VAULT = 25
LONGEST_PAUSE_S = 0.03
MOST_LINES = 20


def run(place: Path, cycles: int, seed: int = 20261124) -> Tally:
    """Kill so many players, one after another, a new vault now and then.

    Raises:
        AssertionError: something acknowledged was lost.
    """
    tally, chance = Tally("kill -9 while working", seed), random.Random(seed)  # noqa: S311 - the same faults
    with derived_once(), Stage() as stage:
        for first in range(0, cycles, CYCLES_A_VAULT):
            promises = Promises(place / f"killed-{first}" / "case.safehold", PASSPHRASE)
            create(promises.folder, PASSPHRASE).close()
            for _ in range(min(CYCLES_A_VAULT, cycles - first)):
                tally.points[cycle(stage, promises, chance)] += 1
            tally.add(promises)
    return tally


def cycle(stage: Stage, promises: Promises, chance: random.Random) -> str:
    """One player is killed, and what it said is held. Returns: what it was at."""
    stage.warm(promises.folder, PASSPHRASE)
    play = stage.play("session", folder=promises.folder, passphrase=PASSPHRASE, seed=chance.randrange(2**32))
    for _ in range(chance.randrange(MOST_LINES)):
        play.next()
    threading.Event().wait(chance.uniform(0, LONGEST_PAUSE_S))
    said = play.kill()
    promises.hear(said)
    promises.hold()
    begun = [line["trying"] for line in said if "trying" in line]
    return begun[-1] if begun else "opening"
