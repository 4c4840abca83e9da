# SPDX-License-Identifier: MIT
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.hashing import grouped, sha256_of, sha256_of_parts

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_known_value() -> None:
    """Source: FIPS 180-2, appendix B.1."""
    assert sha256_of(b"abc") == ABC


@given(st.lists(st.binary(max_size=50), max_size=6))
def test_parts_are_the_whole(parts: list[bytes]) -> None:
    assert sha256_of_parts(iter(parts)) == sha256_of(b"".join(parts))


def test_grouped_for_the_eye() -> None:
    lines = grouped(ABC)
    assert lines[0] == "ba78 16bf 8f01 cfea 4141 40de 5dae 2223"
    assert len(lines) == 2
    assert "".join(lines).replace(" ", "") == ABC
    assert grouped("abcde", size=2, per_line=2) == ["ab cd", "e"]
