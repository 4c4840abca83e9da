# SPDX-License-Identifier: MIT
"""Hash values, the names of bytes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def sha256_of(data: bytes) -> str:
    """Return the hash value that names these bytes.

    Returns: 64 lower-case hexadecimal digits.
    Source: FIPS 180-4; the form used in BagIt manifests (RFC 8493, section 2.1.3).
    """
    return hashlib.sha256(data).hexdigest()


def sha256_of_parts(parts: Iterable[bytes]) -> str:
    """Return the hash value of the parts laid end to end, without joining them."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def grouped(value: str, *, size: int = 4, per_line: int = 8) -> list[str]:
    """Return a hash value as lines of groups, for people who compare by eye."""
    groups = [value[i : i + size] for i in range(0, len(value), size)]
    return [" ".join(groups[i : i + per_line]) for i in range(0, len(groups), per_line)]
