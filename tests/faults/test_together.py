# SPDX-License-Identifier: MIT
"""Two processes and one vault: one has it, the other is told; short form of ``make faults``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import together
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and signals are POSIX")


def test_one_has_it_and_the_other_is_told(tmp_path: Path) -> None:
    tally = together.run(tmp_path, times=1)
    assert tally.total == 5
    assert set(tally.leaves) == {"VaultBusy", "VaultExists"}
    assert without_words(tally) == []
