# SPDX-License-Identifier: MIT
"""The encrypted case on disk: key slots, database, exhibits, entries, the custody log beside each act."""

from app.vault.kdf import KdfParameters
from app.vault.keyslots import SecretKind
from app.vault.reading import Reader, Reading
from app.vault.repository import Vault

__all__ = ["KdfParameters", "Reader", "Reading", "SecretKind", "Vault"]
