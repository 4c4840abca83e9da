# SPDX-License-Identifier: MIT
"""Run records and logs that whoever holds the key wrote anew: what can be computed is not believed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.canonical import canonical
from app.hashing import sha256_of
from app.package.names import LOG, NOT_INCLUDED
from tests.app.package.test_checked_derivatives import FRAME, RUN, RUN_SAID, reasons
from tests.fakes.packages import with_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.package.conftest import Exported


def relogged(package: Exported, change: Callable[[list[dict[str, Any]]], None]) -> dict[str, bytes]:
    """The package with a changed log; nothing but the change gives it away."""
    return with_log(package.files, package.key, change, is_sealed=True)


def test_a_log_sealed_anew_without_a_change_passes(with_runs: Exported, tmp_path: Path) -> None:
    assert reasons(relogged(with_runs, lambda _records: None), tmp_path) == set()


def forged(package: Exported, change: Callable[[dict[str, Any]], None]) -> dict[str, bytes]:
    """The package with another record of TJH/2's run; its own record and the log are rebuilt to fit."""
    run = json.loads(package.files[RUN])
    change(run)
    data = canonical(run)
    record = json.loads(package.files[RUN_SAID]) | {"sha256": sha256_of(data), "size_bytes": len(data)}
    line = canonical(record)

    def rebuild(records: list[dict[str, Any]]) -> None:
        (place,) = [n for n, one in enumerate(records) if one["obj"] == record["derivative_id"]]
        hashes = {"sha256": sha256_of(data), "size_bytes": len(data), "record_sha256": sha256_of(line)}
        records[place]["data"] |= hashes
        del records[place + 2 :]  # with the checkpoints that covered it

    return with_log({**with_only_run_2(package), RUN: data, RUN_SAID: line}, package.key, rebuild)


def with_only_run_2(package: Exported) -> dict[str, bytes]:
    """The files up to the end of TJH/2, for a log that ends with what was made from it."""
    later = tuple(f"data/{folder}/TJH-00{n}" for folder in ("exhibits", "derivatives") for n in (3, 6))
    kept = {name: data for name, data in package.files.items() if not name.startswith(later)}
    return {**kept, NOT_INCLUDED: canonical({"v": 1, "not_included": []})}


def drop_last_frame(run: dict[str, Any]) -> None:
    """Whatever else the record says fits."""
    for rows in (run["frames"], run["pairs"], run["islands"][1]["frames"], run["islands"][1]["tops_px"]):
        rows.pop()


def drop_frame(run: dict[str, Any]) -> None:
    del run["frames"][1]


def swap_frames(run: dict[str, Any]) -> None:
    one, other = run["frames"][:2]
    one["acquisition_id"], other["acquisition_id"] = other["acquisition_id"], one["acquisition_id"]


def name_other_bytes(run: dict[str, Any]) -> None:
    run["frames"][0]["sha256"] = "ab" * 32


def name_other_size(run: dict[str, Any]) -> None:
    run["frames"][0]["width_px"] += 1


def name_other_time(run: dict[str, Any]) -> None:
    run["frames"][0]["at"] = "2026-11-24T02:16:05.124Z"


def name_no_frame(run: dict[str, Any]) -> None:
    run["pairs"][0]["second"] = 9


def hide_gap(run: dict[str, Any]) -> None:
    run["gaps"] = []


def close_gap(run: dict[str, Any]) -> None:
    run["gaps"][0]["closed_by"] = [2, 3]


def join_over_gap(run: dict[str, Any]) -> None:
    run["islands"] = [{"frames": [1, 2, 3, 4], "tops_px": [0, 300, 600, 900]}]
    run["gaps"] = []


def drop_pair(run: dict[str, Any]) -> None:
    del run["pairs"][0]


def drop_island(run: dict[str, Any]) -> None:
    del run["islands"][1]


def rename_run(run: dict[str, Any]) -> None:
    run["run_id"] = "run 3"


def change_nothing(run: dict[str, Any]) -> None:
    pass


FORGERIES = (
    drop_last_frame,
    drop_frame,
    swap_frames,
    name_other_bytes,
    name_other_size,
    name_other_time,
    name_no_frame,
    hide_gap,
    close_gap,
    join_over_gap,
    drop_pair,
    drop_island,
    rename_run,
)


