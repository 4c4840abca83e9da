# SPDX-License-Identifier: MIT
"""What can be read from a vault: the same for the one that writes and for readers in other threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from app.model import Fact
from app.vault import (
    anchors,
    checkpoints,
    copies,
    derivatives,
    entries,
    exhibits,
    found,
    held_in,
    ledger,
    listing,
    originals,
    purges,
    redactions,
    runs,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.model import Anchor, CaseFacts, Copy, Entry, Exhibit, ExhibitId, Listed, PairRecord, Purged
    from app.search.values import Match, ReadingState, ReadText
    from app.vault.connection import Database

F = TypeVar("F", bound=Fact)


class Reading:
    """Every read of a case over one connection. After closing, each raises VaultLocked."""

    def __init__(self, database: Database) -> None:
        """Read over this connection."""
        self._database = database

    def case(self) -> Entry[CaseFacts]:
        """Return the facts of the case."""
        return entries.case(self._database)

    def entries(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of this kind in its latest revision, in order of creation, no withdrawn ones."""
        return entries.entries(self._database, kind)

    def holds(self, kind: type[Fact]) -> bool:
        """Whether there is an entry of this kind that was not taken back."""
        return entries.holds(self._database, kind)

    def withdrawn(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of this kind that was taken back, in order of creation."""
        return entries.withdrawn(self._database, kind)

    def history(self, entry_id: str) -> tuple[Fact, ...]:
        """Return every revision of an entry, the first first.

        Raises:
            BadInput: no such entry.
        """
        return entries.history(self._database, entry_id)

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Return every exhibit by number, withdrawn ones included, but not those that were purged."""
        return exhibits.exhibits(self._database)

    def listed(self, newest: int | None = None) -> tuple[Listed, ...]:
        """Return the exhibits by number as lists show them; of many the newest ones, if a number is given."""
        return listing.listed(self._database, newest)

    def exhibit_ids(self) -> tuple[ExhibitId, ...]:
        """Return the ids of all exhibits, by number."""
        return listing.ids(self._database)

    def exhibit(self, exhibit_id: str) -> Exhibit:
        """Return one exhibit.

        Raises:
            BadInput: no such exhibit.
        """
        return exhibits.exhibit(self._database, exhibit_id)

    def unfinished_runs(self) -> tuple[Exhibit, ...]:
        """Return the runs with frames that no run record covers: broken off, and not withdrawn."""
        return runs.unfinished(self._database)

    def judged(self, exhibit_id: str) -> tuple[PairRecord, ...]:
        """Return what was found of the pairs of a run since it was last finished, in that order."""
        return runs.judged(self._database, exhibit_id)

    def acquisition_line(self, original_id: str) -> bytes:
        """Return the acquisition record of an exhibit or frame as hashed into the log: JCS JSON.

        Raises:
            BadInput: no such exhibit or frame.
        """
        return originals.line_of(self._database, original_id)

    def original(self, original_id: str) -> bytes:
        """Return the bytes as acquired.

        Raises:
            BadInput, HashMismatch, PicturesNotAllowed: as ``original_parts``.
        """
        return b"".join(self.original_parts(original_id))

    def original_parts(self, original_id: str) -> Iterator[bytes]:
        """Yield the bytes of an exhibit (of a run: its first frame) or frame, at most 4 MiB at a time.

        Raises:
            BadInput: no such exhibit or frame.
            PicturesNotAllowed: it is set apart.
            HashMismatch: after the last part, if they are not what was recorded.
        """
        return originals.parts(self._database, original_id)

    def is_apart(self, exhibit_id: str) -> bool:
        """Whether an exhibit is set apart: nobody may see, read or copy what it shows.

        Raises:
            BadInput: no such exhibit.
        """
        return originals.is_apart(self._database, exhibit_id)

    def derivative_line(self, derivative_id: str) -> bytes:
        """Return the record of a derivative as hashed into the log: JCS JSON.

        Raises:
            BadInput: no such derivative.
        """
        return derivatives.line_of(self._database, derivative_id)

    def derivative_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Yield the bytes of what was made from originals, at most 4 MiB at a time.

        Raises:
            BadInput: no such derivative.
            PicturesNotAllowed: a picture, and its exhibit is set apart.
            HashMismatch: after the last part, if they are not what was recorded.
        """
        return derivatives.parts(self._database, derivative_id)

    def thumbnail(self, original_id: str) -> bytes | None:
        """Return the small picture (JPEG) of an exhibit or frame, or None where there is none."""
        return originals.thumbnail(self._database, original_id)

    def reading_state(self) -> ReadingState:
        """Return how far the reading of pictures has come."""
        return texts.state(self._database)

    def unread(self, most: int = 1) -> tuple[ExhibitId, ...]:
        """Return originals that are still to be read, frames of runs included, the newest first.

        None while reading is off, none in a case without pictures, and no marked or withdrawn one.
        """
        return texts.unread(self._database, most)

    def texts(self, original_id: str) -> tuple[ReadText, ...] | None:
        """Return every line that was read in a picture, from top to bottom; None where it was not read."""
        return texts.texts(self._database, original_id)

    def to_cover_anew(self) -> tuple[ExhibitId, ...]:
        """Return the runs that were judged anew since parts of them were covered: a box may reach further."""
        return redactions.due(self._database)

    def covers_anything(self) -> bool:
        """Whether there is a redacted copy of anything."""
        return self._database.row("SELECT 1 FROM derivative WHERE kind = 'redacted' LIMIT 1") is not None

    def search(self, query: str, most: int = found.MOST) -> tuple[Match, ...]:
        """Return the exhibits in whose pictures this stands, as typed first, then the newest first."""
        return found.search(self._database, query, most)

    def records(self) -> Iterator[bytes]:
        """Yield the custody records as stored, in order, without line ends."""
        return ledger.lines(self._database)

    @property
    def record_count(self) -> int:
        """How many custody records there are."""
        return ledger.size(self._database)

    def checkpoints(self) -> tuple[str, ...]:
        """Return every signed head of the log, the oldest first."""
        return checkpoints.notes(self._database)

    def anchors(self) -> tuple[Anchor, ...]:
        """Return every outside time that came, the oldest first."""
        return anchors.anchors(self._database)

    def damaged_pages(self) -> int:
        """Return how many pages of the file are not as they were written; it reads the whole file.

        Source: SQLCipher, PRAGMA cipher_integrity_check; to be asked after the WAL was emptied.
        """
        return len(self._database.rows("PRAGMA cipher_integrity_check"))

    def copies(self) -> tuple[Copy, ...]:
        """Return every copy outside the vault that was ever made, the oldest first."""
        return copies.copies(self._database)

    def copies_that_may_hold(self, object_id: str) -> tuple[Copy, ...]:
        """Return the copies outside the vault that may hold an exhibit or a fact, the oldest first.

        Raises:
            BadInput: there is no such exhibit or fact.
        """
        return held_in.copies_that_may_hold(self._database, object_id)

    def purged(self) -> tuple[Purged, ...]:
        """Return everything that was removed for good, in the order in which it was."""
        return purges.purged(self._database)

    def purged_after(self, size: int) -> tuple[Purged, ...]:
        """Return what was removed since the log had this many records: a backup of then brings it back."""
        return purges.purged_after(self._database, size)

    @property
    def public_key(self) -> bytes:
        """The 32 bytes of the case's public key."""
        return checkpoints.signing_key(self._database).public_bytes

    @property
    def origin(self) -> str:
        """The name under which the log is signed."""
        return checkpoints.origin(self._database)

    @property
    def machine_alias(self) -> str:
        """The random name of the computer on which the case was begun."""
        return checkpoints.get(self._database, checkpoints.MACHINE).decode("utf-8")


class Reader(Reading):
    """One snapshot of the case for another thread: what is written meanwhile is not in it."""

    def __init__(self, database: Database, after: Callable[[], None]) -> None:
        """Hold the snapshot from now on; ``after`` is called once it is given up."""
        super().__init__(database)
        self._after = after
        database.run("BEGIN")
        database.value("SELECT count(*) FROM sqlite_master")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def connection(self) -> Database:
        """The connection the snapshot is held by."""
        return self._database

    def interrupt(self) -> None:
        """A read that is running in another thread ends with VaultLocked."""
        self._database.interrupt()

    def close(self) -> None:
        """The snapshot is given up."""
        self._database.close()
        self._after()
