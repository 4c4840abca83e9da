# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.custody.checkpoint import read_checkpoint
from app.package.build import export
from app.package.names import CHECKPOINTS, CONSISTENCY, LOG, checkpoint_file
from app.package.verify import verify
from tests.fakes.packages import files_of, write_small_report

if TYPE_CHECKING:
    from pathlib import Path

    from app.vault import Vault
    from tests.app.package.conftest import Exported


def test_a_later_package_has_all_that_an_earlier_one_had(twice: tuple[Exported, Exported]) -> None:
    first, second = (exported.files for exported in twice)
    kept = [name for name in first if name.startswith("data/exhibits/") and "not_included" not in name]
    assert len(kept) == 4
    assert all(second[name] == first[name] for name in kept)
    assert second[LOG].startswith(first[LOG])
    assert len(second[LOG]) > len(first[LOG])


def test_what_was_withdrawn_since_is_declared(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    def made(name: str) -> dict[str, bytes]:
        built = export(
            vault, tmp_path / name, catalogue=catalogue, clock=clock, write_report=write_small_report
        )
        return files_of(built.path)

    first = made("first.zip")
    vault.withdraw_exhibit(vault.exhibits()[0].id, "not theirs")
    second = made("second.zip")
    gone = {name for name in first if name not in second}
    assert {name.split("/")[-1].split("_")[0] for name in gone} == {"TJH-001"}
    said = json.loads(second["data/exhibits/not_included.json"])["not_included"]
    assert [one["why"] for one in said if one["ref"] == "TJH/1"] == ["withdrawn"]
    assert verify(tmp_path / "second.zip").findings == ()


def test_every_head_that_left_the_house_has_its_note(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    for _ in range(2):
        built = export(
            vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
        )
    head = read_checkpoint(vault.checkpoint(), vault.public_key)
    vault.note("print.create", None, {"size": head.size, "root": head.root, "pages": 4})
    vault.note("print.create", None, {"size": head.size, "root": head.root, "pages": 1})
    built = export(
        vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
    )
    files = files_of(built.path)
    notes = sorted(name for name in files if name.startswith(CHECKPOINTS))
    assert len(notes) == 3
    assert notes[-1] == checkpoint_file(head.size)
    assert [proof["size"] for proof in json.loads(files[CONSISTENCY])["proofs"]] == [
        int(name.removeprefix(CHECKPOINTS).removesuffix(".txt")) for name in notes
    ]
    assert verify(built.path).findings == ()
