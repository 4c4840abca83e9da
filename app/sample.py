# SPDX-License-Identifier: MIT
"""The invented case that demo, pictures and tests share, read from ``resources/sample/case.toml``.

Ids are given by the vault, so whatever points at an account or exhibit is a function of the ids.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from app import sample_rows as rows
from app.errors import GuideInvalid
from app.model import (
    Account,
    Answer,
    CaseFacts,
    Certainty,
    Demand,
    Event,
    ReportKind,
    ReportMade,
    Strength,
    Under18,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from app.model import Call, Contact, EntryId, ExhibitId, Payment, Place
    from app.sample_rows import SampleExhibit

Table = dict[str, Any]

SENT, TOLD = "One image sent to his sister", "Tom tells his sister it is blackmail"  # lines of the timeline


class Sample:
    """The whole story as values of ``app.model``."""

    def __init__(self, story: Table) -> None:
        """Keep the tables of the file; ``load`` reads them."""
        self._story = story
        head = story["case"]
        self.ref: str = head["ref"]
        self.version: int = head["version"]
        self.prepared_at = rows.utc(head["prepared_at"])
        self.created_at = rows.utc(head["created_at"])
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
            risk_asked_at=rows.utc(head["risk_asked_at"]),
            says_person_broke_law=head["says_person_broke_law"],
            held=tuple(head["held"]),
            made_by_ai=Answer(head["made_by_ai"]),
            face_visible=Answer.YES if head["face_visible"] else Answer.NO,
            posted_publicly=head["posted_publicly"],
            sent_to=head["sent_to"],
            sent_detail=head["sent_detail"],
            replies_stopped_at=rows.utc(head["replies_stopped_at"]),
            blocked=head["blocked"],
            deleted_anything=head["deleted_anything"],
            devices_kept=tuple(head["devices_kept"]),
            accounts_paused=tuple(head["accounts_paused"]),
            contact=rows.safe_contact(person["safe_contact"]),
        )

    def exhibits(self) -> tuple[SampleExhibit, ...]:
        """Return the exhibits in order of their numbers."""
        return tuple(rows.exhibit(row) for row in self._story["exhibits"])

    def accounts(self, ids: Mapping[str, ExhibitId]) -> dict[str, Account]:
        """Return the accounts used against Tom by key; ``ids`` gives an exhibit's id by its ref."""
        return {row["key"]: rows.account(row, ids) for row in self._story["accounts"]}

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
        return tuple(rows.payment(row) for row in self._story["payments"])

    def demands(self, accounts: Mapping[str, EntryId], ids: Mapping[str, ExhibitId]) -> tuple[Demand, ...]:
        """Return their words; the one that names the deadline carries it."""
        head = self._story["case"]
        return tuple(
            Demand(
                kind=row["kind"],
                words=row["words"],
                at=rows.utc(row["at"]),
                account=accounts.get(row["account"]),
                exhibit=ids.get(row["exhibit"]),
                deadline_at=rows.utc(head["deadline_at"]) if head["deadline_words"] in row["words"] else None,
            )
            for row in self._story["demands"]
        )

    def calls(self, accounts: Mapping[str, EntryId], ids: Mapping[str, ExhibitId]) -> tuple[Call, ...]:
        """Return the calls in the conversations."""
        return tuple(
            rows.call(row["call"], accounts.get(row["account"]), ids.get(row["exhibit"]))
            for row in self._story["conversations"]
            if "call" in row
        )

    def contacts(self) -> tuple[Contact, ...]:
        """Return whom Tom knows that is concerned."""
        times = {row["what"]: rows.utc(row["at"]) for row in self._story["timeline"]["events"]}
        sent_at, told_at = times.get(SENT), times.get(TOLD)
        return tuple(rows.contact(row, sent_at, told_at) for row in self._story["contacts"])

    def places(self) -> tuple[Place, ...]:
        """Return where Tom looks now and then."""
        return tuple(rows.place(row) for row in self._story["places"])

    def events(self, about: Mapping[datetime, EntryId] | None = None) -> tuple[Event, ...]:
        """Return the timeline; ``about`` gives the fact that a line at this time tells of."""
        return tuple(
            Event(
                at=rows.utc(row["at"]),
                what=row["what"],
                certainty=Certainty(row["how"]),
                where=row["where"] or None,
                is_about=row.get("about", False),
                until=rows.utc(row["until"]) if "until" in row else None,
                about=(about or {}).get(rows.utc(row["at"])),
            )
            for row in self._story["timeline"]["events"]
        )

    def reports_made(self) -> tuple[ReportMade, ...]:
        """Return the reports made elsewhere."""
        return tuple(
            ReportMade(row["to"], row["reference"], rows.utc(row["at"]), row["how"], ReportKind.REPORT_FRAUD)
            for row in self._story["reports_made"]
        )
