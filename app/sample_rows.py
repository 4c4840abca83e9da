# SPDX-License-Identifier: MIT
"""Rows of the invented case as values of ``app.model``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.model import (
    Account,
    Answer,
    Call,
    CaseFacts,
    Contact,
    Demand,
    DisplayName,
    EntryId,
    ExhibitFacts,
    ExhibitId,
    Look,
    Mode,
    Payment,
    Place,
    PlaceKind,
    Provenance,
    ReportMade,
    SafeContact,
    SeenIn,
    Sensitivity,
    Strength,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.model import Entry, Fact

Row = dict[str, Any]

_SENSITIVITY = {
    "none": Sensitivity.NONE,
    "intimate": Sensitivity.INTIMATE,
    "third party": Sensitivity.THIRD_PARTY,
}
_PROVENANCE = {
    "skype": Provenance.READ_AND_PASTED,
    "instagram": Provenance.PASTED,
    "whatsapp": Provenance.TYPED,
}


@dataclass(frozen=True, slots=True)
class SampleExhibit:
    """One exhibit of the story; its picture is drawn by whoever needs one."""

    ref: str
    account_key: str
    mode: Mode
    captured_at: datetime
    title: str
    shows: str
    does_not_show: str
    sensitivity: Sensitivity
    withdrawn_at: datetime | None
    withdrawn_why: str | None

    def facts(self, accounts: Mapping[str, EntryId]) -> ExhibitFacts:
        """Return what Tom says about it."""
        return ExhibitFacts(
            title=self.title,
            shows=self.shows,
            does_not_show=self.does_not_show,
            sensitivity=self.sensitivity,
            account=accounts.get(self.account_key),
        )


def utc(at: datetime) -> datetime:
    """Return the same moment in UTC."""
    return at.astimezone(UTC)


def safe_contact(row: Row) -> SafeContact:
    """Return how Tom can be reached, the number as he writes it."""
    return SafeContact(
        how=row["how"],
        number=row["shown"],
        from_time=row["from_time"],
        voicemail_ok=row["voicemail_ok"],
        may_contact_platforms=row["may_contact_platforms"],
        may_tell_family=row["may_tell_family"],
    )


def exhibit(row: Row) -> SampleExhibit:
    """Return one exhibit."""
    withdrawn_at = row.get("withdrawn_at")
    return SampleExhibit(
        ref=row["ref"],
        account_key=row["account"],
        mode=Mode(row["mode"]),
        captured_at=utc(row["captured_at"]),
        title=row["title"],
        shows=row["shows"],
        does_not_show=row["does_not_show"],
        sensitivity=_SENSITIVITY[row["sensitivity"]],
        withdrawn_at=utc(withdrawn_at) if withdrawn_at else None,
        withdrawn_why=row.get("withdrawn_why"),
    )


def account(row: Row, ids: Mapping[str, ExhibitId]) -> Account:
    """Return one account used against Tom."""
    shown = tuple(ids[ref] for ref in row["exhibits"] if ref in ids)
    names = tuple(DisplayName(name["name"], utc(name["seen_at"])) for name in row["display_names"])
    return Account(
        platform=row["platform"],
        stable_id=row["stable_id"],
        id_kind=row["id_kind"],
        strength=Strength(row["strength"]),
        provenance=_PROVENANCE.get(row["platform"]),
        recorded_at=names[0].seen_at,
        display_names=names,
        profile_url=row.get("profile_url"),
        pasted=row.get("pasted"),
        seen_in=SeenIn(shown[0]) if shown else None,
        exhibits=shown,
        first_seen_at=utc(row["first_seen_at"]),
        last_seen_at=utc(row["last_seen_at"]),
        moved_from=row.get("moved_from"),
        known_by=row["known_by"],
    )


def payment(row: Row) -> Payment:
    """Return one payment."""
    checked_at = row.get("checked_at")
    return Payment(
        method=row["method"],
        amount_minor=row["amount_pence"],
        currency=row["currency"],
        paid_at=utc(row["paid_at"]),
        reference=row.get("mtcn"),
        payee=row.get("payee"),
        payee_place=row.get("payee_place"),
        sender=row.get("sender"),
        paid_from=row["paid_from"],
        to_address=row.get("to_address"),
        transaction=row.get("transaction"),
        collected=Answer(row["collected"]),
        checked_at=utc(checked_at) if checked_at else None,
        can_be_stopped=row["can_be_stopped"],
        provider_told=row.get("provider_told"),
        bank_told=row.get("card_issuer_told"),
        note=row.get("note", row.get("checked_words")),
        coin="BTC" if "amount_sat" in row else None,
    )


def contact(row: Row, sent_at: datetime | None, told_at: datetime | None) -> Contact:
    """Return somebody Tom knows, and when something reached them and he told them."""
    return Contact(
        name=row["name"],
        relation=row["relation"],
        platform=row["platform"],
        stable_id=row["stable_id"],
        phone=row["phone"],
        is_threatened=True,
        received=Answer.YES if row["received_image"] else Answer.NO,
        received_at=sent_at if row["received_image"] else None,
        told_at=told_at,
        may_be_contacted=row["may_be_contacted"],
    )


def place(row: Row) -> Place:
    """Return a place Tom looks at now and then."""
    looked_at = row.get("looked_at")
    return Place(
        kind=PlaceKind(row["kind"]),
        name=row["name"],
        url=row.get("url"),
        email=row.get("email"),
        next_look_on=row["next_look_on"],
        looks=(Look(utc(looked_at), Answer.NO),) if looked_at else (),
        is_posted=Answer.NO if looked_at else Answer.NOT_KNOWN,
    )


def call(row: Row, account_id: EntryId | None, exhibit_id: ExhibitId | None) -> Call:
    """Return the call of a conversation."""
    length = utc(row["ended_at"]) - utc(row["started_at"])
    return Call(
        started_at=utc(row["started_at"]),
        duration_s=round(length.total_seconds()),
        account=account_id,
        is_video=row["video"],
        recorded=Answer.YES,
        exhibit=exhibit_id,
    )


def told_of(entries: Iterable[Entry[Any]]) -> dict[datetime, EntryId]:
    """Return by its minute the fact that a line of the story's timeline tells of; a later one counts."""
    found: dict[datetime, EntryId] = {}
    for entry in entries:
        for at in _times(entry.fact):
            if at is not None:
                found[at.replace(second=0, microsecond=0)] = entry.id
    return found


def _times(fact: Fact) -> tuple[datetime | None, ...]:
    """Return when what the story tells of a fact happened."""
    match fact:
        case CaseFacts(replies_stopped_at=at) | Call(started_at=at) | ReportMade(at=at):
            return (at,)
        case Account(first_seen_at=at, is_own=False):
            return (at,)
        case Payment(paid_at=at, checked_at=other) | Demand(at=at, deadline_at=other):
            return (at, other)
        case Contact(received_at=at, told_at=other):
            return (at, other)
    return ()
