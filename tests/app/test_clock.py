# SPDX-License-Identifier: MIT
from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import clock as clocks
from app.clock import Measured, SystemClock, datetime_zone, has_jumped, parse_timestamp, timestamp
from tests.fakes.clock import START, FakeClock

WHOLE_MS = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001 - the zone stands below
    datetime(9999, 12, 30),  # noqa: DTZ001 - the zone stands below
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000))


def test_form_of_a_timestamp() -> None:
    assert timestamp(START) == "2026-11-24T02:16:05.123Z"
    in_kolkata = START.astimezone(datetime_zone(330))
    assert in_kolkata.isoformat().endswith("+05:30")
    assert timestamp(in_kolkata) == "2026-11-24T02:16:05.123Z"


def test_a_time_without_zone_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="zone"):
        timestamp(START.replace(tzinfo=None))
    with pytest.raises(ValueError, match="offset"):
        parse_timestamp("2026-11-24T02:16:05.123")
    with pytest.raises(ValueError, match="Invalid"):
        parse_timestamp("yesterday")


@given(WHOLE_MS)
def test_timestamps_come_back_and_sort_as_text(at: datetime) -> None:
    assert parse_timestamp(timestamp(at)) == at
    assert timestamp(at) < timestamp(at + timedelta(milliseconds=1))


def test_local_time_carries_its_offset() -> None:
    summer = FakeClock(datetime(2026, 7, 1, 12, tzinfo=UTC)).now()
    assert (summer.offset_minutes, summer.local) == (60, "2026-07-01T13:00:00.000+01:00")
    behind = FakeClock(START, zone="America/St_Johns").now()
    assert behind.local == "2026-11-23T22:46:05.123-03:30"
    assert behind.ts == "2026-11-24T02:16:05.123Z"


@pytest.mark.parametrize(
    ("by_s", "jumped"), [(0, False), (2, False), (-2, False), (2.5, True), (-3600, True)]
)
def test_a_moved_wall_clock_is_seen_above_two_seconds(by_s: float, jumped: bool) -> None:
    clock = FakeClock()
    before = clock.now()
    clock.advance(86_400)
    clock.jump(by_s)
    assert has_jumped(before, clock.now()) is jumped


def test_across_a_restart_nothing_can_be_said() -> None:
    clock = FakeClock()
    before = clock.now()
    clock.restart()
    clock.jump(86_400)
    assert not has_jumped(before, clock.now())


def test_the_systems_clock() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.utc.tzinfo is UTC
    assert first.utc.microsecond % 1000 == 0
    assert abs(datetime.now(UTC) - first.utc) < timedelta(minutes=1)
    assert second.monotonic_ns > first.monotonic_ns
    assert second.boot_id == first.boot_id != ""
    assert not has_jumped(first, second)
    assert first.sync in {"synchronised", "not synchronised", "not known"}


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is read otherwise there")
@pytest.mark.parametrize(
    ("zone", "expected"), [("Asia/Kolkata", "Asia/Kolkata 330"), (":Asia/Kolkata", "Asia/Kolkata 330")]
)
def test_the_zone_of_the_system(zone: str, expected: str) -> None:
    code = "from app.clock import SystemClock; m = SystemClock().now(); print(m.zone, m.offset_minutes)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"TZ": zone, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == expected


def test_the_zone_has_a_name_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert re.fullmatch(r"[A-Za-z0-9_+\-/]+", SystemClock().now().zone)


@pytest.mark.skipif(sys.platform == "win32", reason="no such links there")
def test_a_zone_that_is_changed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to start anew after a journey."""
    monkeypatch.delenv("TZ", raising=False)
    links = iter(["/usr/share/zoneinfo/Asia/Kolkata", "../usr/share/zoneinfo/Europe/Vaduz", "/else/where"])
    monkeypatch.setattr(Path, "readlink", lambda _: Path(next(links)))
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    zones = [SystemClock().now().zone for _ in range(3)]
    assert zones[:2] == ["Asia/Kolkata", "Europe/Vaduz"]
    assert zones[2] not in zones[:2]


def test_a_system_without_boot_id_gets_one_for_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", unreadable)
    first, second = clocks._boot_id(), clocks._boot_id()
    assert first.startswith("run-")
    assert first != second


def test_what_an_outside_clock_said_goes_with_every_moment_until_the_clock_is_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = SystemClock()
    told = Measured(offset_ms=-40, uncertain_by_ms=9, server="a server", at=clock.now())
    clock.measured = told
    assert clock.now().measured == told
    steady = clocks._steady_ns
    monkeypatch.setattr(clocks, "_steady_ns", lambda: steady() - 3_000_000_000)
    assert clock.now().measured is None
    assert clock.measured is None


def test_the_system_is_asked_again_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    said = iter(["not synchronised", "synchronised"])
    now_ns = [1]
    monkeypatch.setattr("app.clock_sync.sync_status", lambda: next(said))
    monkeypatch.setattr(clocks, "_steady_ns", lambda: now_ns[0])
    clock = SystemClock()
    assert [clock.now().sync, clock.now().sync] == ["not synchronised", "not synchronised"]
    now_ns[0] += clocks.SYNC_HOLDS_NS
    assert clock.now().sync == "synchronised"


def test_the_zone_is_that_of_each_moment() -> None:
    clock = SystemClock()
    assert clock.zone == clock.now().zone
