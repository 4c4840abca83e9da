# SPDX-License-Identifier: MIT
"""What keeps an open case safe: its readers, what opens it, its copies, the check of all that is in it."""

from __future__ import annotations

import contextlib
import threading
import weakref
from typing import TYPE_CHECKING

from app.errors import Cancelled, CopyNotAllowed, PicturesNotAllowed, VaultLocked
from app.model import CopyKind
from app.vault import checkpoints, copies, originals, set_apart
from app.vault.backup import Still, back_up, discard, folder_for
from app.vault.checking import check_all
from app.vault.connection import Database
from app.vault.copies import NewCopy
from app.vault.covering import Covering
from app.vault.integrity import findings, recheck
from app.vault.keyring import KeyRing
from app.vault.keyslots import SecretKind
from app.vault.opening import DATABASE
from app.vault.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from app.model import Copy
    from app.vault.backup import BackedUp
    from app.vault.checking import CheckResult
    from app.vault.file_copy import Files
    from app.vault.opening import Opened

SEALED_BY_CHECKPOINT = frozenset({"export.create", "print.create"})  # Source: evidence.md, section 2
LOOK_AGAIN_S = 0.1
_HOUSEKEEPING = (
    "vault.unlock",
    "vault.lock",
    "vault.open_fail",
    "checkpoint",
    "integrity.check",
    "backup.create",
)
NOTHING_TO_COPY = tuple(f'"type":"{kind}"'.encode() for kind in (*_HOUSEKEEPING, "copy.remove", "clock.jump"))


class Keeping(Covering):
    """An open case with its keys.

    Attributes:
        folder: where it is.
    """

    def __init__(self, opened: Opened) -> None:
        """Take over the parts."""
        super().__init__(opened.database, opened.ledger, checkpoints.signing_key(opened.database))
        self.folder = opened.folder
        self._keys = KeyRing(opened.folder, opened.header, opened.data_key)
        self._readers: weakref.WeakSet[Reader] = weakref.WeakSet()
        self._closing = threading.Lock()
        self._is_closed = False

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

    def hold_still(self, cancelled: threading.Event) -> Still:
        """Return the case held still for a long read; whoever has it closes its reader.

        Beside somebody who still reads an earlier state it waits for them, not the other way round.

        Raises:
            Cancelled: the person stopped it.
            VaultLocked: the vault was locked.
        """
        while True:
            reader = self._database.at_rest(self.reader)
            if reader is not None:
                return Still(self.folder / DATABASE, reader, self._keys.header, self._keys.data_key)
            if cancelled.wait(LOOK_AGAIN_S):
                raise Cancelled("waiting for a quiet moment")

    def back_up(
        self,
        place: Path,
        day: date,
        progress: Callable[[float], None],
        cancelled: threading.Event,
        files: Files | None = None,
    ) -> Copy:
        """Return the locked copy of the case that was made in this place, checked and recorded.

        Call it outside the lane that writes: nobody who takes pictures waits for it.

        Raises:
            CopyNotAllowed: there are pictures that may show someone under 18.
            NoRoom, ExportFailed, FolderReadOnly: nothing is left of it.
            Cancelled, VaultLocked: stopped, or locked meanwhile; nothing is left of it.
        """
        with self._unless_set_apart():
            still = self.hold_still(cancelled)
            with still.reader as reader:
                if originals.has_set_apart(reader.connection):
                    raise CopyNotAllowed("pictures that are set apart")
                made = back_up(still, folder_for(place, self.folder, day), progress, cancelled, files)
            return self._kept(made)

    @contextlib.contextmanager
    def _unless_set_apart(self) -> Iterator[None]:
        """A copy that ended since pictures were set apart meanwhile ended for that reason."""
        try:
            yield
        except (PicturesNotAllowed, VaultLocked) as error:
            if self._is_closed or not originals.has_set_apart(self._database):
                raise
            raise CopyNotAllowed("the answer changed during the copy") from error

    def _kept(self, made: BackedUp) -> Copy:
        """Return the backup that was made, recorded; what cannot be recorded is gone."""
        try:
            new = NewCopy(CopyKind.BACKUP, str(made.folder), made.sha256)
            said = {"sha256": made.sha256, "size": made.size, "root": made.root}
            return self.note_copy(new, said, size=made.size)
        except BaseException:
            discard(made.folder)
            raise

    def has_kept_since(self, size: int) -> bool:
        """Whether something was kept, changed or removed since the log had this many records.

        Openings, seals, checks and copies are nothing to copy.
        """
        later = self._database.rows("SELECT line FROM record WHERE seq > ?", (size,))
        return any(not any(mark in line for mark in NOTHING_TO_COPY) for (line,) in later)

    def check(self, progress: Callable[[float], None], cancelled: threading.Event) -> CheckResult:
        """Return what was found of pages, keys, log, heads, records and files; the check is recorded.

        Call it outside the lane that writes: nobody who takes pictures waits for it.

        Raises:
            Cancelled: the person stopped it.
            VaultLocked: the vault was locked meanwhile.
            VaultDamaged: so much is damaged that what there is cannot be listed.
        """
        still = self.hold_still(cancelled)
        with still.reader:
            result, said = check_all(still, self.reader, progress, cancelled)
        self.note("integrity.check", None, said)
        return result

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

    def note(self, kind: str, obj: str | None, data: Mapping[str, object]) -> int:
        """An act done elsewhere is recorded (an export, a print, a handover). Returns: its place in the log.

        Raises:
            BadInput: the log knows no such act, or the data holds what it does not allow.
            PicturesNotAllowed: pictures were set apart since what leaves was frozen.
        """
        with self._database.transaction():
            if kind in SEALED_BY_CHECKPOINT and "size" in data:
                set_apart.refuse_frozen_before(self._database, data["size"])
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
            PicturesNotAllowed: pictures were set apart since it was frozen; it is not to stay.
        """
        with self._database.transaction():
            set_apart.refuse_frozen_before(self._database, size)
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
