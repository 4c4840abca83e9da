# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.model import Exhibit, ExhibitFacts, ExhibitId
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START


def test_one_picture_is_its_own_only_original() -> None:
    taken = acquisition(b"picture")
    exhibit = Exhibit(ExhibitId("x"), 1, "TJH/1", 5, START, taken.record, ExhibitFacts())
    (only,) = exhibit.originals
    assert (only.id, only.ref, only.record) == (exhibit.id, exhibit.ref, exhibit.record)
    assert not exhibit.is_run
