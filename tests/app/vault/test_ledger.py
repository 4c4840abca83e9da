# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.custody.log import check_chain, read_record
from app.custody.tree import EMPTY_ROOT, root_of
from app.errors import BadInput, ChainBroken
from app.model import Role
from app.vault import ledger as log
from app.vault.ledger import Ledger

if TYPE_CHECKING:
    from app.vault.connection import Database
    from tests.fakes.clock import FakeClock


@pytest.fixture
def ledger(database: Database, clock: FakeClock) -> Ledger:
    return Ledger(database, clock, "Safehold 0.1.0")


def act(database: Database, ledger: Ledger, n: int = 1) -> None:
    for i in range(n):
        with database.transaction():
            ledger.append("note.add", f"id{i}", {"n": 1}, ledger.begin())


def types(database: Database) -> list[str]:
    return [read_record(line).type for line in log.lines(database)]


def test_empty(database: Database, ledger: Ledger) -> None:
    assert (log.size(database), log.root(database), list(log.lines(database))) == (0, EMPTY_ROOT, [])
    assert ledger.next_seq == 1
    log.check_end(database)


def test_records_make_a_chain_and_a_tree(
    database: Database, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "PAGE_ROWS", 7)
    act(database, ledger, 21)
    state = check_chain(log.lines(database))
    assert (state.size, ledger.next_seq) == (21, 22)
    assert log.root(database) == root_of(state.leaves)
    log.check_end(database)


def test_what_a_record_says(database: Database, ledger: Ledger) -> None:
    with database.transaction():
        seq = ledger.append("note.add", "id", {"n": 1}, ledger.begin())
    (line,) = log.lines(database)
    record = read_record(line)
    assert (record.seq, record.obj, record.data) == (seq, "id", {"n": 1})
    assert (record.ts, record.tz, record.mono_ns) == (
        "2026-11-24T02:16:05.123Z",
        "Europe/London",
        "5000000000",
    )
    assert (record.actor, record.tool) == ("witness", "Safehold 0.1.0")


def test_an_act_that_is_undone_leaves_no_record(database: Database, ledger: Ledger) -> None:
    def undone() -> None:
        with database.transaction():
            ledger.append("note.add", "id", {}, ledger.begin())
            raise RuntimeError

    act(database, ledger)
    with pytest.raises(RuntimeError):
        undone()
    act(database, ledger)
    assert check_chain(log.lines(database)).size == 2


@pytest.mark.parametrize("by_s", [3600, -3600, 3, -3])
def test_a_moved_clock_is_recorded_before_the_act(
    database: Database, ledger: Ledger, clock: FakeClock, by_s: int
) -> None:
    act(database, ledger)
    clock.jump(by_s)
    act(database, ledger)
    assert types(database) == ["note.add", "clock.jump", "note.add"]
    jump = read_record(list(log.lines(database))[1])
    assert jump.data["shift_ms"] == by_s * 1000
    assert jump.data["before"] == "2026-11-24T02:16:05.123Z"
    assert jump.data["after"] == jump.ts


def test_time_that_passes_and_a_restart_are_no_jump(
    database: Database, ledger: Ledger, clock: FakeClock
) -> None:
    act(database, ledger)
    clock.advance(timedelta(hours=9))
    act(database, ledger)
    clock.restart()
    clock.jump(-500)
    act(database, ledger)
    assert types(database) == ["note.add"] * 3


def test_a_slow_drift_below_two_seconds_is_no_jump(
    database: Database, ledger: Ledger, clock: FakeClock
) -> None:
    act(database, ledger)
    clock.jump(1.9)
    act(database, ledger)
    assert types(database) == ["note.add"] * 2


def test_the_role_is_named_and_given_back(database: Database, ledger: Ledger) -> None:
    with ledger.acting(Role.HELPER):
        act(database, ledger)
    act(database, ledger)
    assert [read_record(line).actor for line in log.lines(database)] == ["helper", "witness"]


@pytest.mark.parametrize(
    ("kind", "data"), [("unheard.of", {}), ("note.add", {"share": 0.5}), ("note.add", {"n": 2**60})]
)
def test_what_the_format_does_not_allow_is_refused(
    database: Database, ledger: Ledger, kind: str, data: dict[str, object]
) -> None:
    with pytest.raises(BadInput), database.transaction():
        ledger.append(kind, None, data, ledger.begin())
    assert log.size(database) == 0


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM record WHERE seq = 3",
        "UPDATE record SET line = x'7b7d' WHERE seq = 3",
        "DELETE FROM record",
    ],
)
def test_a_log_that_was_cut_is_seen(database: Database, ledger: Ledger, damage: str) -> None:
    act(database, ledger, 3)
    database.run(damage)
    with pytest.raises(ChainBroken):
        log.check_end(database)
