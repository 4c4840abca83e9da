# SPDX-License-Identifier: MIT
"""Calls of the system that fail: each failure by its name, nothing lost; short form of ``make faults``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import io_errors
from tests.faults.hurting import FIU_PRELOAD
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not FIU_PRELOAD.exists(), reason="libfiu is not installed (fiu-utils)")


def test_each_failure_has_its_words(tmp_path: Path) -> None:
    tally = io_errors.run(tmp_path, failures=25)
    assert tally.total >= 25
    assert without_words(tally) == []
