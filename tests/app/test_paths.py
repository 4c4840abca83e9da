# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import paths


def test_resources_are_beside_the_program() -> None:
    assert (paths.resources() / "words" / "en").is_dir()
    assert (paths.project_root() / "app" / "paths.py").is_file()


def test_resources_of_a_frozen_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders")
def test_data_and_settings_are_local_and_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.data_folder() == tmp_path / "data" / "Safehold"
    assert paths.default_vault() == tmp_path / "data" / "Safehold" / "case.safehold"
    assert paths.settings_file() == tmp_path / "config" / "Safehold" / "settings.toml"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("/home/t/OneDrive/case.safehold", True),
        ("C:\\Users\\t\\OneDrive - Home\\case.safehold", True),
        ("/home/t/Dropbox/x", True),
        ("/Users/t/Library/Mobile Documents/x", True),
        ("/home/t/Nextcloud/x", True),
        ("/home/t/.local/share/Safehold/case.safehold", False),
    ],
)
def test_folders_that_are_copied_elsewhere(folder: str, synced: bool) -> None:
    assert paths.is_synced(Path(folder)) is synced


def test_a_backup_that_was_about_to_take_its_place_has_it(tmp_path: Path) -> None:
    vault = tmp_path / "case.safehold"
    ready = paths.restored_path(vault)
    paths.finish_restore(vault)
    assert list(tmp_path.iterdir()) == []
    ready.mkdir()
    paths.finish_restore(vault)
    assert [one.name for one in tmp_path.iterdir()] == ["case.safehold"]
    ready.mkdir()
    paths.finish_restore(vault)
    assert ready.exists()


def test_a_case_whose_keys_are_gone_leaves_no_files(tmp_path: Path) -> None:
    vault = tmp_path / "case.safehold"
    older = tmp_path / "case-damaged-2026-11-20.safehold"
    for folder in (vault, older):
        folder.mkdir()
        (folder / "vault.db").write_bytes(b"1")
        for name in paths.KEY_FILES:
            (folder / name).write_bytes(paths.GONE)
    (vault / "keys.json").write_bytes(b"{}")  # that one still opens it
    paths.finish_delete(vault)
    assert [one.name for one in tmp_path.iterdir()] == ["case.safehold"]
    (vault / "keys.json").unlink()
    paths.finish_delete(vault)
    assert list(tmp_path.iterdir()) == []
    paths.finish_delete(vault)


def test_a_folder_without_keys_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "case.safehold").mkdir()
    paths.finish_delete(tmp_path / "case.safehold")
    assert (tmp_path / "case.safehold").is_dir()
