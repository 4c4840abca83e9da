# SPDX-License-Identifier: MIT
"""Killed in the middle of a conversation: every frame that was acknowledged is there, and the run goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.custody.log import check_chain

from .conftest import PASSPHRASE, opened
from .test_killed import killed_after

if TYPE_CHECKING:
    from app.model import Exhibit
    from app.vault import Vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")

CYCLES = 5
ROOT = Path(__file__).resolve().parents[2]


def follower(folder: Path, *more: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.follower", str(folder), PASSPHRASE, *map(str, more)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def said_frames(lines: list[str]) -> dict[str, tuple[str, int]]:
    """Return hash and place in the chat of each frame that was acknowledged, by what it is called."""
    words = [line.split() for line in lines]
    return {one[1]: (one[2], int(one[3])) for one in words if one[0] == "frame"}


def read_back(folder: Path) -> tuple[Exhibit | None, bool]:
    """Return the run in the vault, every byte of it checked, and whether it waits to be gone on with."""
    vault = opened(folder)
    try:
        check_chain(vault.records())
        assert list(vault.check_originals(lambda _done: None, threading.Event())) == []
        waiting = vault.unfinished_runs()
        exhibits = vault.exhibits()
        assert len(exhibits) <= 1
        return (exhibits[0] if exhibits else None), bool(waiting)
    finally:
        vault.close()


def kept(exhibit: Exhibit) -> dict[str, str]:
    return {frame.ref: frame.record.content.sha256 for frame in exhibit.frames}


def test_a_run_killed_again_and_again_loses_nothing_and_can_be_ended(vault: Vault, folder: Path) -> None:
    vault.close()
    chance = random.Random(20261124)  # noqa: S311 - the same faults each time
    promised: dict[str, tuple[str, int]] = {}
    beginnings = [1]
    for _ in range(CYCLES):
        said = killed_after(follower(folder), chance.randint(1, 4), chance.uniform(0, 0.3))
        promised |= said_frames(said)
        exhibit, waits = read_back(folder)
        assert exhibit is not None
        assert waits
        assert exhibit.run is None
        assert {ref: sha256 for ref, (sha256, _) in promised.items()}.items() <= kept(exhibit).items()
        assert [frame.record.run_index for frame in exhibit.frames] == list(range(1, len(exhibit.frames) + 1))
        beginnings.append(len(exhibit.frames) + 1)
    output, _ = follower(folder, 3).communicate(timeout=60)
    promised |= said_frames(output.splitlines())
    assert output.splitlines()[-1] == "finished"
    exhibit, waits = read_back(folder)
    assert exhibit is not None
    assert not waits
    assert exhibit.run is not None
    assert [line.sha256 for line in exhibit.run.frames] == list(kept(exhibit).values())
    assert set(exhibit.run.segments) <= set(beginnings)  # one killed before it was judged is not known
    assert {1, beginnings[-1]} <= set(exhibit.run.segments)
    assert wrong_places(exhibit, promised) == []


def wrong_places(exhibit: Exhibit, promised: dict[str, tuple[str, int]]) -> list[str]:
    """Return where the record puts two frames apart from where the chat stood; unsaid frames are left out."""
    assert exhibit.run is not None
    rows = {n: promised[frame.ref][1] for n, frame in enumerate(exhibit.frames, 1) if frame.ref in promised}
    wrong = []
    for island in exhibit.run.islands:
        places = [(n, top) for n, top in zip(island.frames, island.tops_px, strict=True) if n in rows]
        (first, base), *others = places or [(0, 0)]
        wrong += [f"{first} and {n}" for n, top in others if top - base != rows[n] - rows[first]]
    return wrong


def test_killed_while_it_ends(vault: Vault, folder: Path) -> None:
    vault.close()
    chance = random.Random(4)  # noqa: S311 - the same faults each time
    endings = set()
    for _ in range(CYCLES):
        process = follower(folder, 1)
        assert process.stdout is not None
        said = []
        while not said or said[-1] != "ended\n":
            said.append(process.stdout.readline())
            assert said[-1], "it ended before its time"
        said += killed_after(process, 0, chance.choice([0, 0.002, 0.01, 0.5]))
        exhibit, waits = read_back(folder)
        assert exhibit is not None
        endings.add(waits)
        if not waits:
            assert exhibit.run is not None
            assert len(exhibit.run.frames) == len(exhibit.frames)
            break
    assert False in endings
