# SPDX-License-Identifier: MIT
"""Copies of the evidence that stand outside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CopyKind(StrEnum):
    """What was made.

    A backup is locked with the keys of the case, a copy for e-mail with words of its own; the others are open
    to anybody.
    """

    PACKAGE = "package"
    UPLOAD = "upload"
    REPORT = "report"
    EMAIL = "email"
    LETTER = "letter"
    BACKUP = "backup"


class CopyState(StrEnum):
    """Where it is now, as far as the person said."""

    HERE = "here"
    HANDED_OVER = "handed_over"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy.

    Attributes:
        size: how many records the case had when it was made; nothing that was kept later is in it.
        place: where it was written, as the system names it; None once it is removed.
        handed_to: who took it and how, in the person's words.
    """

    id: str
    kind: CopyKind
    seq: int
    size: int
    made_at: datetime
    place: str | None
    sha256: str | None
    state: CopyState
    handed_at: datetime | None = None
    handed_to: str | None = None
