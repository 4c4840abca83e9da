# SPDX-License-Identifier: MIT
"""Frames that are far apart: most of them have nothing in common, and none of them may be joined then."""

from __future__ import annotations

import os

import pytest

from tests.fakes.chats import FAMILIES
from tests.fakes.chats.judging import distant, walked

SEEDS = range(int(os.environ.get("SAFEHOLD_RUNS", "96")) // len(FAMILIES))
COUNT = 8


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_distant_pair_of_a_run(family: str, seed: int) -> None:
    shots = FAMILIES[family](seed * 131 + 17).run(COUNT, ("mixed", "back", "reading", "jumping")[seed % 4])
    judged = distant(shots, walked(shots)[1])
    assert len(judged) == (COUNT - 1) * (COUNT - 2) // 2
    assert [one.fault for one in judged if one.fault] == []
