# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, ExportFailed, NoRoom
from app.vault.file_copy import CHUNK_BYTES, SPARE_BYTES, SYNCED_BYTES, Files, check_room, copy_file
from tests.fakes.modes import has_mode

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_bytes(os.urandom(SYNCED_BYTES + CHUNK_BYTES + 77))
    return path


def test_it_is_the_same_private_and_on_the_disk(source: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    synced: list[int] = []
    copy_file(source, tmp_path / "out", heard.append, Files(sync=synced.append))
    assert (tmp_path / "out").read_bytes() == source.read_bytes()
    assert has_mode(tmp_path / "out", 0o600)
    assert (heard[0], heard[-1], len(heard)) == (0, source.stat().st_size, 7)
    assert len(synced) == 2


def test_a_system_that_sends_a_little_at_a_time_comes_to_the_end(source: Path, tmp_path: Path) -> None:
    def little(taken: int, given: int, start: int, count: int) -> int:
        return os.write(given, os.pread(taken, min(count, 999_999), start))

    copy_file(source, tmp_path / "out", lambda _done: None, Files(send=little))
    assert (tmp_path / "out").read_bytes() == source.read_bytes()


def test_what_was_there_is_not_written_over(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        copy_file(source, tmp_path / "out", lambda _done: None, Files())
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_who_hears_can_end_it_and_a_file_that_shrinks_is_told(source: Path, tmp_path: Path) -> None:
    def stop(_done: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_file(source, tmp_path / "one", stop, Files())
    with pytest.raises(ExportFailed):
        copy_file(source, tmp_path / "two", lambda _done: None, Files(send=lambda *_: 0))


def test_room_is_asked_for_before(tmp_path: Path) -> None:
    check_room(1000, tmp_path, Files(free=lambda _: 1000 + SPARE_BYTES))
    with pytest.raises(NoRoom):
        check_room(1000, tmp_path, Files(free=lambda _: 999 + SPARE_BYTES))
