# SPDX-License-Identifier: MIT
"""A spoiled Skype ID is found and its slip marked; a right one has no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.slips import doubts_of, spoiled_ids
from app.identify.values import Doubt


@pytest.mark.parametrize(
    ("value", "doubts"),
    [
        ("Iive:.cid.8f3a1b2c4d5e6f70", (Doubt(0, ("I", "l")),)),
        ("1ive:.cid.8f3a1b2c4d5e6f70", (Doubt(0, ("1", "l")),)),
        ("l\u0456ve:.cid.8f3a1b2c4d5e6f70", (Doubt(1, ("\u0456", "i")),)),
        ("live: .cid.8f3a1b2c4d5e6f70", (Doubt(5, (" ", "")),)),
        ("live:.cid,8f3a1b2c4d5e6f70", (Doubt(9, (",", ".")),)),
        ("live:,cid.8f3a1b2c4d5e6f70", (Doubt(5, (",", ".")),)),
        ("live:.cid. 8f3a1b2c4d5e6f70", (Doubt(10, (" ", "")),)),
        ("live:.cid.8f3a1b2c4d5e6f7O", (Doubt(25, ("O", "0")),)),
        ("live:.cid.8f3alb2c4d5e6f70", (Doubt(14, ("l", "1")),)),
        ("live:.cid.8f3a1b2c4d5e6fz0", (Doubt(24, ("z", "2")),)),
        ("Iive:amelie_1", (Doubt(0, ("I", "l")),)),
    ],
)
def test_a_slip_is_marked_with_what_was_meant(value: str, doubts: tuple[Doubt, ...]) -> None:
    assert spoiled_ids(f"my skype: {value} add me") == ((10, 10 + len(value)),)
    assert doubts_of(value) == doubts


@given(st.from_regex(r"live:(\.cid\.[0-9a-f]{16}|[a-z0-9_][a-z0-9_-]{1,20})", fullmatch=True))
def test_a_right_id_has_no_doubt(value: str) -> None:
    assert doubts_of(value) == ()


@pytest.mark.parametrize(
    "text", ["", "alive: yes", "live:.cid.8f3a", "live:.cid.8f3a1b2c4d5e6f70a", "give:amy"]
)
def test_other_text_is_no_spoiled_id(text: str) -> None:
    assert spoiled_ids(text) == ()