def test_a_run_record_made_anew_without_a_change_passes(with_runs: Exported, tmp_path: Path) -> None:
    """The way the forgeries below are made is not what gives them away."""
    assert reasons(forged(with_runs, change_nothing), tmp_path) == set()


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_run_record_that_says_what_can_be_seen_to_be_otherwise(
    with_runs: Exported, tmp_path: Path, forgery: Callable[[dict[str, Any]], None]
) -> None:
    assert reasons(forged(with_runs, forgery), tmp_path) == {("contradicts", RUN)}


def of_frame(records: list[dict[str, Any]], ref: str) -> dict[str, Any]:
    """The record that gave a frame its number."""
    return next(one for one in records if one["type"] == "exhibit.allocate" and one["data"]["ref"] == ref)


@pytest.mark.parametrize(
    "changed",
    [
        {"run_id": "another"},
        {"run_id": ""},
        {"run_id": None},
        {"run_id": 7},
        {"ref": "TJH/2.3"},
        {"ref": "TJH/2.02"},
        {"ref": "TJH/2.0"},
        {"ref": "TJH/2."},
        {"ref": "TJH/2"},
        {"ref": "TJH/3.1", "number": 3},
        {"ref": "TJH/2.1.1"},
        {"ref": "JAS/2.2"},
        {"number": 3},
    ],
)
def test_a_frame_takes_the_next_place_of_its_run(
    with_runs: Exported, tmp_path: Path, changed: dict[str, Any]
) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        of_frame(records, "TJH/2.2")["data"] |= changed

    assert ("contradicts", LOG) in reasons(relogged(with_runs, change), tmp_path)


@pytest.mark.parametrize("said", [{"number": True}, {"ref": "TJH/01"}, {"ref": "TJH/01", "number": None}])
def test_a_single_picture_has_the_number_of_its_ref(
    with_runs: Exported, tmp_path: Path, said: dict[str, Any]
) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        of_frame(records, "TJH/1")["data"] |= said

    assert ("contradicts", LOG) in reasons(relogged(with_runs, change), tmp_path)


@pytest.mark.parametrize("name", ["run 2", ""])
def test_a_run_has_a_name_of_its_own(with_runs: Exported, tmp_path: Path, name: str) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        for ref in ("TJH/6.1", "TJH/6.2"):
            of_frame(records, ref)["data"]["run_id"] = name

    assert ("contradicts", LOG) in reasons(relogged(with_runs, change), tmp_path)


@pytest.mark.parametrize("kind", ["acquisition.create", "exhibit.allocate", "derivative.create"])
def test_no_record_of_a_run_can_be_left_out(with_runs: Exported, tmp_path: Path, kind: str) -> None:
    lines = [json.loads(line) for line in with_runs.files[LOG].splitlines()]
    places = [n for n, one in enumerate(lines) if one["type"] == kind]
    for place in places:

        def leave_out(records: list[dict[str, Any]], place: int = place) -> None:
            del records[place]

        assert reasons(relogged(with_runs, leave_out), tmp_path), lines[place]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "picture"},
        {"kind": None},
        {"kind": []},
        {"n": 2},
        {"n": 0},
        {"n": "1"},
        {"n": True},
        {"ref": "TJH/1"},
        {"ref": "TJH/2.1"},
        {"ref": "TJH/9"},
        {"ref": None},
    ],
)
def test_what_was_made_was_made_from_a_run_and_is_counted(
    with_runs: Exported, tmp_path: Path, changed: dict[str, Any]
) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        next(one for one in records if one["type"] == "derivative.create")["data"] |= changed

    assert ("contradicts", LOG) in reasons(relogged(with_runs, change), tmp_path)


def test_nothing_is_made_twice_or_after_a_withdrawal(with_runs: Exported, tmp_path: Path) -> None:
    def twice(records: list[dict[str, Any]]) -> None:
        made = next(one for one in records if one["type"] == "derivative.create")
        records.append({**made, "data": {**made["data"], "n": 2}})

    def late(records: list[dict[str, Any]]) -> None:
        made = next(one for one in records if one["data"].get("ref") == "TJH/5" and "kind" in one["data"])
        records.append({**made, "obj": "late", "data": {**made["data"], "n": 2}})

    def late_frame(records: list[dict[str, Any]]) -> None:
        frame = of_frame(records, "TJH/5.2")
        taken = next(one for one in records if one["obj"] == frame["data"]["acquisition_id"])
        records.append({**taken, "obj": "late"})
        data = {**frame["data"], "ref": "TJH/5.3", "acquisition_id": "late"}
        records.append({**frame, "obj": "late frame", "data": data})

    for change in (twice, late, late_frame):
        assert ("contradicts", LOG) in reasons(relogged(with_runs, change), tmp_path)


