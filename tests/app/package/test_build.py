# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import bagit
import pytest
from pypdf import PdfReader

from app.capture.models import Frame
from app.capture.png import encode
from app.custody.checkpoint import read_checkpoint
from app.custody.log import check_chain
from app.custody.tree import root_of
from app.errors import (
    NothingToReport,
)
from app.hashing import sha256_of
from app.model import Under18
from app.package.build import export
from app.package.findings import Outcome
from app.package.names import CHECKPOINT, LOG, MANIFEST_256, REPORT, SIGNATURE, TAG_MANIFEST
from app.package.verify import verify
from app.vault import KdfParameters, Vault
from tests.app.package.conftest import FACTS, PASSPHRASE, TOOL, fill, fill_with_runs
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.packages import files_of, unpacked, write_small_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from tests.app.package.conftest import Exported


def test_the_package_has_these_files_in_one_folder(exported: Exported) -> None:
    with zipfile.ZipFile(exported.path) as opened:
        infos = opened.infolist()
    assert {info.filename.partition("/")[0] for info in infos} == {"TJH_evidence_20261124_v1"}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert all(info.filename.isascii() and len(info.filename) <= 100 for info in infos)
    assert sorted(exported.files) == [
        "1_Evidence_Report.pdf",
        "2_Check_Integrity.html",
        "3_Read_Me_First.txt",
        "bag-info.txt",
        "bagit.txt",
        "data/case/case.jsonld",
        "data/exhibits/TJH-001_20261124T021605Z_screen.json",
        "data/exhibits/TJH-001_20261124T021605Z_screen.png",
        "data/exhibits/TJH-002_20261124T021605Z_screen.json",
        "data/exhibits/TJH-002_20261124T021605Z_screen.png",
        "data/exhibits/not_included.json",
        "data/log/checkpoint.txt",
        "data/log/custody.jsonl",
        "data/log/public_key.txt",
        "data/tables/accounts.csv",
        "data/tables/demands.csv",
        "data/tables/exhibits.csv",
        "data/tables/page1.txt",
        "data/tables/payments.csv",
        "data/tables/timeline.csv",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "signature.txt",
        "tagmanifest-sha256.txt",
    ]


def test_originals_are_the_bytes_that_were_taken(exported: Exported) -> None:
    assert exported.files["data/exhibits/TJH-001_20261124T021605Z_screen.png"] == b"\x89PNG profile"
    record = exported.files["data/exhibits/TJH-001_20261124T021605Z_screen.json"]
    assert sha256_of(record).encode() in exported.files[LOG]


def test_another_library_finds_a_good_bag(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "bag")
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert bag.info["External-Identifier"] == "TJH-20261124 v1"
    assert bag.info["Bagging-Date"] == "2026-11-24"


def test_the_log_ends_at_the_checkpoint_that_the_report_names(exported: Exported) -> None:
    lines = exported.files[LOG].splitlines()
    checkpoint = read_checkpoint(exported.files[CHECKPOINT].decode(), exported.key.public_bytes)
    state = check_chain(lines)
    assert (state.size, root_of(state.leaves)) == (checkpoint.size, checkpoint.root)
    assert checkpoint.root == exported.built.root
    report = exported.files[REPORT].decode().split("\n")
    assert report[2:] == [str(checkpoint.size), checkpoint.root]
    assert exported.records > checkpoint.size


def test_the_vault_has_the_export_with_its_hash_values(make, vault: Vault, tmp_path: Path) -> None:
    built = make(report_pdf=tmp_path / "out" / "report.pdf")
    records = [json.loads(line) for line in vault.records()]
    made, report = [record for record in records if record["type"] == "export.create"]
    files = files_of(built.path)
    assert made["data"] == {
        "sha256": sha256_of(built.path.read_bytes()),
        "report_sha256": sha256_of((tmp_path / "out" / "report.pdf").read_bytes()),
        "manifest_sha256": sha256_of(files[MANIFEST_256]),
        "tagmanifest_sha256": sha256_of(files[TAG_MANIFEST]),
        "note_sha256": sha256_of(files[SIGNATURE]),
        "root": built.root,
        "size": len(files[LOG].splitlines()),
        "version": 1,
    }
    assert (made["seq"], made["data"]["sha256"]) == (built.seq, built.sha256)
    assert report["data"]["report_sha256"] == made["data"]["report_sha256"]
    assert built.report_sha256 == sha256_of(files[REPORT])
    assert (built.exhibits, built.size_bytes) == (2, built.path.stat().st_size)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["package.zip", "report.pdf"]


