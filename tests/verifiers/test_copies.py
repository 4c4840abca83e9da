# SPDX-License-Identifier: MIT
"""Parts that are covered: what the holder of the key cannot make pass, in either verifier."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.fakes.packages import zipped
from tests.verifiers.comparing import unlike
from tests.verifiers.mutations.copies import COPIES
from tests.verifiers.mutations.engine import by_python
from tests.verifiers.mutations.expected import missed
from tests.verifiers.mutations.originals import parts_covered
from tests.verifiers.second import second_verifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.verifiers.comparing import Other
    from tests.verifiers.mutations.change import Maker, Original

MAKERS = sorted((maker for makers in COPIES.values() for maker in makers), key=lambda maker: maker.__name__)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return parts_covered(tmp_path_factory.mktemp("untouched") / "9")


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    with second_verifier("node") as ask:
        yield ask


def test_a_package_with_copies_passes_in_both(untouched: Original, other: Other, tmp_path: Path) -> None:
    path = zipped(untouched.files, tmp_path / "package.zip")
    said = by_python(path)
    assert (said.verdict, said.findings) == ("agrees with itself", frozenset())
    assert unlike(said, other(path, None, None)) is None


@pytest.mark.parametrize("make", MAKERS, ids=lambda maker: maker.__name__)
def test_both_find_what_was_done_with_what_is_covered(
    untouched: Original, other: Other, tmp_path: Path, make: Maker
) -> None:
    seen: set[str] = set()
    for seed in range(24):
        change = make(untouched, Random(seed))  # noqa: S311 - the same each time
        if change.name in seen:
            continue
        seen.add(change.name)
        assert change.files is not None
        path = zipped(change.files, tmp_path / "package.zip")
        said = by_python(path)
        assert missed(change.expected, said) is None, (change.name, missed(change.expected, said))
        assert unlike(said, other(path, None, None)) is None, change.name
    assert len(seen) > 1
