# SPDX-License-Identifier: MIT
"""Records of runs for the tests of the panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.model import Exhibit, ExhibitFacts, ExhibitId, Original
from tests.fakes.runs import RUN, frame, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import RunRecord


def run_of(frames: int) -> Exhibit:
    """Return a run as a vault would give it."""
    taken = [replace(frame(n).record, seq=n, exhibit_ref=f"TJH/4.{n}") for n in range(1, frames + 1)]
    originals = tuple(
        Original(ExhibitId(f"{RUN}{n}"), f"TJH/4.{n}", n, one.time.started_at, one)
        for n, one in enumerate(taken, 1)
    )
    first = originals[0]
    return Exhibit(first.id, 4, "TJH/4", 1, first.acquired_at, first.record, ExhibitFacts(), frames=originals)


@pytest.fixture
def record() -> Callable[..., RunRecord]:
    """Makes the record of a run of so many frames, with a gap after one of them if wanted."""
    return lambda frames, gap_after=None: record_of(run_of(frames), gap_after=gap_after)
