# SPDX-License-Identifier: MIT
"""Copies outside the vault: made with the record of their making, handed over, removed; never forgotten."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.log import SALT_BYTES, salted_hash
from app.errors import BadInput
from app.model import Copy, CopyKind, CopyState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.vault.connection import Database
    from app.vault.ledger import Ledger

RECORDS = {
    CopyKind.PACKAGE: "export.create",
    CopyKind.UPLOAD: "export.create",
    CopyKind.REPORT: "export.create",
    CopyKind.EMAIL: "export.create",
    CopyKind.LETTER: "export.create",
    CopyKind.BACKUP: "backup.create",
}
_SELECT = "SELECT id, kind, seq, size, at, place, sha256, state, handed_at, handed_to FROM copy"


@dataclass(frozen=True, slots=True)
class NewCopy:
    """A copy that was just made: what it is, where it stands, and the hash value of its file if it is one."""

    kind: CopyKind
    place: str
    sha256: str | None = None


def add(database: Database, ledger: Ledger, new: NewCopy, data: Mapping[str, object], size: int) -> Copy:
    """The copy and the record of its making are in the open transaction.

    ``data`` is what the record says: hash values, never the place; ``size`` is how many records the case had
    when the copy was frozen.
    """
    moment, copy_id = ledger.begin(), secrets.token_hex(16)
    seq = ledger.append(RECORDS[new.kind], copy_id, data, moment)
    database.run(
        "INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)",
        (copy_id, new.kind.value, seq, size, moment.ts, new.place, new.sha256, CopyState.HERE.value),
    )
    return copy(database, copy_id)


def copies(database: Database) -> tuple[Copy, ...]:
    """Return every copy that was made, the oldest first."""
    return tuple(_copy(*row) for row in database.rows(f"{_SELECT} ORDER BY seq"))


def copy(database: Database, copy_id: str) -> Copy:
    """Return one copy.

    Raises:
        BadInput: no such copy.
    """
    row = database.row(f"{_SELECT} WHERE id = ?", (copy_id,))
    if row is None:
        raise BadInput("no such copy")
    return _copy(*row)


def hand_over(database: Database, ledger: Ledger, copy_id: str, to: str) -> Copy:
    """The copy was handed over, in the open transaction; who took it stands in the vault, not in the log.

    Raises:
        BadInput: no such copy.
    """
    copy(database, copy_id)
    moment, salt = ledger.begin(), secrets.token_bytes(SALT_BYTES)
    ledger.append("handover", copy_id, {"hash": salted_hash(to, salt)}, moment)
    database.run(
        "UPDATE copy SET state = ?, handed_at = ?, handed_to = ?, salt = ? WHERE id = ?",
        (CopyState.HANDED_OVER.value, moment.ts, to, salt, copy_id),
    )
    return copy(database, copy_id)


def removed(database: Database, ledger: Ledger, copy_id: str) -> Copy:
    """The copy that stood on this computer is gone, in the open transaction; it holds nothing any more.

    Raises:
        BadInput: no such copy, or removed before.
    """
    if copy(database, copy_id).state is CopyState.REMOVED:
        raise BadInput("removed before")
    ledger.append("copy.remove", copy_id, {}, ledger.begin())
    database.run("UPDATE copy SET state = ?, place = NULL WHERE id = ?", (CopyState.REMOVED.value, copy_id))
    return copy(database, copy_id)


def _copy(  # noqa: PLR0913, PLR0917 - the columns of the table
    copy_id: str,
    kind: str,
    seq: int,
    size: int,
    at: str,
    place: str | None,
    sha256: str | None,
    state: str,
    handed_at: str | None,
    handed_to: str | None,
) -> Copy:
    """Return the copy that a row tells of."""
    return Copy(
        id=copy_id,
        kind=CopyKind(kind),
        seq=seq,
        size=size,
        made_at=parse_timestamp(at),
        place=place,
        sha256=sha256,
        state=CopyState(state),
        handed_at=parse_timestamp(handed_at) if handed_at else None,
        handed_to=handed_to,
    )
