# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import DiskFull, EvidenceError, FolderReadOnly, VaultDamaged
from app.vault.disk import append_line, disk_errors, make_private_file, write_whole

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
    ],
)
def test_errors_come_out_by_their_names(code: int, meaning: type[EvidenceError]) -> None:
    with pytest.raises(meaning) as raised, disk_errors():
        raise OSError(code, "secret/path/name")
    assert "secret" not in str(raised.value)


def test_an_unknown_error_is_not_dressed_up() -> None:
    with pytest.raises(OSError, match="odd"), disk_errors():
        raise OSError(errno.ELOOP, "odd")


def test_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
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
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(b"kept")
    make_private_file(path)
    assert path.read_bytes() == b"kept"


def test_lines_are_added(tmp_path: Path) -> None:
    append_line(tmp_path / "file", "one")
    append_line(tmp_path / "file", "two")
    assert (tmp_path / "file").read_text() == "one\ntwo\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no umask and no core files there")
def test_a_hardened_process_makes_private_files_and_no_core(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from app.vault.disk import harden_process;"
        "harden_process(); path = Path(sys.argv[1]); path.touch();"
        "print(oct(path.stat().st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "file")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0o600", "(0,", "0)"]
