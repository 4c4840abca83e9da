# SPDX-License-Identifier: MIT
"""An exhibit as lists show it says what the exhibit says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.model import Exhibit, ExhibitFacts, ExhibitId, Listed, Mode
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.fakes.redacted import BOX, covered

RECORD = acquisition(title="Window 7").record
WHOLE = Exhibit(ExhibitId("id7"), 7, "TJH/7", 7, START, RECORD, ExhibitFacts(title="The demand"))


def test_it_has_what_a_row_needs() -> None:
    one = Listed.of(WHOLE)
    assert (one.id, one.number, one.ref, one.acquired_at) == (WHOLE.id, 7, "TJH/7", START)
    assert (one.window_title, one.mode, one.mime) == ("Window 7", Mode.SCREEN, "image/png")
    assert one.taken_at == datetime(2026, 11, 24, 2, 16, 5, 123_000, tzinfo=UTC)
    assert one.facts is WHOLE.facts
    assert one.originals == (one,)


def test_what_did_not_come_from_the_screen_has_no_mode() -> None:
    assert Listed.of(replace(WHOLE, record=replace(RECORD, screen=None))).mode is None


def test_it_names_the_copy_that_is_shown() -> None:
    hidden = covered(WHOLE, {1: (BOX,)})
    assert Listed.of(WHOLE).copy is None
    assert Listed.of(hidden).copy == hidden.originals[0].redacted.derivative_id
