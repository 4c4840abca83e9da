# SPDX-License-Identifier: MIT
"""A file of every schema there ever was, made by its own steps and filled, opens and has lost nothing."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Contact, CopyKind, Rect
from app.redaction import cover
from app.search.values import ReadText
from app.vault import migrations
from app.vault.connection import Database
from app.vault.copies import NewCopy
from tests.fakes.acquisitions import acquisition
from tests.fakes.covered import kept_picture
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.vault import Vault

LATEST = migrations.latest()
READ = ReadText(Rect(0, 0, 90, 20), "pay 500 by Friday", 980)


def basics(vault: Vault) -> None:
    """What the first release could keep."""
    vault.add_exhibit(acquisition(b"one"), thumbnail=b"jpeg")
    vault.add_exhibit(acquisition(b"two" * 4_000_000))
    vault.withdraw_exhibit(vault.add_exhibit(acquisition(b"gone")).id, "by mistake")
    entry = vault.add(Contact("Sam"))
    vault.revise(entry.id, Contact("Sam", relation="a friend"))
    vault.save_draft("somewhere", "half typed")


def texts(vault: Vault) -> None:
    vault.keep_texts(vault.exhibits()[0].id, [READ], "a reader")


def copied(vault: Vault) -> None:
    vault.note_copy(NewCopy(CopyKind.BACKUP, "/stick/case"), {}, size=9)


def covered(vault: Vault) -> None:
    kept = kept_picture(vault)
    cover(vault, kept.id, {kept.id: [Rect(10, 20, 60, 12)]})


# What came with each step; a file of a step holds what came with it and before.
CAME: dict[int, Callable[[Vault], object]] = {
    1: basics,
    2: lambda vault: finished_run(vault, 3),
    3: lambda vault: vault.withdraw(vault.add(Contact("Alex")).id),
    4: texts,
    5: copied,
    6: lambda vault: vault.purge_exhibit(vault.exhibits()[1].id, "asked for"),
    7: lambda vault: vault.begin_anchor(),
    8: covered,
}


def told(vault: Vault) -> tuple[object, ...]:
    """Everything that a person would miss."""
    return (
        vault.case().fact,
        vault.exhibits(),
        [b"".join(vault.original_parts(frame.id)) for one in vault.exhibits() for frame in one.originals],
        [vault.thumbnail(one.id) for one in vault.exhibits()],
        [vault.entries(kind) for kind in (Account, Contact)],
        [vault.history(one.id) for one in vault.entries(Contact)],
        [vault.withdrawn(Contact), vault.draft("somewhere")],
        [vault.texts(one.id) for one in vault.exhibits()],
        [one.ref for match in [vault.search("friday")] for one in vault.exhibits() if match],
        [vault.copies(), vault.purged_after(0)],
    )


def as_of(database: Database, path: Path, key: bytes, schema: int, steps: Path) -> None:
    """A file of an older schema holds what this one holds, as far as it has a place for it."""
    steps.mkdir()
    for step in sorted(migrations.SCHEMA.glob("*.sql"))[:schema]:
        shutil.copy2(step, steps)
    old = Database(path, key)
    migrations.migrate(old, path, steps)
    old.run("PRAGMA foreign_keys = OFF")
    for (table,) in old.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'"):
        known = [row[1] for row in old.rows(f"PRAGMA table_info({table})")]
        here = {row[1] for row in database.rows(f"PRAGMA table_info({table})")}
        columns = ", ".join(name for name in known if name in here)
        marks = ", ".join("?" for name in known if name in here)
        old.run(f"DELETE FROM {table}")  # noqa: S608 - names out of our own schema
        for row in database.rows(f"SELECT {columns} FROM {table}"):  # noqa: S608 - as above
            old.run(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)  # noqa: S608
    if old.row("SELECT 1 FROM sqlite_master WHERE name = 'reading_index'"):
        old.run("INSERT INTO reading_index (reading_index) VALUES ('rebuild')")
    assert old.rows("PRAGMA foreign_key_check") == []
    assert migrations.version_of(old) == schema
    old.truncate_wal()
    old.close()


def test_every_schema_has_something_of_its_own() -> None:
    assert sorted(CAME) == list(range(1, LATEST + 1))


@pytest.mark.parametrize("schema", range(1, LATEST + 1))
def test_it_opens_and_has_lost_nothing(
    new_vault: Callable[..., Vault],
    reopen: Callable[..., Vault],
    folder: Path,
    tmp_path: Path,
    schema: int,
) -> None:
    vault = new_vault()
    for step in range(1, schema + 1):
        CAME[step](vault)
    before, lines = told(vault), list(vault.records())
    old = tmp_path / "old.db"
    as_of(vault._database, old, vault._keys.data_key, schema, tmp_path / "steps")
    vault.close()
    old.replace(folder / "vault.db")
    brought_up = reopen()
    assert told(brought_up) == before
    assert list(brought_up.records())[: len(lines)] == lines
    assert brought_up._database.rows("PRAGMA foreign_key_check") == []
    assert migrations.version_of(brought_up._database) == LATEST
    brought_up.add_exhibit(acquisition(b"one more"))
    assert brought_up.check(lambda _done: None, threading.Event()).is_fine
    brought_up.close()
    assert len(migrations.copies(folder / "vault.db")) == (schema < LATEST)
    again = reopen()
    assert migrations.copies(folder / "vault.db") == []
    assert told(again)[2][:-1] == before[2]  # type: ignore[index]
