# SPDX-License-Identifier: MIT
"""Outside times for the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Anchor:
    """An outside time that was asked for and came.

    Attributes:
        seq: place in the log of the record that it came.
        note: the signed head that was stamped, byte for byte.
        root_pem: the root that its chain leads to, as it was pinned then.
        facts: what the log holds of it, as canonical JSON.
        authority: by its key.
        size: how many records it covers.
        at: the outside time.
        difference_ms: clock of this computer minus the outside one: above 0, ours is fast.
        uncertain_by_ms: by how much that may be off.
    """

    id: str
    seq: int
    note: bytes
    request: bytes
    response: bytes
    root_pem: bytes
    facts: bytes
    authority: str
    size: int
    at: datetime
    difference_ms: int
    uncertain_by_ms: int
