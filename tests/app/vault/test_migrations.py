# SPDX-License-Identifier: MIT
from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import DiskFull, EvidenceError, VaultTooNew
from app.vault import migrations
from app.vault.connection import Database
from app.vault.migrations import copies, drop_copies, latest, migrate, version_of
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.vault import Vault

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


# What takes a file of the second schema back to the first: to have a real vault of the first release.
BACK_TO_FIRST = (
    "DROP TABLE reading_index",
    "DROP TABLE staged",
    "DROP TABLE anchor",
    "DROP TABLE purge",
    "DROP TABLE copy",
    "DROP VIEW readable",
    "DROP TABLE read_line",
    "DROP TABLE read_text",
    "DROP TABLE reading",
    "DROP TABLE withdrawn_entry",
    "DROP VIEW original",
    "DROP TABLE judged",
    "DROP TABLE derivative",
    "DROP TABLE frame",
    "DROP TABLE run",
    "CREATE TABLE bare AS SELECT id, jpeg FROM thumbnail",
    "DROP TABLE thumbnail",
    "CREATE TABLE thumbnail ( exhibit_id TEXT PRIMARY KEY REFERENCES exhibit (id),"  # noqa: ISC004
    " jpeg BLOB NOT NULL ) STRICT",
    "INSERT INTO thumbnail SELECT * FROM bare",
    "DROP TABLE bare",
    "PRAGMA user_version = 1",
)


def schema_of(database: Database) -> list[tuple[str, str]]:
    found = database.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    return [(name, " ".join(sql.split())) for name, sql in found]


def first_schema(tmp_path: Path) -> list[tuple[str, str]]:
    """What the first release had on disk."""
    steps, path = tmp_path / "first", tmp_path / "first.db"
    steps.mkdir()
    shutil.copy2(migrations.SCHEMA / "0001_initial.sql", steps)
    made = Database(path, KEY)
    migrate(made, path, steps)
    found = schema_of(made)
    made.close()
    return found


def test_a_vault_of_the_first_release_opens_and_takes_a_run(
    new_vault: Callable[..., Vault], reopen: Callable[..., Vault], folder: Path, tmp_path: Path
) -> None:
    vault = new_vault()
    single = vault.add_exhibit(acquisition(b"old"), thumbnail=b"jpeg")
    withdrawn = vault.withdraw_exhibit(vault.add_exhibit(acquisition(b"gone")).id, "by mistake")
    for statement in BACK_TO_FIRST:
        vault._database.run(statement)
    assert schema_of(vault._database) == first_schema(tmp_path)
    vault.close()
    brought_up = reopen()
    (copy,) = copies(folder / "vault.db")
    assert brought_up.exhibits() == (single, withdrawn)
    assert (brought_up.original(single.id), brought_up.thumbnail(single.id)) == (b"old", b"jpeg")
    assert brought_up._database.rows("PRAGMA foreign_key_check") == []
    run = finished_run(brought_up, 3)
    assert run.ref == "TJH/3"
    assert brought_up.check_originals(lambda _done: None, threading.Event()) == ()
    brought_up.close()
    assert copy.exists()
    again = reopen()
    assert (copies(folder / "vault.db"), again.exhibits()) == ([], (single, withdrawn, run))
