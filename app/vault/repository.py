# SPDX-License-Identifier: MIT
"""The vault: one case, encrypted, every act in one transaction with its custody record.

Here it is made, opened and locked, keys are changed, the log is sealed; ``writing`` keeps the evidence.
Any thread may call; writes happen one after another. A long read takes a ``reader`` of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from typing_extensions import override

from app.custody.checkpoint import sign_note
from app.errors import AskPoliceFirst, VaultLocked
from app.vault import checkpoints, originals
from app.vault.keeping import Keeping
from app.vault.keyslots import SecretKind
from app.vault.ledger import ACTORS
from app.vault.opening import DATABASE, Desk, Opened, create_folder, open_folder
from app.vault.rekeying import Rekeying

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.clock import Clock
    from app.model import CaseFacts, Role
    from app.vault.kdf import KdfParameters


class Vault(Keeping):
    """An open case. ``create`` and ``open`` are the ways to one; ``close`` locks it.

    Attributes:
        folder: where it is.
        repaired: one copy of the key file was damaged when it was opened; the other stood in for it.
    """

    def __init__(self, opened: Opened) -> None:
        """Take over the parts; ``create`` and ``open`` call this."""
        super().__init__(opened)
        self.repaired = opened.is_repaired
        self._lock_file = opened.lock

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
            self._let_go()

    def rekey(
        self,
        secret: str,
        progress: Callable[[float], None],
        cancelled: threading.Event,
        at: Callable[[str], object] = lambda _step: None,
    ) -> None:
        """The whole case has a new key, which only this new passphrase opens, and it is locked.

        Nothing else may be done with the vault meanwhile: it has no readers, and who writes waits.

        Args:
            secret: the new passphrase; there is no recovery code afterwards.
            progress: told how far it is.
            cancelled: set it to stop; later than the commit it is not heard.
            at: told the name of every step that is done.

        Raises:
            NoRoom, DiskFull, FolderReadOnly, VaultDamaged, BadInput, Cancelled: the vault is open as before.
        """
        with self._closing:
            if self._is_closed:
                raise VaultLocked("the vault is closed")
            self._is_closed = True
        self._end_readers()
        change = Rekeying(self.folder / DATABASE, self._keys.header, at)
        with self._database.alone():
            try:
                change.prepare(self._database, self._ledger, secret, progress, cancelled)
                change.commit()
            except BaseException:
                change.discard()
                self._is_closed = False
                raise
            self._database.close()
        change.switch()
        self._let_go()

    def holds_what_is_apart(self) -> bool:
        """Whether pictures are kept that may show someone under 18: the police say what becomes of them."""
        return originals.has_set_apart(self._database)

    def check_may_be_deleted(self, passphrase: str, *, police_said_so: bool) -> None:
        """Who asks knows the passphrase, and nothing is in it that waits for the police.

        Raises:
            WrongPassphrase: it does not open the case.
            AskPoliceFirst: pictures in it may show someone under 18, and no officer has said so.
        """
        self._keys.check_passphrase(passphrase)
        if self.holds_what_is_apart() and not police_said_so:
            raise AskPoliceFirst

    def _let_go(self) -> None:
        """The keys are dropped, and another process may open the vault."""
        self._keys.drop()
        del self._signing_key
        self._lock_file.release()

    def interrupt(self) -> None:
        """What a reader reads at this moment ends with VaultLocked; a write is let finish, it is short."""
        for reader in list(self._readers):
            reader.interrupt()

    @override
    def _on_set_apart(self) -> None:
        """What a report, a copy or a search reads at this moment ends with VaultLocked, as with a lock."""
        self._end_readers()

    def _end_readers(self) -> None:
        """Every snapshot is given up; its thread finds out at its next read."""
        self.interrupt()
        for reader in list(self._readers):
            reader.close()

    def act_as(self, role: Role) -> None:
        """From now on records name this role as the one at the keyboard."""
        self._ledger.actor = ACTORS[role]

    def checkpoint(self) -> str:
        """Return a signed head over all records so far; its own record follows it."""
        with self._database.transaction():
            return checkpoints.add(self._database, self._ledger, self._signing_key)

    def sign(self, text: str) -> str:
        """Return the text as a note signed with the key of the case."""
        if self._is_closed:
            raise VaultLocked("the vault is closed")
        return sign_note(text, self.origin, self._signing_key)
