# SPDX-License-Identifier: MIT
"""Which Safehold this is."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from app.version import NOT_KNOWN, app_commit, app_version

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str) -> str:
    named = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "One")
    return folder


def test_the_version_stands_in_the_project_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "7.8.9"\n', encoding="utf-8")
    assert app_version(tmp_path) == "7.8.9"
    assert app_version() != NOT_KNOWN


@pytest.mark.parametrize("text", ["", "[project]\n", "not toml = = ="])
def test_a_project_file_without_one_says_not_known(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert app_version(tmp_path) == NOT_KNOWN


def test_no_project_file_and_no_checkout_say_not_known(tmp_path: Path) -> None:
    assert (app_version(tmp_path), app_commit(tmp_path)) == (NOT_KNOWN, NOT_KNOWN)


def test_the_commit_of_a_branch(checkout: Path) -> None:
    assert app_commit(checkout) == git(checkout, "rev-parse", "HEAD")


def test_the_commit_of_a_packed_branch(checkout: Path) -> None:
    git(checkout, "pack-refs", "--all")
    assert app_commit(checkout) == git(checkout, "rev-parse", "HEAD")


def test_the_commit_of_a_detached_head(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "--detach")
    assert app_commit(checkout) == git(checkout, "rev-parse", "HEAD")


def test_the_commit_of_a_second_work_tree(checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(checkout, "worktree", "add", "-q", "-b", "side", str(other))
    git(other, "commit", "-q", "--allow-empty", "-m", "Two")
    assert app_commit(other) == git(other, "rev-parse", "HEAD") != app_commit(checkout)


def test_a_checkout_without_a_commit_says_not_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert app_commit(tmp_path) == NOT_KNOWN
