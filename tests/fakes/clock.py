# SPDX-License-Identifier: MIT
"""A clock turned by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.clock import Measured, Moment, SystemClock

START = datetime(2026, 11, 24, 2, 16, 5, 123_000, tzinfo=UTC)
BOOT = "4b1c9d52-0000-4000-8000-0123456789ab"


@dataclass
class FakeClock:
    """Stands still until told otherwise; each reading moves on by ``tick`` so that no two are equal.

    Attributes:
        start: the first reading, aware.
        zone: IANA name.
        tick: how far each reading moves both clocks.
        boot_id: change it by ``restart``.
    """

    start: datetime = START
    zone: str = "Europe/London"
    tick: timedelta = timedelta(milliseconds=1)
    boot_id: str = BOOT
    source: str = "system"
    sync: str = "synchronised"
    measured: Measured | None = None
    _utc: datetime = field(init=False)
    _steady_ns: int = field(init=False, default=5_000_000_000)
    _boots: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._utc = self.start.astimezone(UTC)

    def now(self) -> Moment:
        """Read all clocks at once, then move on by one tick."""
        utc = self._utc.replace(microsecond=self._utc.microsecond // 1000 * 1000)
        offset = utc.astimezone(ZoneInfo(self.zone)).utcoffset() or timedelta()
        moment = Moment(
            utc=utc,
            monotonic_ns=self._steady_ns,
            boot_id=self.boot_id,
            zone=self.zone,
            offset_minutes=int(offset.total_seconds() // 60),
            source=self.source,
            sync=self.sync,
            measured=self.measured,
        )
        self.advance(self.tick)
        return moment

    def advance(self, by: timedelta | float) -> None:
        """Let time pass: both clocks move on (seconds, or a timedelta)."""
        step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        self._utc += step
        self._steady_ns += int(step / timedelta(microseconds=1)) * 1000

    def set(self, utc: datetime) -> None:
        """Turn the wall clock; the monotonic clock goes on as if nothing had happened."""
        self._utc = utc.astimezone(UTC)

    def jump(self, by: timedelta | float) -> None:
        """Turn the wall clock by so much (seconds, or a timedelta); the monotonic clock stays."""
        self._utc += by if isinstance(by, timedelta) else timedelta(seconds=by)

    def restart(self) -> None:
        """Start the operating system anew: another boot id, the monotonic clock from near zero."""
        self._boots += 1
        self.boot_id = f"{BOOT[:-2]}{self._boots:02d}"
        self._steady_ns = 1_000_000_000


class LaterClock(SystemClock):
    """The clocks of this computer, some time later: as if it had slept meanwhile."""

    def __init__(self) -> None:
        """Show the time as it is."""
        super().__init__()
        self._later = timedelta()

    def now(self) -> Moment:
        """Read all clocks at once."""
        moment = super().now()
        steady_ns = moment.monotonic_ns + int(self._later / timedelta(microseconds=1)) * 1000
        local = (moment.utc + self._later).astimezone(ZoneInfo(moment.zone))
        offset = local.utcoffset() or timedelta()
        return replace(
            moment,
            utc=moment.utc + self._later,
            monotonic_ns=steady_ns,
            offset_minutes=int(offset.total_seconds() // 60),
        )

    def pass_by(self, time: timedelta) -> None:
        """Let so much time pass at once."""
        self._later += time
