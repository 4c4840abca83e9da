# SPDX-License-Identifier: MIT
"""The encrypted database; the only importer of sqlcipher3.

Page size and HMAC algorithm are process-wide defaults set before any other statement: they are not stored in
the file, and forgetting them looks like a wrong key. Source: evidence.md, section 3; toolchain.md.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from sqlcipher3 import dbapi2

from app.errors import BadInput, ComputerBusy, DiskFull, EvidenceError, VaultDamaged, VaultError, VaultLocked
from app.vault.disk import make_private_file
from app.vault.freed import overwrite_freed
from app.vault.meanings import meaning_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from pathlib import Path


V = TypeVar("V")

PAGE_BYTES = 16_384  # Source: performance.md: reads 570 against 267 MB/s for the defaults
BUSY_MS = 5_000
_DIGITS = b"0123456789abcdef"
COPY_PAGES = 256  # 4 MiB between two looks at whether to stop

_PROCESS_WIDE = (
    f"PRAGMA cipher_default_page_size = {PAGE_BYTES}",
    "PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256",
    "PRAGMA cipher_log_level = NONE",  # it prints on a wrong key
)
_EACH_CONNECTION = (
    "PRAGMA cipher_log_level = NONE",
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
)
_READER = (
    "PRAGMA query_only = ON",
    "PRAGMA cache_size = -1000",  # KiB: fits the processor's cache; originals are read 1.7 times as fast
)
_NEW_FILE = ("PRAGMA auto_vacuum = INCREMENTAL",)  # before the first table; later it would write each time
_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)


class Database:
    """One connection. Writes go through ``transaction``; any thread may call, one at a time."""

    def __init__(self, path: Path, key: bytes, *, is_reader: bool = False, is_still: bool = False) -> None:
        """Open the file, and create it if this is the writer and it is missing.

        Args:
            path: of the file.
            key: 32 bytes.
            is_reader: nothing is written over this connection.
            is_still: a reader of a file that nobody writes to: not one file is made beside it.

        Raises:
            VaultDamaged: the file cannot be read with this key.
            FolderReadOnly, DiskFull, VaultBusy: as named.
        """
        self._lock = threading.RLock()
        self._memory: dict[Hashable, object] = {}
        self._owes_traces = False
        pragmas: tuple[str, ...] = _EACH_CONNECTION + (_READER if is_reader or is_still else _WRITER)
        if not (is_reader or is_still):
            make_private_file(path)
            pragmas = pragmas if path.stat().st_size else _NEW_FILE + pragmas
        _set_process_wide()
        with _sqlite_errors():
            where = f"{path.absolute().as_uri()}?immutable=1" if is_still else str(path)
            self._raw: Any = dbapi2.connect(
                where, uri=is_still, isolation_level=None, check_same_thread=False
            )
        try:
            self._set_up(key, pragmas)
        except BaseException:
            self._raw.close()
            raise

    def _set_up(self, key: bytes, pragmas: Sequence[str]) -> None:
        """Give the key and the settings; the first page is read, which shows whether the key fits."""
        with _sqlite_errors():
            _give_key(self._raw, key)
            for pragma in pragmas:
                self._raw.execute(pragma).fetchall()
            self._raw.execute("SELECT count(*) FROM sqlite_master").fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything written inside is durable afterwards, or none of it is.

        Raises:
            DiskFull, VaultDamaged, VaultLocked: nothing was changed.
        """
        with self._lock:
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            self.settle()

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """The statement has been carried out. Returns: the row id of what was inserted last."""
        with self._lock, _sqlite_errors():
            return int(self._raw.execute(sql, values).lastrowid or 0)

    def script(self, sql: str) -> None:
        """All statements of the text have been carried out."""
        with self._lock, _sqlite_errors():
            self._raw.executescript(sql)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return every row."""
        with self._lock, _sqlite_errors():
            return list(self._raw.execute(sql, values).fetchall())

    def row(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Return the first row, or None if there is none."""
        with self._lock, _sqlite_errors():
            found = self._raw.execute(sql, values).fetchone()
            return None if found is None else tuple(found)

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the one value of the one row.

        Raises:
            VaultDamaged: there is no such row.
        """
        found = self.row(sql, values)
        if found is None:
            raise VaultDamaged("a row that must be there is missing")
        return found[0]

    def remember(self, name: Hashable, value: V) -> V:
        """Return what was read from rows that never change.

        It is kept until the connection is closed, or a transaction undone: it may have been of that one.
        """
        with self._lock:
            self._memory[name] = value
        return value

    def remembered(self, name: Hashable) -> object:
        """Return what was read before, or None."""
        with self._lock:
            return self._memory.get(name)

    def forget(self) -> None:
        """Nothing that was read is remembered: some of it may not be there any more."""
        with self._lock:
            self._memory.clear()

    def give_back(self, pages: int) -> bool:
        """At most so many free pages went back to the disk. Returns: whether there are more.

        Source: SQLite, PRAGMA incremental_vacuum; a plain VACUUM takes as much memory as the file is large.
        """
        self.rows(f"PRAGMA incremental_vacuum({pages})")
        is_more = bool(self.value("PRAGMA freelist_count"))
        if not is_more:
            self.truncate_wal()  # the file becomes shorter with this, not before
        return is_more

    def truncate_wal(self) -> bool:
        """What was committed stands in the main file; beside a reader it stays in the WAL, as safe there.

        Returns: whether the WAL is empty now.
        """
        with contextlib.suppress(VaultError, DiskFull):
            return self._empty_wal()
        return False

    def _empty_wal(self) -> bool:
        """As ``truncate_wal``; a disk that cannot take it raises. Beside a reader SQLite raises nothing."""
        return bool(self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0)

    def at_rest(self, begin: Callable[[], V]) -> V | None:
        """Return what ``begin`` returns, called while the file holds everything and nobody writes.

        None, without waiting, beside a reader that still needs what is in the WAL. One that begins inside
        keeps the file as it is while it reads: what is committed meanwhile stays in the WAL.
        Source: SQLite, wal.c: a checkpoint writes to the file only while no reader holds WAL_READ_LOCK(0).
        Raises: DiskFull, VaultDamaged: waiting would not help.
        """
        with self._lock:
            self.rows("PRAGMA busy_timeout = 0")
            try:
                return begin() if self._empty_wal() else None
            finally:
                self.rows(f"PRAGMA busy_timeout = {BUSY_MS}")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Whoever else reads or writes over this connection waits until the end."""
        with self._lock:
            yield

    def copy_to(self, other: Database, heard: Callable[[float], None]) -> None:
        """The other database, of another key, holds every page of this one.

        Args:
            other: empty.
            heard: told how far it is, from 0.0 to 1.0; what it raises ends the copying.

        Raises:
            DiskFull, VaultDamaged: as named.
        """

        def tell(_status: int, remaining: int, total: int) -> None:
            heard(1.0 - remaining / max(total, 1))

        with self._lock, _sqlite_errors():
            self._raw.backup(other._raw, pages=COPY_PAGES, progress=tell)

    def leave_no_trace(self) -> None:
        """What is deleted in the open transaction will not stay in the WAL either.

        It is emptied right after the commit; beside a reader as soon as that has ended, see ``settle``.
        """
        with self._lock:
            self._owes_traces = True

    def settle(self) -> None:
        """The WAL is emptied if what was deleted may still be in it; without waiting for anybody."""
        if not self._owes_traces:
            return  # without the lock: whoever gives up a reader waits for no write
        with self._lock, contextlib.suppress(EvidenceError):
            self._owes_traces = not self.at_rest(lambda: True)

    def interrupt(self) -> None:
        """A statement that is running in another thread ends with VaultLocked."""
        with contextlib.suppress(dbapi2.Error):
            self._raw.interrupt()

    def close(self) -> None:
        """The file is closed; every later call raises VaultLocked."""
        with self._lock, contextlib.suppress(dbapi2.Error):
            self._memory.clear()
            self._raw.close()
            overwrite_freed(PAGE_BYTES)

    def _roll_back(self) -> None:
        """Undo what is open; SQLite has done so itself after some errors."""
        self._memory.clear()
        with contextlib.suppress(dbapi2.Error):
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK")


