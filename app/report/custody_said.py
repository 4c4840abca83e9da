# SPDX-License-Identifier: MIT
"""What the report says of the custody log, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record of the custody log, or a run of records of one type, as the summary prints it.

    Attributes:
        what: the ref it is about, or a count; empty where the type says all.
        leaf: hash of the last record of the run.
        records: how many it stands for; others may lie between them.
    """

    first: int
    last: int
    at: datetime
    type: str
    what: str
    leaf: str
    records: int = 1


@dataclass(frozen=True, slots=True)
class IntegrityCheck:
    """The last check of the originals before this report."""

    at: datetime
    originals: int
    differ: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutsideTime:
    """A time from outside: which in order, who says it, and how many records it covers.

    Attributes:
        key: of the authority, by which its files in the package are called.
        difference_ms: clock of the computer minus the outside one.
    """

    n: int
    key: str
    authority: str
    at: datetime
    size: int
    difference_ms: int


@dataclass(frozen=True, slots=True)
class CustodyFacts:
    """What the custody log says in sum, up to the checkpoint."""

    lines: tuple[RecordLine, ...]
    integrity: IntegrityCheck | None
    clock_jumps: int
    purged: int
    outside: tuple[OutsideTime, ...] = ()
