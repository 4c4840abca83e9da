# SPDX-License-Identifier: MIT
"""Clocks that are moved are flagged, and nothing sorts wrongly; short form of ``make faults``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import clocks
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(not clocks.FAKETIME.exists(), reason="libfaketime is not installed")
def test_every_jump_is_in_the_log_and_in_the_report(tmp_path: Path) -> None:
    tally = clocks.run(tmp_path, rounds=1)
    assert tally.total == len(clocks.BEGINNINGS)
    assert without_words(tally) == []
