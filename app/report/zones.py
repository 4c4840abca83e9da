# SPDX-License-Identifier: MIT
"""The time zone of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.clock import datetime_zone

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.clock import Moment


def zone_of(prepared: Moment) -> tzinfo:
    """Return the zone of the report; its bare offset where the system does not know the name."""
    try:
        return ZoneInfo(prepared.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime_zone(prepared.offset_minutes)