def test_the_second_package_says_so_and_both_verify(make, tmp_path: Path) -> None:
    first = make()
    shutil.copy(first.path, tmp_path / "first.zip")
    second = make()
    with zipfile.ZipFile(second.path) as opened:
        assert opened.namelist()[0].startswith("TJH_evidence_20261124_v2/")
    for path, built in ((tmp_path / "first.zip", first), (second.path, second)):
        assert verify(path, root=built.root, key=built.fingerprint).verdict is Outcome.MATCHES
    assert second.root != first.root
    log = files_of(tmp_path / "first.zip")[LOG]
    assert files_of(second.path)[LOG].startswith(log)


@pytest.mark.parametrize("filled", [fill, fill_with_runs])
def test_the_same_state_at_the_same_time_gives_the_same_bytes(
    tmp_path: Path, catalogue: Catalogue, filled: Callable[[Vault], None]
) -> None:
    made = Vault.create(
        tmp_path / "a.safehold",
        PASSPHRASE,
        clock=FakeClock(),
        facts=FACTS,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    filled(made)
    made.close()
    shutil.copytree(tmp_path / "a.safehold", tmp_path / "b.safehold")
    values = []
    for name in ("a", "b"):
        clock = FakeClock()
        clock.advance(3600)
        vault = Vault.open(tmp_path / f"{name}.safehold", PASSPHRASE, clock=clock, tool=TOOL)
        built = export(
            vault, tmp_path / f"{name}.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
        )
        vault.close()
        values.append(built.sha256)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert values[0] == values[1] == sha256_of((tmp_path / "a.zip").read_bytes())


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_no_picture_leaves_a_case_of_someone_under_18(vault: Vault, make, answer: Under18) -> None:
    vault.revise_case(FACTS.__class__(under_18=answer, country="GB", initials="TJH", own_words="Help."))
    built = make()
    files = files_of(built.path)
    assert [name for name in files if name.startswith("data/exhibits/")] == [
        "data/exhibits/not_included.json"
    ]
    declared = json.loads(files["data/exhibits/not_included.json"])["not_included"]
    assert [entry["why"] for entry in declared] == ["under_18", "under_18", "under_18", "withdrawn"]
    assert b"PNG" not in built.path.read_bytes()
    assert verify(built.path).findings == ()


def test_a_case_of_words_alone_is_a_package(
    new_vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock
) -> None:
    vault = new_vault(under_18=Under18.YES)
    built = export(
        vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
    )
    assert verify(built.path).verdict is Outcome.AGREES


def test_nothing_to_tell_is_no_package(
    new_vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock
) -> None:
    with pytest.raises(NothingToReport):
        export(new_vault(own_words=None), tmp_path / "p.zip", catalogue=catalogue, clock=clock)
    assert not list(tmp_path.glob("p.*"))


def test_the_real_report_goes_in_with_the_root_in_it(
    new_vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock
) -> None:
    vault = new_vault()
    frame = Frame(64, 48, bytes(range(256)) * 48)
    vault.add_exhibit(acquisition(encode(frame)))
    (tmp_path / "out").mkdir()
    built = export(
        vault,
        tmp_path / "out" / "p.zip",
        catalogue=catalogue,
        clock=clock,
        report_pdf=tmp_path / "out" / "r.pdf",
    )
    report = (tmp_path / "out" / "r.pdf").read_bytes()
    assert files_of(built.path)[REPORT] == report
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "out" / "r.pdf").pages)
    assert built.root in "".join(text.split())
    assert verify(built.path, root=built.root, key=built.fingerprint).verdict is Outcome.MATCHES
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["p.zip", "r.pdf"]
