# SPDX-License-Identifier: MIT
"""What was sent, said, done: payments, their words, calls, and everything else with a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.model.acquisition import Rect
from app.model.answers import Answer, Certainty, Precision
from app.model.exhibit import SeenIn
from app.model.ids import EntryId, ExhibitId


@dataclass(frozen=True, slots=True)
class Payment:
    """Money sent. ``amount_minor`` in the currency's smallest unit (pence, satoshi).

    Attributes:
        method: how it was sent: a key of ``resources/payments``.
        reference: what the service calls its number (MTCN, reference number, transaction ID, card number).
        paid_from: bank, card or app it came from.
        to_address: coin address it went to; ``transaction`` is the hash, ``coin`` coin and network.
        to_iban: bank account it went to; or ``to_sort_code`` and ``to_account_number``.
        collected: as last checked at ``checked_at``; if so when and where, as far as known.
        can_be_stopped: whether somebody said that it can; ``None`` if nobody asked.
        stopped_at: when the provider or bank said that it is stopped.
        account: the account that asked for it.
        seen_in: where its number stands in a picture.
        exhibits: pictures that show it, such as a receipt.
    """

    method: str
    amount_minor: int | None
    currency: str | None
    paid_at: datetime | None
    reference: str | None = None
    payee: str | None = None
    payee_place: str | None = None
    sender: str | None = None
    paid_from: str | None = None
    to_address: str | None = None
    transaction: str | None = None
    collected: Answer = Answer.NOT_KNOWN
    checked_at: datetime | None = None
    can_be_stopped: bool | None = None
    provider_told: bool | None = None
    bank_told: bool | None = None
    note: str | None = None
    coin: str | None = None
    to_iban: str | None = None
    to_sort_code: str | None = None
    to_account_number: str | None = None
    collected_at: datetime | None = None
    collected_where: str | None = None
    provider_told_at: datetime | None = None
    provider_reference: str | None = None
    bank_told_at: datetime | None = None
    bank_reference: str | None = None
    stopped_at: datetime | None = None
    account: EntryId | None = None
    seen_in: SeenIn | None = None
    exhibits: tuple[ExhibitId, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """Their words, letter for letter, and where they stand. ``kind`` is ``threat`` or ``money``.

    Attributes:
        exhibit: the picture that shows the words (of a conversation: the frame), at ``rect`` in it.
        language: in which they are written, if not the person's; ``translation`` as the person gives it.
        amount_minor: what they want, in ``currency``; ``pay_by`` how, ``pay_to`` where to, as they said it.
        whom: whom they threaten to tell, as they said it; ``contacts`` those of them the person named.
    """

    kind: str
    words: str
    at: datetime | None
    account: EntryId | None = None
    exhibit: ExhibitId | None = None
    deadline_at: datetime | None = None
    rect: Rect | None = None
    language: str | None = None
    translation: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    pay_by: str | None = None
    pay_to: str | None = None
    whom: str | None = None
    contacts: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A live call: the one that was recorded, or another.

    ``recorded``: whether they say, or show, that they recorded it. ``exhibit``: the picture that shows it.
    """

    started_at: datetime | None
    duration_s: int | None = None
    account: EntryId | None = None
    is_video: bool | None = None
    recorded: Answer = Answer.NOT_KNOWN
    exhibit: ExhibitId | None = None
    is_about: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, seen or remembered.

    Attributes:
        where: the exhibits that show it, as text; ``exhibit`` the one, by its id.
        is_about: the person is not sure of the time.
        until: when it ended.
        precision: how exactly the time is known; ``None`` means to the minute.
        about: the fact it tells of; it then stands in the timeline in place of that fact's own line.
    """

    at: datetime
    what: str
    certainty: Certainty
    where: str | None = None
    is_about: bool = False
    until: datetime | None = None
    precision: Precision | None = None
    about: EntryId | None = None
    exhibit: ExhibitId | None = None
