# SPDX-License-Identifier: MIT
"""A full disk, and files that may not grow; short form of ``make faults``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import room
from tests.faults.tally import without_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tmpfs and RLIMIT_FSIZE, as Linux has them")


@pytest.mark.skipif(not room.may_mount(), reason="only root may mount the small disk that is to be full")
def test_a_full_disk_loses_nothing_and_goes_on_when_room_is_made(tmp_path: Path) -> None:
    tally = room.run(tmp_path, rounds=1)
    assert tally.leaves["DiskFull"] >= 3
    assert without_words(tally) == []


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    tally = room.run(tmp_path, rounds=1, arm="small")
    assert tally.leaves["DiskFull"] >= 3
    assert without_words(tally) == []
