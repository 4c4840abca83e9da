# SPDX-License-Identifier: MIT
"""A new key for the whole case: beside the old file a new one under the new key, then the key file decides.

At every moment exactly one secret opens the case, and everything is in it:

    until the first copy of the key file is written   the old one; what there is of the new file is removed
    from then on                                      the new one; the next opening puts the new file in place

Source: docs/adr/0020-a-new-key-is-a-new-file.md.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from app.errors import Cancelled, EvidenceError, NoRoom
from app.vault import checkpoints, migrations
from app.vault.connection import Database
from app.vault.disk import disk_errors, sync_folder
from app.vault.kdf import KEY_BYTES
from app.vault.keyfile import NAMES, differing_copies, write_header, write_header_copy
from app.vault.keyslots import Header, SecretKind, new_header, new_slot
from app.vault.pages import opens_with

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.vault.keyfile import Unlocked
    from app.vault.ledger import Ledger

SPARE_BYTES = 4 * 1024 * 1024  # records and their journal
DERIVED_SHARE, COPIED_SHARE = 0.1, 0.95  # of the bar
ASIDE = ("-wal", "-shm", "-journal")


class Rekeying:
    """One change of key. ``prepare``, ``commit``, and when the old file is closed ``switch``."""

    def __init__(self, path: Path, header: Header, at: Callable[[str], object]) -> None:
        """Touch nothing yet.

        Args:
            path: of the database.
            header: what the key file says now.
            at: told the name of every step that is done; a test ends the process there.
        """
        self._path = path
        self._new = new_path(path)
        self._old_header = header
        self._header = header
        self._at = at

    def prepare(
        self,
        database: Database,
        ledger: Ledger,
        secret: str,
        progress: Callable[[float], None],
        cancelled: threading.Event,
    ) -> None:
        """The new file is whole and on the disk; what opens the case is still the old one.

        Raises:
            NoRoom: there is not enough room; nothing was written.
            BadInput: the secret is empty.
            Cancelled: the person stopped it; nothing is left of the new file.
            DiskFull, VaultDamaged: nothing is left of the new file.
        """
        key = secrets.token_bytes(KEY_BYTES)
        self._check_room(database)
        self._header = self._new_header(secret, key)
        self._at("derived")
        progress(DERIVED_SHARE)

        def heard(share: float) -> None:
            if cancelled.is_set():
                raise Cancelled("making a new key")
            progress(DERIVED_SHARE + share * (COPIED_SHARE - DERIVED_SHARE))
            self._at("copying")

        with disk_errors():
            _remove(self._new)
        self._copy(database, key, heard)
        self._at("copied")
        self._record(ledger, key)
        with disk_errors():
            _sync(self._new)
            sync_folder(self._path.parent)
        self._at("synced")

    def commit(self) -> None:
        """The new secret opens the case, and the old one no longer does.

        Raises:
            DiskFull, FolderReadOnly: nothing was changed.
        """
        folder, (first, second) = self._path.parent, NAMES
        try:
            write_header_copy(folder, first, self._header)
        except BaseException:  # it may stand there already, and only its name not be on the disk
            with contextlib.suppress(Exception):
                write_header_copy(folder, first, self._old_header)
            raise
        self._at("first key file")
        with contextlib.suppress(Exception):  # decided: the next opening writes it
            write_header_copy(folder, second, self._header)
        self._at("second key file")

    def switch(self) -> None:
        """The new file stands in place of the old one; what cannot be done now the next opening does."""
        with contextlib.suppress(OSError, EvidenceError):
            if not differing_copies(self._path.parent, self._header):
                _put_in_place(self._path, self._at)

    def discard(self) -> None:
        """Nothing is left of the new file."""
        with contextlib.suppress(OSError):
            _remove(self._new)

    def _check_room(self, database: Database) -> None:
        """There is room for a second file.

        Raises:
            NoRoom: there is not.
        """
        database.truncate_wal()
        needed = self._path.stat().st_size + SPARE_BYTES
        if shutil.disk_usage(self._path.parent).free < needed:
            raise NoRoom(needed)

    def _new_header(self, secret: str, key: bytes) -> Header:
        """Return what the key file will say: one slot, for the passphrase; a code is made when asked for."""
        before = self._old_header
        kdf = next(slot.kdf for slot in before.slots if slot.kind is SecretKind.PASSPHRASE)
        slot = new_slot(before.vault_id, SecretKind.PASSPHRASE, secret, key, kdf)
        return new_header(before.vault_id, key, (slot,), before.generation + 1)

    def _copy(self, database: Database, key: bytes, heard: Callable[[float], None]) -> None:
        """Every page is in the new file. It has no journal: until it is whole nobody will read it."""
        with contextlib.closing(Database(self._new, key)) as new:
            new.rows("PRAGMA journal_mode = OFF")
            new.rows("PRAGMA synchronous = OFF")
            database.copy_to(new, heard)

    def _record(self, ledger: Ledger, key: bytes) -> None:
        """The new file says that it has a new key, and that the case was locked then."""
        with contextlib.closing(Database(self._new, key)) as new:
            log = ledger.over(new)
            with new.transaction():
                moment = log.begin()
                log.append("key.create", "data", {"kind": "data_key"}, moment)
                for slot in self._header.slots:
                    log.append("key.create", slot.id, {"kind": slot.kind.value}, moment)
                checkpoints.remove(new, checkpoints.CODE_TRIED)
                log.append("vault.lock", None, {"why": "rekey"}, moment)
                checkpoints.add(new, log, checkpoints.signing_key(new))
            new.truncate_wal()
        self._at("recorded")


def new_path(path: Path) -> Path:
    """Return where the file under a new key is made."""
    return path.with_name(f"{path.name}.new")


def is_unfinished(path: Path) -> bool:
    """Whether a change of key did not come to its end: then only the newest key file counts."""
    return new_path(path).exists()


def finish(path: Path, unlocked: Unlocked) -> None:
    """What a change of key left is brought to its end, or taken away; by which file the key opens.

    Raises:
        DiskFull, FolderReadOnly, VaultDamaged: it is tried again at the next opening.
    """
    if not is_unfinished(path):
        return
    with disk_errors():
        if opens_with(new_path(path), unlocked.data_key):
            write_header(path.parent, unlocked.header)
            _put_in_place(path, lambda _step: None)
        else:
            _remove(new_path(path))


def _put_in_place(path: Path, at: Callable[[str], object]) -> None:
    """The new file stands under the name of the old one; nothing that belonged to that is left beside it."""
    for copy in migrations.copies(path):
        copy.unlink()
    for end in ASIDE:
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    sync_folder(path.parent)
    at("old set aside")
    new_path(path).replace(path)
    at("in place")
    sync_folder(path.parent)


def _remove(new: Path) -> None:
    for end in (*ASIDE, ""):
        new.with_name(f"{new.name}{end}").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """The file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
