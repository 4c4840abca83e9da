# SPDX-License-Identifier: MIT
"""From a folder and a secret to an open vault, and from nothing to a new one; each failure by its name."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import NotAVault, VaultDamaged, VaultExists, VaultMissing, WrongPassphrase
from app.vault import checkpoints, entries, ledger, migrations, rekeying
from app.vault.connection import PAGE_BYTES, Database
from app.vault.disk import PRIVATE_FOLDER, append_line, disk_errors, no_core_dumps, sync_folder
from app.vault.kdf import KEY_BYTES, KdfParameters, tuned
from app.vault.keyfile import NAMES, read_headers, repair, unlock_folder, write_header
from app.vault.keyslots import Header, SecretKind, new_header, new_slot
from app.vault.ledger import Ledger
from app.vault.lockfile import LockFile, alone
from app.vault.recovery import read_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.clock import Clock
    from app.model import CaseFacts
    from app.vault.keyfile import Unlocked

DATABASE, FAILS = "vault.db", "open-fails.txt"
MOST_FAIL_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Desk:
    """What every act is done with: the clock, and the program's name and version."""

    clock: Clock
    tool: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open vault; whoever has them closes them."""

    folder: Path
    lock: LockFile
    database: Database
    ledger: Ledger
    data_key: bytes
    header: Header
    is_repaired: bool


def create_folder(
    folder: Path, passphrase: str, desk: Desk, facts: CaseFacts, machine_alias: str, kdf: KdfParameters | None
) -> Opened:
    """Return the new vault, open. Until it is complete there is nothing under its name.

    Raises:
        VaultExists: something is there already.
        FolderReadOnly, DiskFull: nothing was left behind.
        BadInput: the passphrase is empty.
    """
    no_core_dumps()
    data_key, vault_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(16)
    _refuse_taken(folder)
    slot = new_slot(vault_id, SecretKind.PASSPHRASE, passphrase, data_key, kdf or tuned())
    header = new_header(vault_id, data_key, (slot,))
    part = folder.with_name(f"{folder.name}.part")
    with disk_errors():
        _make_parents(folder)
    with disk_errors(), alone(folder.parent):
        _refuse_taken(folder)
        _make_empty(part)
        try:
            write_header(part, header)
            _fill(part / DATABASE, header, data_key, desk, facts, machine_alias)
            _give_name(part, folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    lock = LockFile.take(folder)
    try:
        database = Database(folder / DATABASE, data_key)
    except BaseException:
        lock.release()
        raise
    log = Ledger(database, desk.clock, desk.tool)
    return Opened(folder, lock, database, log, data_key, header, is_repaired=False)


def open_folder(
    folder: Path, secret: str, desk: Desk, kind: SecretKind, progress: Callable[[float], None]
) -> Opened:
    """Return the vault, open, with the records of its opening.

    Raises:
        VaultMissing, NotAVault, VaultDamaged, VaultTooNew, VaultBusy, FolderReadOnly, DiskFull,
        WrongPassphrase, CodeMistyped, ChainBroken: as named; nothing was lost.
    """
    no_core_dumps()
    secret = read_code(secret) if kind is SecretKind.RECOVERY_CODE else secret
    check_folder(folder)
    with contextlib.ExitStack() as undo:
        lock = LockFile.take(folder)
        undo.callback(lock.release)
        progress(0.1)
        unlocked = _unlocked(folder, secret, desk, kind)
        progress(0.9)
        rekeying.finish(folder / DATABASE, unlocked)
        database = Database(folder / DATABASE, unlocked.data_key)
        undo.callback(database.close)
        log = Ledger(database, desk.clock, desk.tool)
        _bring_up(database, folder, unlocked.header)
        _record_opening(database, log, folder, kind, unlocked)
        undo.pop_all()
    progress(1.0)
    return Opened(
        folder, lock, database, log, unlocked.data_key, unlocked.header, is_repaired=unlocked.needs_repair
    )


def check_folder(folder: Path) -> None:
    """The folder holds what a vault is made of; whether that can be read is not known yet.

    Raises:
        VaultMissing: there is nothing.
        NotAVault: there is something else.
        VaultDamaged: part of a vault is missing.
    """
    with disk_errors():
        if not folder.exists():
            raise VaultMissing("no such folder")
        database = folder / DATABASE
        has_database = database.is_file()
        has_keys = any((folder / name).is_file() for name in NAMES)
        if not has_database and not (has_keys and read_headers(folder)):
            raise NotAVault("the folder holds no vault")
        if not has_keys or not has_database or database.stat().st_size < PAGE_BYTES:
            raise VaultDamaged("part of the vault is missing")


def _refuse_taken(folder: Path) -> None:
    """Nothing is under this name yet, or an empty folder.

    Raises:
        VaultExists: something is there already.
    """
    with disk_errors():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise VaultExists("something is there already")


def _make_parents(folder: Path) -> None:
    """The folder it will stand in is there, private if it was made here."""
    for parent in reversed([place for place in folder.parents if not place.exists()]):
        parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def _make_empty(part: Path) -> None:
    """The folder is there, private and empty; what an unfinished start left in it is gone."""
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=PRIVATE_FOLDER)


def _fill(
    path: Path, header: Header, data_key: bytes, desk: Desk, facts: CaseFacts, machine_alias: str
) -> None:
    """The database has its schema, the facts of the case, a signing key and a first checkpoint."""
    database = Database(path, data_key)
    try:
        migrations.migrate(database, path)
        log = Ledger(database, desk.clock, desk.tool)
        with database.transaction():
            checkpoints.put(database, checkpoints.VAULT_ID, header.vault_id.encode("ascii"))
            checkpoints.put(database, checkpoints.MACHINE, machine_alias.encode("utf-8"))
            entries.add(database, log, facts, also={"vault_id": header.vault_id, "machine": machine_alias})
            moment = log.begin()
            for slot in header.slots:
                log.append("key.create", slot.id, {"kind": slot.kind.value}, moment)
            checkpoints.new_signing_key(database, log, moment)
            checkpoints.add(database, log, checkpoints.signing_key(database))
        database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()


def _give_name(part: Path, folder: Path) -> None:
    """The complete folder stands under its name, also after a power cut."""
    sync_folder(part)
    if folder.exists():  # empty, as was checked; Windows would not rename over it
        folder.rmdir()
    part.rename(folder)
    sync_folder(folder.parent)


def _unlocked(folder: Path, secret: str, desk: Desk, kind: SecretKind) -> Unlocked:
    """Return the data key; a wrong secret is counted for the next opening that succeeds."""
    try:
        return unlock_folder(folder, kind, secret, newest_only=rekeying.is_unfinished(folder / DATABASE))
    except WrongPassphrase:
        with contextlib.suppress(OSError):  # a full disk must not hide what the person has to know
            append_line(folder / FAILS, desk.clock.now().ts)
        raise


def _bring_up(database: Database, folder: Path, header: Header) -> None:
    """The database is complete, of the newest schema, and belongs to these keys.

    Raises:
        VaultDamaged, VaultTooNew, ChainBroken, DiskFull: as named.
    """
    path = folder / DATABASE
    is_whole_file = database.truncate_wal()
    if is_whole_file and path.stat().st_size < int(database.value("PRAGMA page_count")) * PAGE_BYTES:
        raise VaultDamaged("the database was cut short")
    if migrations.version_of(database) == 0:
        raise VaultDamaged("the database is empty")
    was_older = migrations.migrate(database, path)
    if checkpoints.get(database, checkpoints.VAULT_ID) != header.vault_id.encode("ascii"):
        raise VaultDamaged("keys and database are of different vaults")
    ledger.check_end(database)
    if not was_older:
        with disk_errors():
            migrations.drop_copies(path)


def _record_opening(
    database: Database, log: Ledger, folder: Path, kind: SecretKind, unlocked: Unlocked
) -> None:
    """The opening is recorded, with the failed ones before it and the repair of the key file."""
    fails = _read_fails(folder)
    with database.transaction():
        moment = log.begin()
        if fails:
            data = {"count": len(fails), "first": fails[0], "last": fails[-1]}
            log.append("vault.open_fail", None, data, moment)
        opened = {"by": kind.value, "schema": migrations.version_of(database)}
        log.append("vault.unlock", None, opened, moment)
        if unlocked.needs_repair:
            log.append("integrity.check", None, {"part": "keys", "repaired": True}, moment)
            repair(folder, unlocked)
        if kind is SecretKind.RECOVERY_CODE:
            checkpoints.put(database, checkpoints.CODE_TRIED, b"1")
    with contextlib.suppress(OSError):
        (folder / FAILS).unlink(missing_ok=True)


def _read_fails(folder: Path) -> list[str]:
    """Return the times of failed openings; what is no time was not written by us."""
    path = folder / FAILS
    with disk_errors():
        if not path.is_file() or path.stat().st_size > MOST_FAIL_BYTES:
            return []
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    return [line for line in lines if _is_time(line)]


def _is_time(line: str) -> bool:
    """Whether the line is a time as we write it."""
    return len(line) == len("2026-11-24T02:16:05.123Z") and line.isascii() and line.endswith("Z")
