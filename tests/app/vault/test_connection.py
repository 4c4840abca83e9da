# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput, DiskFull, EvidenceError, FolderReadOnly, VaultDamaged, VaultLocked
from app.vault.connection import BUSY_MS, PAGE_BYTES, Database
from tests.fakes.modes import has_mode

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.fixture
def table(path: Path) -> Database:
    made = Database(path, KEY)
    made.run("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT NOT NULL)")
    return made


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("cipher_page_size", "16384"),
        ("cipher_hmac_algorithm", "HMAC_SHA256"),
        ("page_size", "16384"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("foreign_keys", 1),
        ("auto_vacuum", 2),
    ],
)
def test_settings(table: Database, setting: str, value: object) -> None:
    assert table.value(f"PRAGMA {setting}") == value


def test_the_file_is_private_and_says_nothing(table: Database, path: Path) -> None:
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES ('planted-word')")
    table.close()
    assert has_mode(path, 0o600)
    assert path.stat().st_size % PAGE_BYTES == 0
    assert b"planted-word" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")


def test_what_is_remembered_is_forgotten_when_it_closes(table: Database) -> None:
    assert table.remembered(("frame", "a")) is None
    assert table.remember(("frame", "a"), "what it says") == "what it says"
    assert table.remembered(("frame", "a")) == "what it says"
    table.close()
    assert table.remembered(("frame", "a")) is None


def test_kept_after_closing(table: Database, path: Path) -> None:
    table.run("INSERT INTO t (word) VALUES ('kept')")
    table.close()
    again = Database(path, KEY)
    assert again.rows("SELECT word FROM t") == [("kept",)]
    again.close()


def test_opening_writes_nothing(table: Database, path: Path) -> None:
    table.truncate_wal()
    table.close()
    before = path.read_bytes()
    for is_reader in (False, True):
        again = Database(path, KEY, is_reader=is_reader)
        assert again.value("PRAGMA auto_vacuum") == 2
        again.close()
    assert path.read_bytes() == before


