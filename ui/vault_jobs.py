# SPDX-License-Identifier: MIT
"""What the session has done in the vault's own thread: making, opening, closing, deleting."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from app.errors import EvidenceError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.clock import Clock
    from app.vault import SecretKind, Vault
    from ui.reading import OneReader


def create(folder: Path, passphrase: str, **made_with: Any) -> Vault:
    """Return a new vault, open."""
    from app.vault import Vault as Chosen  # noqa: PLC0415 - SQLCipher and Argon2 after the first paint (G7)

    return Chosen.create(folder, passphrase, **made_with)


def open_with(
    folder: Path,
    secret: str,
    *,
    clock: Clock,
    tool: str,
    kind: SecretKind | None,
    progress: Callable[[float], None],
) -> Vault:
    """Return the vault, open; the secret is a passphrase unless another kind is said."""
    from app.vault import SecretKind as Kinds  # noqa: PLC0415 - as above
    from app.vault import Vault as Chosen  # noqa: PLC0415

    chosen = kind or Kinds.PASSPHRASE
    return Chosen.open(folder, secret, clock=clock, tool=tool, kind=chosen, progress=progress)


def close(vault: Vault, readers: tuple[OneReader, ...], why: str) -> None:
    """End the reading, which holds pictures in clear, then close; both take time."""
    try:
        for reader in readers:
            reader.stop()
    finally:
        vault.close(why)


def rekey(
    vault: Vault, *, secret: str, progress: Callable[[float], None], cancelled: threading.Event
) -> None:
    """The whole case has a new key, and is closed."""
    vault.rekey(secret, progress, cancelled)


def delete(vault: Vault) -> None:
    """Nothing is left of the case."""
    from app.vault.deleting import delete_case  # noqa: PLC0415 - as above

    with contextlib.suppress(EvidenceError):  # what could not be recorded is not needed any more
        vault.close("delete")
    delete_case(vault.folder)
