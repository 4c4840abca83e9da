# SPDX-License-Identifier: MIT
"""What the window says of a call: of which kind, when, how long, and whether they say they recorded it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer
from app.typed import zone_of
from ui.legible import clipped, legible
from ui.moments import hour, short_day

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Call
    from ui.context import Context

_KINDS = {True: "video", False: "voice", None: "call"}


def moment(context: Context, at: datetime | None) -> str:
    """Return day and time as the person's clock shows them; nothing if it is not known."""
    if at is None:
        return ""
    local, language = at.astimezone(zone_of(context.clock.now())), context.settings.language
    return context.words("said.row.when", day=short_day(local.date(), language), time=hour(local, language))


def call_title(context: Context, call: Call) -> str:
    """Return of which kind a call was, and when."""
    if call.started_at is None:
        return context.words("said.call.unknown")
    key = "said.call.row.about" if call.is_about else "said.call.row"
    kind = context.words(f"said.call.kind.{_KINDS[call.is_video]}")
    return context.words(key, kind=kind, when=moment(context, call.started_at))


def call_details(context: Context, call: Call, account: str) -> str:
    """Return how long it was, with which account, and whether they say they recorded it."""
    words = context.words
    said = [_length(context, call), legible(account)]
    if call.recorded is Answer.YES:
        said.append(words("said.call.said.recorded"))
    elif call.recorded is Answer.NO:
        said.append(words("said.call.said.not"))
    if call.note:
        said.append(legible(clipped(call.note)[0]))
    return " · ".join(part for part in said if part)


def _length(context: Context, call: Call) -> str:
    if call.duration_s is None:
        return ""
    minutes = max(1, round(call.duration_s / 60))
    return context.words("said.call.long", n=minutes)
