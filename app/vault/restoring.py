# SPDX-License-Identifier: MIT
"""A backup in place of a case that cannot be opened, which is kept: brought in, checked, then put there.

``bring_in`` only copies; what it found is for the person to see before ``put_in_place``.
Source: evidence.md, section 3: restore is a tested path, not a hope.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.clock import timestamp
from app.errors import Cancelled, CodeMistyped, EvidenceError
from app.model import Under18
from app.paths import restored_path
from app.vault import entries, originals, purges, rekeying
from app.vault.connection import Database
from app.vault.copy_check import check_copy, standing_of, still
from app.vault.disk import PRIVATE_FOLDER, disk_errors, sync_folder
from app.vault.file_copy import Files, check_room, copy_file
from app.vault.keyfile import NAMES, unlock_folder
from app.vault.keyslots import SecretKind
from app.vault.lockfile import NAME as LOCK
from app.vault.lockfile import LockFile
from app.vault.opening import DATABASE, check_folder
from app.vault.recovery import read_code
from app.vault.repository import Vault

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from app.clock import Clock
    from app.model import Purged
    from app.vault.copy_check import Standing

BROUGHT = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}.new", *NAMES)
COPIED_SHARE = 0.4
MOST_A_DAY = 99


@dataclass(frozen=True, slots=True)
class Present:
    """What is known of the case that a backup would replace.

    Attributes:
        last_at: when something was last kept in it.
        purged: what was removed for good after the backup, as far as that can be read.
        is_readable: whether its log could be read.
        under_18: how the question of age was last answered, where pictures of it are set apart.
    """

    last_at: datetime | None
    purged: tuple[Purged, ...] = ()
    is_readable: bool = False
    under_18: Under18 | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A backup that was copied beside the case and checked; nothing was replaced yet."""

    folder: Path
    standing: Standing
    present: Present


def bring_in(
    source: Path,
    target: Path,
    secret: str,
    kind: SecretKind,
    progress: Callable[[float], None],
    cancelled: threading.Event,
    files: Files | None = None,
) -> Brought:
    """Return the backup, copied beside the place of the case and checked; the backup itself is not touched.

    Raises:
        VaultMissing, NotAVault, VaultDamaged, VaultTooNew, ChainBroken: what was chosen.
        WrongPassphrase, CodeMistyped: the secret.
        NoRoom, DiskFull, FolderReadOnly: nothing was left behind.
        Cancelled: the person stopped it; nothing was left behind.
    """
    check_folder(source)
    secret = read_code(secret) if kind is SecretKind.RECOVERY_CODE else secret
    is_unfinished = rekeying.is_unfinished(source / DATABASE)
    unlocked = unlock_folder(source, kind, secret, newest_only=is_unfinished)
    part = target.with_name(f"{target.name}.restoring")
    with disk_errors():
        shutil.rmtree(part, ignore_errors=True)
        try:
            target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            part.mkdir(mode=PRIVATE_FOLDER)
            _copy(source, part, _part(progress, 0.0, COPIED_SHARE), cancelled, files or Files())
            rekeying.finish(part / DATABASE, unlocked)
            with contextlib.closing(Database(part / DATABASE, unlocked.data_key)) as database:
                database.truncate_wal()
            standing = check_copy(part, unlocked.data_key, _part(progress, COPIED_SHARE, 1.0), cancelled)
            sync_folder(part)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return Brought(part, standing, present_of(target, unlocked.data_key, standing.size))


def present_of(folder: Path, key: bytes, size: int) -> Present:
    """Return what is known of a case that may be damaged, without changing it."""
    try:
        with contextlib.closing(still(folder / DATABASE, key)) as database:
            purged = purges.purged_after(database, size)
            answer = _answer(database)
            return Present(standing_of(database).last_at, purged, is_readable=True, under_18=answer)
    except EvidenceError:
        return Present(_last_change(folder))


