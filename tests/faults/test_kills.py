# SPDX-License-Identifier: MIT
"""Killed at work: everything acknowledged is there; short form of ``make faults``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import kills
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9 are POSIX")


def test_killed_at_work(tmp_path: Path) -> None:
    tally = kills.run(tmp_path, cycles=12)
    assert tally.total == 12
    assert tally.kept.total() > 25
    assert without_words(tally) == []
