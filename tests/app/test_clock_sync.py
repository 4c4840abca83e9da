# SPDX-License-Identifier: MIT
from __future__ import annotations

import subprocess
import sys

import pytest

from app import clock_sync
from app.clock_sync import (
    NETWORK_TIME_ON,
    NOT_KNOWN,
    NOT_SYNCHRONISED,
    SYNCHRONISED,
    linux_status,
    read_timex,
    run_program,
    sync_status,
)

ENGLISH = "Leap Indicator: 0(no warning)\nStratum: 4 (secondary reference - syncd by (S)NTP)\n"
GERMAN = "Sprungindikator: 3(nicht synchronisiert)\nStratum: 0 (nicht angegeben)\n"
WITHOUT_A_LEAP = "閏インジケーター：０（警告なし）\nStratum: 3 (secondary reference)\n"  # noqa: RUF001
FRENCH = "Indicateur de dérive : 0(aucun avertissement)\nStratum : 3\n"


@pytest.mark.parametrize(
    ("state", "status", "maxerror_us", "meant"),
    [
        (0, 0x2001, 12_000, SYNCHRONISED),
        (1, 0x2001, 12_000, SYNCHRONISED),  # a leap second is announced
        (5, 0x40, 16_000_000, NOT_SYNCHRONISED),
        (0, 0x40, 12_000, NOT_SYNCHRONISED),
        (0, 0, 16_000_000, NOT_SYNCHRONISED),
        (-1, 0, 0, NOT_KNOWN),
    ],
)
def test_what_the_kernel_says(state: int, status: int, maxerror_us: int, meant: str) -> None:
    assert read_timex(state, status, maxerror_us) == meant


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux")
def test_this_kernel_answers_as_its_own_tool_would() -> None:
    said = linux_status()
    assert said in {SYNCHRONISED, NOT_SYNCHRONISED}
    try:
        tool = subprocess.run(["adjtimex", "--print"], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        pytest.skip("no second tool to compare with")
    status = next(int(line.split()[-1]) for line in tool.splitlines() if "status:" in line)
    assert bool(status & 0x40) <= (said == NOT_SYNCHRONISED)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (ENGLISH, SYNCHRONISED),
        (GERMAN, NOT_SYNCHRONISED),
        (FRENCH, SYNCHRONISED),
        (WITHOUT_A_LEAP, NOT_KNOWN),
        ("", NOT_KNOWN),
    ],
)
def test_windows_in_any_language(printed: str, meant: str) -> None:
    asked: list[list[str]] = []

    def ask(command: list[str]) -> str:
        asked.append(command)
        return printed

    assert sync_status("win32", ask) == meant
    assert asked == [["w32tm", "/query", "/status"]]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Network Time: On\n", NETWORK_TIME_ON),
        ("Network Time: Off\n", NOT_SYNCHRONISED),
        ("You need administrator access to run this tool... exiting!\n", NOT_KNOWN),
    ],
)
def test_macos_says_whether_network_time_is_on(printed: str, meant: str) -> None:
    assert sync_status("darwin", lambda _: printed) == meant


def test_a_system_nobody_knows() -> None:
    assert sync_status("plan9") == NOT_KNOWN


def test_a_c_library_without_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: object) -> object:
        return object()

    monkeypatch.setattr(clock_sync.ctypes, "CDLL", none)
    assert linux_status() == NOT_KNOWN


def test_a_program_that_fails_or_is_missing_says_nothing() -> None:
    assert run_program([sys.executable, "-c", "print('here')"]).strip() == "here"
    assert run_program([sys.executable, "-c", "print('x'); raise SystemExit(1)"]) == ""
    assert run_program(["a-program-that-is-not-there"]) == ""


def test_a_program_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_sync, "ANSWER_WITHIN_S", 0.05)
    assert run_program([sys.executable, "-c", "import time; time.sleep(30)"]) == ""
