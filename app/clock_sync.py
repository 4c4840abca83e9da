# SPDX-License-Identifier: MIT
"""What each operating system says about its own clock. Nothing is asked of anything outside this computer."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable
from typing import TypeAlias

SYNCHRONISED = "synchronised"
NOT_SYNCHRONISED = "not synchronised"
NETWORK_TIME_ON = "network time on"  # the system keeps it right, but does not say whether it managed to
NOT_KNOWN = "not known"

Ask: TypeAlias = Callable[[list[str]], str]
"""Runs a program of the system and returns what it prints; empty if it fails or takes over a second."""

# Source: adjtimex(2): TIME_ERROR is 5, STA_UNSYNC 0x40; systemd calls a clock set below 16 s of maxerror.
TIME_ERROR, STA_UNSYNC, MOST_ERROR_US = 5, 0x40, 16_000_000
ANSWER_WITHIN_S = 1
# Source: [MS-W32T] and w32tm /query /status: "Leap Indicator: 3(...)" means not synchronised. The words are
# in the language of the system, the number and the bracket behind it are not.
_LEAP = re.compile(r":\s*([0-3])\s*\(")


class _Timex(ctypes.Structure):
    """The beginning of struct timex, with room for the rest. Source: adjtimex(2), linux/timex.h."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 512),
    )


def sync_status(platform: str = sys.platform, ask: Ask | None = None) -> str:
    """Return one of the four words above; never waits longer than a second, changes nothing."""
    if platform == "linux":
        return linux_status()
    answer = {"win32": _windows_status, "darwin": _mac_status}.get(platform)
    return answer(ask or run_program) if answer else NOT_KNOWN


def linux_status() -> str:
    """Return what the kernel knows of its clock; costs some microseconds and starts no program."""
    timex = _Timex(modes=0)  # no mode: only read
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(timex))
    except (OSError, AttributeError):  # another C library
        return NOT_KNOWN
    return read_timex(state, timex.status, timex.maxerror)


def read_timex(state: int, status: int, maxerror_us: int) -> str:
    """Return what an answer of adjtimex means. Source: adjtimex(2)."""
    if state < 0:
        return NOT_KNOWN
    if state == TIME_ERROR or status & STA_UNSYNC or maxerror_us >= MOST_ERROR_US:
        return NOT_SYNCHRONISED
    return SYNCHRONISED


def _windows_status(ask: Ask) -> str:
    """Return what the time service says; it is not running on every home PC, then nothing is known."""
    first, _, _ = ask(["w32tm", "/query", "/status"]).strip().partition("\n")
    leap = _LEAP.search(first)  # the next line, the stratum, looks the same
    if leap is None:
        return NOT_KNOWN
    return NOT_SYNCHRONISED if leap[1] == "3" else SYNCHRONISED


def _mac_status(ask: Ask) -> str:
    """Return whether network time is switched on; macOS tells only administrators."""
    _, found, state = ask(["systemsetup", "-getusingnetworktime"]).partition("Network Time:")
    if not found:
        return NOT_KNOWN
    return NETWORK_TIME_ON if state.strip().lower() == "on" else NOT_SYNCHRONISED


def run_program(command: list[str]) -> str:
    """Return what a program of the system prints; empty if it fails or takes over a second."""
    import subprocess  # noqa: PLC0415 - 5 ms of the first paint (G7), needed on few systems

    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console flashes up on Windows
    try:
        done = subprocess.run(  # noqa: S603 - the commands above, nothing typed
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=ANSWER_WITHIN_S,
            check=False,
            creationflags=hidden,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
