# SPDX-License-Identifier: MIT
"""What even the holder of the key cannot make pass: lists, note and signature are always made anew here."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.custody.canonical import canonical
from app.errors import BadInput
from app.hashing import sha256_of
from app.package.names import EXHIBITS, LOG, NOT_INCLUDED
from app.package.verify import verify
from tests.fakes.packages import resigned, with_log, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.package.conftest import Exported

STEM = f"{EXHIBITS}TJH-001_20261124T021605Z_screen"
UNCHECKED = {
    "described",
    "withdrawn_why",
    "acquired_at",
}  # the person's words, and what the hidden record says
OTHER = f"{EXHIBITS}TJH-002_20261124T021605Z_screen"


@pytest.fixture
def found(exported: Exported, tmp_path: Path) -> Callable[[dict[str, bytes | None]], set[tuple[str, str]]]:
    def check(changes: dict[str, bytes | None]) -> set[tuple[str, str]]:
        files = {name: data for name, data in {**exported.files, **changes}.items() if data is not None}
        verdict = verify(zipped(resigned(files, exported.key), tmp_path / "package.zip"))
        return {(finding.reason.value, finding.file) for finding in verdict.findings}

    return check


def changed(data: bytes, **changes: Any) -> bytes:
    return canonical({**json.loads(data), **changes})


def test_nothing_changed_is_nothing_found(found) -> None:
    assert found({}) == set()


def test_other_bytes_contradict_their_record(found) -> None:
    assert found({f"{STEM}.png": b"other"}) == {("contradicts", f"{STEM}.png")}


def test_a_record_rewritten_to_fit_is_not_in_the_log(exported: Exported, found) -> None:
    content = json.loads(exported.files[f"{STEM}.json"])["content"]
    record = changed(exported.files[f"{STEM}.json"], content={**content, "sha256": sha256_of(b"other")})
    assert found({f"{STEM}.png": b"other", f"{STEM}.json": record}) == {("not_in_log", f"{STEM}.json")}


def test_a_fact_changed_in_a_record_is_found(exported: Exported, found) -> None:
    record = changed(exported.files[f"{STEM}.json"], run_id="x")
    assert found({f"{STEM}.json": record}) == {("not_in_log", f"{STEM}.json")}


@pytest.mark.parametrize("salt", ["", "ab", "AB" * 32, "zz" * 32])
def test_a_record_without_a_salt_could_be_guessed_and_is_none(exported: Exported, found, salt: str) -> None:
    record = changed(exported.files[f"{STEM}.json"], salt=salt)
    assert ("malformed", f"{STEM}.json") in found({f"{STEM}.json": record})


def test_exhibits_that_changed_places_are_found(exported: Exported, found) -> None:
    swapped = found(
        {f"{STEM}.png": exported.files[f"{OTHER}.png"], f"{OTHER}.png": exported.files[f"{STEM}.png"]}
    )
    assert swapped == {("contradicts", f"{STEM}.png"), ("contradicts", f"{OTHER}.png")}


def test_an_exhibit_left_out_without_a_word_is_missed(found) -> None:
    assert found({f"{STEM}.png": None, f"{STEM}.json": None}) == {("missing", f"{LOG}#TJH/1")}
    assert found({f"{STEM}.png": None}) == {("missing", f"{STEM}.png")}
    assert found({f"{STEM}.json": None}) == {("not_in_log", f"{STEM}.png"), ("missing", f"{LOG}#TJH/1")}


def test_an_exhibit_under_another_name_or_twice_is_found(exported: Exported, found) -> None:
    other = f"{EXHIBITS}TJH-009_20261124T021605Z_screen"
    png, record = exported.files[f"{STEM}.png"], exported.files[f"{STEM}.json"]
    assert ("contradicts", f"{other}.json") in found({f"{other}.json": record})
    renamed = {f"{STEM}.png": None, f"{STEM}.json": None, f"{other}.png": png, f"{other}.json": record}
    assert ("contradicts", f"{other}.json") in found(renamed)


def test_a_picture_that_the_log_does_not_have_is_found(found) -> None:
    assert found({f"{EXHIBITS}TJH-007.png": b"planted"}) == {("not_in_log", f"{EXHIBITS}TJH-007.png")}


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b"nope", b"\xff", b"[" * 5000, b'{"a": 1}'])
def test_a_record_that_is_none_is_named(found, record: bytes) -> None:
    assert ("malformed", f"{STEM}.json") in found({f"{STEM}.json": record})


def declared(exported: Exported) -> dict[str, Any]:
    return json.loads(exported.files[NOT_INCLUDED])


def test_what_is_not_here_is_declared_with_hash_value_and_reason(exported: Exported) -> None:
    intimate, mistake = declared(exported)["not_included"]
    assert (intimate["ref"], intimate["why"], intimate["described"]) == (
        "TJH/3",
        "intimate",
        "a picture of me",
    )
    assert intimate["sha256"] == sha256_of(b"\x89PNG intimate")
    assert (mistake["ref"], mistake["why"], mistake["withdrawn_why"]) == (
        "TJH/4",
        "withdrawn",
        "taken by mistake: caf\u00e9",
    )
    assert not any(b"intimate" in data for name, data in exported.files.items() if name.endswith(".png"))


@pytest.mark.parametrize("kept", [0, 1])
def test_a_declaration_that_is_left_out_is_missed(exported: Exported, found, kept: int) -> None:
    whole = declared(exported)["not_included"]
    data = canonical({"v": 1, "not_included": [whole[kept]]})
    assert found({NOT_INCLUDED: data}) == {("missing", f"{LOG}#TJH/{4 - kept}")}


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "ab" * 32},
        {"record_sha256": "ab" * 32},
        {"why": "withdrawn"},
        {"size_bytes": 1},
        {"acquisition_id": "other"},
        {"withdrawn_at": "2026-11-24T02:16:05.123Z"},
        {"ref": "TJH/9"},
        {"ref": "TJH/1"},
    ],
)
def test_a_declaration_that_the_log_does_not_bear_out_is_found(
    exported: Exported, found, change: dict[str, str]
) -> None:
    intimate, mistake = declared(exported)["not_included"]
    data = canonical({"v": 1, "not_included": [{**intimate, **change}, mistake]})
    assert ("contradicts", NOT_INCLUDED) in found({NOT_INCLUDED: data})


def test_a_withdrawn_one_must_be_called_so(exported: Exported, found) -> None:
    intimate, mistake = declared(exported)["not_included"]
    data = canonical({"v": 1, "not_included": [intimate, {**mistake, "why": "intimate"}]})
    assert found({NOT_INCLUDED: data}) == {("contradicts", NOT_INCLUDED)}


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"not_included":[],"v":2}', b'{"not_included":{},"v":1}', b"\xff"]
)
def test_a_declaration_in_another_form_is_none(found, data: bytes) -> None:
    assert ("malformed", NOT_INCLUDED) in found({NOT_INCLUDED: data})


def test_a_withdrawal_has_the_time_that_the_log_has(exported: Exported, found) -> None:
    intimate, mistake = declared(exported)["not_included"]
    for at in (None, "2026-11-24T02:16:05.000Z"):
        data = canonical({"v": 1, "not_included": [intimate, {**mistake, "withdrawn_at": at}]})
        assert found({NOT_INCLUDED: data}) == {("contradicts", NOT_INCLUDED)}


def test_a_withdrawn_exhibit_is_not_packed(exported: Exported, tmp_path: Path) -> None:
    def withdraw(records: list[dict[str, Any]]) -> None:
        place = [record["type"] for record in records].index("exhibit.withdraw")
        records.append({**records[place], "obj": "x", "data": {"ref": "TJH/1"}})

    verdict = verify(zipped(with_log(exported.files, exported.key, withdraw), tmp_path / "package.zip"))
    assert [(finding.reason, finding.file) for finding in verdict.findings] == [
        ("contradicts", f"{STEM}.json")
    ]


def test_a_log_that_has_other_bytes_under_the_same_record_is_found(
    exported: Exported, tmp_path: Path
) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        place = [record["type"] for record in records].index("acquisition.create")
        records[place]["data"]["sha256"] = "ab" * 32

    verdict = verify(zipped(with_log(exported.files, exported.key, change), tmp_path / "package.zip"))
    assert ("not_in_log", f"{STEM}.png") in {(finding.reason, finding.file) for finding in verdict.findings}


def test_a_record_too_large_to_be_one_is_not_read(found) -> None:
    record = b'"' + random.Random(1).randbytes(600_000).hex().encode() + b'"'  # noqa: S311 - only must not pack well
    assert ("too_large", f"{STEM}.json") in found({f"{STEM}.json": record})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="ascii")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300)
@given(data=st.data())
def test_a_hostile_value_anywhere_in_a_record_is_an_answer_and_not_a_crash(
    exported: Exported, found, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([f"{STEM}.json", NOT_INCLUDED]))
    plain = json.loads(exported.files[name])
    inside = plain["not_included"][0] if name == NOT_INCLUDED else plain
    key = data.draw(st.sampled_from(sorted(inside)))
    if isinstance(inside[key], dict) and data.draw(st.booleans()):
        inside = inside[key]
        key = data.draw(st.sampled_from(sorted(inside)))
    value = data.draw(
        JSON | st.sampled_from(["0001-01-01T00:00:00+10:00", "9" * 5000, "9999-12-31T23:59:59-10:00"])
    )
    before, inside[key] = inside[key], value
    try:
        hostile = canonical(plain)
    except BadInput:
        return
    assert found({name: hostile}) or value == before or (name == NOT_INCLUDED and key in UNCHECKED)
