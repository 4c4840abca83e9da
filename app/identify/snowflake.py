# SPDX-License-Identifier: MIT
"""The time inside a Discord ID: when the account, the chat or the message was made."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

FIRST = datetime(2015, 1, 1, tzinfo=UTC)
_DIGITS = re.compile("[0-9]{17,20}")


def made_at(number: str) -> datetime | None:
    """Return when this ID was given out; None if the text is no such ID.

    Source: discord.com/developers/docs/reference, Snowflakes: bits 63 to 22 count milliseconds from the
    first second of 2015.
    """
    if not _DIGITS.fullmatch(number) or int(number) >= 1 << 64:
        return None
    return FIRST + timedelta(milliseconds=int(number) >> 22)
