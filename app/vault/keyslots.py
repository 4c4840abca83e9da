# SPDX-License-Identifier: MIT
"""Key slots: each opens the same data key with another secret, as LUKS does.

A slot wraps the data key with AES-256-GCM under a key that Argon2id makes of the secret. Its associated data
are version, vault id and the slot's own id, type, parameters and salt, so that one slot can change without
the others. The whole file carries an HMAC under a key derived from the data key, checked after unlocking.
Source: evidence.md, section 3; NIST SP 800-38D; RFC 5869.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.custody.canonical import canonical
from app.errors import VaultDamaged, WrongPassphrase
from app.vault.kdf import KEY_BYTES, SALT_BYTES, KdfParameters, derive

FORMAT, VERSION = "safehold-keys", 1
NONCE_BYTES = 12  # Source: NIST SP 800-38D, section 8.2.2: 96 random bits
MAC_INFO = b"safehold keys.json mac v1"


class SecretKind(StrEnum):
    """What a person may unlock with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
    RECOVERY_CODE = "recovery_code"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: which secret, how it becomes a key, and the data key wrapped under it."""

    id: str
    kind: SecretKind
    kdf: KdfParameters
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class Header:
    """What ``keys.json`` says. ``generation`` counts its changes; ``mac`` covers everything else."""

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    mac: str = ""
    format: str = FORMAT
    version: int = VERSION


def new_header(vault_id: str, data_key: bytes, slots: tuple[Slot, ...], generation: int = 1) -> Header:
    """Return a header over these slots with its HMAC."""
    bare = Header(vault_id, generation, slots)
    return replace(bare, mac=_mac(bare, data_key))


def new_slot(vault_id: str, kind: SecretKind, secret: str, data_key: bytes, kdf: KdfParameters) -> Slot:
    """Return a slot that opens the data key with this secret; it takes as long as one guess.

    Raises:
        BadInput: the secret is empty.
        ComputerBusy: not enough memory to derive its key.
    """
    bare = Slot(
        id=secrets.token_hex(8),
        kind=kind,
        kdf=kdf,
        salt=secrets.token_hex(SALT_BYTES),
        nonce=secrets.token_hex(NONCE_BYTES),
        wrapped="",
    )
    key = derive(secret, bytes.fromhex(bare.salt), kdf)
    sealed = AESGCM(key).encrypt(bytes.fromhex(bare.nonce), data_key, _bound_to(vault_id, bare))
    return replace(bare, wrapped=sealed.hex())


def with_slot(header: Header, data_key: bytes, slot: Slot) -> Header:
    """Return the next header, in which this slot stands in place of every other of its kind."""
    others = tuple(kept for kept in header.slots if kept.kind is not slot.kind)
    return new_header(header.vault_id, data_key, (*others, slot), header.generation + 1)


def unlock(header: Header, kind: SecretKind, secret: str) -> bytes:
    """Return the data key.

    Raises:
        WrongPassphrase: no slot of this kind opens with the secret.
        VaultDamaged: parameters outside the limits, or the header is not what was written.
    """
    for slot in header.slots:
        slot.kdf.check()
    for slot in (slot for slot in header.slots if slot.kind is kind):
        data_key = _opened(header.vault_id, slot, secret)
        if data_key is not None:
            check_mac(header, data_key)
            return data_key
    raise WrongPassphrase(kind.value)


def check_mac(header: Header, data_key: bytes) -> None:
    """The header is the one that was written by somebody who knew the data key.

    Raises:
        VaultDamaged: it is not.
    """
    if not hmac.compare_digest(header.mac, _mac(header, data_key)):
        raise VaultDamaged("the key file was changed")


def plain_header(header: Header) -> dict[str, object]:
    """Return the header as it is written."""
    return {
        "format": header.format,
        "version": header.version,
        "vault_id": header.vault_id,
        "generation": header.generation,
        "slots": [_plain_slot(slot) for slot in header.slots],
        "mac": header.mac,
    }


def _plain_slot(slot: Slot) -> dict[str, object]:
    """Return the slot as it is written."""
    kdf = slot.kdf
    return {
        "id": slot.id,
        "kind": slot.kind.value,
        "kdf": {
            "name": "argon2id",
            "memory_kib": kdf.memory_kib,
            "iterations": kdf.iterations,
            "lanes": kdf.lanes,
        },
        "salt": slot.salt,
        "nonce": slot.nonce,
        "wrapped": slot.wrapped,
    }


def _bound_to(vault_id: str, slot: Slot) -> bytes:
    """Return the associated data: this slot is good for this vault, with these parameters, only."""
    own = _plain_slot(slot)
    return canonical(
        {"version": VERSION, "vault_id": vault_id, **{key: own[key] for key in ("id", "kind", "kdf", "salt")}}
    )


def _opened(vault_id: str, slot: Slot, secret: str) -> bytes | None:
    """Return the data key, or None if the slot does not open with the secret."""
    key = derive(secret, bytes.fromhex(slot.salt), slot.kdf)
    try:
        return AESGCM(key).decrypt(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), _bound_to(vault_id, slot)
        )
    except InvalidTag:
        return None


def _mac(header: Header, data_key: bytes) -> str:
    """Return the HMAC over everything in the header but itself."""
    key = HKDF(SHA256(), KEY_BYTES, salt=header.vault_id.encode("ascii"), info=MAC_INFO).derive(data_key)
    return hmac.digest(key, canonical(plain_header(replace(header, mac=""))), "sha256").hex()
