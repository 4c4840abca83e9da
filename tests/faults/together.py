# SPDX-License-Identifier: MIT
"""Two processes and one vault, and a process that is stopped for a while in the midst of its work."""

from __future__ import annotations

import json
import os
import platform
import random
import signal
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from app.errors import VaultBusy
from app.vault.lockfile import NAME
from tests.faults.kills import PASSPHRASE
from tests.faults.promises import Promises
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create, opened

if TYPE_CHECKING:
    from pathlib import Path


def run(place: Path, times: int, seed: int = 2) -> Tally:
    """Let two stages meet at one vault, so many times each way.

    Raises:
        AssertionError: both had it, or something was lost.
    """
    tally, chance = Tally("two processes, and stops", seed), random.Random(seed)  # noqa: S311 - the same faults
    with derived_once(), ExitStack() as stack:
        one, two = (stack.enter_context(Stage()) for _ in range(2))
        for n in range(times):
            tally.points["created twice at once"] += 1
            created_twice(one, two, place / f"twice-{n}" / "case.safehold", tally)
            promises = Promises(place / f"met-{n}" / "case.safehold", PASSPHRASE)
            create(promises.folder, PASSPHRASE).close()
            one.warm(promises.folder, PASSPHRASE)
            two.warm(promises.folder, PASSPHRASE)
            for what in (opened_twice, holder_killed, stopped, stale_locks):
                tally.points[what.__name__.replace("_", " ")] += 1
                what(one, two, promises, chance)
            tally.add(promises)
    return tally


def created_twice(one: Stage, two: Stage, folder: Path, tally: Tally) -> None:
    """Of two that begin the same case at once, one has it, and the other is told."""
    plays = [stage.play("begin", folder=folder, passphrase=PASSPHRASE) for stage in (one, two)]
    said = [play.rest() for play in plays]
    made = [lines for lines in said if {"kept": "create"} in lines]
    told = [line["failed"] for lines in said for line in lines if "failed" in line]
    assert len(made) == 1, said
    assert told == ["VaultExists"], said
    tally.leaves += dict.fromkeys(told, 1)  # type: ignore[arg-type]
    promises = Promises(folder, PASSPHRASE)
    promises.hold()


def opened_twice(one: Stage, two: Stage, promises: Promises, chance: random.Random) -> None:
    """The second is told who has it, and disturbs nothing."""
    first = one.play(
        "session",
        folder=promises.folder,
        passphrase=PASSPHRASE,
        seed=chance.randrange(2**32),
        acts=6,
        kinds=("picture", "note"),
    )
    first.until("open")
    second = two.play("visit", folder=promises.folder, passphrase=PASSPHRASE)
    told = second.rest()
    assert [line["failed"] for line in told if "failed" in line] == ["VaultBusy"], told
    promises.hear(told)
    promises.hear(first.rest())
    promises.hold()


def holder_killed(one: Stage, two: Stage, promises: Promises, chance: random.Random) -> None:
    """The lock of a killed process keeps nobody out."""
    first = one.play("session", folder=promises.folder, passphrase=PASSPHRASE, seed=chance.randrange(2**32))
    for _ in range(chance.randrange(2, 12)):
        first.next()
    promises.hear(first.kill())
    second = two.play("visit", folder=promises.folder, passphrase=PASSPHRASE)
    assert {"kept": "visit"} in second.rest()
    promises.hold()


def stopped(one: Stage, two: Stage, promises: Promises, chance: random.Random) -> None:
    """One that is stopped in the midst of its work still has the vault, and goes on as if nothing was."""
    first = one.play(
        "session",
        folder=promises.folder,
        passphrase=PASSPHRASE,
        seed=chance.randrange(2**32),
        acts=6,
        kinds=("picture", "frame", "package", "package"),
    )
    first.until("open")
    for _ in range(chance.randrange(6)):
        first.next()
    threading.Event().wait(chance.uniform(0, 0.02))  # a moment nobody chose
    first.signal(signal.SIGSTOP)
    second = two.play("visit", folder=promises.folder, passphrase=PASSPHRASE)
    told = second.rest()
    first.signal(signal.SIGCONT)
    promises.hear(first.rest())
    assert [line["failed"] for line in told if "failed" in line] in (["VaultBusy"], []), told
    promises.hold()


def stale_locks(_one: Stage, _two: Stage, promises: Promises, _chance: random.Random) -> None:
    """A lock that says nothing, or is of an earlier process, is taken over; that of another host is not."""
    lock = promises.folder / NAME
    mine = {"pid": os.getpid(), "host": platform.node(), "started": "an earlier boot/1"}
    for text in ("", "{", json.dumps(mine)):
        lock.write_text(text, encoding="utf-8")
        promises.hold()
    lock.write_text(json.dumps({**mine, "host": "another computer"}), encoding="utf-8")
    with pytest.raises(VaultBusy) as busy:
        opened(promises.folder, PASSPHRASE)
    assert busy.value.host == "another computer"
    assert lock.exists()
    lock.unlink()
    promises.leaves["VaultBusy"] += 1
