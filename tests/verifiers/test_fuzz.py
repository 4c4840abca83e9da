# SPDX-License-Identifier: MIT
"""ZIPs of random fields and random bytes: no crash, no hang, and never more than they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.package.findings import Outcome
from tests.verifiers.mutations.change import FOLDER
from tests.verifiers.mutations.engine import by_python
from tests.verifiers.mutations.originals import one_picture
from tests.verifiers.mutations.zips import DEFLATED, build, entries

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verifiers.mutations.change import Original

often = settings(max_examples=250)
NUMBERS = st.sampled_from([0, 1, 7, 8, 0x10, 0x7F, 0x800, 0xFFFF]) | st.integers(0, 0xFFFF)
LARGE = st.sampled_from([0, 1, 29, 46, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF]) | st.integers(0, 0xFFFFFFFF)
FIELDS = st.dictionaries(st.sampled_from(["flags", "method", "version", "time", "disk"]), NUMBERS, max_size=2)
SIZES = st.dictionaries(st.sampled_from(["crc", "packed", "size", "attr", "at"]), LARGE, max_size=2)
ENDS = st.dictionaries(st.sampled_from(["count", "disk", "comment"]), NUMBERS, max_size=2)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return one_picture(tmp_path_factory.mktemp("untouched") / "one")


@often
@given(data=st.data())
def test_fields_of_any_value_are_an_answer(untouched: Original, tmp_path: Path, data: st.DataObject) -> None:
    all_entries = entries(untouched.files, FOLDER, method=data.draw(st.sampled_from([0, DEFLATED])))
    entry = data.draw(st.sampled_from(all_entries))
    local = {
        key: value for key, value in data.draw(FIELDS | SIZES).items() if key not in {"disk", "attr", "at"}
    }
    entry.local = local
    entry.central = data.draw(FIELDS) | data.draw(SIZES)
    entry.local_extra, entry.central_extra = (
        data.draw(st.binary(max_size=24)),
        data.draw(st.binary(max_size=24)),
    )
    zipped = build(all_entries, end=data.draw(ENDS), is_wide=data.draw(st.booleans()))
    (tmp_path / "package.zip").write_bytes(zipped)
    assert by_python(tmp_path / "package.zip").verdict in {None, "differs", "agrees with itself"}


@often
@given(at=st.floats(0, 1), cut=st.integers(0, 40), put=st.binary(max_size=60))
def test_bytes_put_in_or_taken_out_anywhere_never_pass(
    untouched: Original, tmp_path: Path, at: float, cut: int, put: bytes
) -> None:
    whole = untouched.zipped
    place = int(at * len(whole))
    changed = whole[:place] + put + whole[place + cut :]
    (tmp_path / "package.zip").write_bytes(changed)
    if len(changed) != len(whole):
        assert by_python(tmp_path / "package.zip").verdict in {None, Outcome.DIFFERS.value}
