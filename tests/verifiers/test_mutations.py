# SPDX-License-Identifier: MIT
"""Some hundred changed packages of every class; ``make mutations`` takes ten thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.verifiers.comparing import compare
from tests.verifiers.mutations.engine import CLASSES, by_python, mutate, pinned
from tests.verifiers.mutations.originals import originals
from tests.verifiers.second import second_verifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.verifiers.comparing import Other
    from tests.verifiers.mutations.change import Original

ROUNDS, IN_ONE = 15, 3


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Original, ...]:
    return originals(tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="module")
def other(untouched: tuple[Original, ...]) -> Iterator[Other]:
    with second_verifier("node", pinned(untouched)) as ask:
        yield ask


@pytest.mark.parametrize("first", range(0, ROUNDS, IN_ONE))
def test_both_verifiers_find_every_change_and_say_the_same_of_it(
    untouched: tuple[Original, ...], other: Other, tmp_path: Path, first: int
) -> None:
    seeds = range(first * len(CLASSES), (first + IN_ONE) * len(CLASSES))
    table = compare(seeds, untouched, tmp_path / "changed", other)
    assert table.faults == []
    assert {row["packages"] for row in table.rows.values()} == {IN_ONE}


def test_a_seed_gives_the_same_package_each_time(untouched: tuple[Original, ...], tmp_path: Path) -> None:
    for seed in range(len(CLASSES)):
        twice = [mutate(seed, untouched, tmp_path / str(n)) for n in range(2)]
        assert str(twice[0]) == str(twice[1])
        assert by_python(twice[0].path) == by_python(twice[1].path)


def test_a_verifier_that_says_something_else_would_be_seen(
    untouched: tuple[Original, ...], tmp_path: Path
) -> None:
    quiet = by_python(
        mutate(sorted(CLASSES).index("harmless: untouched or unpacked"), untouched, tmp_path / "m").path
    )
    table = compare(range(len(CLASSES)), untouched, tmp_path / "changed", lambda *_: quiet)
    assert len(table.faults) > len(CLASSES) // 2
