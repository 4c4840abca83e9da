# SPDX-License-Identifier: MIT
"""A Discord ID says when it was made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.snowflake import FIRST, made_at


def test_the_time_is_that_of_the_published_example() -> None:
    """Source: discord.com/developers/docs/reference, Snowflake ID Format Structure."""
    assert made_at("175928847299117063") == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)


@given(st.integers(0, 3_000_000_000_000), st.integers(0, (1 << 22) - 1))
def test_the_lower_bits_do_not_change_the_time(milliseconds: int, lower: int) -> None:
    number = (milliseconds << 22) + lower
    if 10**16 <= number < 1 << 64:
        assert made_at(str(number)) == FIRST + timedelta(milliseconds=milliseconds)


@pytest.mark.parametrize("text", ["", "amelie", "1234567890123456", "9" * 20, "1" * 21, "17592884729911706٣"])
def test_what_is_no_such_number_has_no_time(text: str) -> None:
    assert made_at(text) is None
