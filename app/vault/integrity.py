# SPDX-License-Identifier: MIT
"""Every original, and what was made from them, read back and hashed again by two threads.

Each has a connection of its own.
Source: performance.md, G3: 4.1 times a loop over one connection with SQLCipher's default settings.
"""

from __future__ import annotations

import contextlib
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled, VaultDamaged
from app.vault import blobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from app.vault.connection import Database
    from app.vault.reading import Reader

WORKERS = 2
MOST_NAMED = 100  # in one record of at most 16 KiB

_ORIGINALS = """
    SELECT o.id, o.exhibit_id, o.acquisition FROM original o JOIN exhibit x ON x.id = o.exhibit_id
    ORDER BY x.number, o.n
"""
_MADE = """
    SELECT id, exhibit_id, record FROM derivative
    WHERE exhibit_id NOT IN (SELECT object_id FROM purge) ORDER BY seq
"""
_BLOB = """
    SELECT blob_id FROM original WHERE id = ?1 UNION ALL SELECT blob_id FROM derivative WHERE id = ?1
"""
_LINE = """
    SELECT acquisition FROM original WHERE id = ?1 UNION ALL SELECT record FROM derivative WHERE id = ?1
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that the vault keeps: an original, or what was made from originals.

    Attributes:
        exhibit_id: whose it is.
        ref: what to call it.
        is_original: as acquired, not made from something.
    """

    id: str
    exhibit_id: str
    ref: str
    sha256: str
    size_bytes: int
    is_original: bool


def recheck(
    new_reader: Callable[[], Reader], progress: Callable[[float], None], cancelled: threading.Event
) -> tuple[tuple[Kept, ...], tuple[Kept, ...]]:
    """Return the files that were checked, and those whose bytes are not what was recorded.

    Raises:
        Cancelled: the person stopped it.
        VaultLocked: the vault was locked meanwhile.
    """
    with new_reader() as reader:
        found = files_of(reader.connection)
    return found, Recheck(found, progress, cancelled).run(lambda: _connection(new_reader))


@contextlib.contextmanager
def _connection(new_reader: Callable[[], Reader]) -> Iterator[Database]:
    """Give the connection of a snapshot."""
    with new_reader() as reader:
        yield reader.connection


def files_of(database: Database) -> tuple[Kept, ...]:
    """Return every original by number and place in its run, then what was made from originals.

    Raises:
        VaultDamaged: a record cannot be read.
    """
    taken = database.rows(_ORIGINALS)
    made = database.rows(_MADE)
    try:
        return (*(_original(*row) for row in taken), *(_derivative(*row) for row in made))
    except (ValueError, KeyError) as error:
        raise VaultDamaged("the record of a file cannot be read") from error


def _original(file_id: str, exhibit_id: str, line: bytes) -> Kept:
    """Return an original as its acquisition record has it."""
    record = json.loads(line)
    ref, content = record["exhibit_ref"], record["content"]
    return Kept(file_id, exhibit_id, ref, content["sha256"], content["size_bytes"], is_original=True)


def _derivative(file_id: str, exhibit_id: str, line: bytes) -> Kept:
    """Return a derivative as its record has it."""
    record = json.loads(line)
    name = f"{record['exhibit_ref']} {record['kind']}"
    return Kept(file_id, exhibit_id, name, record["sha256"], record["size_bytes"], is_original=False)


def line_of(database: Database, kept: Kept) -> bytes:
    """Return the record of a file as it is stored."""
    return bytes(database.value(_LINE, (kept.id,)))


def findings(checked: tuple[Kept, ...], differing: tuple[Kept, ...]) -> dict[str, object]:
    """Return what the record of a check says."""
    exhibits = list(dict.fromkeys(kept.exhibit_id for kept in differing))[:MOST_NAMED]
    files = [kept.id for kept in differing if kept.id != kept.exhibit_id][:MOST_NAMED]
    originals = sum(kept.is_original for kept in checked)
    said: dict[str, object] = {"checked": originals, "differs": len(differing), "exhibits": exhibits}
    derived = len(checked) - originals
    return said | ({"derivatives": derived} if derived else {}) | ({"files": files} if files else {})


class Recheck:
    """One run over every file; the workers take the next one as they are free."""

    def __init__(
        self, files: tuple[Kept, ...], progress: Callable[[float], None], cancelled: threading.Event
    ) -> None:
        """Check these files."""
        self._total_bytes = sum(kept.size_bytes for kept in files) or 1
        self._left: Iterator[tuple[int, Kept]] = iter(enumerate(files))
        self._lock = threading.Lock()
        self._done_bytes = 0
        self._progress = progress
        self._cancelled = cancelled
        self._differing: list[tuple[int, Kept]] = []

    def run(self, connected: Callable[[], AbstractContextManager[Database]]) -> tuple[Kept, ...]:
        """Return the files whose bytes are not what was recorded, in order.

        Args:
            connected: gives a connection for one thread; another after one that met a damaged page.

        Raises:
            Cancelled: the person stopped it.
            VaultLocked: the vault was locked meanwhile.
        """
        with ThreadPoolExecutor(WORKERS, thread_name_prefix="verify") as pool:
            for work in [pool.submit(self._work, connected) for _ in range(WORKERS)]:
                work.result()
        if self._cancelled.is_set():
            raise Cancelled("checking the originals")
        return tuple(kept for _, kept in sorted(self._differing, key=lambda placed: placed[0]))

    def _work(self, connected: Callable[[], AbstractContextManager[Database]]) -> None:
        """Check one file after another until none is left."""
        is_left = True
        while is_left:
            with connected() as database:
                is_left = self._work_over(database)

    def _work_over(self, database: Database) -> bool:
        """Check files until none is left, or one cannot be read. Returns: whether to go on.

        Once SQLCipher has met a damaged page its connection reads nothing any more.
        """
        while not self._cancelled.is_set():
            placed = self._next()
            if placed is None:
                return False
            try:
                self._note(placed, is_right=_is_right(database, placed[1]))
            except VaultDamaged:
                self._note(placed, is_right=False)
                return True
        return False

    def _next(self) -> tuple[int, Kept] | None:
        """Return a file nobody has taken yet, with its place."""
        with self._lock:
            return next(self._left, None)

    def _note(self, placed: tuple[int, Kept], *, is_right: bool) -> None:
        """Count one as done; one worker at a time tells how far it is, so the figure only rises."""
        with self._lock:
            self._done_bytes += placed[1].size_bytes
            if not is_right:
                self._differing.append(placed)
            self._progress(min(self._done_bytes / self._total_bytes, 1.0))


def _is_right(database: Database, kept: Kept) -> bool:
    """Whether the stored bytes are those of the record.

    Raises:
        VaultDamaged: they cannot be read.
    """
    return blobs.matches(database, database.value(_BLOB, (kept.id,)), kept.sha256)
