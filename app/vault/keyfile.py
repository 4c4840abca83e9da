# SPDX-License-Identifier: MIT
"""``keys.json`` and its second copy: written whole, read strictly, one standing in for the other.

A file is one canonical JSON line. A plain hash value in it tells damage from a wrong passphrase before
anything is derived; the HMAC inside the header is what an attacker cannot forge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical, read_canonical
from app.errors import BadInput, VaultDamaged, VaultTooNew, WrongPassphrase
from app.hashing import sha256_of
from app.paths import KEY_FILES
from app.vault.disk import disk_errors, write_whole
from app.vault.kdf import KEY_BYTES, SALT_BYTES, KdfParameters
from app.vault.keyslots import (
    FORMAT,
    NONCE_BYTES,
    VERSION,
    Header,
    SecretKind,
    Slot,
    check_mac,
    plain_header,
    unlock,
)

if TYPE_CHECKING:
    from pathlib import Path

NAMES = KEY_FILES
MOST_BYTES, MOST_SLOTS = 16 * 1024, 8
TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, the header it came from, and whether a copy has to be written anew."""

    data_key: bytes
    header: Header
    needs_repair: bool


def write_header(folder: Path, header: Header) -> None:
    """Both copies say this; after a power cut between them the first one does.

    Raises:
        DiskFull, FolderReadOnly: the old header is still there.
    """
    for name in NAMES:
        write_header_copy(folder, name, header)


def write_header_copy(folder: Path, name: str, header: Header) -> None:
    """One copy says this.

    Raises:
        DiskFull, FolderReadOnly: what it said is still there.
    """
    write_whole(folder / name, _encoded(header))


def unlock_folder(folder: Path, kind: SecretKind, secret: str, *, newest_only: bool = False) -> Unlocked:
    """Return the data key, from whichever copy is good, or from the newest that can be read alone.

    Raises:
        WrongPassphrase: the secret opens neither.
        VaultDamaged: no copy can be read, or they are not what was written.
        VaultTooNew: written by a later release.
    """
    headers = read_headers(folder)[: 1 if newest_only else None]
    refusal: WrongPassphrase | VaultDamaged = VaultDamaged("no copy of the key file can be read")
    for header in headers:
        try:
            data_key = unlock(header, kind, secret)
        except (WrongPassphrase, VaultDamaged) as error:
            refusal = error if not isinstance(refusal, WrongPassphrase) else refusal
            continue
        return Unlocked(data_key, header, needs_repair=differing_copies(folder, header) > 0)
    raise refusal


def read_headers(folder: Path) -> tuple[Header, ...]:
    """Return the copies that can be read, the newest first, without doubles.

    Raises:
        VaultTooNew: written by a later release.
    """
    found: list[Header] = []
    for name in NAMES:
        data = _bytes_of(folder / name)
        header = _decoded(data) if data else None
        if header is not None and header not in found:
            found.append(header)
    return tuple(sorted(found, key=lambda header: -header.generation))


def repair(folder: Path, unlocked: Unlocked) -> None:
    """Both copies say what the good one says."""
    check_mac(unlocked.header, unlocked.data_key)
    write_header(folder, unlocked.header)


def differing_copies(folder: Path, header: Header) -> int:
    """Return how many copies are missing or say something else."""
    good = _encoded(header)
    return sum(_bytes_of(folder / name) != good for name in NAMES)


def _bytes_of(path: Path) -> bytes:
    """Return what the file holds; nothing if it is missing or far too large."""
    with disk_errors():
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return b""
        return path.read_bytes()


def _encoded(header: Header) -> bytes:
    """Return the bytes of the file."""
    plain = plain_header(header)
    return canonical({"keys": plain, "sha256": sha256_of(canonical(plain))}) + b"\n"


def _decoded(data: bytes) -> Header | None:
    """Return the header, or None if one bit of the file is not as it was written.

    Raises:
        VaultTooNew: undamaged, and of a later release.
    """
    try:
        values = read_canonical(data.removesuffix(b"\n"))
        keys = values["keys"]
        if values["sha256"] != sha256_of(canonical(keys)) or keys["format"] != FORMAT:
            return None
        if keys["version"] > VERSION:
            raise VaultTooNew("key file of a later release")
        header = _header(keys)
    except (BadInput, KeyError, TypeError, ValueError, AttributeError):
        return None
    return header if _encoded(header) == data else None


def _header(keys: dict[str, Any]) -> Header:
    """Return the typed header; comparing its encoding with the file catches what this passes over.

    Raises:
        ValueError: a value of the wrong form.
    """
    if not 1 <= len(keys["slots"]) <= MOST_SLOTS:
        raise ValueError("slots")
    return Header(
        vault_id=_hex(keys["vault_id"], 16),
        generation=int(keys["generation"]),
        slots=tuple(_slot(slot) for slot in keys["slots"]),
        mac=_hex(keys["mac"], 32),
    )


def _slot(slot: dict[str, Any]) -> Slot:
    """Return the typed slot.

    Raises:
        ValueError: a value of the wrong form.
    """
    kdf = slot["kdf"]
    return Slot(
        id=_hex(slot["id"], 8),
        kind=SecretKind(slot["kind"]),
        kdf=KdfParameters(int(kdf["memory_kib"]), int(kdf["iterations"]), int(kdf["lanes"])),
        salt=_hex(slot["salt"], SALT_BYTES),
        nonce=_hex(slot["nonce"], NONCE_BYTES),
        wrapped=_hex(slot["wrapped"], KEY_BYTES + TAG_BYTES),
    )


def _hex(value: object, size_bytes: int) -> str:
    """Return the text if it is so many bytes in lower-case hexadecimal.

    Raises:
        ValueError: it is not.
    """
    if not isinstance(value, str) or not re.fullmatch(rf"[0-9a-f]{{{size_bytes * 2}}}", value, re.ASCII):
        raise ValueError("not hexadecimal")
    return value
