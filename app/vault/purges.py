# SPDX-License-Identifier: MIT
"""Removing for good: bytes, records with their salts, words and all that was made or read of it are gone.

What stays is what no one can take back: number, times, hash values and the salted reason in the log, and the
reason itself, which the report prints. Rows stay, emptied, so that a number is never given twice. Pages that
become free are overwritten (``secure_delete``), and the WAL is emptied after the commit (``leave_no_trace``).
Source: evidence.md, section 2.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from app.clock import parse_timestamp
from app.custody.log import SALT_BYTES, salted_hash
from app.errors import AskPoliceFirst, BadInput
from app.model import DerivativeKind, ExhibitId, Purged, PurgedMade, PurgedOriginal, Sensitivity
from app.vault import entries, exhibits, frames, originals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.vault.connection import Database
    from app.vault.ledger import Ledger

EXHIBIT = "exhibit"

_WORDS = (  # of an exhibit's facts, or of any other entry
    "UPDATE revision SET body = NULL, salt = NULL WHERE entry_id = ?1",
)
_EXHIBIT = (
    """
    DELETE FROM draft WHERE EXISTS (
        SELECT 1 FROM (
            SELECT id FROM exhibit WHERE id = ?1 UNION ALL SELECT id FROM frame WHERE exhibit_id = ?1) one
        WHERE instr(draft.key, one.id))
    """,
    """
    DELETE FROM blob_part WHERE blob_id IN (
        SELECT blob_id FROM exhibit WHERE id = ?1
        UNION ALL SELECT blob_id FROM frame WHERE exhibit_id = ?1
        UNION ALL SELECT blob_id FROM derivative WHERE exhibit_id = ?1
        UNION ALL SELECT blob_id FROM staged WHERE exhibit_id = ?1)
    """,
    "DELETE FROM staged WHERE exhibit_id = ?1",
    "UPDATE exhibit SET acquisition = NULL WHERE id = ?1",
    "UPDATE frame SET acquisition = NULL WHERE exhibit_id = ?1",
    "UPDATE derivative SET record = NULL WHERE exhibit_id = ?1",
    "UPDATE withdrawal SET why = NULL, salt = NULL WHERE exhibit_id = ?1",
    "DELETE FROM judged WHERE exhibit_id = ?1",
    *_WORDS,
)
_ENTRY = ("DELETE FROM draft WHERE instr(key, ?1)", *_WORDS)

_PURGED = """
    SELECT p.object_id, p.kind, p.ref, x.number, p.seq, p.at, p.why, w.at
    FROM purge p LEFT JOIN exhibit x ON x.id = p.object_id
    LEFT JOIN withdrawal w ON w.exhibit_id = p.object_id
"""
_ORIGINALS = """
    SELECT o.id, o.acquired_at, r.line
    FROM (SELECT id, 1 AS n, seq, acquired_at FROM exhibit WHERE id = ?1
          UNION ALL SELECT id, n, seq, acquired_at FROM frame WHERE exhibit_id = ?1) o
    JOIN record r ON r.seq = o.seq ORDER BY o.n
"""
_MADE = """
    SELECT d.id, d.kind, d.n, r.line FROM derivative d JOIN record r ON r.seq = d.seq
    WHERE d.exhibit_id = ? ORDER BY d.seq
