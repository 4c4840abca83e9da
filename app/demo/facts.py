# SPDX-License-Identifier: MIT
"""The facts of the sample case as far as the demo's two exhibits carry them.

The story has seven exhibits, the demo takes two. Nothing may claim an exhibit that is not there, or words
that the picture does not show: such a fact stands as remembered, without a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.model import Certainty, ExhibitFacts, Provenance, SeenIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.identify.values import Proposal
    from app.model import Account, Call, CaseFacts, Demand, EntryId, Event, ExhibitId, Rect
    from app.sample import Sample

PROFILE, CONVERSATION = "TJH/1", "TJH/2"
KEY = "skype"
OUR_CAPTURES = "log"  # the story's own captures; the custody log has the demo's
_REF = re.compile(r"TJH/\d+")

CONVERSATION_FACTS = ExhibitFacts(
    title="Skype conversation with account 1",
    shows="Both sides of the conversation with account 1, as loaded on the screen.",
    does_not_show="Messages deleted before; the video file itself.",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What the demo really captured.

    Attributes:
        profile: the exhibit with the identifier in it.
        conversation: the exhibit of the scrolled conversation.
        id_rect: where the identifier stands, in pixels of the profile's picture.
        at: when the profile was taken.
        shown_from: the first message of the conversation from which on nothing is missing in its frames.
        read: the identifier as the program read it in the profile's picture; ``None`` if it read another.
    """

    profile: ExhibitId
    conversation: ExhibitId
    id_rect: Rect
    at: datetime
    shown_from: datetime
    read: Proposal | None = None

    @property
    def by_ref(self) -> Mapping[str, ExhibitId]:
        """Exhibit ids by the story's references."""
        return {PROFILE: self.profile, CONVERSATION: self.conversation}

    def carries(self, ref: str, at: datetime) -> bool:
        """Whether one of the two pictures shows what the story puts at this reference and time."""
        return ref == PROFILE or (ref == CONVERSATION and at >= self.shown_from)


def case_of(sample: Sample) -> CaseFacts:
    """Return the person and the answers, without references to pictures that are not taken."""
    facts = sample.case()
    return replace(facts, sent_detail=_only(facts.sent_detail, {CONVERSATION}))


def exhibit_facts(sample: Sample, accounts: Mapping[str, EntryId]) -> tuple[ExhibitFacts, ExhibitFacts]:
    """Return what Tom says about the profile and about the conversation."""
    profile = next(one for one in sample.exhibits() if one.ref == PROFILE)
    return profile.facts(accounts), replace(CONVERSATION_FACTS, account=accounts.get(KEY))


def accounts_of(sample: Sample, taken: Taken, stable_id: str) -> dict[str, Account]:
    """Return the accounts by key; the Skype one with the identifier as checked, and where it stands."""
    accounts = sample.accounts(taken.by_ref)
    for key, account in accounts.items():
        typed = replace(account, provenance=Provenance.TYPED, known_by="Typed by Tom.", recorded_at=taken.at)
        accounts[key] = account if account.profile_url else typed
    skype = accounts[KEY]
    pasted = replace(
        skype,
        stable_id=stable_id,
        pasted=stable_id,
        provenance=Provenance.PASTED,
        known_by="Copied from the profile window (TJH/1) and pasted by Tom.",
        display_names=tuple(replace(name, seen_at=taken.at) for name in skype.display_names),
        seen_in=SeenIn(taken.profile, taken.id_rect),
    )
    accounts[KEY] = pasted if taken.read is None else _read(pasted, taken.read)
    return accounts


def _read(pasted: Account, read: Proposal) -> Account:
    """Return the account as it is kept once the program has read the same; the report has the words."""
    return replace(
        pasted,
        provenance=Provenance.READ_AND_PASTED,
        known_by=None,
        read_as=read.value,
        read_permille=round(1000 * read.confidence),
    )


def demands_of(sample: Sample, accounts: Mapping[str, EntryId], taken: Taken) -> tuple[Demand, ...]:
    """Return their words; an exhibit is named only where its picture shows them."""
    return tuple(
        demand if demand.at and demand.at >= taken.shown_from else replace(demand, exhibit=None)
        for demand in sample.demands(accounts, taken.by_ref)
    )


def calls_of(sample: Sample, accounts: Mapping[str, EntryId], taken: Taken) -> tuple[Call, ...]:
    """Return the calls; an exhibit is named only where its picture shows them."""
    return tuple(
        call if call.started_at and call.started_at >= taken.shown_from else replace(call, exhibit=None)
        for call in sample.calls(accounts, taken.by_ref)
    )


def events_of(sample: Sample, taken: Taken, about: Mapping[datetime, EntryId]) -> tuple[Event, ...]:
    """Return the timeline; what no picture of the demo shows is remembered."""
    return tuple(_event(event, taken) for event in sample.events(about) if event.where != OUR_CAPTURES)


def _event(event: Event, taken: Taken) -> Event:
    """Return the event with the places that are there."""
    named = _REF.findall(event.where or "")
    if not named:
        return event
    carried = [ref for ref in named if taken.carries(ref, event.at)]
    if carried:
        return replace(event, where=", ".join(carried))
    return replace(event, where=None, certainty=Certainty.REMEMBERED)


def _only(text: str | None, refs: Iterable[str]) -> str | None:
    """Return a sentence whose brackets name these references alone."""
    if text is None:
        return None
    return re.sub(
        r"\(([^)]*)\)", lambda found: f"({', '.join(r for r in _REF.findall(found[1]) if r in refs)})", text
    )
