# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.demo.folder import claim
from app.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "violet kettle march otter"


def test_a_new_folder_is_made_with_the_passphrase_in_it(tmp_path: Path) -> None:
    folder = claim(tmp_path / "a" / "b", WORDS)
    assert folder.passphrase_file.read_text(encoding="utf-8") == WORDS + "\n"
    assert [one.name for one in folder.path.iterdir()] == ["passphrase.txt"]


def test_an_earlier_demo_is_replaced(tmp_path: Path) -> None:
    folder = claim(tmp_path / "demo", WORDS)
    folder.vault.mkdir()
    (folder.vault / "vault.db").write_bytes(b"old")
    folder.report.write_bytes(b"old")
    again = claim(tmp_path / "demo", WORDS)
    assert not again.vault.exists()
    assert not again.report.exists()


@pytest.mark.parametrize("name", ["holiday.jpg", "case.safehold", "report.pdf"])
def test_what_is_not_its_own_is_refused_and_left(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(BadInput, match="not empty"):
        claim(tmp_path, WORDS)
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_demo_beside_something_else_is_refused_and_left(tmp_path: Path) -> None:
    folder = claim(tmp_path / "demo", WORDS)
    (folder.path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput):
        claim(folder.path, WORDS)
    assert folder.passphrase_file.exists()


def test_a_vault_with_another_passphrase_is_somebodys_and_left(tmp_path: Path) -> None:
    folder = claim(tmp_path / "demo", "another secret entirely")
    folder.vault.mkdir()
    with pytest.raises(BadInput):
        claim(folder.path, WORDS)
    assert folder.vault.is_dir()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "demo").write_bytes(b"")
    with pytest.raises(BadInput, match="is a file"):
        claim(tmp_path / "demo", WORDS)
