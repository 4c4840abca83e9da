# SPDX-License-Identifier: MIT
"""Everything a case can be checked for, in one go: pages, keys, log, signed heads, records, and every file.

It reads over connections of its own, and the file is held still meanwhile: whoever takes pictures waits for
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.checkpoint import read_checkpoint
from app.custody.log import follow, read_record
from app.custody.tree import Frontier
from app.errors import Cancelled, ChainBroken
from app.hashing import sha256_of
from app.vault import checkpoints, ledger
from app.vault.integrity import files_of, findings, line_of, recheck
from app.vault.keyfile import differing_copies
from app.vault.pages import damaged_pages

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from app.vault.backup import Still
    from app.vault.connection import Database
    from app.vault.integrity import Kept
    from app.vault.reading import Reader

PAGES_FROM, FILES_FROM = 0.1, 0.4  # shares of the bar
FAULTS = ("pages_damaged", "keys_damaged", "log_broken_at", "heads_differ")
CHECK = b'"integrity.check"'
LOOK_EVERY = 256  # records between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Attributes:
        checked: originals that were read back.
        differing: refs of files that are not what was recorded, or of which the log knows nothing.
        damaged_pages: how many pages of the file are not as they were written.
        damaged_keys: how many of the two copies of the key file are not as they should be.
        broken_at: the first record that does not fit; 0 if all do.
        heads: how many signed heads do not fit the log.
    """

    checked: int
    differing: tuple[str, ...] = ()
    damaged_pages: int = 0
    damaged_keys: int = 0
    broken_at: int = 0
    heads: int = 0

    @property
    def is_fine(self) -> bool:
        """Whether everything is as it was."""
        return self == CheckResult(self.checked)


@dataclass(frozen=True, slots=True)
class _Log:
    """What the log says: the hash value of a file by that of its record, where it breaks, heads beside it."""

    files: dict[str, object]
    broken_at: int
    heads: int


def check_all(
    still: Still,
    new_reader: Callable[[], Reader],
    progress: Callable[[float], None],
    cancelled: threading.Event,
) -> tuple[CheckResult, dict[str, object]]:
    """Return what was found, and what its record says.

    Raises:
        Cancelled: the person stopped it.
        VaultLocked: the vault was locked meanwhile.
        VaultDamaged: so much is damaged that the list of what there is cannot be read.
    """
    database = still.reader.connection
    log = _read_log(database, cancelled)
    progress(PAGES_FROM)
    pages = damaged_pages(still.database, still.key, _part(progress, PAGES_FROM, FILES_FROM), cancelled)
    checked, differing = recheck(new_reader, _part(progress, FILES_FROM, 1.0), cancelled)
    right = (kept for kept in files_of(database) if kept not in differing)
    wrong = (*differing, *(kept for kept in right if not _is_known(database, kept, log)))
    result = CheckResult(
        checked=sum(kept.is_original for kept in checked),
        differing=tuple(kept.ref for kept in wrong),
        damaged_pages=len(pages),
        damaged_keys=differing_copies(still.database.parent, still.header),
        broken_at=log.broken_at,
        heads=log.heads,
    )
    return result, findings(checked, wrong) | _told(result)


@dataclass(frozen=True, slots=True)
class LastCheck:
    """When everything was last checked, and whether it was as it was saved."""

    at: datetime
    is_fine: bool


def last_check(lines: Iterable[bytes]) -> LastCheck | None:
    """Return the last check of all that there is, as the log has it."""
    last = None
    for seq, line in enumerate(lines, start=1):
        if CHECK in line:  # read no more than is needed: a log may hold thousands of records
            record = read_record(line, seq)
            last = record if record.type == "integrity.check" and "checked" in record.data else last
    if last is None:
        return None
    counts = (last.data.get(name, 0) for name in ("differs", *FAULTS))
    return LastCheck(parse_timestamp(last.ts), not any(counts))


def _told(result: CheckResult) -> dict[str, object]:
    """Return what the record says beyond the files."""
    counts = (result.damaged_pages, result.damaged_keys, result.broken_at, result.heads)
    return dict(zip(FAULTS, counts, strict=True))


def _read_log(database: Database, cancelled: threading.Event) -> _Log:
    """Return what the log says as far as it holds together, and which signed heads do not fit it.

    Raises:
        Cancelled: the person stopped it.
    """
    heads, unsigned = _heads(database)
    files: dict[str, object] = {}
    frontier, broken_at, fitting = Frontier(), 0, 0
    try:
        for record, leaf in follow(ledger.lines(database)):
            if record.seq % LOOK_EVERY == 0 and cancelled.is_set():
                raise Cancelled("checking the log")
            frontier = frontier.append(leaf)
            files[str(record.data.get("record_sha256"))] = record.data.get("sha256")
            if record.seq in heads:
                fitting += heads[record.seq] == frontier.root
        ledger.check_end(database)
    except ChainBroken as error:
        broken_at = max(error.seq, 1)
    return _Log(files, broken_at, unsigned + len(heads) - fitting)


def _heads(database: Database) -> tuple[dict[int, str], int]:
    """Return root by size of every head that the key of the case signed, and how many it did not."""
    public, origin = checkpoints.signing_key(database).public_bytes, checkpoints.origin(database)
    heads: dict[int, str] = {}
    unsigned = 0
    for note in checkpoints.notes(database):
        try:
            head = read_checkpoint(note, public)
        except ChainBroken:
            unsigned += 1
            continue
        unsigned += head.origin != origin or heads.get(head.size, head.root) != head.root
        heads[head.size] = head.root
    return heads, unsigned


def _is_known(database: Database, kept: Kept, log: _Log) -> bool:
    """Whether the log holds the record of a file as it is stored, with the hash value that it names."""
    return log.files.get(sha256_of(line_of(database, kept))) == kept.sha256


def _part(progress: Callable[[float], None], start: float, end: float) -> Callable[[float], None]:
    """Return what hears of a part of the whole."""
    return lambda share: progress(start + share * (end - start))
