# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.package.info import count_in, has_report_elsewhere

ELSEWHERE = b"Report-In-Part: 1, SHA-256 " + b"ab" * 32


@pytest.mark.parametrize(
    ("info", "count"),
    [
        (b"Bag-Count: 2 of 3\n", (2, 3)),
        (b"A: b\nBag-Count: 1 of 1\n", (1, 1)),
        (b"Bag-Count: 4 of 3\n", None),
        (b"Bag-Count: 0 of 3\n", None),
        (b"Bag-Count: 2 of ?\n", None),
        (b"bag-count: 2 of 3\n", None),
        (b" Bag-Count: 2 of 3\n", None),
        (b"", None),
        (b"\xff", None),
        (None, None),
    ],
)
def test_which_of_how_many(info: bytes | None, count: tuple[int, int] | None) -> None:
    assert count_in(info) == count


@pytest.mark.parametrize(
    ("info", "is_elsewhere"),
    [
        (b"Bag-Count: 2 of 3\n" + ELSEWHERE + b"\n", True),
        (b"Bag-Count: 1 of 3\n" + ELSEWHERE + b"\n", False),
        (ELSEWHERE + b"\n", False),
        (b"Bag-Count: 2 of 3\n", False),
        (b"Bag-Count: 2 of 3\n" + ELSEWHERE + b"00\n", False),
    ],
)
def test_only_a_later_part_may_leave_the_report_to_the_first(info: bytes, is_elsewhere: bool) -> None:
    assert has_report_elsewhere(info) is is_elsewhere
