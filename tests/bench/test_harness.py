# SPDX-License-Identifier: MIT
"""The table says yes and no the right way round, and costs are what was used."""

from __future__ import annotations

import sys

import pytest

from tests.bench.harness import alternated, at_most, child_cpu, cpu, less, table


@pytest.mark.parametrize(("ours", "is_met"), [(10, True), (20, True), (21, False)])
def test_cheaper_than_a_peer(ours: float, is_met: bool) -> None:
    row = less("G0", "work", ours, "peer", 100, 5)
    assert row.is_met is is_met
    assert row.cells[-1] == ("yes" if is_met else "NO")


@pytest.mark.parametrize(("ours", "is_met"), [(100, True), (130, True), (131, False)])
def test_near_a_limit(ours: float, is_met: bool) -> None:
    assert at_most("G0", "work", ours, "limit", 100, 1.3).is_met is is_met


def test_the_median_of_the_rounds_without_the_first_ones() -> None:
    costs = iter([900, 900, 1, 7, 2])
    assert alternated({"it": lambda: next(costs)}, 3) == {"it": 2}


def test_time_that_is_used_is_counted() -> None:
    assert cpu(lambda: sum(range(3_000_000)))() > cpu(lambda: None)()
    busy, idle = (child_cpu((sys.executable, "-S", "-c", code)) for code in ("sum(range(20_000_000))", ""))
    assert busy() > idle()


def test_a_contender_that_fails_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        child_cpu((sys.executable, "-c", "raise SystemExit(3)"))()


def test_the_columns_stand_under_each_other() -> None:
    lines = table([less("G0", "work", 1, "a peer with a long name", 100, 5)]).splitlines()
    assert len(lines) == 3
    assert lines[0].index("beside") == lines[2].index("a peer")
