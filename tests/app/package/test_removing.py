# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.hashing import sha256_of
from app.model import Copy, CopyKind, CopyState
from app.package.removing import Removal, remove
from tests.fakes.clock import START

if TYPE_CHECKING:
    from pathlib import Path

DATA = b"PK package"


def copy_at(place: Path | None, data: bytes = DATA, kind: CopyKind = CopyKind.PACKAGE) -> Copy:
    at = None if place is None else str(place)
    return Copy("ab" * 16, kind, 9, 8, START, at, sha256_of(data), CopyState.HERE)


def test_the_very_file_that_was_made_is_removed(tmp_path: Path) -> None:
    place = tmp_path / "documents.zip"
    place.write_bytes(DATA)
    assert remove(copy_at(place)) is Removal.REMOVED
    assert not place.exists()


def test_a_file_that_is_gone_already_is_said_to_be(tmp_path: Path) -> None:
    assert remove(copy_at(tmp_path / "documents.zip")) is Removal.NOT_THERE
    assert remove(copy_at(None)) is Removal.NOT_THERE


def test_a_stick_that_is_not_plugged_in_is_told_from_a_file_that_is_gone(tmp_path: Path) -> None:
    assert remove(copy_at(tmp_path / "stick" / "documents.zip")) is Removal.OUT_OF_REACH


@pytest.mark.parametrize("is_link", [False, True])
def test_what_else_stands_there_now_is_left_alone(tmp_path: Path, is_link: bool) -> None:
    place, other = tmp_path / "documents.zip", tmp_path / "other"
    other.write_bytes(DATA)
    if is_link:
        place.symlink_to(other)
    else:
        place.write_bytes(b"letters to my mother")
    assert remove(copy_at(place)) is Removal.CHANGED
    assert place.exists()
    assert other.exists()


def test_of_a_folder_only_what_its_list_names_is_removed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "documents", tmp_path / "outside.txt"
    folder.mkdir()
    outside.write_bytes(DATA)
    (folder / "01.pdf").write_bytes(DATA)
    (folder / "02.png").write_bytes(b"changed since")
    value = sha256_of(DATA)
    listed = f"# a list\n{value}  01.pdf\n{value}  02.png\n{value}  gone.png\n{value}  ../outside.txt\n"
    (folder / "list.txt").write_text(listed, "utf-8")
    made = copy_at(folder, listed.encode(), CopyKind.UPLOAD)
    assert remove(made) is Removal.REMOVED
    assert [file.name for file in folder.iterdir()] == ["02.png"]
    assert outside.exists()
    assert remove(made) is Removal.CHANGED


def test_a_folder_with_nothing_else_in_it_goes_too(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "list.txt").write_bytes(b"")
    assert remove(copy_at(folder, b"", CopyKind.UPLOAD)) is Removal.REMOVED
    assert not folder.exists()


def test_what_the_system_does_not_allow_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "documents.zip"
    place.write_bytes(DATA)

    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    assert remove(copy_at(place)) is Removal.REFUSED


def test_a_locked_copy_is_removed_and_what_was_put_beside_it_stays(tmp_path: Path) -> None:
    place = tmp_path / "case-2026-11-24.safehold"
    for is_shared in (False, True):
        place.mkdir()
        for name in ("vault.db", "keys.json", "keys-copy.json", *(["letter.txt"] if is_shared else [])):
            (place / name).write_bytes(DATA)
        assert remove(copy_at(place, kind=CopyKind.BACKUP)) is Removal.REMOVED
        left = [one.name for one in place.iterdir()] if place.exists() else None
        assert left == (["letter.txt"] if is_shared else None)


def test_a_locked_copy_that_was_opened_since_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "case-2026-11-24.safehold"
    place.mkdir()
    (place / "vault.db").write_bytes(b"other records")
    (place / "keys.json").write_bytes(DATA)
    assert remove(copy_at(place, kind=CopyKind.BACKUP)) is Removal.CHANGED
    assert {one.name for one in place.iterdir()} == {"vault.db", "keys.json"}
