# SPDX-License-Identifier: MIT
"""What was removed for good: what is still known of it is number, times, reason and hash values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.model.exhibit import DerivativeKind
from app.model.ids import ExhibitId


@dataclass(frozen=True, slots=True)
class PurgedOriginal:
    """A picture or frame whose bytes and record are gone; the log has had its hash values from the start."""

    id: ExhibitId
    ref: str
    acquisition_id: str
    acquired_at: datetime
    size_bytes: int
    sha256: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class PurgedMade:
    """What was made from purged originals; ``n`` counts within its exhibit and kind."""

    derivative_id: str
    kind: DerivativeKind
    n: int
    size_bytes: int
    sha256: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class Purged:
    """One exhibit or fact that was removed for good, at the person's wish.

    Attributes:
        id: of the exhibit, or of the entry.
        kind: ``exhibit``, or the kind of the fact, such as ``note``.
        ref: what the exhibit was called, such as ``TJH/4``; None of a fact.
        why: the person's reason.
        withdrawn_at: when it had been withdrawn before, if it was.
        originals: of an exhibit, in order.
        made: what was made from them, in order.
    """

    id: str
    kind: str
    ref: str | None
    number: int | None
    seq: int
    at: datetime
    why: str
    withdrawn_at: datetime | None = None
    originals: tuple[PurgedOriginal, ...] = ()
    made: tuple[PurgedMade, ...] = ()

    @property
    def is_exhibit(self) -> bool:
        """Whether it was a picture or a conversation, not a fact."""
        return self.ref is not None

    @property
    def sha256s(self) -> tuple[str, ...]:
        """Hash values of the originals, in order."""
        return tuple(original.sha256 for original in self.originals)
