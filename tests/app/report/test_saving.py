# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from app.errors import DiskFull, ExportFailed
from app.hashing import sha256_of
from app.report.saving import save_bytes

if TYPE_CHECKING:
    from pathlib import Path


def test_the_file_is_the_bytes(tmp_path: Path) -> None:
    assert save_bytes(b"report", tmp_path / "document.pdf") == sha256_of(b"report")
    assert (tmp_path / "document.pdf").read_bytes() == b"report"
    assert [path.name for path in tmp_path.iterdir()] == ["document.pdf"]


def test_no_room_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "document.pdf"
    out.write_bytes(b"older")

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        save_bytes(b"newer", out)
    assert out.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["document.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        save_bytes(b"report", tmp_path / "none" / "document.pdf")


@pytest.fixture
def folders_synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a folder was synced; the number of an error put in first is what the system answers."""
    heard: list[int] = []
    fsync = os.fsync

    def watched(number: int) -> None:
        if not stat.S_ISDIR(os.fstat(number).st_mode):
            return fsync(number)
        heard.append(0)
        if heard[0]:
            raise OSError(heard[0], "no")
        return fsync(number)

    monkeypatch.setattr(os, "fsync", watched)
    return heard


def test_its_name_survives_a_power_cut(tmp_path: Path, folders_synced: list[int]) -> None:
    save_bytes(b"report", tmp_path / "document.pdf")
    assert folders_synced == [0]


def test_a_folder_that_cannot_promise_that_will_do(tmp_path: Path, folders_synced: list[int]) -> None:
    folders_synced.append(errno.EINVAL)
    save_bytes(b"report", tmp_path / "document.pdf")
    assert (tmp_path / "document.pdf").read_bytes() == b"report"


def test_a_disk_that_fails_leaves_nothing_that_looks_saved(tmp_path: Path, folders_synced: list[int]) -> None:
    folders_synced.append(errno.EIO)
    with pytest.raises(ExportFailed):
        save_bytes(b"report", tmp_path / "document.pdf")
    assert list(tmp_path.iterdir()) == []
