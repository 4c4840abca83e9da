# SPDX-License-Identifier: MIT
"""What is kept an eye on: places, and reports made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.model.answers import Answer
from app.model.ids import EntryId, ExhibitId


class PlaceKind(StrEnum):
    """What is looked at now and then."""

    ACCOUNT = "account"
    LINK = "link"
    ALERT = "alert"


class Takedown(StrEnum):
    """How far a request to take something down has come."""

    SENT = "sent"
    NO_ANSWER = "no_answer"
    DOWN = "down"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a place, and whether something new was there."""

    at: datetime
    found: Answer
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look now and then: an account of the person's, a link, a name alert.

    Attributes:
        is_posted: of a link: whether it shows the person. We never open it.
        posted_at: when it was posted, or first seen there.
        looker: who looks, if not the person.
        takedown: how far the request to ``asked_of`` has come that was sent at ``asked_at`` as ``reference``.
        is_closed: nobody needs to look any more.
    """

    kind: PlaceKind
    name: str
    url: str | None = None
    email: str | None = None
    next_look_on: date | None = None
    looks: tuple[Look, ...] = ()
    looker: str | None = None
    is_posted: Answer = Answer.NOT_KNOWN
    posted_at: datetime | None = None
    takedown: Takedown | None = None
    asked_of: str | None = None
    asked_at: datetime | None = None
    reference: str | None = None
    down_at: datetime | None = None
    exhibits: tuple[ExhibitId, ...] = ()
    is_closed: bool = False
    note: str | None = None


class ReportKind(StrEnum):
    """To whom a report was made."""

    POLICE = "police"
    REPORT_FRAUD = "report_fraud"
    PLATFORM = "platform"
    STOPNCII = "stopncii"
    REPORT_REMOVE = "report_remove"
    TAKE_IT_DOWN = "take_it_down"
    BANK = "bank"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report made elsewhere, with its reference; a hash case is one too.

    Attributes:
        account: the account it is about, if it is about one.
        next_check_on: the day to ask again.
        answer: what they answered, at ``answered_at``.
        is_closed: nothing more is awaited.
    """

    to: str
    reference: str | None
    at: datetime | None
    how: str | None = None
    kind: ReportKind | None = None
    account: EntryId | None = None
    next_check_on: date | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    is_closed: bool = False