@pytest.mark.parametrize("ref", ["TJH/2.1", "TJH/2.4", "TJH/5"])
def test_a_run_is_withdrawn_whole_and_once(with_runs: Exported, tmp_path: Path, ref: str) -> None:
    def withdraw(records: list[dict[str, Any]]) -> None:
        one = next(one for one in records if one["type"] == "exhibit.withdraw")
        records.append({**one, "data": {**one["data"], "ref": ref}})

    assert ("contradicts", LOG) in reasons(relogged(with_runs, withdraw), tmp_path)


def test_a_run_withdrawn_in_the_log_is_not_in_the_package(with_runs: Exported, tmp_path: Path) -> None:
    def withdraw(records: list[dict[str, Any]]) -> None:
        one = next(one for one in records if one["type"] == "exhibit.withdraw")
        records.append({**one, "data": {**one["data"], "ref": "TJH/2"}})

    found = reasons(relogged(with_runs, withdraw), tmp_path)
    assert {name.rpartition("/")[2][:10] for _, name in found} == {f"TJH-002_0{n}" for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    "said", [{"run_id": "run 3"}, {"run_id": None}, {"run_index": 3}, {"run_index": None}]
)
def test_a_frame_says_which_of_its_run_it_is(
    with_runs: Exported, tmp_path: Path, said: dict[str, Any]
) -> None:
    assert ("contradicts", f"{FRAME}.json") in reasons(rewritten(with_runs, FRAME, said), tmp_path)


def test_a_single_picture_is_of_no_run(with_runs: Exported, tmp_path: Path) -> None:
    single = next(name for name in with_runs.files if "/TJH-001_" in name).rpartition(".")[0]
    said = {"run_id": "run 2", "run_index": 1}
    assert reasons(rewritten(with_runs, single, said), tmp_path) == {("contradicts", f"{single}.json")}


def rewritten(package: Exported, stem: str, said: dict[str, Any]) -> dict[str, bytes]:
    """The package with another acquisition record, which the log is made to bear out."""
    record = json.loads(package.files[f"{stem}.json"]) | said
    line = canonical(record)

    def change(records: list[dict[str, Any]]) -> None:
        taken = next(one for one in records if one["obj"] == record["acquisition_id"])
        taken["data"]["record_sha256"] = sha256_of(line)

    files = {**package.files, f"{stem}.json": line}
    return with_log(files, package.key, change, is_sealed=True)


def test_a_sitting_that_is_hidden_is_found(with_runs: Exported, tmp_path: Path) -> None:
    """TJH/3 was finished after two frames; that the third was taken later stands in the log."""
    stem = RUN.replace("TJH-002_run.json", "TJH-003_run_2")
    run = canonical(json.loads(with_runs.files[f"{stem}.json"]) | {"segments": [1]})
    said = json.loads(with_runs.files[f"{stem}.record.json"])
    line = canonical(said | {"sha256": sha256_of(run), "size_bytes": len(run)})
    hashes = {"sha256": sha256_of(run), "size_bytes": len(run), "record_sha256": sha256_of(line)}

    def change(records: list[dict[str, Any]]) -> None:
        next(one for one in records if one["obj"] == said["derivative_id"])["data"] |= hashes

    files = {**with_runs.files, f"{stem}.json": run, f"{stem}.record.json": line}
    found = reasons(with_log(files, with_runs.key, change, is_sealed=True), tmp_path)
    assert found == {("contradicts", f"{stem}.json")}


def test_an_opening_of_the_vault_between_two_frames_is_another_sitting(
    with_runs: Exported, tmp_path: Path
) -> None:
    def change(records: list[dict[str, Any]]) -> None:
        second = next(n for n, one in enumerate(records) if one["data"].get("ref") == "TJH/2.2")
        records.insert(second - 1, {**records[0], "type": "vault.unlock", "obj": None, "data": {}})

    assert ("contradicts", RUN) in reasons(relogged(with_runs, change), tmp_path)
