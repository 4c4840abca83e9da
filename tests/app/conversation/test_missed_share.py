# SPDX-License-Identifier: MIT
"""A judge that joins nothing is never wrong: of the pairs that should be joined, most are.

The full figures, per family and beside others, are those of ``python -m tests.bench.joining``.
"""

from __future__ import annotations

from collections import Counter

from tests.fakes.chats import FAMILIES
from tests.fakes.chats.judging import in_a_run, neighbours

SEEDS = (900, 901)
# What is reached, all families together, hard ones too (remote, dialog, fading: 26 of 71). The goals, 8 % and
# 3 %, are in the bench. The first was 10 % before wrong joins on thin evidence were found and closed.
MOST_MISSED_ALONE, MOST_MISSED_WATCHED = 0.19, 0.10


def test_few_plain_pairs_are_missed_from_files_alone() -> None:
    plain, missed = Counter[str](), Counter[str]()
    for family, make in FAMILIES.items():
        for seed in SEEDS:
            for one in neighbours(make(seed).run(8, "reading"), has_masks=False, knows=False):
                plain[family] += one.true.is_plain
                missed[family] += one.is_missed
    assert missed.total() <= MOST_MISSED_ALONE * plain.total(), f"{missed} of {plain}"


def test_hardly_any_plain_pair_is_missed_in_a_watched_run() -> None:
    plain, missed = Counter[str](), Counter[str]()
    for family, make in FAMILIES.items():
        for one in in_a_run(make(SEEDS[0]).run(14, "reading")):
            plain[family] += one.true.is_plain
            missed[family] += one.is_missed
    assert missed.total() <= MOST_MISSED_WATCHED * plain.total(), f"{missed} of {plain}"
