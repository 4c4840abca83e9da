# SPDX-License-Identifier: MIT
"""Accounts by what a provider can search by, who is behind them, and who else is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.answers import Answer
from app.model.exhibit import SeenIn
from app.model.ids import EntryId, ExhibitId


class Strength(StrEnum):
    """How well a provider can find the account by it: fixed, changeable, display name only."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Provenance(StrEnum):
    """How an identifier came to be known."""

    TYPED = "typed"
    PASTED = "pasted"
    READ = "read"
    READ_AND_PASTED = "read_and_pasted"


@dataclass(frozen=True, slots=True)
class DisplayName:
    """A name anyone can change, and when it was seen."""

    name: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """One account: platform and stable identifier; display names beside it, with dates.

    Attributes:
        pasted: what was pasted; beside a reading, without what copying put round it.
        read_as: what the program read in a picture; ``None`` if it read nothing.
        read_settled: the same with the doubtful characters as the person settled them; ``None`` if they left
            them as read.
        offender: who the person says is behind it, together with other accounts; the program never joins any.
        headers: of an e-mail, its raw headers as pasted.
        note: the person's own words about it.
        read_permille: how sure the program was of the character it was least sure of, in thousandths.
    """

    platform: str
    stable_id: str | None
    id_kind: str | None
    strength: Strength
    provenance: Provenance | None = None
    recorded_at: datetime | None = None
    is_own: bool = False
    display_names: tuple[DisplayName, ...] = ()
    profile_url: str | None = None
    pasted: str | None = None
    seen_in: SeenIn | None = None
    exhibits: tuple[ExhibitId, ...] = ()
    first_seen_at: datetime | None = None
    last_seen_at: datetime | None = None
    moved_from: str | None = None
    known_by: str | None = None
    read_as: str | None = None
    read_settled: str | None = None
    read_permille: int | None = None
    offender: EntryId | None = None
    headers: str | None = None
    note: str | None = None

    @property
    def has_agreed(self) -> bool:
        """Whether what was pasted is what stands in the picture, letter for letter."""
        return self.pasted is not None and self.pasted == (
            self.read_settled or self.read_as or self.stable_id
        )


@dataclass(frozen=True, slots=True)
class Offender:
    """One of those who threaten, as the person tells them apart: what joins several accounts.

    ``label`` is the person's own, such as "the one who calls himself Kevin"; it claims no true name.
    """

    label: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the person knows: whom they threaten to tell, who was sent something, or who was told.

    Attributes:
        is_threatened: they said that they would tell them, or send them something.
        received: whether something was sent to them.
        told_at: when the person told them what happens.
        may_be_contacted: whether an officer may speak to them.
    """

    name: str
    relation: str | None = None
    platform: str | None = None
    stable_id: str | None = None
    phone: str | None = None
    is_threatened: bool | None = None
    received: Answer = Answer.NOT_KNOWN
    received_at: datetime | None = None
    told_at: datetime | None = None
    may_be_contacted: bool | None = None
    exhibits: tuple[ExhibitId, ...] = ()
    note: str | None = None
