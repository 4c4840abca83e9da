# SPDX-License-Identifier: MIT
"""Clocks that are moved in the midst of work, by libfaketime: flagged in the log, nothing sorts wrongly."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from tests.faults.kills import PASSPHRASE
from tests.faults.promises import Promises
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create

if TYPE_CHECKING:
    from tests.faults.stage import Said

FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), Path("none"))
LONDON = "Europe/London"
BEGINNINGS = {
    "any day": "@2026-11-24 02:16:05",
    "summer time ends": "@2026-10-25 00:59:58",
    "summer time begins": "@2026-03-29 00:59:58",
    "the end of 32 bits": "@2038-01-19 03:14:06",
    "a leap day": "@2028-02-28 23:59:58",
}
STEPS_S = (-40 * 86_400, -3_600, -30, 30, 3_600, 400 * 86_400)
SMALL_STEPS_S = (-1, 1)  # no jump: a clock that is being corrected
NEAR_S = 5


def run(place: Path, rounds: int, seed: int = 2038) -> Tally:
    """Move the clock at every beginning, so many rounds.

    Raises:
        AssertionError: a jump was not flagged, one was that was none, or something sorts wrongly.
    """
    tally, chance = Tally("clock moved", seed), random.Random(seed)  # noqa: S311 - the same faults
    rate = place / "faketime"
    environment = {
        "FAKETIME_TIMESTAMP_FILE": str(rate),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": LONDON,
    }
    rate.write_text("+0", encoding="ascii")
    with derived_once(), Stage(FAKETIME, **environment) as stage:
        for n in range(rounds):
            for name, began in BEGINNINGS.items():
                promises = Promises(place / f"clock-{n}-{name}" / "case.safehold", PASSPHRASE)
                create(promises.folder, PASSPHRASE).close()
                steps = [*chance.sample(STEPS_S, 3), *chance.sample(SMALL_STEPS_S, 1)]
                chance.shuffle(steps)
                play = stage.play(
                    "timed",
                    folder=promises.folder,
                    passphrase=PASSPHRASE,
                    file=rate,
                    began=began,
                    steps=steps,
                )
                said = play.rest()
                assert play.ended == 0, said[-1]
                _hold(promises, said, steps)
                tally.add(promises)
                tally.points[f"{name}, 4 steps"] += 1
    return tally


def _hold(promises: Promises, said: list[Said], steps: list[int]) -> None:
    """Each step above two seconds is in the log, no other, with about its size; and all is in order."""
    promises.hear(said)
    shown = next(line for line in said if "jumps" in line)
    records = [json.loads(one) for line in said if "lines" in line for one in line["lines"]]
    jumps = [record["data"]["shift_ms"] / 1000 for record in records if record["type"] == "clock.jump"]
    first = 1  # from the real day, on which the vault was made, to the beginning
    expected = [step for step in steps if abs(step) > 2]
    assert len(jumps) == len(expected) + first, (jumps, steps)
    for jump, step in zip(jumps[first:], expected, strict=True):
        assert abs(jump - step) < NEAR_S, (jump, step)
    assert shown["jumps"] == len(jumps), "the report counts other jumps than the log"
    assert shown["numbers"] == sorted(shown["numbers"])
    assert [record["seq"] for record in records] == list(range(1, len(records) + 1))
    steady = [int(record["mono_ns"]) for record in records]
    assert steady == sorted(steady), "the steady clock went back"
    _hold_zone(records)
    promises.hold()


def _hold_zone(records: list[Said]) -> None:
    """Every time is in UTC, can be read again, and summer time moves no time."""
    for record in records:
        at = parse_timestamp(record["ts"])
        assert isinstance(at, datetime)
        assert at.utcoffset() == timedelta()
