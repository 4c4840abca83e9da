# SPDX-License-Identifier: MIT
"""The invented case that demo, pictures and tests share, read from ``resources/sample/case.toml``.

Ids are given by the vault, so whatever points at an account or exhibit is a function of the ids.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.errors import GuideInvalid
from app.model import (
    Account,
    Answer,
    CaseFacts,
    Certainty,
    Demand,
    DisplayName,
    EntryId,
    Event,
    ExhibitFacts,
    ExhibitId,
    Mode,
    Payment,
    Provenance,
    ReportMade,
    SafeContact,
    SeenIn,
    Sensitivity,
    Strength,
    Under18,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Table = dict[str, Any]

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


class Sample:
    """The whole story as values of ``app.model``."""

    def __init__(self, story: Table) -> None:
        """Keep the tables of the file; ``load`` reads them."""
        self._story = story
        head = story["case"]
        self.ref: str = head["ref"]
        self.version: int = head["version"]
        self.prepared_at = _utc(head["prepared_at"])
        self.created_at = _utc(head["created_at"])
        self.zone: str = head["zone"]
        self.machine_alias: str = head["machine_alias"]
        self.passphrase: str = head["passphrase_for_tests"]
        self.expected: Table = story["expected"]
        self.conversations: tuple[Table, ...] = tuple(story["conversations"])

    @classmethod
    def load(cls, path: Path) -> Sample:
        """Read the story.

        Raises:
            GuideInvalid: the file is not TOML, or is not of a format known here.
        """
        try:
            story = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise GuideInvalid(f"{path.name}: {error}") from error
        if story.get("format") != 1:
            raise GuideInvalid(f"{path.name}: format {story.get('format')}")
        return cls(story)

    def case(self) -> CaseFacts:
        """Return the person and the answers."""
        head, person = self._story["case"], self._story["person"]
        return CaseFacts(
            under_18=Under18(head["under_18_involved"]),
            country=head["country"],
            could_use_this_computer=Answer(head["could_use_this_computer"]),
            offence=head["offence"],
            name=person["name"],
            call_me=person["call_me"],
            initials=head["initials"],
            age=person["age"],
            pronoun=person["pronoun"],
            reported_by=person["reported_by"],
            home_force_area=person["home_force_area"],
            work=person["work"],
            own_words=person["own_words"].strip(),
            risk_to_life=Answer(head["risk_to_life"]),
            risk_asked_at=_utc(head["risk_asked_at"]),
            says_person_broke_law=head["says_person_broke_law"],
            held=tuple(head["held"]),
            made_by_ai=Answer(head["made_by_ai"]),
            face_visible=Answer.YES if head["face_visible"] else Answer.NO,
            posted_publicly=head["posted_publicly"],
            sent_to=head["sent_to"],
            sent_detail=head["sent_detail"],
            replies_stopped_at=_utc(head["replies_stopped_at"]),
            blocked=head["blocked"],
            deleted_anything=head["deleted_anything"],
            devices_kept=tuple(head["devices_kept"]),
            accounts_paused=tuple(head["accounts_paused"]),
            contact=_contact(person["safe_contact"]),
        )

    def exhibits(self) -> tuple[SampleExhibit, ...]:
        """Return the exhibits in order of their numbers."""
        return tuple(_exhibit(row) for row in self._story["exhibits"])

    def accounts(self, ids: Mapping[str, ExhibitId]) -> dict[str, Account]:
        """Return the accounts used against Tom by key; ``ids`` gives an exhibit's id by its ref."""
        return {row["key"]: _account(row, ids) for row in self._story["accounts"]}

    def own_accounts(self) -> tuple[Account, ...]:
        """Return Tom's own accounts."""
        like = {row["platform"]: row for row in self._story["accounts"]}
        return tuple(
            Account(
                row["platform"],
                row["stable_id"],
                like[row["platform"]]["id_kind"],
                Strength(like[row["platform"]]["strength"]),
                is_own=True,
            )
            for row in self._story["own_accounts"]
        )

    def payments(self) -> tuple[Payment, ...]:
        """Return the payments in order of time."""
        return tuple(_payment(row) for row in self._story["payments"])

    def demands(self, accounts: Mapping[str, EntryId], ids: Mapping[str, ExhibitId]) -> tuple[Demand, ...]:
        """Return their words; the one that names the deadline carries it."""
        head = self._story["case"]
        return tuple(
            Demand(
                kind=row["kind"],
                words=row["words"],
                at=_utc(row["at"]),
                account=accounts.get(row["account"]),
                exhibit=ids.get(row["exhibit"]),
                deadline_at=_utc(head["deadline_at"]) if head["deadline_words"] in row["words"] else None,
            )
            for row in self._story["demands"]
        )

    def events(self) -> tuple[Event, ...]:
        """Return the timeline."""
        return tuple(
            Event(
                at=_utc(row["at"]),
                what=row["what"],
                certainty=Certainty(row["how"]),
                where=row["where"] or None,
                is_about=row.get("about", False),
            )
            for row in self._story["timeline"]["events"]
        )

    def reports_made(self) -> tuple[ReportMade, ...]:
        """Return the reports made elsewhere."""
        return tuple(
            ReportMade(row["to"], row["reference"], _utc(row["at"]), row["how"])
            for row in self._story["reports_made"]
        )


