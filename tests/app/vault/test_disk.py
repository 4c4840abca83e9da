# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import importlib
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import (
    ComputerBusy,
    DiskFull,
    EvidenceError,
    FolderReadOnly,
    VaultDamaged,
    VaultExists,
    VaultMissing,
)
from app.vault.disk import append_line, disk_errors, make_private_file, write_whole
from app.vault.keyslots import SecretKind
from app.vault.opening import Desk, create_folder, open_folder
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock
from tests.fakes.modes import has_mode

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, FolderReadOnly),
        (errno.EROFS, FolderReadOnly),
        (errno.EIO, VaultDamaged),
        (errno.ENOTEMPTY, VaultExists),
        (errno.ENODEV, VaultMissing),
        (errno.EMFILE, ComputerBusy),
        (errno.ENOMEM, ComputerBusy),
        (errno.ELOOP, VaultDamaged),
    ],
)
def test_errors_come_out_by_their_names(code: int, meaning: type[EvidenceError]) -> None:
    with pytest.raises(meaning) as raised, disk_errors():
        raise OSError(code, "secret/path/name")
    assert "secret" not in str(raised.value)


def test_one_without_a_number_has_words_too() -> None:
    with pytest.raises(VaultDamaged), disk_errors():
        raise OSError


def test_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert has_mode(path, 0o600)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_private_file_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "file"
    make_private_file(path)
    assert has_mode(path, 0o600)
    path.write_bytes(b"kept")
    make_private_file(path)
    assert path.read_bytes() == b"kept"


def test_lines_are_added(tmp_path: Path) -> None:
    append_line(tmp_path / "file", "one")
    append_line(tmp_path / "file", "two")
    assert (tmp_path / "file").read_text() == "one\ntwo\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no core files there")
def test_no_vault_is_opened_or_made_where_a_crash_would_leave_a_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a command without a window holds passphrase and keys."""
    resource = importlib.import_module("resource")
    said: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: said.append(limit))
    desk, folder = Desk(FakeClock(), "test"), tmp_path / "case.safehold"
    with pytest.raises(VaultMissing):
        open_folder(folder, "secret", desk, SecretKind.PASSPHRASE, lambda _done: None)
    folder.write_bytes(b"taken")
    with pytest.raises(VaultExists):
        create_folder(folder, "secret", desk, ADULT, "heron-42", None)
    assert said == [(resource.RLIMIT_CORE, (0, 0))] * 2
