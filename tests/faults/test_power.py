# SPDX-License-Identifier: MIT
"""Power cuts and deaths in a write lose nothing acknowledged; short form of ``make faults``."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import EvidenceError
from tests.faults import hurting, power, replay
from tests.faults.stage import derived_once
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD as torn.c is written for it")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hurting.built(tmp_path_factory.mktemp("torn"))


def test_power_cuts(tmp_path: Path, library: Path) -> None:
    tally = power.run(tmp_path, library, moments=10)
    assert tally.total == 10 * 6
    assert without_words(tally) == []


def test_deaths_in_a_write(tmp_path: Path, library: Path) -> None:
    tally = power.crashes(tmp_path, library, times=8)
    assert tally.points["died"] > 4
    assert without_words(tally) == []


def test_a_disk_that_lies_is_noticed(tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check can fail: a disk that says it has synced, and has not, loses what was acknowledged."""
    chance = random.Random(7)  # noqa: S311 - the same faults each time
    monkeypatch.setattr(replay.File, "sync", lambda _file: None)
    lost = 0
    with derived_once():
        disk, log = power.recorded(tmp_path, library, seed=7)
        for name, cut, said in power.points(disk, log, 12, chance):
            if name == "nothing written":
                try:
                    power.hold(disk, cut, said, tmp_path / "after")
                except (AssertionError, EvidenceError):
                    lost += 1
    assert lost > 6


def test_what_a_cut_leaves(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - the same faults each time
    file = replay.File(bytearray(b"safe"), [(1, 0, b"1234"), (2, 6, b"56")])
    cuts = replay.cuts(2, chance)
    assert replay.left_of(file, cuts["nothing written"]) == b"safe"
    assert replay.left_of(file, cuts["all written"]) == b"1234\0\0" + b"56"
    file.sync()
    assert replay.left_of(file, cuts["nothing written"]) == b"1234\0\0" + b"56"
