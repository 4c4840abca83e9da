# SPDX-License-Identifier: MIT
"""What even the holder of the key cannot make pass: lists, note, log and signature are made anew here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.custody.canonical import canonical
from app.hashing import sha256_of
from app.package.names import DERIVATIVES, EXHIBITS, LOG, NOT_INCLUDED
from app.package.verify import verify
from tests.fakes.packages import resigned, with_log, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.package.conftest import Exported

    Found = Callable[[dict[str, bytes | None]], set[tuple[str, str]]]

RUN, RUN_SAID = f"{DERIVATIVES}TJH-002_run.json", f"{DERIVATIVES}TJH-002_run.record.json"
JOINED, JOINED_SAID = f"{DERIVATIVES}TJH-002_joined.png", f"{DERIVATIVES}TJH-002_joined.record.json"
FRAME = f"{EXHIBITS}TJH-002_02_20261124T021609Z_conversation"


def reasons(files: dict[str, bytes], tmp_path: Path) -> set[tuple[str, str]]:
    verdict = verify(zipped(files, tmp_path / "package.zip"))
    return {(finding.reason.value, finding.file) for finding in verdict.findings}


@pytest.fixture
def found(with_runs: Exported, tmp_path: Path) -> Found:
    def check(changes: dict[str, bytes | None]) -> set[tuple[str, str]]:
        files = {name: data for name, data in {**with_runs.files, **changes}.items() if data is not None}
        return reasons(resigned(files, with_runs.key), tmp_path)

    return check


def test_a_package_with_conversations_has_what_it_should(with_runs: Exported, found: Found) -> None:
    assert found({}) == set()
    made = sorted(name for name in with_runs.files if name.startswith(DERIVATIVES))
    assert made == sorted(
        f"{DERIVATIVES}TJH-00{run}"
        for run in (
            *("2_run.json", "2_run.record.json", "2_joined.png", "2_joined.record.json"),
            *("3_run.json", "3_run.record.json", "3_joined.png", "3_joined.record.json"),
            *("3_run_2.json", "3_run_2.record.json", "3_joined_2.png", "3_joined_2.record.json"),
        )
    )
    pictures = [name for name in with_runs.files if name.startswith(EXHIBITS) and name.endswith(".png")]
    assert len(pictures) == 1 + 4 + 3 + 2
    assert all(len(name) <= 100 and name.isascii() for name in with_runs.files)


def test_nothing_of_an_intimate_or_withdrawn_run_is_in_it(with_runs: Exported) -> None:
    hidden = [b"frame 1 of run 4", b"joined of run 4", b"frame 2 of run 5", b"joined of run 5"]
    for name, data in with_runs.files.items():
        assert not any(one in data for one in hidden), name
    declared = json.loads(with_runs.files[NOT_INCLUDED])
    assert [(one["ref"], one["why"]) for one in declared["not_included"]] == [
        ("TJH/4.1", "intimate"),
        ("TJH/4.2", "intimate"),
        ("TJH/5.1", "withdrawn"),
        ("TJH/5.2", "withdrawn"),
    ]
    assert [(one["ref"], one["kind"]) for one in declared["derivatives"]] == [
        (ref, kind) for ref in ("TJH/4", "TJH/5") for kind in ("run_record", "joined_picture")
    ]


def test_any_file_left_out_is_missed(with_runs: Exported, found: Found) -> None:
    for name in with_runs.files:
        if name.startswith((EXHIBITS, DERIVATIVES)):
            assert found({name: None}), name
    assert found({RUN: None}) == {("missing", RUN)}
    assert found({RUN_SAID: None}) == {("missing", RUN_SAID), ("not_in_log", RUN)}
    assert found({RUN: None, RUN_SAID: None}) == {("missing", RUN_SAID)}
    assert found({JOINED: None, JOINED_SAID: None}) == {("missing", JOINED_SAID)}
    assert found({f"{FRAME}.png": None}) == {("missing", f"{FRAME}.png")}


def test_a_frame_left_out_whole_is_missed(found: Found) -> None:
    gone = found({f"{FRAME}.png": None, f"{FRAME}.json": None})
    assert gone == {("missing", f"{LOG}#TJH/2.2"), ("contradicts", NOT_INCLUDED)}


def test_a_frame_declared_while_the_others_are_here_is_found(with_runs: Exported, found: Found) -> None:
    record = with_runs.files[f"{FRAME}.json"]
    content = json.loads(record)["content"]
    declared = json.loads(with_runs.files[NOT_INCLUDED])
    entry = {
        **declared["not_included"][0],
        "ref": "TJH/2.2",
        "acquisition_id": json.loads(record)["acquisition_id"],
        "sha256": content["sha256"],
        "size_bytes": content["size_bytes"],
        "record_sha256": sha256_of(record),
    }
    data = canonical({**declared, "not_included": [*declared["not_included"], entry]})
    changes = {NOT_INCLUDED: data, f"{FRAME}.png": None, f"{FRAME}.json": None}
    assert found(changes) == {("contradicts", NOT_INCLUDED)}


def test_any_file_added_or_changed_is_found(with_runs: Exported, found: Found) -> None:
    for name in ("TJH-002_run_2.json", "TJH-009_joined.png", "notes.txt"):
        assert found({DERIVATIVES + name: b"{}"}) == {("not_in_log", DERIVATIVES + name)}
    for name in with_runs.files:
        if name.startswith(DERIVATIVES):
            changed = with_runs.files[name] + b" "
            assert name in {file for _, file in found({name: changed})}
    assert found({JOINED: b"other"}) == {("contradicts", JOINED)}
    assert found({JOINED: with_runs.files[f"{DERIVATIVES}TJH-003_joined.png"]}) == {("contradicts", JOINED)}


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"nope", b"\xff", b"[" * 5000, b'{"a": 1}'])
def test_a_record_that_is_none_is_named(found: Found, data: bytes) -> None:
    assert ("malformed", RUN_SAID) in found({RUN_SAID: data})
    assert {("malformed", RUN), ("contradicts", RUN)} <= found({RUN: data})


@pytest.mark.parametrize("kept", [0, 1, 2, 3])
def test_a_derivative_that_is_not_declared_is_missed(with_runs: Exported, found: Found, kept: int) -> None:
    declared = json.loads(with_runs.files[NOT_INCLUDED])
    gone = declared["derivatives"].pop(kept)
    name = f"{DERIVATIVES}{gone['ref'].replace('/', '-00')}_{gone['kind'].split('_')[0]}.record.json"
    assert found({NOT_INCLUDED: canonical(declared)}) == {("missing", name)}
    assert len(found({NOT_INCLUDED: canonical({**declared, "derivatives": []})})) >= 1


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "ab" * 32},
        {"record_sha256": "ab" * 32},
        {"size_bytes": 1},
        {"ref": "TJH/2"},
        {"kind": "joined_picture"},
        {"n": 2},
        {"derivative_id": "other"},
    ],
)
def test_a_declaration_that_the_log_does_not_bear_out_is_found(
    with_runs: Exported, found: Found, change: dict[str, Any]
) -> None:
    declared = json.loads(with_runs.files[NOT_INCLUDED])
    declared["derivatives"][0] |= change
    assert ("contradicts", NOT_INCLUDED) in found({NOT_INCLUDED: canonical(declared)})


def test_a_run_record_cannot_be_declared_while_its_frames_are_here(with_runs: Exported, found: Found) -> None:
    said = next(one for one in created(with_runs) if one["data"]["ref"] == "TJH/2")
    entry = {**said["data"], "derivative_id": said["obj"]}
    declared = json.loads(with_runs.files[NOT_INCLUDED])
    data = canonical({**declared, "derivatives": [*declared["derivatives"], entry]})
    assert found({NOT_INCLUDED: data, RUN: None}) == {("contradicts", NOT_INCLUDED)}
    assert found({NOT_INCLUDED: data, RUN: None, RUN_SAID: None}) == {("missing", RUN_SAID)}
    both = found({NOT_INCLUDED: data})
    assert both == {("contradicts", NOT_INCLUDED), ("contradicts", RUN)}


def created(package: Exported) -> list[dict[str, Any]]:
    """The records of everything that was made, in order."""
    records = [json.loads(line) for line in package.files[LOG].splitlines()]
    return [record for record in records if record["type"] == "derivative.create"]


@pytest.mark.parametrize(
    "said",
    [
        {"parents": []},
        {"parents": ["ab" * 32]},
        {"kind": "joined_picture"},
        {"exhibit_ref": "TJH/3"},
        {"seq": 1},
        {"derivative_id": "other"},
        {"size_bytes": 1},
        {"salt": ""},
        {"salt": "AB" * 32},
    ],
)
def test_a_record_that_is_not_of_this_run_contradicts(
    with_runs: Exported, tmp_path: Path, said: dict[str, Any]
) -> None:
    data = json.loads(with_runs.files[RUN_SAID]) | said
    line = canonical(data)

    def rebuild(records: list[dict[str, Any]]) -> None:
        made = json.loads(with_runs.files[RUN_SAID])["derivative_id"]
        place = next(n for n, one in enumerate(records) if one["obj"] == made)
        records[place]["data"]["record_sha256"] = sha256_of(line)

    files = {**with_runs.files, RUN_SAID: line}
    found = reasons(with_log(files, with_runs.key, rebuild, is_sealed=True), tmp_path)
    assert ("malformed" if "salt" in said else "contradicts", RUN_SAID) in found


def test_bytes_that_the_log_does_not_have_are_found(with_runs: Exported, tmp_path: Path) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        place = next(n for n, one in enumerate(records) if one["type"] == "derivative.create")
        records[place]["data"]["sha256"] = "ab" * 32

    assert ("not_in_log", RUN) in reasons(with_log(with_runs.files, with_runs.key, change), tmp_path)


def test_a_joined_picture_handed_over_separately_is_known(with_runs: Exported, tmp_path: Path) -> None:
    (tmp_path / "joined.png").write_bytes(with_runs.files[JOINED])
    verdict = verify(with_runs.path, exhibits=[tmp_path / "joined.png"])
    assert [finding.reason.value for finding in verdict.findings] == ["exhibit_found"]


@settings(max_examples=100)
@given(data=st.data())
def test_any_byte_changed_by_the_holder_of_the_key_is_found_and_the_file_named(
    with_runs: Exported, found: Found, data: st.DataObject
) -> None:
    names = [name for name in with_runs.files if name.startswith((DERIVATIVES, FRAME))]
    name = data.draw(st.sampled_from(sorted(names)))
    whole = with_runs.files[name]
    place, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    changed = whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :]
    assert name in {file for _, file in found({name: changed})}
