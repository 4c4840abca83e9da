# SPDX-License-Identifier: MIT
"""Every original read back and hashed again, by two threads with a connection each.

Source: performance.md, G3: 4.1 times a loop over one connection with SQLCipher's default settings.
"""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from app.errors import Cancelled
from app.vault import blobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.model import Exhibit
    from app.vault.connection import Database
    from app.vault.reading import Reader

WORKERS = 2
MOST_NAMED = 100  # in one record of at most 16 KiB


def recheck(
    new_reader: Callable[[], Reader], progress: Callable[[float], None], cancelled: threading.Event
) -> tuple[int, tuple[Exhibit, ...]]:
    """Return how many exhibits were checked, and those whose bytes are not what was recorded.

    Raises:
        Cancelled: the person stopped it.
        VaultLocked: the vault was locked meanwhile.
    """
    with contextlib.ExitStack() as stack:
        readers = [stack.enter_context(new_reader()) for _ in range(WORKERS)]
        found = readers[0].exhibits()
        differing = Recheck(found, progress, cancelled).run([reader.connection for reader in readers])
    return len(found), differing


def findings(checked: int, differing: tuple[Exhibit, ...]) -> dict[str, object]:
    """Return what the record of a check says."""
    ids = [exhibit.id for exhibit in differing[:MOST_NAMED]]
    return {"checked": checked, "differs": len(differing), "exhibits": ids}


class Recheck:
    """One run over every exhibit; the workers take the next one as they are free."""

    def __init__(
        self, exhibits: tuple[Exhibit, ...], progress: Callable[[float], None], cancelled: threading.Event
    ) -> None:
        """Check these exhibits."""
        self._total_bytes = sum(exhibit.record.content.size_bytes for exhibit in exhibits) or 1
        self._left: Iterator[Exhibit] = iter(exhibits)
        self._lock = threading.Lock()
        self._done_bytes = 0
        self._progress = progress
        self._cancelled = cancelled
        self._differing: list[Exhibit] = []

    def run(self, databases: list[Database]) -> tuple[Exhibit, ...]:
        """Return the exhibits whose bytes are not what was recorded, by number.

        Raises:
            Cancelled: the person stopped it.
            VaultLocked: the vault was locked meanwhile.
        """
        with ThreadPoolExecutor(len(databases), thread_name_prefix="verify") as pool:
            for work in [pool.submit(self._work, database) for database in databases]:
                work.result()
        if self._cancelled.is_set():
            raise Cancelled("checking the originals")
        return tuple(sorted(self._differing, key=lambda exhibit: exhibit.number))

    def _work(self, database: Database) -> None:
        """Check one exhibit after another until none is left."""
        while not self._cancelled.is_set():
            exhibit = self._next()
            if exhibit is None:
                return
            self._note(exhibit, is_right=_is_right(database, exhibit))

    def _next(self) -> Exhibit | None:
        """Return an exhibit nobody has taken yet."""
        with self._lock:
            return next(self._left, None)

    def _note(self, exhibit: Exhibit, *, is_right: bool) -> None:
        """Count one as done; one worker at a time tells how far it is, so the figure only rises."""
        with self._lock:
            self._done_bytes += exhibit.record.content.size_bytes
            if not is_right:
                self._differing.append(exhibit)
            self._progress(min(self._done_bytes / self._total_bytes, 1.0))


def _is_right(database: Database, exhibit: Exhibit) -> bool:
    """Whether the stored bytes are those of the acquisition record."""
    blob_id = database.value("SELECT blob_id FROM exhibit WHERE id = ?", (exhibit.id,))
    return blobs.matches(database, blob_id, exhibit.sha256)
