# SPDX-License-Identifier: MIT
"""Everything a report or package says, frozen at one moment; cross-references are worked out once, here.

The same dossier gives the same report. Bytes of pictures stay outside: ``Originals`` streams them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.clock import Moment
    from app.custody.checkpoint import Checkpoint
    from app.model import (
        Account,
        Call,
        CaseFacts,
        Contact,
        Demand,
        EntryId,
        Exhibit,
        ExhibitId,
        Original,
        Payment,
        Place,
        Purged,
        ReportMade,
    )
    from app.report.annexes import Annex
    from app.report.custody_said import CustodyFacts
    from app.report.scope import Scope

NOTHING_TIMED = Timeline(())


class Originals(Protocol):
    """The bytes of the originals and of what was made from them, from one read snapshot of the vault."""

    def parts(self, original_id: ExhibitId) -> Iterator[bytes]:
        """Return an original (of a run: its first frame, or the frame) in parts of a few megabytes."""
        ...

    def derivative_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Return what was made from originals in parts of a few megabytes."""
        ...

    def close(self) -> None:
        """Let go of the snapshot."""
        ...


class LeftOutWhy(StrEnum):
    """Why a picture is not in the report; its fingerprint and description are."""

    INTIMATE = "intimate"
    UNDER_18 = "under_18"


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """What the report says of a platform; from the catalogue, or the bare key where there is none.

    Attributes:
        shown_as: how an identifier is written, such as ``@{id}``.
        preservation: sentence with the fields ``id``, ``from``, ``to`` and ``platform``.
    """

    key: str
    name: str
    provider: str | None = None
    preservation: str | None = None
    shown_as: str = "{id}"


@dataclass(frozen=True, slots=True)
class NumberedAccount:
    """An account with the number that every page calls it by, and the refs of its exhibits in order.

    Attributes:
        offender: who the person says is behind it, in the person's words.
        joined: the numbers of the accounts that the person says have one person behind them, this among them;
            empty where it stands alone.
    """

    number: int
    id: EntryId
    account: Account
    platform: PlatformFacts
    exhibit_refs: tuple[str, ...] = ()
    offender: str | None = None
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedPayment:
    """A payment, numbered by date, with the account that asked for it.

    Attributes:
        read_in: ref of the picture in which its number stands.
        exhibit_refs: of the pictures that show it.
    """

    number: int
    payment: Payment
    account: NumberedAccount | None = None
    read_in: str | None = None
    exhibit_refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedDemand:
    """Their words with account number and exhibit ref in place of ids.

    Attributes:
        contacts: names of those the person knows whom they threaten to tell.
        picture: what shows the words, if it is in the report.
    """

    demand: Demand
    account: NumberedAccount | None = None
    exhibit_ref: str | None = None
    contacts: tuple[str, ...] = ()
    picture: Original | None = None


@dataclass(frozen=True, slots=True)
class TimedCall:
    """A call with account number and exhibit ref in place of ids."""

    call: Call
    account: NumberedAccount | None = None
    exhibit_ref: str | None = None


@dataclass(frozen=True, slots=True)
class ConcernedContact:
    """Somebody the person knows, and the refs of the pictures that show what reached them."""

    contact: Contact
    exhibit_refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchedPlace:
    """A place, and the refs of the pictures that show it."""

    place: Place
    exhibit_refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportExhibit:
    """An exhibit that has a page, with the number of its account.

    Attributes:
        is_held: no pixel of it is in the report: the page says that the witness holds it.
        words: of a conversation what was read in each frame, nothing of what is covered.
    """

    exhibit: Exhibit
    account: NumberedAccount | None = None
    is_held: bool = False
    words: tuple[str, ...] = ()

    def words_of(self, number: int) -> str:
        """Return what was read in a frame, counted from 1; nothing if it was not read."""
        return self.words[number - 1] if number <= len(self.words) else ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exhibit of which no pixel is in the report, and why; an intimate one has a page that says so."""

    exhibit: Exhibit
    why: LeftOutWhy
    account: NumberedAccount | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All facts of one report; with a ``scope`` only what concerns some exhibits.

    ``note``: the signed checkpoint, as it is handed over. ``met_on``: where the person was written to.
    """

    case: CaseFacts
    ref: str
    version: int
    accounts: tuple[NumberedAccount, ...]
    own_accounts: tuple[NumberedAccount, ...]
    exhibits: tuple[ReportExhibit, ...]
    left_out: tuple[LeftOut, ...]
    withdrawn: tuple[Exhibit, ...]
    payments: tuple[NumberedPayment, ...]
    demands: tuple[QuotedDemand, ...]
    reports_made: tuple[ReportMade, ...]
    prepared: Moment
    checkpoint: Checkpoint
    key_fingerprint: str
    check_words: tuple[str, ...]
    custody: CustodyFacts
    tool: str
    machine_alias: str
    calls: tuple[TimedCall, ...] = ()
    contacts: tuple[ConcernedContact, ...] = ()
    places: tuple[WatchedPlace, ...] = ()
    timeline: Timeline = NOTHING_TIMED
    scope: Scope | None = None
    purged: tuple[Purged, ...] = ()
    annexes: tuple[Annex, ...] = ()
    note: str = ""
    met_on: tuple[str, ...] = ()

    @property
    def short_fingerprint(self) -> str:
        """First 16 hexadecimal digits of the root."""
        return self.checkpoint.root[:16]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell an officer yet."""
        told = (self.accounts, self.exhibits, self.left_out, self.withdrawn, self.payments, self.demands)
        beside = (self.calls, self.contacts, self.places, self.purged)
        added = any(line.event for line in self.timeline.lines)
        return not (any(told) or any(beside) or added or self.case.own_words or self.case.sent_to)

    def number_of(self, account: EntryId | None) -> int | None:
        """Return the number of an account used against the person."""
        return next((entry.number for entry in self.accounts if entry.id == account), None)

    def removed_at(self, ref: str) -> datetime | None:
        """Return when an exhibit or frame was removed for good; None if it was not."""
        named = (gone for gone in self.purged if ref in {gone.ref, *(one.ref for one in gone.originals)})
        return next((gone.at for gone in named), None)

    @property
    def paged(self) -> tuple[ReportExhibit, ...]:
        """Every exhibit that has a page, in order: those that are shown, and those that are held back."""
        held = (
            ReportExhibit(left.exhibit, left.account, is_held=True)
            for left in self.left_out
            if left.why is LeftOutWhy.INTIMATE
        )
        return tuple(sorted([*self.exhibits, *held], key=lambda entry: entry.exhibit.number))

    @property
    def all_exhibits(self) -> tuple[Exhibit, ...]:
        """Every exhibit that has a number, in order."""
        shown = [entry.exhibit for entry in self.exhibits]
        held = [entry.exhibit for entry in self.left_out]
        return tuple(sorted([*shown, *held, *self.withdrawn], key=lambda exhibit: exhibit.number))
