# SPDX-License-Identifier: MIT
"""Exhibits as they are known after they were removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Purged, PurgedOriginal

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Exhibit


def purged_exhibit(exhibit: Exhibit, at: datetime, why: str) -> Purged:
    """Return what would still be known of an exhibit."""
    originals = tuple(
        PurgedOriginal(
            one.id,
            one.ref,
            one.record.acquisition_id,
            one.acquired_at,
            one.record.content.size_bytes,
            one.record.content.sha256,
            "cd" * 32,
        )
        for one in exhibit.originals
    )
    return Purged(exhibit.id, "exhibit", exhibit.ref, exhibit.number, 99, at, why, originals=originals)
