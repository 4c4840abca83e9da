# SPDX-License-Identifier: MIT
"""Every byte of the key file changed: a clean refusal, never a weaker derivation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.custody.canonical import canonical
from app.errors import BadInput, VaultDamaged, VaultTooNew, WrongPassphrase
from app.hashing import sha256_of
from app.vault import SecretKind, Vault, keyslots
from app.vault.kdf import KdfParameters, derive
from app.vault.keyfile import NAMES, read_headers, unlock_folder

from .conftest import PASSPHRASE, opened

if TYPE_CHECKING:
    from pathlib import Path

REFUSALS = (VaultDamaged, VaultTooNew, WrongPassphrase)
KIND = SecretKind.PASSPHRASE


@pytest.fixture
def good(vault: Vault, folder: Path) -> bytes:
    vault.new_recovery_code()
    vault.close()
    return (folder / NAMES[0]).read_bytes()


@pytest.fixture
def never_weaker(monkeypatch: pytest.MonkeyPatch) -> None:
    floor = KdfParameters.floor()

    def watched(secret: str, salt: bytes, kdf: KdfParameters) -> bytes:
        assert kdf.memory_kib >= floor.memory_kib
        assert kdf.iterations >= floor.iterations
        return derive(secret, salt, kdf)

    monkeypatch.setattr(keyslots, "derive", watched)


def put(folder: Path, data: bytes, names: tuple[str, ...] = NAMES) -> None:
    for name in names:
        (folder / name).write_bytes(data)


def test_every_byte_of_both_copies(folder: Path, good: bytes) -> None:
    (folder / NAMES[1]).unlink()
    for at in range(len(good)):
        for flipped in (1 << at % 8, 0xFF):
            put(folder, good[:at] + bytes([good[at] ^ flipped]) + good[at + 1 :], NAMES[:1])
            assert read_headers(folder) == (), f"byte {at}"
    put(folder, good[:50] + b"?" + good[51:])
    with pytest.raises(VaultDamaged):
        unlock_folder(folder, KIND, PASSPHRASE)
    put(folder, good)
    opened(folder).close()


def test_every_byte_dropped_doubled_or_the_rest_torn_off(folder: Path, good: bytes) -> None:
    for at in range(len(good) - 1):
        for changed in (good[:at] + good[at + 1 :], good[:at] + good[at : at + 1] + good[at:], good[:at]):
            put(folder, changed)
            assert changed == good or read_headers(folder) == (), f"byte {at}"


def test_a_torn_first_copy_opens_by_the_second_and_is_repaired(folder: Path, good: bytes) -> None:
    for at in (0, 1, len(good) // 2, len(good) - 1):
        put(folder, good[:at], NAMES[:1])
        vault = opened(folder)
        assert vault.repaired
        vault.close()
        assert (folder / NAMES[0]).read_bytes() == good


@pytest.mark.usefixtures("never_weaker")
def test_bytes_changed_by_somebody_who_mends_the_plain_hash(folder: Path, good: bytes) -> None:
    """The plain hash value is made to fit, so that only slots and HMAC are left to see it."""
    keys = canonical(json.loads(good)["keys"])
    tried = 0
    for at in range(0, len(keys), 17):
        forged = keys[:at] + bytes([keys[at] ^ 1]) + keys[at + 1 :]
        try:
            data = canonical({"keys": json.loads(forged), "sha256": sha256_of(canonical(json.loads(forged)))})
        except (ValueError, BadInput):
            continue
        put(folder, data + b"\n")
        tried += 1
        with pytest.raises(REFUSALS):
            unlock_folder(folder, KIND, PASSPHRASE)
    assert tried > 25
    put(folder, good)
    opened(folder).close()
