# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import PackageUnreadable
from app.package.findings import Findings
from app.package.folder_source import FolderSource
from app.package.verify import verify
from tests.fakes.packages import unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")


def found(path: Path) -> set[tuple[str, str]]:
    return {(finding.reason.value, finding.file) for finding in verify(path).findings}


def test_a_link_is_named_and_not_followed(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    table = folder / "data" / "tables" / "accounts.csv"
    table.rename(tmp_path / "elsewhere.csv")
    table.symlink_to(tmp_path / "elsewhere.csv")
    (folder / "data" / "more").symlink_to(tmp_path)
    name = "data/tables/accounts.csv"
    assert {("link", name), ("missing", name), ("link", "data/more")} <= found(folder)


def test_a_pipe_does_not_hold_the_check_up(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    os.mkfifo(folder / "data" / "pipe")
    assert found(folder) == {("link", "data/pipe")}


def test_several_packages_must_be_named_one_by_one(exported: Exported, tmp_path: Path) -> None:
    unpacked(exported.files, tmp_path / "one")
    unpacked(exported.files, tmp_path / "two")
    with pytest.raises(PackageUnreadable, match="several"):
        verify(tmp_path)
    assert found(tmp_path / "one") == set()


def test_a_name_in_no_known_writing_is_still_named(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    (folder / os.fsdecode(b"\xff\xfe.bin")).write_bytes(b"x")
    assert found(folder) == {("extra", "\\udcff\\udcfe.bin")}


def test_a_folder_with_less_than_a_package_still_says_what_is_missing(
    exported: Exported, tmp_path: Path
) -> None:
    folder = unpacked({"bagit.txt": exported.files["bagit.txt"]}, tmp_path / "TJH")
    names = {name for reason, name in found(folder) if reason == "missing"}
    assert {"data/log/custody.jsonl", "tagmanifest-sha256.txt", "signature.txt"} <= names


def test_more_files_than_a_package_can_have_are_refused(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    count = len(exported.files)
    with pytest.raises(PackageUnreadable, match="more files"):
        FolderSource(folder, Findings(), most_files=count - 1)
    assert len(FolderSource(folder, Findings(), most_files=count).sizes) == count


def test_a_file_larger_than_any_of_ours_is_named_and_not_read(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    with (folder / "data" / "huge.bin").open("wb") as sparse:
        sparse.truncate(5_000_000_000)
    assert found(folder) == {("too_large", "data/huge.bin")}


def test_a_file_that_goes_away_cannot_be_read(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    source = FolderSource(folder, Findings())
    (folder / "bagit.txt").unlink()
    with pytest.raises(PackageUnreadable, match=r"bagit\.txt"):
        list(source.parts("bagit.txt"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_unreadable(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    (folder / "data").chmod(0)
    with pytest.raises(PackageUnreadable):
        verify(folder)
    (folder / "data").chmod(0o700)


def test_folders_without_end_are_refused(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    deep = folder.joinpath(*"d" * 60)
    deep.mkdir(parents=True)
    with pytest.raises(PackageUnreadable, match="deeper"):
        verify(folder)
