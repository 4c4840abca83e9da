# SPDX-License-Identifier: MIT
"""A bit that turns over is refused or harmless; short form of ``make faults``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import flips
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="an open vault is copied there only by another way"
)


def test_refused_or_exactly_what_was_kept(tmp_path: Path) -> None:
    tally = flips.run(tmp_path, step=23)
    assert tally.points["database: refused"] > 5
    assert tally.points["log of writes: an earlier state, whole"] > 5
    assert tally.points["key file, both"] > 300
    assert without_words(tally) == []
