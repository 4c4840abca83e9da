# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.custody.canonical import canonical
from app.custody.checkpoint import SigningKey, make_checkpoint
from app.package.findings import Finding, Outcome, Reason
from app.package.names import CHECKPOINT, CONSISTENCY, LOG, PUBLIC_KEY, checkpoint_file
from app.package.verify import verify
from tests.fakes.packages import resigned, with_log, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported

OTHER = "cd" * 32


@pytest.fixture
def second(twice: tuple[Exported, Exported]) -> Exported:
    return twice[1]


@pytest.fixture
def name(twice: tuple[Exported, Exported]) -> str:
    return checkpoint_file(len(twice[0].files[LOG].splitlines()))


def found(files: dict[str, bytes], key: SigningKey, tmp_path: Path) -> set[Finding]:
    return set(verify(zipped(resigned(files, key), tmp_path / "p.zip")).findings)


def with_plain(second: Exported, change) -> dict[str, bytes]:
    plain = json.loads(second.files[CONSISTENCY])
    change(plain)
    return second.files | {CONSISTENCY: canonical(plain)}


def test_the_second_package_shows_that_the_first_was_its_beginning(
    twice: tuple[Exported, Exported], name: str
) -> None:
    first, second = twice
    assert second.files[name] == first.files[CHECKPOINT]
    verdict = verify(second.path)
    assert (verdict.verdict, verdict.findings) == (Outcome.AGREES, ())
    assert not any("checkpoints" in said or "consistency" in said for said in verdict.not_checked)


def test_a_first_package_has_nothing_to_prove(twice: tuple[Exported, Exported]) -> None:
    assert not [file for file in twice[0].files if file == CONSISTENCY or "checkpoints/" in file]


def test_a_note_that_the_log_declares_must_be_there(second: Exported, name: str, tmp_path: Path) -> None:
    files = {file: data for file, data in second.files.items() if file != name}
    assert found(files, second.key, tmp_path) == {Finding(Reason.MISSING, name)}


def test_taking_away_every_proof_is_no_way_round(second: Exported, name: str, tmp_path: Path) -> None:
    files = {file: data for file, data in second.files.items() if file not in {name, CONSISTENCY}}
    expected = {Finding(Reason.MISSING, name), Finding(Reason.MISSING, CONSISTENCY)}
    assert found(files, second.key, tmp_path) == expected


def test_a_note_of_another_key_is_not_this_cases(second: Exported, name: str, tmp_path: Path) -> None:
    origin, size, _ = second.files[name].decode().split("\n")[:3]
    note = make_checkpoint(origin, int(size), OTHER, SigningKey.generate())
    files = second.files | {name: note.encode()}
    assert found(files, second.key, tmp_path) == {Finding(Reason.SIGNATURE_INVALID, name)}


def test_a_log_that_was_written_anew_is_not_consistent(second: Exported, name: str, tmp_path: Path) -> None:
    origin, size, _ = second.files[name].decode().split("\n")[:3]
    note = make_checkpoint(origin, int(size), OTHER, second.key)  # what the first package really said
    files = second.files | {name: note.encode()}
    assert found(files, second.key, tmp_path) == {Finding(Reason.NOT_CONSISTENT, name)}


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["proofs"][0].update(root=OTHER),
        lambda plain: plain["proofs"][0]["proof"].pop(),
        lambda plain: plain["proofs"][0]["proof"].append(OTHER),
        lambda plain: plain["proofs"][0]["proof"].__setitem__(0, OTHER),
        lambda plain: plain["proofs"][0]["proof"].__setitem__(0, "no digest"),
    ],
    ids=["root", "short", "long", "node", "no digest"],
)
def test_a_proof_that_leads_elsewhere_is_none(second: Exported, name: str, tmp_path: Path, change) -> None:
    files = with_plain(second, change)
    assert found(files, second.key, tmp_path) == {Finding(Reason.NOT_CONSISTENT, name)}


def test_a_proof_to_another_head_contradicts(second: Exported, tmp_path: Path) -> None:
    files = with_plain(second, lambda plain: plain.update(root=OTHER))
    assert found(files, second.key, tmp_path) == {Finding(Reason.CONTRADICTS, CONSISTENCY)}


def test_no_proof_at_all_is_malformed(second: Exported, name: str, tmp_path: Path) -> None:
    files = with_plain(second, lambda plain: plain.update(proofs=[]))
    expected = {Finding(Reason.MALFORMED, CONSISTENCY), Finding(Reason.NOT_CONSISTENT, name)}
    assert found(files, second.key, tmp_path) == expected


def test_a_note_under_anothers_name_contradicts(second: Exported, name: str, tmp_path: Path) -> None:
    files = second.files | {checkpoint_file(3): second.files[name]}
    assert found(files, second.key, tmp_path) == {Finding(Reason.CONTRADICTS, checkpoint_file(3))}


def test_a_proof_without_its_note_is_missing_it(second: Exported, tmp_path: Path) -> None:
    def add(plain) -> None:
        plain["proofs"].insert(0, {"size": 3, "root": OTHER, "proof": []})

    assert found(with_plain(second, add), second.key, tmp_path) == {
        Finding(Reason.MISSING, checkpoint_file(3))
    }


@pytest.mark.parametrize("data", [{"size": 10**6}, {"size": 0}], ids=["later", "none"])
def test_a_head_over_its_own_record_contradicts(second: Exported, tmp_path: Path, data) -> None:
    def change(records) -> None:
        next(one for one in records if one["type"] == "export.create")["data"] |= data

    files = with_log(second.files, second.key, change)
    reasons = {(one.reason, one.file) for one in verify(zipped(files, tmp_path / "p.zip")).findings}
    assert (Reason.CONTRADICTS, LOG) in reasons


def test_without_a_key_no_note_is_signed(second: Exported, name: str, tmp_path: Path) -> None:
    files = {file: data for file, data in second.files.items() if file != PUBLIC_KEY}
    findings = verify(zipped(files, tmp_path / "p.zip")).findings
    assert Finding(Reason.SIGNATURE_INVALID, name) in findings
