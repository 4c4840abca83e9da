# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.package.bag import BagWriter, Summing, Sums, manifest, oxum, read_manifest

AT = datetime(2026, 11, 24, 3, 5, 7, tzinfo=UTC)


@given(st.lists(st.binary(max_size=50), max_size=5))
def test_both_hash_values_of_the_parts_are_those_of_the_whole(parts: list[bytes]) -> None:
    summing = Summing()
    for part in parts:
        summing.add(part)
    whole = b"".join(parts)
    assert summing.sums == Sums(
        hashlib.sha256(whole).hexdigest(), hashlib.sha512(whole).hexdigest(), len(whole)
    )


def test_a_list_is_sorted_and_comes_back() -> None:
    sums = {"data/b": Sums("ab" * 32, "cd" * 64, 3), "data/a c": Sums("01" * 32, "23" * 64, 4)}
    data = manifest(sums, lambda each: each.sha256)
    assert data == b"01" * 32 + b"  data/a c\n" + b"ab" * 32 + b"  data/b\n"
    assert read_manifest(data, 64) == {"data/a c": "01" * 32, "data/b": "ab" * 32}
    assert read_manifest(manifest(sums, lambda each: each.sha512), 128) == {
        "data/a c": "23" * 64,
        "data/b": "cd" * 64,
    }
    assert read_manifest(data, 128) is None
    assert oxum(sums) == "7.2"


@pytest.mark.parametrize("data", [b"\n", b"ab  x\n", b"ab" * 32 + b"  x", b"ab" * 32 + b"  \n", b"\xff\n"])
def test_what_is_no_list_gives_none(data: bytes) -> None:
    assert read_manifest(data, 64) is None


def test_a_list_of_nothing_names_nothing() -> None:
    assert read_manifest(b"", 64) == {}


def test_a_bag_carries_the_time_of_the_export_and_nothing_of_this_computer() -> None:
    made = []
    for _ in range(2):
        out = io.BytesIO()
        bag = BagWriter(out, "folder", AT)
        bag.add("data/big.bin", iter([b"one", b"two"]), 6)
        bag.seal({"Bagging-Date": "2026-11-24"})
        bag.close()
        made.append(out.getvalue())
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as opened:
        assert opened.read("folder/data/big.bin") == b"onetwo"
        assert opened.read("folder/bag-info.txt") == b"Bagging-Date: 2026-11-24\nPayload-Oxum: 6.1\n"
        assert {info.date_time for info in opened.infolist()} == {(2026, 11, 24, 3, 5, 6)}
        assert {info.flag_bits for info in opened.infolist()} == {0}


def test_a_file_beyond_4_gb_is_announced_as_one() -> None:
    out = io.BytesIO()
    bag = BagWriter(out, "folder", AT)
    bag.add("data/huge.bin", [b"x"], 5_000_000_000)
    bag.close()
    assert out.getvalue()[4:6] == b"\x2d\x00"  # version 4.5: the sizes stand in the wide field