def test_another_key_is_damage_and_prints_nothing(
    table: Database, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table.close()
    with pytest.raises(VaultDamaged):
        Database(path, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_foreign_file_is_damage(path: Path) -> None:
    path.write_bytes(b"not a database" * 5000)
    with pytest.raises(VaultDamaged):
        Database(path, KEY)


def test_a_transaction_is_whole_or_nothing(table: Database) -> None:
    def half() -> None:
        with table.transaction():
            table.run("INSERT INTO t (word) VALUES ('half')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert table.rows("SELECT * FROM t") == []
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES ('whole')")
    assert table.rows("SELECT word FROM t") == [("whole",)]


def test_a_broken_constraint_undoes_the_transaction(table: Database) -> None:
    def twice() -> None:
        with table.transaction():
            table.run("INSERT INTO t VALUES (1, 'one')")
            table.run("INSERT INTO t VALUES (1, 'two')")

    with pytest.raises(BadInput):
        twice()
    assert table.rows("SELECT * FROM t") == []


def test_a_row_that_must_be_there(table: Database) -> None:
    assert table.row("SELECT * FROM t") is None
    with pytest.raises(VaultDamaged):
        table.value("SELECT word FROM t")


def test_after_closing_everything_is_locked(table: Database) -> None:
    table.close()
    table.close()
    table.interrupt()
    with pytest.raises(VaultLocked):
        table.rows("SELECT 1")
    with pytest.raises(VaultLocked), table.transaction():
        pass


def test_a_mistake_of_ours_is_not_dressed_up(table: Database) -> None:
    with pytest.raises(Exception, match="bindings") as raised:
        table.rows("SELECT ?", ())
    assert not isinstance(raised.value, VaultLocked)


def test_a_reader_sees_and_does_not_write(table: Database, path: Path) -> None:
    table.run("INSERT INTO t (word) VALUES ('seen')")
    reader = Database(path, KEY, is_reader=True)
    assert reader.rows("SELECT word FROM t") == [("seen",)]
    with pytest.raises(FolderReadOnly):
        reader.run("INSERT INTO t (word) VALUES ('no')")
    reader.close()
    table.close()


def test_a_long_read_can_be_interrupted(table: Database, path: Path) -> None:
    reader = Database(path, KEY, is_reader=True)
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    raised: list[BaseException] = []

    def read() -> None:
        try:
            reader.rows(counting)
        except VaultLocked as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    while thread.is_alive():
        reader.interrupt()
        thread.join(0.01)
    assert len(raised) == 1
    reader.close()


def test_threads_write_one_after_another(table: Database) -> None:
    def write() -> None:
        for _ in range(20):
            with table.transaction():
                count = table.value("SELECT count(*) FROM t")
                table.run("INSERT INTO t (word) VALUES (?)", (str(count),))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [word for (word,) in table.rows("SELECT word FROM t ORDER BY id")] == [str(n) for n in range(80)]


def test_truncating_beside_a_reader_is_no_fault(table: Database, path: Path) -> None:
    table.run("INSERT INTO t (word) VALUES ('one')")
    reader = Database(path, KEY, is_reader=True)
    reader.run("BEGIN")
    reader.rows("SELECT * FROM t")
    table.run("PRAGMA busy_timeout = 1")
    table.run("INSERT INTO t (word) VALUES ('two')")
    table.truncate_wal()
    assert reader.value("SELECT count(*) FROM t") == 1
    reader.close()
    table.truncate_wal()
    assert path.with_name("vault.db-wal").stat().st_size == 0
    assert table.value("SELECT count(*) FROM t") == 2


def test_at_rest_beside_a_reader_keeps_the_file_as_it_is(table: Database, path: Path) -> None:
    def begin() -> Database:
        reader = Database(path, KEY, is_reader=True)
        reader.run("BEGIN")
        reader.value("SELECT count(*) FROM t")
        return reader

    reader = table.at_rest(begin)
    assert reader is not None
    before = path.read_bytes()
    for word in ("one", "two", "three"):
        with table.transaction():
            table.run("INSERT INTO t (word) VALUES (?)", (word * 20_000,))
    assert not table.truncate_wal()
    assert path.read_bytes() == before
    assert reader.value("SELECT count(*) FROM t") == 0
    reader.close()
    assert table.truncate_wal()
    assert path.read_bytes() != before


def test_at_rest_waits_for_nobody(table: Database, path: Path) -> None:
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES ('kept')")
    reader = Database(path, KEY, is_reader=True)
    reader.run("BEGIN")
    reader.value("SELECT count(*) FROM t")
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES ('later')")
    assert table.at_rest(lambda: "called") is None
    assert table.value("PRAGMA busy_timeout") == BUSY_MS
    reader.close()
    assert table.at_rest(lambda: "called") == "called"


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_at_rest_on_a_full_disk_says_so_instead_of_waiting_for_ever(table: Database, path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    with table.transaction():
        table.run("INSERT INTO t (word) VALUES (?)", ("long" * 40_000,))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
    try:
        with pytest.raises(DiskFull):
            table.at_rest(lambda: "called")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert table.at_rest(lambda: "called") == "called"


def test_a_file_that_is_still_is_read_and_nothing_is_made_beside_it(table: Database, path: Path) -> None:
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES ('kept')")
    table.close()
    still = Database(path, KEY, is_still=True)
    assert still.rows("SELECT word FROM t") == [("kept",)]
    assert [one.name for one in path.parent.iterdir()] == ["vault.db"]
    with pytest.raises(EvidenceError):
        still.run("INSERT INTO t (word) VALUES ('no')")
    still.close()


def test_a_copy_under_another_key_holds_the_same(table: Database, path: Path) -> None:
    with table.transaction():
        table.run("INSERT INTO t (word) VALUES (?)", ("kept" * 100_000,))
    seen: list[float] = []
    other = Database(path.with_name("other.db"), bytes(32))
    table.copy_to(other, seen.append)
    assert other.rows("SELECT * FROM t") == table.rows("SELECT * FROM t")
    assert other.value("PRAGMA auto_vacuum") == table.value("PRAGMA auto_vacuum")
    assert (seen, seen[-1]) == (sorted(seen), 1.0)
    other.close()
    table.close()
    with pytest.raises(VaultDamaged):
        Database(path.with_name("other.db"), KEY)
