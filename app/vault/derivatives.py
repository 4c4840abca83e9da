# SPDX-License-Identifier: MIT
"""What was made from originals: bytes and record as hashed, one custody record each; never an original.

A derivative's row never changes, so each is read once over a connection and remembered until that is closed.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from app.custody.canonical import canonical
from app.custody.log import SALT_BYTES
from app.errors import BadInput, HashMismatch, VaultDamaged
from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord, RunRecord, redacted_copies
from app.plain import from_plain, to_plain
from app.vault import blobs, originals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.clock import Moment
    from app.model import Exhibit, Rect
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

T = TypeVar("T")

_RECORD = """
    SELECT record FROM derivative WHERE id = ? AND exhibit_id NOT IN (SELECT object_id FROM purge)
"""

_HASH = "SELECT o.exhibit_id, b.sha256 FROM original o JOIN blob b ON b.id = o.blob_id WHERE o.id = ?"
_NEXT = "SELECT ifnull(max(n), 0) + 1 FROM derivative WHERE exhibit_id = ? AND kind = ?"


def add(
    database: Database, ledger: Ledger, exhibit: Exhibit, derivative: Derivative, moment: Moment
) -> DerivativeRecord:
    """The derivative is in the open transaction, with its record; returns that as kept.

    Raises:
        PicturesNotAllowed: a picture, and nobody has said that everyone is 18 or older.
        HashMismatch: the bytes are not those of the record.
        BadInput: kept before, or made from something else than this exhibit.
    """
    check_new(database, derivative)
    blob_id = blobs.store(database, derivative.data, derivative.record.sha256)
    return add_stored(database, ledger, exhibit, derivative.record, blob_id, moment)


def add_stored(
    database: Database,
    ledger: Ledger,
    exhibit: Exhibit,
    given: DerivativeRecord,
    blob_id: int,
    moment: Moment,
) -> DerivativeRecord:
    """The derivative, whose bytes were checked and stored before, is in the open transaction with its record.

    Raises:
        BadInput: made from something else than this exhibit.
    """
    _check_parents(exhibit, given)
    salt = secrets.token_hex(SALT_BYTES)
    record = replace(given, seq=ledger.next_seq, exhibit_ref=exhibit.ref, salt=salt)
    line = canonical(originals.nfc(to_plain(record)))
    n = int(database.value(_NEXT, (exhibit.id, given.kind.value)))
    data = {
        "kind": given.kind.value,
        "n": n,
        "ref": exhibit.ref,
        "sha256": given.sha256,
        "size_bytes": given.size_bytes,
        "record_sha256": sha256_of(line),
    }
    seq = ledger.append("derivative.create", given.derivative_id, data, moment)
    database.run(
        "INSERT INTO derivative VALUES (?, ?, ?, ?, ?, ?, ?)",
        (given.derivative_id, exhibit.id, given.kind.value, n, seq, line, blob_id),
    )
    return record


def records(database: Database, exhibit_id: str) -> tuple[DerivativeRecord, ...]:
    """Return the record of everything that was made from an exhibit, in the order it was made.

    Raises:
        VaultDamaged: one cannot be read.
    """
    rows = database.rows("SELECT id FROM derivative WHERE exhibit_id = ? ORDER BY seq", (exhibit_id,))
    return tuple(record(database, derivative_id) for (derivative_id,) in rows)


def record(database: Database, derivative_id: str) -> DerivativeRecord:
    """Return the record of one derivative.

    Raises:
        BadInput: no such derivative.
        VaultDamaged: it cannot be read.
    """
    known = database.remembered(("derivative", derivative_id))
    if isinstance(known, DerivativeRecord):
        return known
    read = _read(DerivativeRecord, line_of(database, derivative_id))
    return database.remember(("derivative", derivative_id), read)


def line_of(database: Database, derivative_id: str) -> bytes:
    """Return the derivative's record as hashed into the log: JCS JSON.

    Raises:
        BadInput: no such derivative.
    """
    found = database.row(_RECORD, (derivative_id,))
    if found is None:
        raise BadInput("no such derivative")
    return bytes(found[0])


def parts(database: Database, derivative_id: str) -> Iterator[bytes]:
    """Yield the bytes as made, at most 4 MiB at a time.

    Raises:
        BadInput: no such derivative.
        PicturesNotAllowed: a picture, and its exhibit is set apart.
        HashMismatch: after the last part, if they are not what was recorded.
    """
    present = record(database, derivative_id)
    blob_id, exhibit_id = database.rows(
        "SELECT blob_id, exhibit_id FROM derivative WHERE id = ?", (derivative_id,)
    )[0]
    if present.kind is not DerivativeKind.RUN_RECORD:
        originals.refuse_apart(database, exhibit_id)
    return blobs.parts(database, blob_id, present.sha256, f"{present.exhibit_ref} {present.kind}")


def redacted(database: Database, exhibit_id: str) -> dict[str, DerivativeRecord]:
    """Return the newest redacted copy by the hash value of its original, where something is covered."""
    rows = database.rows(
        "SELECT id FROM derivative WHERE exhibit_id = ? AND kind = ? ORDER BY n",
        (exhibit_id, DerivativeKind.REDACTED.value),
    )
    return redacted_copies(tuple(record(database, derivative_id) for (derivative_id,) in rows))


def boxes_of(database: Database, original_id: str) -> tuple[Rect, ...]:
    """Return what is covered of an original: of an exhibit or frame."""
    found = database.row(_HASH, (original_id,))
    made = redacted(database, found[0]).get(found[1]) if found else None
    return tuple(box.rect for box in made.boxes) if made else ()


def run_record(database: Database, made: tuple[DerivativeRecord, ...]) -> RunRecord | None:
    """Return how the frames of a run meet, as last judged; None if that was not written yet.

    Raises:
        HashMismatch: it is not as it was written.
        VaultDamaged: it cannot be read.
    """
    newest = next((one for one in reversed(made) if one.kind is DerivativeKind.RUN_RECORD), None)
    if newest is None:
        return None
    known = database.remembered(("run", newest.derivative_id))
    if isinstance(known, RunRecord):
        return known
    read = _read(RunRecord, b"".join(parts(database, newest.derivative_id)))
    return database.remember(("run", newest.derivative_id), read)


def check_new(database: Database, derivative: Derivative) -> None:
    """The bytes may be kept, and are those of the record.

    Raises:
        PicturesNotAllowed, HashMismatch, BadInput: as ``add``.
    """
    given = derivative.record
    if given.kind is not DerivativeKind.RUN_RECORD:
        originals.refuse_pictures(database)
    if (len(derivative.data), sha256_of(derivative.data)) != (given.size_bytes, given.sha256):
        raise HashMismatch(f"{given.exhibit_ref or given.derivative_id} {given.kind}")
    if database.row("SELECT 1 FROM derivative WHERE id = ?", (given.derivative_id,)):
        raise BadInput("kept before")


def _check_parents(exhibit: Exhibit, given: DerivativeRecord) -> None:
    """It was made from originals of this exhibit; a joined picture also from copies of them.

    Raises:
        BadInput: it was not.
    """
    own = {original.record.content.sha256 for original in exhibit.originals}
    if given.kind is DerivativeKind.JOINED_PICTURE:
        own |= {one.sha256 for one in redacted_copies(exhibit.derivatives).values()}
    if not given.parents or not own.issuperset(given.parents):
        raise BadInput("a derivative names the originals it was made from")


def _read(kind: type[T], data: bytes) -> T:
    """Return what a record says.

    Raises:
        VaultDamaged: it cannot be read.
    """
    try:
        return from_plain(kind, json.loads(data))
    except ValueError as error:
        raise VaultDamaged("a record of a conversation cannot be read") from error
