# SPDX-License-Identifier: MIT
"""Time as the evidence needs it: wall clock, monotonic clock, boot, zone, and how sure we are."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

NS_PER_MS = 1_000_000
SYNC_HOLDS_NS = 60 * 1_000_000_000
JUMP_LIMIT_MS = 2_000  # Source: evidence.md, section 1: clock-jump flag above 2 s


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clocks.

    Attributes:
        utc: aware, UTC, whole milliseconds.
        monotonic_ns: counts on through changes of the wall clock; comparable within one boot only.
        boot_id: one value from start to start of the operating system.
        zone: IANA name, such as ``Europe/London``; ``UTC`` if the system names none.
        offset_minutes: local time minus UTC.
        source: who set the wall clock, as far as known; ``system``.
        sync: what the operating system says of its clock; the words of ``app.clock_sync``.
        measured: how far the wall clock was off when an outside clock was asked; ``None`` if none was.
    """

    utc: datetime
    monotonic_ns: int
    boot_id: str
    zone: str
    offset_minutes: int
    source: str = "system"
    sync: str = "not known"
    measured: Measured | None = None

    @property
    def ts(self) -> str:
        """The form written in records: RFC 3339, UTC, milliseconds, ``Z``."""
        return timestamp(self.utc)

    @property
    def local(self) -> str:
        """Local time with its offset, RFC 3339, milliseconds."""
        zone = datetime_zone(self.offset_minutes)
        return self.utc.astimezone(zone).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Measured:
    """How far the wall clock was off, by an outside clock, at one moment.

    Attributes:
        offset_ms: our clock minus the outside one: above 0, ours is fast.
        uncertain_by_ms: half the way there and back.
    """

    offset_ms: int
    uncertain_by_ms: int
    server: str
    at: Moment


def timestamp(at: datetime) -> str:
    """Return RFC 3339 in UTC with milliseconds and ``Z``. Source: RFC 3339, section 5.6.

    Raises:
        ValueError: the time has no zone; which one was meant is not guessed.
    """
    if at.tzinfo is None:
        raise ValueError("a time without zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_timestamp(text: str) -> datetime:
    """Return the aware UTC time of an RFC 3339 text.

    Raises:
        ValueError: if it has no offset or is no time.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a time without offset")
    return at.astimezone(UTC)


def from_ms(at_ms: int) -> datetime:
    """Return the time that is so many ms after the beginning of 1970."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)


def to_ms(at: datetime) -> int:
    """Return ms since the beginning of 1970, rounded."""
    return round(at.timestamp() * 1000)


def datetime_zone(offset_minutes: int) -> timezone:
    """Return the fixed offset as a tzinfo."""
    return timezone(timedelta(minutes=offset_minutes))


def has_jumped(before: Moment, after: Moment) -> bool:
    """Whether the wall clock was moved between two moments of one boot.

    Source: evidence.md, section 1: wall minus monotonic above 2 s.
    """
    if before.boot_id != after.boot_id:
        return False
    wall_ms = (after.utc - before.utc).total_seconds() * 1000
    steady_ms = (after.monotonic_ns - before.monotonic_ns) / 1_000_000
    return abs(wall_ms - steady_ms) > JUMP_LIMIT_MS


class Clock(Protocol):
    """Where the time comes from; tests pass one that they turn by hand.

    Attributes:
        measured: what an outside clock said, while the wall clock has not been moved since.
    """

    measured: Measured | None

    @property
    def zone(self) -> str:
        """The IANA name of the local zone, as in ``Moment``; costs less than reading all clocks."""
        ...

    def now(self) -> Moment:
        """Read all clocks at once."""
        ...


class SystemClock:
    """The computer's clocks; the only caller of ``datetime.now`` and ``time.monotonic_ns``.

    Attributes:
        measured: what an outside clock said, while the wall clock has not been moved since.
    """

    def __init__(self) -> None:
        """Read once what cannot change while we run; whether it is set right is asked later."""
        self._boot_id = _boot_id()
        self._sync = ""
        self._sync_until_ns = 0
        self.measured: Measured | None = None

    @property
    def zone(self) -> str:
        """The IANA name of the local zone, as in ``Moment``."""
        return _zone_name()

    def now(self) -> Moment:
        """Read all clocks at once."""
        steady_ns = _steady_ns()
        utc = datetime.now(UTC)
        utc = utc.replace(microsecond=utc.microsecond // 1000 * 1000)
        offset = utc.astimezone().utcoffset() or timedelta()
        moment = Moment(
            utc=utc,
            monotonic_ns=steady_ns,
            boot_id=self._boot_id,
            zone=_zone_name(),
            offset_minutes=int(offset.total_seconds() // 60),
            sync=self._sync_at(steady_ns),
            measured=self.measured,
        )
        if self.measured is not None and has_jumped(self.measured.at, moment):
            self.measured = None  # it spoke of a clock that was moved since
            return replace(moment, measured=None)
        return moment

    def _sync_at(self, steady_ns: int) -> str:
        """Return what the system says, asked again after a minute: on some another program answers."""
        if steady_ns >= self._sync_until_ns:
            from app.clock_sync import sync_status  # noqa: PLC0415 - ctypes, 2 ms of the first paint (G7)

            self._sync, self._sync_until_ns = sync_status(), steady_ns + SYNC_HOLDS_NS
        return self._sync


def _steady_ns() -> int:
    """Return nanoseconds that count on through suspend where the system has such a clock."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    else:  # noqa: RET505 - the type checker follows sys.platform only through if and else
        return time.monotonic_ns()


def _boot_id() -> str:
    """Return the kernel's boot id, or one of our own for this run where the system has none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        import uuid  # noqa: PLC0415 - 12 ms of the first paint (G7), needed on few systems

        return f"run-{uuid.uuid4()}"


def _zone_name() -> str:
    """Return the IANA name of the local zone, as TZ, /etc/localtime or /etc/timezone give it."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named
    with contextlib.suppress(OSError):  # no link, or no such file
        name = _zone_behind(Path("/etc/localtime").readlink())
        if name:
            return name
    try:
        return Path("/etc/timezone").read_text(encoding="ascii").strip() or "UTC"
    except OSError:
        return time.tzname[0] or "UTC"


@functools.cache
def _zone_behind(link: Path) -> str:
    """Return the zone that a link in /etc leads to, by way of others if need be; empty if to none."""
    return str(("/etc" / link).resolve()).partition("zoneinfo/")[2]