def _give_key(raw: Any, key: bytes) -> None:
    """The connection has its key, and we keep no spelling of it.

    As the text of a PRAGMA it stayed in freed memory after the vault was locked: in Python's and in SQLite's.
    """
    spelled = bytearray(b"x'" + bytes(2 * len(key)) + b"'")  # SQLCipher's own form of a raw key
    try:
        for place, byte in enumerate(key):
            spelled[2 + 2 * place], spelled[3 + 2 * place] = _DIGITS[byte >> 4], _DIGITS[byte & 15]
        raw.set_key(spelled)
    finally:
        spelled[:] = bytes(len(spelled))


def _set_process_wide() -> None:
    """Set what every later connection of this process starts with; doing it again changes nothing."""
    with contextlib.closing(dbapi2.connect(":memory:")) as first:
        for pragma in _PROCESS_WIDE:
            first.execute(pragma).fetchall()


@contextlib.contextmanager
def _sqlite_errors() -> Iterator[None]:
    """Errors of SQLite come out as errors with words for the person."""
    try:
        yield
    except dbapi2.ProgrammingError as error:
        if "closed" not in str(error):
            raise
        raise VaultLocked("the vault is closed") from error
    except MemoryError as error:
        raise ComputerBusy("SQLITE_NOMEM") from error
    except UnicodeEncodeError:
        raise BadInput("half a character in a text") from None  # that error carries the whole text
    except dbapi2.Error as error:
        raise meaning_of(getattr(error, "sqlite_errorname", type(error).__name__)) from error
