# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import shutil
import sys
import threading
import zipfile
from dataclasses import replace
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
    Cancelled,
    DiskFull,
    ExportFailed,
    HashMismatch,
    NothingToReport,
    PicturesNotAllowed,
    VaultLocked,
)
from app.hashing import sha256_of
from app.model import Certainty, Event, Under18
from app.package.build import export, prepare, seal
from app.package.findings import Outcome
from app.package.names import CHECKPOINT, LOG, MANIFEST_256, REPORT, SIGNATURE, TAG_MANIFEST
from app.package.sealed import discard, finish
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
    from app.report.build import ReportBuilt
    from app.report.dossier import Dossier
    from tests.app.package.conftest import Exported


@pytest.fixture
def make(vault: Vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock) -> Callable[..., object]:
    def export_it(**changed: object) -> object:
        wanted = {"catalogue": catalogue, "clock": clock, "write_report": write_small_report} | changed
        return export(vault, tmp_path / "out" / "package.zip", **wanted)

    (tmp_path / "out").mkdir()
    return export_it


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


def test_progress_grows_to_the_end(make) -> None:
    heard: list[float] = []
    make(progress=heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] <= 1
    assert heard[-1] > 0.99


@pytest.mark.parametrize("at", [0.0, 0.2, 0.5, 0.75, 0.95])
def test_a_stop_at_any_time_leaves_nothing(make, vault: Vault, tmp_path: Path, at: float) -> None:
    stop = threading.Event()
    stop_at = lambda done: stop.set() if done >= at else None  # noqa: E731
    with pytest.raises(Cancelled):
        make(
            progress=stop_at,
            cancelled=stop,
            report_pdf=tmp_path / "out" / "report.pdf",
            write_report=slow_report,
        )
    assert list((tmp_path / "out").iterdir()) == []
    assert not any(b"export.create" in line for line in vault.records())


def test_an_older_package_at_the_place_stays_whole_if_the_new_one_fails(make, tmp_path: Path) -> None:
    make()
    before = (tmp_path / "out" / "package.zip").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskFull):
        make(write_report=fail)
    assert (tmp_path / "out" / "package.zip").read_bytes() == before
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["package.zip"]


def test_other_failures_of_the_disk_are_failed_exports(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        export(
            vault,
            tmp_path / "gone" / "p.zip",
            catalogue=catalogue,
            clock=clock,
            write_report=write_small_report,
        )


def test_a_vault_locked_meanwhile_leaves_nothing(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    sealed = seal(order, tmp_path / "p.zip", write_report=write_small_report)
    order.close()
    assert sorted(path.name for path in tmp_path.glob("p.*")) == ["p.zip.part"]
    vault.close()
    with pytest.raises(VaultLocked):
        finish(vault, order, sealed)
    assert not list(tmp_path.glob("p.*"))


def test_a_sealed_package_can_be_given_up(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    discard(seal(order, tmp_path / "p.zip", write_report=write_small_report))
    order.close()
    assert not list(tmp_path.glob("p.*"))


def test_it_can_be_written_in_another_thread_while_the_case_goes_on(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    vault.add(Event(clock.now().utc, "Another call", Certainty.SEEN))
    vault.add_exhibit(acquisition(b"\x89PNG taken meanwhile"))
    done: list[object] = []
    writer = threading.Thread(
        target=lambda: done.append(seal(order, tmp_path / "p.zip", write_report=write_small_report))
    )
    writer.start()
    writer.join()
    order.close()
    built = finish(vault, order, done[0])
    assert built.exhibits == 2
    assert verify(built.path).findings == ()
    assert b"Another call" not in built.path.read_bytes()


def test_an_original_that_differs_stops_the_export(vault: Vault, make, tmp_path: Path) -> None:
    with vault._database.transaction():
        vault._database.run("UPDATE blob_part SET data = ? WHERE rowid = 1", (b"\x89PNG profilf",))
    with pytest.raises(HashMismatch):
        make()
    assert list((tmp_path / "out").iterdir()) == []


def test_what_the_disk_gives_back_wrong_is_not_a_package(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    class Flipping:
        """Changes a byte of the ZIP as soon as reading back begins."""

        def __init__(self) -> None:
            self.done = False

        def __call__(self, share: float) -> None:
            part = tmp_path / "p.zip.part"
            if share > 0.7 and not self.done:
                self.done = True
                whole = bytearray(part.read_bytes())
                at = whole.find(b"PNG conversation")
                whole[at + 2000] ^= 1
                part.write_bytes(whole)

    with pytest.raises(ExportFailed, match="read back"):
        export(
            vault,
            tmp_path / "p.zip",
            catalogue=catalogue,
            clock=clock,
            write_report=write_small_report,
            progress=Flipping(),
        )
    assert not list(tmp_path.glob("p.*"))


def slow_report(
    dossier: Dossier, originals: object, out: Path, *, progress: Callable[[float], None], **others: object
) -> ReportBuilt:
    """Writes a little, tells how far it is, and goes on."""
    for step in range(10):
        out.write_bytes(b"half")
        progress(step / 10)
    return write_small_report(dossier, originals, out, **others)


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


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_leaves_nothing_and_has_its_name(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    order = prepare(vault, catalogue=catalogue, clock=clock)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        for limit in range(100, 9000, 1700):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
            with pytest.raises(DiskFull):
                seal(order, tmp_path / "p.zip", write_report=write_small_report)
            assert not list(tmp_path.glob("p.*"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    built = finish(vault, order, seal(order, tmp_path / "p.zip", write_report=write_small_report))
    order.close()
    assert verify(built.path).findings == ()


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_an_answer_that_changes_during_the_export_stops_it(
    vault: Vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock, answer: Under18
) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    sealed = seal(order, tmp_path / "p.zip", write_report=write_small_report)
    order.close()
    vault.revise_case(replace(vault.case().fact, under_18=answer))
    before = vault.record_count
    with pytest.raises(PicturesNotAllowed):
        finish(vault, order, sealed)
    assert vault.record_count == before
    assert list(tmp_path.glob("p.*")) == []
