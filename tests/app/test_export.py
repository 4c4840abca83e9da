# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from app.clock import SystemClock
from app.errors import BadInput, NothingToReport, VaultBusy, WrongPassphrase
from app.export import UPLOAD, email_copy_of, package_of, report_of
from app.hashing import sha256_of
from app.model import CaseFacts, Certainty, CopyKind, Event, Under18
from app.package.verify import verify
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import acquisition

SECRET = "violet kettle march otter"  # noqa: S105 - of a test


def make_vault(folder: Path, *, is_empty: bool = False) -> Path:
    clock = SystemClock()
    facts = CaseFacts(under_18=Under18.NO, country="England", initials="TJH")
    vault = Vault.create(
        folder,
        SECRET,
        clock=clock,
        facts=facts,
        tool="test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    if not is_empty:
        vault.add(Event(clock.now().utc, "They wrote for the first time", Certainty.REMEMBERED))
    vault.close("quit")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "case.safehold")


@pytest.fixture
def log(folder: Path):
    def lines() -> bytes:
        vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="test")
        try:
            return b"".join(vault.records())
        finally:
            vault.close("quit")

    return lines


def test_report_is_written_and_the_log_names_its_bytes(folder: Path, tmp_path: Path, log) -> None:
    written = report_of(folder, SECRET, tmp_path / "r.pdf")
    assert written["sha256"] == sha256_of((tmp_path / "r.pdf").read_bytes())
    assert str(written["sha256"]).encode() in log()


def test_a_copy_for_email_opens_with_its_words_and_is_the_report(folder: Path, tmp_path: Path, log) -> None:
    written = email_copy_of(folder, SECRET, tmp_path / "e.pdf")
    words, data = str(written["words"]), (tmp_path / "e.pdf").read_bytes()
    reader = PdfReader(tmp_path / "e.pdf", password=words)
    assert len(reader.pages) == written["pages"]
    assert "They wrote for the first time" in "".join(page.extract_text() for page in reader.pages)
    said = log()
    for sha256 in (sha256_of(data), str(written["report_sha256"])):
        assert sha256.encode() in said
    assert b'"form":"email"' in said
    assert words.encode() not in said + data
    assert {one.name for one in tmp_path.iterdir()} == {"case.safehold", "e.pdf"}


def test_a_package_made_after_a_copy_for_email_verifies(folder: Path, tmp_path: Path) -> None:
    email_copy_of(folder, SECRET, tmp_path / "e.pdf")
    written = package_of(folder, SECRET, tmp_path / "p.zip")
    found = verify(tmp_path / "p.zip", root=str(written["root"]), key=str(written["key"]))
    assert (found.verdict, found.findings) == ("matches the paper", ())


def test_package_is_written_alone_and_verifies(folder: Path, tmp_path: Path, log) -> None:
    written = package_of(folder, SECRET, tmp_path / "p.zip")
    found = verify(tmp_path / "p.zip", root=str(written["root"]), key=str(written["key"]))
    assert found.verdict == "matches the paper"
    assert str(written["sha256"]).encode() in log()
    assert {one.name for one in tmp_path.iterdir()} == {"case.safehold", "p.zip"}


def picture(shade: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 90)).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def with_pictures(folder: Path) -> Path:
    vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="test")
    for shade in (10, 20):
        vault.add_exhibit(acquisition(picture(shade)))
    vault.close("quit")
    return folder


def test_only_some_exhibits_are_a_part(with_pictures: Path, tmp_path: Path) -> None:
    written = package_of(with_pictures, SECRET, tmp_path / "p.zip", exhibits=["TJH/2"])
    found = verify(tmp_path / "p.zip", root=str(written["root"]), key=str(written["key"]))
    assert found.verdict == "matches the paper"
    with zipfile.ZipFile(tmp_path / "p.zip") as opened:
        names = opened.namelist()
    assert not any("TJH-001" in name for name in names)
    assert any("TJH-002" in name for name in names)


def test_an_exhibit_that_there_is_not_is_refused(with_pictures: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="TJH/9"):
        package_of(with_pictures, SECRET, tmp_path / "p.zip", exhibits=["TJH/9"])
    assert not list(tmp_path.glob("p*"))


def test_the_form_for_upload_is_a_folder(with_pictures: Path, tmp_path: Path) -> None:
    written = package_of(with_pictures, SECRET, tmp_path / "files", form=UPLOAD)
    assert written["files"] == [str(tmp_path / "files")]
    assert len(list((tmp_path / "files").iterdir())) == 4
    assert (tmp_path / "files" / "01_document.pdf").read_bytes().startswith(b"%PDF")


def test_every_copy_is_on_the_list_of_the_case(with_pictures: Path, tmp_path: Path) -> None:
    report_of(with_pictures, SECRET, tmp_path / "r.pdf")
    package_of(with_pictures, SECRET, tmp_path / "p.zip")
    package_of(with_pictures, SECRET, tmp_path / "files", form=UPLOAD)
    email_copy_of(with_pictures, SECRET, tmp_path / "e.pdf")
    vault = Vault.open(with_pictures, SECRET, clock=SystemClock(), tool="test")
    kinds = [copy.kind for copy in vault.copies()]
    vault.close("quit")
    assert kinds == [CopyKind.REPORT, CopyKind.PACKAGE, CopyKind.UPLOAD, CopyKind.EMAIL]


def test_a_wrong_passphrase_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        report_of(folder, "something else", tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()


def test_an_empty_case_is_refused_and_locked_again(tmp_path: Path) -> None:
    folder = make_vault(tmp_path / "empty.safehold", is_empty=True)
    for write, name in ((report_of, "r.pdf"), (package_of, "p.zip"), (email_copy_of, "e.pdf")):
        with pytest.raises(NothingToReport):
            write(folder, SECRET, tmp_path / name)
        assert not (tmp_path / name).exists()


def test_a_vault_open_elsewhere_is_left_alone(folder: Path, tmp_path: Path) -> None:
    held = Vault.open(folder, SECRET, clock=SystemClock(), tool="test")
    try:
        with pytest.raises(VaultBusy):
            package_of(folder, SECRET, tmp_path / "p.zip")
    finally:
        held.close("quit")


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_no_picture_leaves_a_case_whose_answer_changed(folder: Path, tmp_path: Path, answer: Under18) -> None:
    picture = io.BytesIO()
    Image.effect_noise((1600, 900), 80).save(picture, "PNG")
    vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="test")
    vault.add_exhibit(acquisition(picture.getvalue()), thumbnail=b"jpeg")
    vault.revise_case(replace(vault.case().fact, under_18=answer))
    vault.close("quit")
    report_of(folder, SECRET, tmp_path / "r.pdf")
    package_of(folder, SECRET, tmp_path / "p.zip")
    assert [page for page in PdfReader(tmp_path / "r.pdf").pages if list(page.images)] == []
    assert (tmp_path / "r.pdf").stat().st_size < len(picture.getvalue())
    with zipfile.ZipFile(tmp_path / "p.zip") as opened:
        names = opened.namelist()
        declared = next(opened.read(name) for name in names if name.endswith("not_included.json"))
    assert {Path(name).suffix for name in names} == {
        ".pdf", ".html", ".txt", ".csv", ".json", ".jsonl", ".jsonld",
    }  # fmt: skip
    assert b'"why":"under_18"' in declared
    assert b"picture" not in declared
    assert verify(tmp_path / "p.zip").verdict == "agrees with itself"
