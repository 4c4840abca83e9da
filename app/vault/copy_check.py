# SPDX-License-Identifier: MIT
"""A copy of a vault looked over without changing a byte of it: pages, log, and every original.

Nothing is made beside it, so it may lie on a stick that cannot be written to.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.errors import VaultDamaged, VaultTooNew
from app.vault import checkpoints, ledger, migrations
from app.vault.connection import Database
from app.vault.integrity import Recheck, files_of
from app.vault.opening import DATABASE
from app.vault.pages import damaged_pages

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

PAGES_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a copy stands.

    Attributes:
        size: how many records its log has; ``last_at`` is the time of the last.
        damaged: pages that are not as they were written.
        differing: refs of files that are not what was recorded.
    """

    vault_id: str
    size: int
    root: str
    last_at: datetime
    exhibits: int
    damaged: tuple[int, ...] = ()
    differing: tuple[str, ...] = ()


def check_copy(
    folder: Path, key: bytes, progress: Callable[[float], None], cancelled: threading.Event
) -> Standing:
    """Return where the copy stands, once every page and every original was read back.

    Raises:
        VaultDamaged, ChainBroken, VaultTooNew: it cannot be read at all.
        Cancelled: the person stopped it.
    """
    path = folder / DATABASE
    damaged = damaged_pages(path, key, lambda share: progress(share * PAGES_SHARE), cancelled)
    with contextlib.closing(still(path, key)) as database:
        files, found = files_of(database), standing_of(database)
    rest = 1.0 - PAGES_SHARE
    recheck = Recheck(files, lambda share: progress(PAGES_SHARE + share * rest), cancelled)
    differing = recheck.run(lambda: contextlib.closing(still(path, key)))
    return replace(found, damaged=damaged, differing=tuple(kept.ref for kept in differing))


def still(path: Path, key: bytes) -> Database:
    """Return a connection to a file that nobody writes to."""
    return Database(path, key, is_still=True)


def standing_of(database: Database) -> Standing:
    """Return where a database stands.

    Raises:
        VaultDamaged, ChainBroken, VaultTooNew: it cannot be read.
    """
    if migrations.version_of(database) > migrations.latest():
        raise VaultTooNew("a copy of a later release")
    ledger.check_end(database)
    last = database.value("SELECT ts FROM ledger")
    try:
        last_at = parse_timestamp(last)
    except ValueError as error:
        raise VaultDamaged("the end of the log has no time") from error
    return Standing(
        vault_id=checkpoints.get(database, checkpoints.VAULT_ID).decode("ascii"),
        size=ledger.size(database),
        root=ledger.root(database),
        last_at=last_at,
        exhibits=int(database.value("SELECT count(*) FROM exhibit")),
    )
