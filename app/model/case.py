# SPDX-License-Identifier: MIT
"""The person and their answers, what they did of the guide, and their own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from app.model.answers import Answer, Under18


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How an officer may reach the person without putting them at risk."""

    how: str | None = None
    number: str | None = None
    from_time: time | None = None
    voicemail_ok: bool | None = None
    may_contact_platforms: bool | None = None
    may_tell_family: bool | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The answers and the person. One entry of the vault, revised as answers come in.

    ``messages_may_vanish``: whether their messages are set to disappear or can be unsent; ``vanish_at`` when,
    as far as the person can tell.
    ``platforms``, ``paid``, ``posted``: what the person says of the whole: where they were written to,
    whether money was sent, whether anything was posted or sent on. Accounts and payments say the rest.
    """

    under_18: Under18
    country: str
    could_use_this_computer: Answer = Answer.NOT_KNOWN
    offence: str | None = None
    name: str | None = None
    call_me: str | None = None
    initials: str | None = None
    age: int | None = None
    pronoun: str | None = None
    reported_by: str | None = None
    helper: str | None = None
    home_force_area: str | None = None
    work: str | None = None
    own_words: str | None = None
    risk_to_life: Answer = Answer.NOT_KNOWN
    risk_asked_at: datetime | None = None
    says_person_broke_law: bool | None = None
    held: tuple[str, ...] = ()
    made_by_ai: Answer = Answer.NOT_KNOWN
    face_visible: Answer = Answer.NOT_KNOWN
    posted_publicly: str | None = None
    sent_to: str | None = None
    sent_detail: str | None = None
    replies_stopped_at: datetime | None = None
    blocked: bool | None = None
    deleted_anything: bool | None = None
    devices_kept: tuple[str, ...] = ()
    accounts_paused: tuple[str, ...] = ()
    messages_may_vanish: Answer = Answer.NOT_KNOWN
    vanish_at: datetime | None = None
    platforms: tuple[str, ...] = ()
    paid: Answer = Answer.NOT_KNOWN
    posted: Answer = Answer.NOT_KNOWN
    contact: SafeContact = field(default_factory=SafeContact)


@dataclass(frozen=True, slots=True)
class StepState:
    """What was done about one step of the guide, and by whom."""

    step: str
    state: str
    at: datetime
    by: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Free words of the person about one thing (``about`` is an id or a topic)."""

    about: str
    words: str
