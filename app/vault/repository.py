# SPDX-License-Identifier: MIT
"""The vault: one case, encrypted, every act in one transaction with its custody record.

Here it is made, opened and locked, keys are changed, the log is sealed; ``writing`` keeps the evidence.
Any thread may call; writes happen one after another. A long read takes a ``reader`` of its own.
"""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Self

from app.custody.checkpoint import sign_note
from app.errors import VaultLocked
from app.vault import checkpoints, copies
from app.vault.connection import Database
from app.vault.integrity import findings, recheck
from app.vault.keyring import KeyRing
from app.vault.keyslots import SecretKind
from app.vault.ledger import ACTORS
from app.vault.opening import DATABASE, Desk, Opened, create_folder, open_folder
from app.vault.reading import Reader
from app.vault.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.clock import Clock
    from app.model import CaseFacts, Copy, Role
    from app.vault.copies import NewCopy
    from app.vault.kdf import KdfParameters

SEALED_BY_CHECKPOINT = frozenset({"export.create", "print.create"})  # Source: evidence.md, section 2


class Vault(Writing):
    """An open case. ``create`` and ``open`` are the ways to one; ``close`` locks it.

    Attributes:
        folder: where it is.
        repaired: one copy of the key file was damaged when it was opened; the other stood in for it.
    """

    def __init__(self, opened: Opened) -> None:
        """Take over the parts; ``create`` and ``open`` call this."""
        super().__init__(opened.database, opened.ledger, checkpoints.signing_key(opened.database))
        self.folder = opened.folder
        self.repaired = opened.is_repaired
        self._lock_file = opened.lock
        self._keys = KeyRing(opened.folder, opened.header, opened.data_key)
        self._readers: weakref.WeakSet[Reader] = weakref.WeakSet()
        self._closing = threading.Lock()
        self._is_closed = False

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        clock: Clock,
        facts: CaseFacts,
        tool: str,
        machine_alias: str,
        kdf: KdfParameters | None = None,
    ) -> Self:
        """Return a new vault in this folder, open; key derivation is tuned to about a second.

        Raises:
            VaultExists: something is there already.
            FolderReadOnly, DiskFull: nothing was left behind.
            BadInput: the passphrase is empty.
        """
        return cls(create_folder(folder, passphrase, Desk(clock, tool), facts, machine_alias, kdf))

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: str,
        *,
        clock: Clock,
        tool: str,
        kind: SecretKind = SecretKind.PASSPHRASE,
        progress: Callable[[float], None] = lambda _done: None,
    ) -> Self:
        """Return the vault in this folder, open.

        Raises:
            WrongPassphrase, CodeMistyped: the secret; it is counted in the log at the next opening.
            VaultMissing, NotAVault, VaultDamaged, VaultTooNew, VaultBusy, FolderReadOnly, DiskFull,
            ChainBroken: as named; nothing was lost.
        """
        return cls(open_folder(folder, secret, Desk(clock, tool), kind, progress))

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed."""
        return not self._is_closed

    def close(self, why: str = "lock") -> None:
        """The vault is locked: recorded, sealed by a checkpoint, keys dropped. Calling again does nothing.

        Args:
            why: a word of the program, such as ``lock``, ``hide``, ``idle``, ``suspend``, ``quit``.

        Raises:
            DiskFull, VaultDamaged: the record could not be written; the vault is closed all the same.
        """
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
        self._end_readers()
        try:
            with self._database.transaction():
                self._ledger.append("vault.lock", None, {"why": why}, self._ledger.begin())
                checkpoints.add(self._database, self._ledger, self._signing_key)
        finally:
            self._database.truncate_wal()
            self._database.close()
            self._keys.drop()
            del self._signing_key
            self._lock_file.release()

    def interrupt(self) -> None:
        """What a reader reads at this moment ends with VaultLocked; a write is let finish, it is short."""
        for reader in list(self._readers):
            reader.interrupt()

    def _end_readers(self) -> None:
        """Every snapshot is given up; its thread finds out at its next read."""
        self.interrupt()
        for reader in list(self._readers):
            reader.close()

    def check_originals(
        self, progress: Callable[[float], None], cancelled: threading.Event
    ) -> tuple[str, ...]:
        """Return the refs of originals and derivatives that are not as recorded; the check is recorded.

        Call it outside the lane that writes: it reads over connections of its own.

        Raises:
            Cancelled: the person stopped it.
            VaultLocked: the vault was locked meanwhile.
        """
        checked, differing = recheck(self.reader, progress, cancelled)
        self.note("integrity.check", None, findings(checked, differing))
        return tuple(kept.ref for kept in differing)

    def new_recovery_code(self) -> str:
        """Return a new recovery code, to be shown once; an older one no longer opens the vault."""
        return self._keys.new_recovery_code(self._database, self._ledger)

    def has_recovery_code(self) -> bool:
        """Whether there is a code that opens the vault."""
        return self._keys.has(SecretKind.RECOVERY_CODE)

    def try_recovery_code(self, typed: str) -> None:
        """The person has shown that the code they wrote down opens this vault.

        Raises:
            CodeMistyped: a group is wrong.
            WrongPassphrase: it is another code.
        """
        self._keys.try_recovery_code(typed)
        with self._database.transaction():
            checkpoints.put(self._database, checkpoints.CODE_TRIED, b"1")

    def recovery_code_tried(self) -> bool:
        """Whether the present code was typed in once and fitted."""
        return checkpoints.has(self._database, checkpoints.CODE_TRIED)

    def change_passphrase(self, new: str) -> None:
        """Only the new passphrase opens the vault; the recovery code still does.

        Raises:
            BadInput: it is empty.
        """
        self._keys.change_passphrase(self._database, self._ledger, new)

    def act_as(self, role: Role) -> None:
        """From now on records name this role as the one at the keyboard."""
        self._ledger.actor = ACTORS[role]

    def note(self, kind: str, obj: str | None, data: Mapping[str, object]) -> int:
        """An act done elsewhere is recorded (an export, a print, a handover). Returns: its place in the log.

        Raises:
            BadInput: the log knows no such act, or the data holds what it does not allow.
        """
        with self._database.transaction():
            seq = self._ledger.append(kind, obj, data, self._ledger.begin())
            if kind in SEALED_BY_CHECKPOINT:
                checkpoints.add(self._database, self._ledger, self._signing_key)
        return seq

    def note_copy(self, new: NewCopy, data: Mapping[str, object], *, size: int) -> Copy:
        """Return the copy that was just made, recorded and sealed by a checkpoint.

        Args:
            new: what was made and where it stands.
            data: what its record says: hash values, never the place.
            size: how many records the case had when the copy was frozen.

        Raises:
            BadInput: the data holds what the log does not allow.
        """
        with self._database.transaction():
            made = copies.add(self._database, self._ledger, new, data, size)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return made

    def hand_over(self, copy_id: str, to: str) -> Copy:
        """Return the copy, handed over to whom the person says.

        Raises:
            BadInput: no such copy.
        """
        with self._database.transaction():
            return copies.hand_over(self._database, self._ledger, copy_id, to)

    def copy_removed(self, copy_id: str) -> Copy:
        """Return the copy, which is gone from where it stood.

        Raises:
            BadInput: no such copy, or removed before.
        """
        with self._database.transaction():
            return copies.removed(self._database, self._ledger, copy_id)

    def checkpoint(self) -> str:
        """Return a signed head over all records so far; its own record follows it."""
        with self._database.transaction():
            return checkpoints.add(self._database, self._ledger, self._signing_key)

    def sign(self, text: str) -> str:
        """Return the text as a note signed with the key of the case."""
        if self._is_closed:
            raise VaultLocked("the vault is closed")
        return sign_note(text, self.origin, self._signing_key)

    def reader(self) -> Reader:
        """Return a snapshot of the case for another thread.

        Raises:
            VaultLocked: the vault was locked.
        """
        with self._closing:
            if self._is_closed:
                raise VaultLocked("the vault is closed")
            reading = Database(self.folder / DATABASE, self._keys.data_key, is_reader=True)
            reader = Reader(reading, self._database.settle)
            self._readers.add(reader)
        return reader
