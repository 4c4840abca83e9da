# SPDX-License-Identifier: MIT
"""What was removed for good, as a package declares it: hash values from the log, time, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.package.left_out import NotIncluded, NotIncludedMade, NotIncludedPurged, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.model import Purged


def originals(purged: Iterable[Purged]) -> Iterator[NotIncluded]:
    """Give a line for each original that is gone; what it showed is gone too."""
    for gone in purged:
        for one in gone.originals:
            yield NotIncluded(
                one.ref,
                one.acquisition_id,
                one.acquired_at,
                one.size_bytes,
                one.sha256,
                one.record_sha256,
                Why.PURGED,
                withdrawn_at=gone.withdrawn_at,
            )


def made(purged: Iterable[Purged]) -> Iterator[NotIncludedMade]:
    """Give a line for each thing that was made from originals that are gone."""
    for gone in purged:
        for one in gone.made:
            yield NotIncludedMade(
                one.derivative_id,
                gone.ref or "",
                one.kind,
                one.n,
                one.size_bytes,
                one.sha256,
                one.record_sha256,
            )


def acts(purged: Iterable[Purged]) -> Iterator[NotIncludedPurged]:
    """Give a line for every removal itself, of facts too."""
    for gone in purged:
        yield NotIncludedPurged(gone.id, gone.kind, gone.at, gone.why, gone.ref)
