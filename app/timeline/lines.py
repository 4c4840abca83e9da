# SPDX-License-Identifier: MIT
"""One line of the timeline: when, how exactly and how surely, and what happened as a key with its fields.

Window, report and table say the same line each in sentences of their own: ``key`` names the sentence, and
fields that have a form of their own (sums, lengths, names of methods and platforms) are left open for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.model import Precision

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Certainty, EntryId, ExhibitId


class LineKind(StrEnum):
    """What a line is of; of lines at the same time the one that stands first here comes first."""

    ACCOUNT = "account"
    CALL = "call"
    THREAT = "threat"
    DEMAND = "demand"
    PAYMENT = "payment"
    EVENT = "event"
    CONTACT = "contact"
    PLACE = "place"
    STOPPED = "stopped"
    REPORT = "report"
    CAPTURE = "capture"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in the currency's smallest unit."""

    minor: int | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Length:
    """How long something took."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Method:
    """How money was sent, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform, by its key."""

    key: str


Filling = str | int | Sum | Length | Method | Platform


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing with a time.

    Attributes:
        at: aware UTC; of what is known to the day, the beginning of that day where the person is.
        key: of the sentence, such as ``payment.sent``.
        fields: what fills it, by name; the person's or their own words are among them as they stand.
        until: when it ended.
        precision: how exactly the time is known.
        is_about: the person is not sure of the time.
        refs: the exhibits that show it, as printed.
        exhibits: the same by their ids, as far as they are in the case; of a frame, its run.
        entry: the fact it tells of, to open it.
        event: the event itself, where the person added the line.
    """

    at: datetime
    kind: LineKind
    certainty: Certainty
    key: str
    fields: tuple[tuple[str, Filling], ...] = ()
    until: datetime | None = None
    precision: Precision = Precision.MINUTE
    is_about: bool = False
    refs: tuple[str, ...] = ()
    exhibits: tuple[ExhibitId, ...] = ()
    entry: EntryId | None = None
    event: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lines in order, and how many facts could have one but for want of a time."""

    lines: tuple[TimelineLine, ...]
    undated: int = 0