"""


def purge_exhibit(database: Database, ledger: Ledger, exhibit_id: str, why: str) -> Purged:
    """A picture or a whole run is gone in the open transaction, and everything that shows or tells it.

    Raises:
        BadInput: no such exhibit, or purged before.
        AskPoliceFirst: somebody in it is, or may be, under 18.
    """
    present = exhibits.exhibit(database, exhibit_id)
    if not originals.are_allowed(database) or present.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18:
        raise AskPoliceFirst
    counts = {"originals": len(present.originals), "derivatives": _count_made(database, exhibit_id)}
    _record(database, ledger, (exhibit_id, EXHIBIT, present.ref), why, {"ref": present.ref, **counts})
    exhibits.forget(database, exhibit_id)
    _empty(database, _EXHIBIT, exhibit_id)
    return _one(database, exhibit_id)


def purge_entry(database: Database, ledger: Ledger, entry_id: str, why: str) -> Purged:
    """The words of a fact, of every revision of it, are gone in the open transaction.

    Raises:
        BadInput: no such entry, purged before, or of a kind that is never taken back.
    """
    present = entries.entry(database, entry_id)
    if isinstance(present.fact, entries.NEVER_WITHDRAWN):
        raise BadInput("cannot be removed")
    kind = entries.KINDS[type(present.fact)].name
    _record(database, ledger, (entry_id, kind, None), why, {"kind": kind, "n": present.revision})
    _empty(database, _ENTRY, entry_id)
    return _one(database, entry_id)


def purged(database: Database) -> tuple[Purged, ...]:
    """Return everything that was removed for good, in the order in which it was."""
    return tuple(_purged(database, row) for row in database.rows(f"{_PURGED} ORDER BY p.seq"))


def purged_after(database: Database, size: int) -> tuple[Purged, ...]:
    """Return what was removed since the log had this many records: a copy of then holds it all still."""
    return tuple(one for one in purged(database) if one.seq > size)


def _record(
    database: Database,
    ledger: Ledger,
    named: tuple[str, str, str | None],
    why: str,
    data: Mapping[str, object],
) -> None:
    """The record of the purge, and the line that stays, are in the open transaction."""
    object_id, kind, ref = named
    moment, salt = ledger.begin(), secrets.token_bytes(SALT_BYTES)
    seq = ledger.append("object.purge", object_id, {**data, "hash": salted_hash(why, salt)}, moment)
    database.run(
        "INSERT INTO purge VALUES (?, ?, ?, ?, ?, ?, ?)", (object_id, kind, ref, seq, moment.ts, why, salt)
    )


def _empty(database: Database, statements: tuple[str, ...], object_id: str) -> None:
    """The words and bytes are gone, from what this connection remembers too."""
    database.leave_no_trace()
    for statement in statements:
        database.run(statement, (object_id,))
    database.forget()


def _count_made(database: Database, exhibit_id: str) -> int:
    return int(database.value("SELECT count(*) FROM derivative WHERE exhibit_id = ?", (exhibit_id,)))


def _one(database: Database, object_id: str) -> Purged:
    return _purged(database, database.rows(f"{_PURGED} WHERE p.object_id = ?", (object_id,))[0])


def _purged(database: Database, row: tuple[Any, ...]) -> Purged:
    """Return what is still known of one."""
    object_id, kind, ref, number, seq, at, why, withdrawn_at = row
    taken = database.rows(_ORIGINALS, (object_id,)) if ref else []
    is_run = bool(database.rows("SELECT 1 FROM run WHERE exhibit_id = ?", (object_id,)))
    made = database.rows(_MADE, (object_id,)) if ref else []
    return Purged(
        id=object_id,
        kind=kind,
        ref=ref,
        number=number,
        seq=seq,
        at=parse_timestamp(at),
        why=why,
        withdrawn_at=parse_timestamp(withdrawn_at) if withdrawn_at else None,
        originals=tuple(
            _original(frames.ref_of(ref, n) if is_run else ref, *one) for n, one in enumerate(taken, 1)
        ),
        made=tuple(_made(*one) for one in made),
    )


def _original(ref: str, original_id: str, acquired_at: str, line: bytes) -> PurgedOriginal:
    """Return what the log says of an original."""
    record = json.loads(line)
    return PurgedOriginal(
        ExhibitId(original_id), ref, record["obj"], parse_timestamp(acquired_at), *_hashes(record)
    )


def _made(derivative_id: str, kind: str, n: int, line: bytes) -> PurgedMade:
    """Return what the log says of something that was made."""
    return PurgedMade(derivative_id, DerivativeKind(kind), n, *_hashes(json.loads(line)))


def _hashes(record: dict[str, Any]) -> tuple[int, str, str]:
    data = record["data"]
    return data["size_bytes"], data["sha256"], data["record_sha256"]
