# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.model import AcquisitionRecord
from app.plain import from_plain, to_plain
from tests.fakes.acquisitions import acquisition


def test_a_record_survives_being_kept() -> None:
    record = acquisition(b"picture").record
    assert from_plain(AcquisitionRecord, to_plain(record)) == record
