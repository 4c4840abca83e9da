# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.report.page_ranges import as_ranges, read_pages


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6)),
        (" , ", (1, 2, 3, 4, 5, 6)),
        ("1, 3-5", (1, 3, 4, 5)),
        ("3-5,1", (1, 3, 4, 5)),
        ("2 4 2-3", (2, 3, 4)),
        ("1 - 2; 6", (1, 2, 6)),
        ("2\u20133", (2, 3)),
        ("\u0661,\u0663", (1, 3)),  # Arabic digits
    ],
)
def test_pages_are_read_as_people_write_them(typed: str, pages: tuple[int, ...]) -> None:
    assert read_pages(typed, 6) == pages


@pytest.mark.parametrize("typed", ["0", "7", "5-3", "1-7", "first", "1-", "-3", "1-2-3", "1.5", "9" * 40])
def test_what_names_no_page_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        read_pages(typed, 6)


@given(st.sets(st.integers(1, 60), min_size=1))
def test_ranges_are_read_back_as_the_same_pages(pages: set[int]) -> None:
    assert read_pages(as_ranges(sorted(pages)), 60) == tuple(sorted(pages))


@given(st.text(max_size=30))
def test_whatever_is_typed_is_pages_or_refused(typed: str) -> None:
    try:
        pages = read_pages(typed, 9)
    except BadInput:
        return
    assert set(pages) <= set(range(1, 10))


@pytest.mark.parametrize(("pages", "ranges"), [((1,), "1"), ((1, 2, 4, 6, 7, 8), "1-2,4,6-8"), ((), "")])
def test_ranges_are_short(pages: tuple[int, ...], ranges: str) -> None:
    assert as_ranges(pages) == ranges
