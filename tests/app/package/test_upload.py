# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import json
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from app.custody.checkpoint import open_note, read_public_key_line
from app.errors import Cancelled, ChainBroken, DiskFull, ExportFailed, HashMismatch
from app.hashing import sha256_of
from app.model import CopyKind, Payment, SeenIn
from app.package import upload
from app.package.order import prepare
from app.package.removing import Removal, remove
from app.package.sealed import finish
from app.package.upload import LIST, MOST_FILES, REPORT, seal_upload
from tests.app.package.conftest import fill_with_runs
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.fakes.packages import write_small_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.package.sealed import PackageBuilt
    from app.vault import Vault


@pytest.fixture
def make(tmp_path: Path, catalogue, clock) -> Callable[..., PackageBuilt]:
    def made(vault: Vault, **changed: object) -> PackageBuilt:
        order = prepare(vault, catalogue=catalogue, clock=clock)
        try:
            wanted = {"write_report": write_small_report} | changed
            sealed = seal_upload(order, tmp_path / "documents", **wanted)
        finally:
            order.close()
        return finish(vault, order, sealed)

    return made


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_report_a_list_and_the_pictures_as_they_were_taken(make, vault: Vault) -> None:
    built = make(vault)
    assert names(built.path) == [
        REPORT,
        LIST,
        "03_TJH-001_20261124T021605Z_screen.png",
        "04_TJH-002_20261124T021605Z_screen.png",
    ]
    assert (built.path / "03_TJH-001_20261124T021605Z_screen.png").read_bytes() == b"\x89PNG profile"


def test_the_list_is_a_note_of_the_case_and_names_its_root(make, vault: Vault) -> None:
    built = make(vault)
    note = (built.path / LIST).read_text("utf-8")
    line = next(line for line in note.split("\n") if line.startswith("# Key: "))
    name, key = read_public_key_line(line.removeprefix("# Key: ") + "\n")
    assert open_note(note, key, name).startswith(upload.PURPOSE)
    assert built.root in note
    with pytest.raises(ChainBroken):
        open_note(note.replace("TJH-001", "TJH-009"), key, name)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="not on this system")
def test_the_systems_own_tool_finds_every_file_good(make, vault: Vault) -> None:
    built = make(vault)
    checked = subprocess.run(
        ["sha256sum", "-c", LIST], cwd=built.path, capture_output=True, text=True, check=True
    )
    assert checked.stdout.count(": OK") == len(names(built.path)) - 1


def test_no_more_than_fifteen_beside_the_report_and_the_rest_is_named(make, new_vault) -> None:
    vault = new_vault()
    taken = [vault.add_exhibit(acquisition(b"\x89PNG %d" % n)) for n in range(20)]
    vault.add(Payment("Western Union", 100, "GBP", START, seen_in=SeenIn(taken[18].id)))
    built = make(vault)
    assert len(names(built.path)) == MOST_FILES + 1
    assert names(built.path)[2].startswith("03_TJH-019_")  # money that can still be stopped comes first
    note = (built.path / LIST).read_text("utf-8")
    for exhibit in taken:
        assert note.count(exhibit.sha256) == 1
    assert "Ask for them by name" in note


def test_of_a_run_the_joined_picture_goes_along_and_its_frames_are_named(make, new_vault) -> None:
    vault = new_vault()
    fill_with_runs(vault)
    built = make(vault)
    ends = [name[3:] for name in names(built.path)[2:]]
    assert "TJH-002_joined.png" in ends
    assert "TJH-003_joined_2.png" in ends  # the longer one, of the second sitting
    assert not any(name.startswith("TJH-002_01") for name in ends)
    assert sum(name.startswith("TJH-006_0") for name in ends) == 2  # broken off, so nothing was joined
    assert not any(name.startswith(("TJH-004", "TJH-005")) for name in ends)
    assert "TJH-002_01_" in (built.path / LIST).read_text("utf-8")


def test_what_is_too_large_for_a_page_is_named(make, vault: Vault) -> None:
    built = make(vault, limit=1000)
    assert len(names(built.path)) == 3
    assert "TJH-002_" in (built.path / LIST).read_text("utf-8")


def test_it_is_a_copy_of_its_own_kind_and_can_be_removed(make, vault: Vault) -> None:
    built = make(vault)
    (copy,) = vault.copies()
    assert (copy.kind, copy.sha256) == (CopyKind.UPLOAD, sha256_of((built.path / LIST).read_bytes()))
    records = [json.loads(line) for line in vault.records()]
    (made,) = [record["data"] for record in records if record["type"] == "export.create"]
    assert made["report_sha256"] == sha256_of((built.path / REPORT).read_bytes())
    assert (made["sha256"], made["files"]) == (copy.sha256, 4)
    assert remove(copy) is Removal.REMOVED
    assert not built.path.exists()


def test_what_stands_there_already_is_left_alone(make, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_bytes(b"mine")
    with pytest.raises(ExportFailed, match="already"):
        make(vault)
    assert names(tmp_path / "documents") == ["letter.txt"]
    assert vault.copies() == ()


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7, 0.99])
def test_a_stop_at_any_time_leaves_nothing(make, vault: Vault, tmp_path: Path, at: float) -> None:
    stop = threading.Event()
    with pytest.raises(Cancelled):
        make(vault, progress=lambda done: stop.set() if done >= at else None, cancelled=stop)
    assert not list(tmp_path.glob("documents*"))
    assert vault.copies() == ()


def test_a_full_disk_leaves_nothing_and_has_its_name(
    make, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.package.upload.os.fsync", full)
    with pytest.raises(DiskFull):
        make(vault)
    assert not list(tmp_path.glob("documents*"))


def test_what_was_left_of_a_power_cut_stops_nothing_for_good(make, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "documents.part").mkdir()
    (tmp_path / "documents.part" / "03_old.png").write_bytes(b"half")
    built = make(vault)
    assert names(tmp_path) == ["case0.safehold", "documents"]
    assert len(names(built.path)) == 4


def test_a_picture_that_is_not_what_was_recorded_stops_it(make, vault: Vault, tmp_path: Path) -> None:
    with vault._database.transaction():
        vault._database.run("UPDATE blob_part SET data = ? WHERE rowid = 1", (b"\x89PNG profilf",))
    with pytest.raises(HashMismatch):
        make(vault)
    assert not list(tmp_path.glob("documents*"))


def test_what_the_disk_gives_back_wrong_is_not_finished(make, vault: Vault, tmp_path: Path) -> None:
    def spoil(done: float) -> None:
        part = tmp_path / "documents.part" / REPORT
        if done >= 0.6 and part.exists():
            part.write_bytes(b"other")

    with pytest.raises(ExportFailed, match="read back"):
        make(vault, progress=spoil)
    assert not list(tmp_path.glob("documents*"))