def put_in_place(
    brought: Brought, target: Path, secret: str, kind: SecretKind, clock: Clock, tool: str
) -> Path | None:
    """The backup is the case; what was there is kept beside it. Returns: where; None if nothing was there.

    Raises:
        VaultBusy: the case is open somewhere.
        DiskFull, FolderReadOnly: nothing was replaced.
    """
    _record(brought, secret, kind, clock, tool)
    ready = restored_path(target)
    with disk_errors():
        lock = LockFile.take(target) if target.exists() else None
        shutil.rmtree(ready, ignore_errors=True)
        brought.folder.rename(ready)
        kept = _kept_path(target, clock.now().utc.date()) if lock else None
        if kept is not None:
            target.rename(kept)
            (kept / LOCK).unlink(missing_ok=True)
        ready.rename(target)
        sync_folder(target.parent)
    return kept


def discard(brought: Brought) -> None:
    """What was brought in is gone; the backup and the case are as they were."""
    shutil.rmtree(brought.folder, ignore_errors=True)


def _record(brought: Brought, secret: str, kind: SecretKind, clock: Clock, tool: str) -> None:
    """The log of what was brought in says where it stood and what it replaces; and it is known to open.

    Where pictures of the case were set apart, those of an older backup are too: it brings none back.
    """
    standing, present = brought.standing, brought.present
    vault = Vault.open(brought.folder, secret, clock=clock, tool=tool, kind=kind)
    try:
        said: dict[str, object] = {"size": standing.size, "root": standing.root}
        if present.last_at is not None:
            said["lost_at"] = timestamp(present.last_at)
        vault.note("restore", None, said)
        if present.under_18 is not None:
            vault.revise_case(replace(vault.case().fact, under_18=present.under_18))
    finally:
        vault.close("restore")


def _copy(
    source: Path,
    part: Path,
    progress: Callable[[float], None],
    cancelled: threading.Event,
    files: Files,
) -> None:
    """Every file that makes the case stands in the part, on the disk.

    Raises:
        OSError: as the system says.
        NoRoom: there is not enough room.
        Cancelled: the person stopped it.
    """
    names = [name for name in BROUGHT if (source / name).is_file()]
    total = sum((source / name).stat().st_size for name in names)
    check_room(total, part, files)
    done = 0
    for name in names:

        def heard(count: int, before: int = done) -> None:
            if cancelled.is_set():
                raise Cancelled("bringing in a backup")
            progress((before + count) / total)

        copy_file(source / name, part / name, heard, files)
        done += (part / name).stat().st_size


def _answer(database: Database) -> Under18 | None:
    """Return the answer that set pictures apart; None where none are."""
    if not originals.has_set_apart(database):
        return None
    answer = entries.case(database).fact.under_18
    return Under18.NOT_SURE if answer is Under18.NO else answer


def _part(progress: Callable[[float], None], start: float, end: float) -> Callable[[float], None]:
    """Return what hears of a part of the whole."""
    return lambda share: progress(start + share * (end - start))


def _kept_path(target: Path, day: date) -> Path:
    """Return the place where the case that cannot be opened is kept; nothing is there yet."""
    stem = target.name.removesuffix(target.suffix)
    numbers = ("", *(f"-{n}" for n in range(2, MOST_A_DAY + 1)))
    named = (target.with_name(f"{stem}-damaged-{day.isoformat()}{n}{target.suffix}") for n in numbers)
    return next(path for path in named if not path.exists())


def _last_change(folder: Path) -> datetime | None:
    """Return when a file of the case was last written to."""
    paths = (folder / name for name in (DATABASE, f"{DATABASE}-wal"))
    with contextlib.suppress(OSError, ValueError):
        return datetime.fromtimestamp(max(path.stat().st_mtime for path in paths if path.exists()), UTC)
    return None


def kind_of(typed: str) -> SecretKind:
    """Return what was typed: a recovery code has a form that no passphrase has by chance."""
    try:
        read_code(typed)
    except CodeMistyped:
        return SecretKind.PASSPHRASE
    return SecretKind.RECOVERY_CODE
