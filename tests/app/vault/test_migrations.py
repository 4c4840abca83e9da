# SPDX-License-Identifier: MIT
from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.errors import DiskFull, EvidenceError, VaultTooNew
from app.vault import migrations
from app.vault.connection import Database
from app.vault.migrations import copies, drop_copies, latest, migrate, version_of

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(32)
NEXT = (
    "ALTER TABLE draft ADD COLUMN at TEXT; -- a comment; with a semicolon\nCREATE TABLE later (id INTEGER);"
)


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A copy of the real steps, to add to."""
    return shutil.copytree(migrations.SCHEMA, tmp_path / "schema")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.fixture
def present(path: Path) -> Database:
    """A database of the present schema with something in it."""
    made = Database(path, KEY)
    assert migrate(made, path)
    made.run("INSERT INTO draft VALUES ('key', 'kept')")
    return made


def add_step(schema: Path, sql: str) -> None:
    (schema / f"{latest(schema) + 1:04d}_next.sql").write_text(sql)


def test_steps_are_numbered_without_a_gap() -> None:
    names = sorted(step.name for step in migrations.SCHEMA.glob("*.sql"))
    assert [int(name[:4]) for name in names] == list(range(1, latest() + 1))


def test_the_newest_is_left_alone(present: Database, path: Path) -> None:
    assert version_of(present) == latest()
    assert not migrate(present, path)
    assert copies(path) == []
    present.close()


def test_an_older_one_is_copied_first_then_brought_up(present: Database, path: Path, schema: Path) -> None:
    add_step(schema, NEXT)
    assert migrate(present, path, schema)
    assert version_of(present) == latest() + 1
    assert present.rows("SELECT key, text, at FROM draft") == [("key", "kept", None)]
    present.close()
    (copy,) = copies(path)
    old = Database(copy, KEY)
    assert version_of(old) == latest()
    assert old.rows("SELECT * FROM draft") == [("key", "kept")]
    old.close()
    for aside in path.parent.glob(f"{copy.name}-*"):
        aside.unlink()
    drop_copies(path)
    assert copies(path) == []


def test_a_step_that_fails_changes_nothing(present: Database, path: Path, schema: Path) -> None:
    add_step(schema, "CREATE TABLE half (id INTEGER); INSERT INTO missing VALUES (1);")
    with pytest.raises(EvidenceError):
        migrate(present, path, schema)
    assert version_of(present) == latest()
    assert present.rows("SELECT name FROM sqlite_master WHERE name = 'half'") == []
    assert present.rows("SELECT text FROM draft") == [("kept",)]
    assert len(copies(path)) == 1
    present.close()


def test_a_later_release_is_told_apart_and_untouched(present: Database, path: Path) -> None:
    present.run(f"PRAGMA user_version = {latest() + 1}")
    with pytest.raises(VaultTooNew):
        migrate(present, path)
    assert present.rows("SELECT text FROM draft") == [("kept",)]
    present.close()


def test_no_room_for_the_copy_leaves_all_as_it_was(
    present: Database, path: Path, schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(schema, NEXT)

    def full(_source: Path, copy: Path) -> None:
        copy.write_bytes(b"half")
        raise OSError(28, "full")

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(DiskFull):
        migrate(present, path, schema)
    assert (version_of(present), copies(path)) == (latest(), [])
    present.close()
