# SPDX-License-Identifier: MIT
"""Every page of the database file carries the HMAC it was written with: ``cipher_integrity_check`` in parts.

Asked here page by page, so that it tells how far it is, can be stopped, and works on a file that nobody has
open. Source: SQLCipher, "SQLCipher Design": layout of a page, derivation of the HMAC key; the parameters are
those of ``app.vault.connection``. A test compares the answers with SQLCipher's own.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from app.errors import Cancelled
from app.vault.connection import PAGE_BYTES
from app.vault.disk import disk_errors
from app.vault.kdf import KEY_BYTES

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

SALT_BYTES, TAG_BYTES = 16, 32
SALT_MASK = 0x3A  # Source: SQLCipher, HMAC_SALT_MASK
PASSES = 2  # Source: SQLCipher, FAST_PBKDF2_ITER
RUN_PAGES = 64  # a megabyte between two looks at whether to stop


def damaged_pages(
    path: Path, key: bytes, progress: Callable[[float], None], cancelled: threading.Event
) -> tuple[int, ...]:
    """Return the numbers, from 1, of the pages that are not as they were written with this key.

    The file must be at rest: everything committed is in it, and nobody writes to it meanwhile.

    Raises:
        Cancelled: the person stopped it.
        VaultDamaged: the disk could not read it.
    """
    damaged: list[int] = []
    with disk_errors(), path.open("rb") as file:
        total = -(-path.stat().st_size // PAGE_BYTES)
        tag_key = _tag_key(key, file.read(SALT_BYTES))
        file.seek(0)
        for first in range(1, total + 1, RUN_PAGES):
            if cancelled.is_set():
                raise Cancelled("checking the pages")
            run = file.read(RUN_PAGES * PAGE_BYTES)
            pages = (run[at : at + PAGE_BYTES] for at in range(0, len(run), PAGE_BYTES))
            damaged += [n for n, page in enumerate(pages, first) if not _fits(page, n, tag_key)]
            progress(min(1.0, (first + RUN_PAGES) / total))
    return tuple(damaged)


def opens_with(path: Path, key: bytes) -> bool:
    """Whether the first page of a file was written with this key.

    Raises:
        VaultDamaged: the disk could not read it.
    """
    with disk_errors(), path.open("rb") as file:
        first = file.read(PAGE_BYTES)
    return _fits(first, 1, _tag_key(key, first[:SALT_BYTES]))


def _tag_key(key: bytes, salt: bytes) -> bytes:
    """Return the key of the HMACs; a raw key is used as it is, and its salt begins the file."""
    masked = bytes(byte ^ SALT_MASK for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key, masked, PASSES, KEY_BYTES)


def _fits(page: bytes, number: int, tag_key: bytes) -> bool:
    """Whether a page has the HMAC of its bytes and its number."""
    body = page[SALT_BYTES if number == 1 else 0 : PAGE_BYTES - TAG_BYTES]
    wanted = hmac.digest(tag_key, body + number.to_bytes(4, "little"), "sha256")
    return hmac.compare_digest(wanted, page[PAGE_BYTES - TAG_BYTES :])
