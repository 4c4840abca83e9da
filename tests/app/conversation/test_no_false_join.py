# SPDX-License-Identifier: MIT
"""No false join and no guess: random walks through drawn chats, judged as a run judges them.

``SAFEHOLD_RUNS=5000`` walks longer, by other ways each time.
"""

from __future__ import annotations

import os
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fakes.chats import FAMILIES, STRIDES
from tests.fakes.chats.judging import neighbours

ASKED = os.environ.get("SAFEHOLD_RUNS")
RUNS = int(ASKED or 500)
LEAST_FAMILIES = 10


def test_no_false_join_and_no_guess() -> None:
    walked: Counter[str] = Counter()
    pairs: Counter[str] = Counter()

    @settings(
        max_examples=RUNS,
        derandomize=ASKED is None,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(
        family=st.sampled_from(sorted(FAMILIES)),
        seed=st.integers(0, 99_999),
        count=st.integers(5, 8),
        stride=st.sampled_from([None, *STRIDES]),
        is_watched=st.booleans(),
        has_masks=st.booleans(),
    )
    def walk(
        family: str, seed: int, count: int, stride: str | None, is_watched: bool, has_masks: bool
    ) -> None:
        shots = FAMILIES[family](seed).run(count, stride)
        judged = neighbours(shots, is_watched=is_watched, has_masks=has_masks)
        walked[family] += 1
        pairs.update(one.finding.level.value for one in judged)
        assert [one.fault for one in judged if one.fault] == []

    walk()
    assert walked.total() >= RUNS
    assert len(walked) >= LEAST_FAMILIES
    assert pairs["exact"] > pairs.total() // 5, "a judge that joins nothing makes no false join either"
