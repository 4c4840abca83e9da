# SPDX-License-Identifier: MIT
"""A typed fact as the vault keeps it: in its latest revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from app.model.case import CaseFacts, Note, StepState
from app.model.exhibit import ExhibitFacts
from app.model.happened import Call, Demand, Event, Payment
from app.model.ids import EntryId
from app.model.people import Account, Contact, Offender
from app.model.watched import Place, ReportMade

F = TypeVar("F")

Fact = (
    CaseFacts
    | Account
    | Offender
    | Contact
    | Payment
    | Demand
    | Call
    | Event
    | Place
    | ReportMade
    | StepState
    | Note
    | ExhibitFacts
)


@dataclass(frozen=True, slots=True)
class Entry(Generic[F]):
    """A typed fact in the vault, in its latest revision; ``revision`` counts from 1."""

    id: EntryId
    fact: F
    created_at: datetime
    revised_at: datetime
    revision: int
