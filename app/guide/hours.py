# SPDX-License-Identifier: MIT
"""When somebody is there, in the local time of the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from app.content import Text  # noqa: TC001 - looked up when files are read

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Presence(StrEnum):
    """What is known about when somebody is there."""

    ALWAYS = "always"
    TABLE = "table"
    ONLINE = "online"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody is there: on these days, from and to in local time of the service."""

    presence: Presence
    days: tuple[str, ...] = ()
    opens: str | None = None
    closes: str | None = None
    note: Text | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at this local time; ``False`` where the hours are not known."""
        if self.presence is Presence.ALWAYS:
            return True
        if self.presence is not Presence.TABLE or DAYS[at.weekday()] not in self.days:
            return False
        return self._opens_at() <= at.time() < self._closes_at()

    def opens_next(self, at: datetime) -> datetime | None:
        """Return when somebody is there next, in local time; ``None`` if there is no table of hours."""
        if self.presence is not Presence.TABLE:
            return None
        for ahead in range(8):
            start = datetime.combine(at.date() + timedelta(days=ahead), self._opens_at(), at.tzinfo)
            if DAYS[start.weekday()] in self.days and start > at:
                return start
        return None

    def _opens_at(self) -> time:
        return time.fromisoformat(self.opens or "00:00")

    def _closes_at(self) -> time:
        return time.fromisoformat(self.closes or "23:59")