def _utc(at: datetime) -> datetime:
    """Return the same moment in UTC."""
    return at.astimezone(UTC)


def _contact(row: Table) -> SafeContact:
    """Return how Tom can be reached, the number as he writes it."""
    return SafeContact(
        how=row["how"],
        number=row["shown"],
        from_time=row["from_time"],
        voicemail_ok=row["voicemail_ok"],
        may_contact_platforms=row["may_contact_platforms"],
        may_tell_family=row["may_tell_family"],
    )


def _exhibit(row: Table) -> SampleExhibit:
    """Return one exhibit."""
    withdrawn_at = row.get("withdrawn_at")
    return SampleExhibit(
        ref=row["ref"],
        account_key=row["account"],
        mode=Mode(row["mode"]),
        captured_at=_utc(row["captured_at"]),
        title=row["title"],
        shows=row["shows"],
        does_not_show=row["does_not_show"],
        sensitivity=_SENSITIVITY[row["sensitivity"]],
        withdrawn_at=_utc(withdrawn_at) if withdrawn_at else None,
        withdrawn_why=row.get("withdrawn_why"),
    )


def _account(row: Table, ids: Mapping[str, ExhibitId]) -> Account:
    """Return one account used against Tom."""
    shown = tuple(ids[ref] for ref in row["exhibits"] if ref in ids)
    names = tuple(DisplayName(name["name"], _utc(name["seen_at"])) for name in row["display_names"])
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
        first_seen_at=_utc(row["first_seen_at"]),
        last_seen_at=_utc(row["last_seen_at"]),
        moved_from=row.get("moved_from"),
        known_by=row["known_by"],
    )


def _payment(row: Table) -> Payment:
    """Return one payment."""
    checked_at = row.get("checked_at")
    return Payment(
        method=row["method"],
        amount_minor=row["amount_pence"],
        currency=row["currency"],
        paid_at=_utc(row["paid_at"]),
        reference=row.get("mtcn"),
        payee=row.get("payee"),
        payee_place=row.get("payee_place"),
        sender=row.get("sender"),
        paid_from=row["paid_from"],
        to_address=row.get("to_address"),
        transaction=row.get("transaction"),
        collected=Answer(row["collected"]),
        checked_at=_utc(checked_at) if checked_at else None,
        can_be_stopped=row["can_be_stopped"],
        provider_told=row.get("provider_told"),
        bank_told=row.get("card_issuer_told"),
        note=row.get("note", row.get("checked_words")),
    )
