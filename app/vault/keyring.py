# SPDX-License-Identifier: MIT
"""The key slots of an open vault: another secret in place of the old one, key file and record together."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from app.vault import checkpoints
from app.vault.kdf import KdfParameters
from app.vault.keyfile import write_header
from app.vault.keyslots import Header, SecretKind, new_slot, unlock, with_slot
from app.vault.recovery import new_code, read_code

if TYPE_CHECKING:
    from pathlib import Path

    from app.vault.connection import Database
    from app.vault.ledger import Ledger


class KeyRing:
    """What opens the vault, and the data key while it is open."""

    def __init__(self, folder: Path, header: Header, data_key: bytes) -> None:
        """Keep the keys until ``drop``."""
        self._folder = folder
        self._header = header
        self.data_key = data_key

    @property
    def header(self) -> Header:
        """What the key file says."""
        return self._header

    def drop(self) -> None:
        """The data key is no longer held here."""
        self.data_key = b""

    def has(self, kind: SecretKind) -> bool:
        """Whether a secret of this kind opens the vault."""
        return any(slot.kind is kind for slot in self._header.slots)

    def check_passphrase(self, typed: str) -> None:
        """The passphrase opens this vault.

        Raises:
            WrongPassphrase: it does not.
        """
        unlock(self._header, SecretKind.PASSPHRASE, typed)

    def new_recovery_code(self, database: Database, ledger: Ledger) -> str:
        """Return a code that opens the vault from now on, in place of an older one; it has not been tried."""
        code = new_code()
        self._replace(database, ledger, SecretKind.RECOVERY_CODE, code, KdfParameters.floor())
        return code

    def try_recovery_code(self, typed: str) -> None:
        """The code opens this vault.

        Raises:
            CodeMistyped, WrongPassphrase: it does not.
        """
        unlock(self._header, SecretKind.RECOVERY_CODE, read_code(typed))

    def change_passphrase(self, database: Database, ledger: Ledger, new: str) -> None:
        """The new passphrase opens the vault in place of the old one, at the same cost of a guess.

        Raises:
            BadInput: it is empty.
        """
        kdf = next(slot.kdf for slot in self._header.slots if slot.kind is SecretKind.PASSPHRASE)
        self._replace(database, ledger, SecretKind.PASSPHRASE, new, kdf)

    def _replace(
        self, database: Database, ledger: Ledger, kind: SecretKind, secret: str, kdf: KdfParameters
    ) -> None:
        """The secret opens the vault in place of every other of its kind, and there is a record of it."""
        before = self._header
        slot = new_slot(before.vault_id, kind, secret, self.data_key, kdf)
        after = with_slot(before, self.data_key, slot)
        try:
            with database.transaction():
                ledger.append("key.create", slot.id, {"kind": kind.value}, ledger.begin())
                if kind is SecretKind.RECOVERY_CODE:
                    checkpoints.remove(database, checkpoints.CODE_TRIED)
                write_header(self._folder, after)
        except BaseException:
            self._put_back(before)
            raise
        self._header = after

    def _put_back(self, header: Header) -> None:
        """The key file says again what it said, as far as the disk allows; either way one secret opens it."""
        with contextlib.suppress(Exception):
            write_header(self._folder, header)
