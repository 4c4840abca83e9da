# SPDX-License-Identifier: MIT
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.checkpoint import make_checkpoint
from app.package.findings import Outcome
from app.package.names import CHECKPOINT, LOG, PUBLIC_KEY
from app.package.verify import verify
from tests.fakes.packages import resigned, with_log, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported


def found(files: dict[str, bytes], tmp_path: Path) -> set[tuple[str, str]]:
    verdict = verify(zipped(files, tmp_path / "package.zip"))
    return {(finding.reason.value, finding.file) for finding in verdict.findings}


def place_of(records: list[dict[str, Any]], kind: str) -> int:
    return [record["type"] for record in records].index(kind)


def test_a_log_chained_anew_without_a_change_passes(exported: Exported, tmp_path: Path) -> None:
    files = with_log(exported.files, exported.key, lambda records: None)
    assert files == exported.files
    assert found(files, tmp_path) == set()


@pytest.mark.parametrize("kind", ["acquisition.create", "exhibit.allocate", "exhibit.withdraw", "key.create"])
def test_a_record_that_evidence_stands_on_cannot_be_left_out(
    exported: Exported, tmp_path: Path, kind: str
) -> None:
    def leave_out(records: list[dict[str, Any]]) -> None:
        records[:] = [record for record in records if record["type"] != kind]

    assert found(with_log(exported.files, exported.key, leave_out), tmp_path)


def test_a_checkpoint_in_the_log_that_is_not_true_is_found(exported: Exported, tmp_path: Path) -> None:
    def tell_another_root(records: list[dict[str, Any]]) -> None:
        at = place_of(records, "checkpoint")
        records[at]["data"]["root"] = "ab" * 32

    files = with_log(exported.files, exported.key, tell_another_root)
    assert ("contradicts", LOG) in found(files, tmp_path)


def test_a_checkpoint_of_another_size_or_root_is_found(exported: Exported, tmp_path: Path) -> None:
    name = exported.files[PUBLIC_KEY].decode().partition("+")[0]
    size = len(exported.files[LOG].splitlines())
    longer = make_checkpoint(name, size + 1, exported.built.root, exported.key).encode()
    files = resigned({**exported.files, CHECKPOINT: longer}, exported.key)
    assert found(files, tmp_path) == {("size_differs", LOG)}
    other = make_checkpoint(name, size, "ab" * 32, exported.key).encode()
    files = resigned({**exported.files, CHECKPOINT: other}, exported.key)
    assert found(files, tmp_path) == {("root_differs", LOG)}


def test_a_checkpoint_of_another_log_of_the_same_key_is_found(exported: Exported, tmp_path: Path) -> None:
    size = len(exported.files[LOG].splitlines())
    other = make_checkpoint("safehold/other", size, exported.built.root, exported.key).encode()
    files = resigned({**exported.files, CHECKPOINT: other}, exported.key)
    assert found(files, tmp_path) == {("signature_invalid", CHECKPOINT)}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda log: log[:-1],
        lambda log: log.replace(b"witness", b"helper", 1),
        lambda log: log + b"\n",
        lambda log: b"x" * 100_000 + b"\n" + log,
        lambda log: random.Random(1).randbytes(2_000_000).replace(b"\n", b"x"),  # noqa: S311 - only must not pack well
        lambda log: log.replace(b"\n", b"\r\n"),
        lambda log: b"\xff\xfe\n" + log,
    ],
)
def test_a_log_that_does_not_follow_is_broken_even_if_signed(
    exported: Exported, tmp_path: Path, spoil
) -> None:
    files = resigned({**exported.files, LOG: spoil(exported.files[LOG])}, exported.key)
    assert found(files, tmp_path) == {("chain_broken", LOG)}


def test_an_empty_log_passes_for_nothing(exported: Exported, tmp_path: Path) -> None:
    files = resigned({**exported.files, LOG: b""}, exported.key)
    assert {("size_differs", LOG), ("not_in_log", PUBLIC_KEY)} <= found(files, tmp_path)


def test_one_copy_is_recorded_once(exported: Exported, tmp_path: Path) -> None:
    for kind in ("acquisition.create", "exhibit.allocate"):

        def say_it_twice(records: list[dict[str, Any]], kind: str = kind) -> None:
            records.append(dict(records[place_of(records, kind)]))

        files = with_log(exported.files, exported.key, say_it_twice)
        assert ("contradicts", LOG) in found(files, tmp_path)


@pytest.mark.parametrize(
    "changed",
    [
        {"ref": "JAS/1", "number": 1},  # a number that another exhibit has
        {"ref": "JAS/9", "number": 8},
        {"ref": "JAS/09", "number": 9},
        {"ref": "JAS/", "number": 9},
        {"ref": "JAS/9", "number": "9"},
        {"ref": "JAS/9"},
        {"number": 9},
        {"ref": "JAS/9", "number": 9},  # an acquisition that has a number already
    ],
)
def test_a_number_is_used_once_and_stands_in_its_ref(
    exported: Exported, tmp_path: Path, changed: dict[str, object]
) -> None:
    def allocate(records: list[dict[str, Any]]) -> None:
        record = records[place_of(records, "exhibit.allocate")]
        data = {"acquisition_id": record["data"]["acquisition_id"], **changed}
        records.append({**record, "obj": "x", "data": data})

    files = with_log(exported.files, exported.key, allocate)
    assert ("contradicts", LOG) in found(files, tmp_path)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("acquisition.create", ("sha256", "record_sha256")),
        ("exhibit.allocate", ("ref", "number", "acquisition_id")),
        ("exhibit.withdraw", ("ref",)),
    ],
)
@pytest.mark.parametrize("value", [[], {}, None, 7, True])
def test_a_value_of_another_kind_is_an_answer_and_not_a_crash(
    exported: Exported, tmp_path: Path, kind: str, keys: tuple[str, ...], value: object
) -> None:
    (tmp_path / "shown.png").write_bytes(b"\x89PNG profile")
    for key in keys:

        def change(records: list[dict[str, Any]], key: str = key) -> None:
            records[place_of(records, kind)]["data"][key] = value

        package = zipped(with_log(exported.files, exported.key, change), tmp_path / "package.zip")
        assert verify(package, exhibits=[tmp_path / "shown.png"]).verdict is Outcome.DIFFERS


@pytest.mark.parametrize("ref", ["TJH/9", "TJH/4", None])
def test_only_what_is_there_is_withdrawn_and_only_once(
    exported: Exported, tmp_path: Path, ref: str | None
) -> None:
    def withdraw(records: list[dict[str, Any]]) -> None:
        record = records[place_of(records, "exhibit.withdraw")]
        records.append({**record, "data": {**record["data"], "ref": ref}})

    files = with_log(exported.files, exported.key, withdraw)
    assert ("contradicts", LOG) in found(files, tmp_path)
