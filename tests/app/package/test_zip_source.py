# SPDX-License-Identifier: MIT
"""What a hostile ZIP tries."""

from __future__ import annotations

import stat
import struct
import tracemalloc
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest

from app.errors import PackageUnreadable
from app.package.verify import verify
from tests.fakes.packages import zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported

FOLDER = "JAS_evidence_20261124_v1/"


def found(path: Path) -> set[tuple[str, str]]:
    return {(finding.reason.value, finding.file) for finding in verify(path).findings}


def with_entry(exported: Exported, out: Path, name: str, data: bytes = b"x", **attributes: int) -> Path:
    zipped(exported.files, out, folder=FOLDER)
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    for key, value in attributes.items():
        setattr(info, key, value)
    with zipfile.ZipFile(out, "a") as opened, warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # it warns of a name that stands twice; that is the point
        opened.writestr(info, data)
    return out


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        f"{FOLDER}../../outside.txt",
        "/etc/outside",
        f"{FOLDER}data//twice.txt",
        f"{FOLDER}data/./here.txt",
        "C:outside.txt",
        "data\\outside.txt",
        f"{FOLDER}data/new\nline.txt",
        f"{FOLDER}..",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(exported: Exported, tmp_path: Path, name: str) -> None:
    assert found(with_entry(exported, tmp_path / "bad.zip", name)) == {
        ("unsafe_name", name.removeprefix(FOLDER))
    }
    assert {path.name for path in tmp_path.iterdir()} == {"bad.zip"}


@pytest.mark.parametrize(
    "name", ["bagit.txt", "BAGIT.TXT", "data/log/custody.jsonl", "data/log/Custody.jsonl"]
)
def test_two_files_under_one_name_are_refused(exported: Exported, tmp_path: Path, name: str) -> None:
    path = with_entry(exported, tmp_path / "bad.zip", f"{FOLDER}{name}")
    assert found(path) == {("duplicate_name", name)}


def test_a_link_is_refused(exported: Exported, tmp_path: Path) -> None:
    name = f"{FOLDER}data/link.png"
    path = with_entry(
        exported, tmp_path / "bad.zip", name, b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16
    )
    assert found(path) == {("link", "data/link.png")}


def test_a_bomb_is_not_unpacked(exported: Exported, tmp_path: Path) -> None:
    name = f"{FOLDER}data/bomb.bin"
    path = with_entry(exported, tmp_path / "bad.zip", name, bytes(30_000_000))
    tracemalloc.start()
    assert found(path) == {("too_large", "data/bomb.bin")}
    assert tracemalloc.get_traced_memory()[1] < 15_000_000
    tracemalloc.stop()


def test_a_locked_file_cannot_be_read(exported: Exported, tmp_path: Path) -> None:
    path = with_entry(exported, tmp_path / "bad.zip", f"{FOLDER}data/locked.bin", b"x")
    whole = bytearray(path.read_bytes())
    whole[whole.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(whole)
    assert found(path) == {("unreadable", "data/locked.bin")}


def test_a_way_of_packing_that_is_not_known_cannot_be_read(exported: Exported, tmp_path: Path) -> None:
    path = with_entry(exported, tmp_path / "bad.zip", f"{FOLDER}data/new.bin", b"x")
    whole = bytearray(path.read_bytes())
    struct.pack_into("<H", whole, whole.rfind(b"PK\x01\x02") + 10, 97)
    path.write_bytes(whole)
    assert ("unreadable", "data/new.bin") in found(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_other_systems_do_not_know_cannot_be_read(
    exported: Exported, tmp_path: Path, method: int
) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as opened:
        for name, data in exported.files.items():
            opened.writestr(f"{FOLDER}{name}", data, method if name == "bagit.txt" else zipfile.ZIP_STORED)
    assert ("unreadable", "bagit.txt") in found(tmp_path / "bad.zip")


def test_files_that_share_their_bytes_are_refused(exported: Exported, tmp_path: Path) -> None:
    path = with_entry(exported, tmp_path / "bad.zip", f"{FOLDER}data/shared.bin", b"x")
    whole = bytearray(path.read_bytes())
    struct.pack_into("<I", whole, whole.rfind(b"PK\x01\x02") + 42, 0)
    path.write_bytes(whole)
    with pytest.raises(PackageUnreadable, match="share"):
        verify(path)


def test_a_directory_too_large_is_not_read(tmp_path: Path) -> None:
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0x7FFFFFFF, 0, 0)
    (tmp_path / "bad.zip").write_bytes(end)
    with pytest.raises(PackageUnreadable, match="directory"):
        verify(tmp_path / "bad.zip")


def test_a_wide_directory_too_large_is_not_read(tmp_path: Path) -> None:
    wide = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1 << 30, 1 << 30, 1 << 40, 0)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0, 0)
    (tmp_path / "bad.zip").write_bytes(wide + end)
    with pytest.raises(PackageUnreadable, match="directory"):
        verify(tmp_path / "bad.zip")


def test_more_than_a_package_can_hold_is_refused(exported: Exported, tmp_path: Path) -> None:
    path = with_entry(exported, tmp_path / "bad.zip", f"{FOLDER}data/huge.bin", b"x")
    whole = bytearray(path.read_bytes())
    at = whole.rfind(b"PK\x01\x02")
    struct.pack_into("<I", whole, at + 24, 0xFFFFFFF0)
    path.write_bytes(whole)
    assert found(path) == {("too_large", "data/huge.bin")}


def test_a_file_beside_the_package_is_extra(exported: Exported, tmp_path: Path) -> None:
    assert found(with_entry(exported, tmp_path / "more.zip", "notes.txt")) == {("extra", "notes.txt")}


def test_folders_in_the_zip_are_no_files(exported: Exported, tmp_path: Path) -> None:
    assert found(with_entry(exported, tmp_path / "folders.zip", f"{FOLDER}data/", b"")) == set()


def test_a_second_package_beside_the_first_is_extra(exported: Exported, tmp_path: Path) -> None:
    path = with_entry(exported, tmp_path / "two.zip", "JAS_evidence_20261124_v2/bagit.txt")
    assert found(path) == {("extra", "JAS_evidence_20261124_v2/bagit.txt")}
