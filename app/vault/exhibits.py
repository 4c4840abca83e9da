# SPDX-License-Identifier: MIT
"""Exhibits: bytes, acquisition record and number in one transaction; withdrawn ones leave a line."""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.clock import parse_timestamp, timestamp
from app.custody.canonical import canonical
from app.custody.log import SALT_BYTES, salted_hash
from app.errors import BadInput, HashMismatch, PicturesNotAllowed, VaultDamaged
from app.hashing import sha256_of
from app.model import (
    Acquisition,
    AcquisitionRecord,
    Exhibit,
    ExhibitFacts,
    ExhibitId,
    Sensitivity,
    Under18,
)
from app.plain import from_plain, to_plain
from app.vault import blobs, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.vault.connection import Database
    from app.vault.ledger import Ledger

NO_INITIALS = "EX"
NO_THUMBNAIL = frozenset({Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18})

_SELECT = """
    SELECT x.id, x.number, x.ref, x.seq, x.acquired_at, x.acquisition, w.at, w.why
    FROM exhibit x LEFT JOIN withdrawal w ON w.exhibit_id = x.id
"""


def add(database: Database, ledger: Ledger, acquisition: Acquisition) -> Exhibit:
    """The acquisition is in the open transaction as a new exhibit, with its two records.

    Raises:
        PicturesNotAllowed: nobody has said that everyone is 18 or older.
        HashMismatch: the bytes are not those of the record.
        BadInput: this acquisition is an exhibit already, or too large.
    """
    _check(database, acquisition)
    moment = ledger.begin()
    number = int(database.value("SELECT ifnull(max(number), 0) + 1 FROM exhibit"))
    ref = f"{_initials(database)}/{number}"
    salt = secrets.token_hex(SALT_BYTES)
    record = _in_nfc(replace(acquisition.record, seq=ledger.next_seq, exhibit_ref=ref, salt=salt))
    line = canonical(to_plain(record))
    kept = record.content
    seq = ledger.append(
        "acquisition.create",
        record.acquisition_id,
        {"sha256": kept.sha256, "size_bytes": kept.size_bytes, "record_sha256": sha256_of(line)},
        moment,
    )
    blob_id = blobs.store(database, acquisition.data, kept.sha256)
    exhibit_id, acquired_at = ExhibitId(secrets.token_hex(16)), record.time.started_at
    database.run(
        "INSERT INTO exhibit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (exhibit_id, number, ref, record.acquisition_id, seq, timestamp(acquired_at), line, blob_id),
    )
    allocated = {"ref": ref, "number": number, "acquisition_id": record.acquisition_id}
    ledger.append("exhibit.allocate", exhibit_id, allocated, moment)
    return Exhibit(exhibit_id, number, ref, seq, acquired_at, record, _first_facts(record))


def revise(database: Database, ledger: Ledger, exhibit_id: str, facts: ExhibitFacts) -> Exhibit:
    """What the person says of the exhibit is in the open transaction; one now marked loses its thumbnail.

    Raises:
        BadInput: no such exhibit.
    """
    present = exhibit(database, exhibit_id)
    if database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,)):
        entries.revise(database, ledger, exhibit_id, facts)
    elif facts != present.facts:
        entries.add(database, ledger, facts, entry_id=exhibit_id)
    if facts.sensitivity in NO_THUMBNAIL:
        database.run("DELETE FROM thumbnail WHERE exhibit_id = ?", (exhibit_id,))
    return replace(present, facts=facts)


def withdraw(database: Database, ledger: Ledger, exhibit_id: str, why: str) -> Exhibit:
    """The exhibit is marked as withdrawn in the open transaction; number, bytes and records stay.

    Raises:
        BadInput: no such exhibit, or withdrawn before.
    """
    present = exhibit(database, exhibit_id)
    if present.withdrawn_at is not None:
        raise BadInput("withdrawn before")
    moment, salt = ledger.begin(), secrets.token_bytes(SALT_BYTES)
    seq = ledger.append(
        "exhibit.withdraw", exhibit_id, {"ref": present.ref, "hash": salted_hash(why, salt)}, moment
    )
    database.run("INSERT INTO withdrawal VALUES (?, ?, ?, ?, ?)", (exhibit_id, seq, moment.ts, why, salt))
    return replace(present, withdrawn_at=moment.utc, withdrawn_why=why)


def exhibit(database: Database, exhibit_id: str) -> Exhibit:
    """Return one exhibit.

    Raises:
        BadInput: no such exhibit.
    """
    found = database.row(f"{_SELECT} WHERE x.id = ?", (exhibit_id,))
    if found is None:
        raise BadInput("no such exhibit")
    said = database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,))
    return _exhibit(found, entries.entry(database, exhibit_id).fact if said else None)


def exhibits(database: Database) -> tuple[Exhibit, ...]:
    """Return every exhibit by number, withdrawn ones included."""
    said = {entry.id: entry.fact for entry in entries.entries(database, ExhibitFacts)}
    return tuple(_exhibit(row, said.get(row[0])) for row in database.rows(f"{_SELECT} ORDER BY x.number"))


def acquisition_line(database: Database, exhibit_id: str) -> bytes:
    """Return the acquisition record as hashed into the log: JCS JSON.

    Raises:
        BadInput: no such exhibit.
    """
    found = database.row("SELECT acquisition FROM exhibit WHERE id = ?", (exhibit_id,))
    if found is None:
        raise BadInput("no such exhibit")
    return bytes(found[0])


def original_parts(database: Database, exhibit_id: str) -> Iterator[bytes]:
    """Yield the bytes as acquired, at most 4 MiB at a time.

    Raises:
        BadInput: no such exhibit.
        PicturesNotAllowed: the case has become one without pictures; what is there is set apart.
        HashMismatch: after the last part, if they are not what was recorded.
    """
    present = exhibit(database, exhibit_id)
    if not are_allowed(database):
        raise PicturesNotAllowed("set apart: not known that everyone is 18 or older")
    blob_id = database.value("SELECT blob_id FROM exhibit WHERE id = ?", (exhibit_id,))
    return blobs.parts(database, blob_id, present.sha256, present.ref)


def put_thumbnail(database: Database, exhibit_id: str, jpeg: bytes) -> None:
    """The small picture is in the open transaction, unless exhibit or case is marked so that it has none.

    Raises:
        BadInput: no such exhibit.
    """
    if _sensitivity(database, exhibit_id) not in NO_THUMBNAIL and are_allowed(database):
        database.run("INSERT OR REPLACE INTO thumbnail VALUES (?, ?)", (exhibit_id, jpeg))


def are_allowed(database: Database) -> bool:
    """Whether pictures may be kept and seen: everyone is known to be 18 or older."""
    return entries.case(database).fact.under_18 is Under18.NO


def drop_thumbnails(database: Database) -> None:
    """In the open transaction there is no small picture in a case that may have none."""
    if not are_allowed(database):
        database.run("DELETE FROM thumbnail")


def _check(database: Database, acquisition: Acquisition) -> None:
    """The acquisition may become an exhibit.

    Raises:
        PicturesNotAllowed, HashMismatch, BadInput: as ``add``.
    """
    if not are_allowed(database):
        raise PicturesNotAllowed("not known that everyone is 18 or older")
    record = acquisition.record
    if len(acquisition.data) != record.content.size_bytes:
        raise HashMismatch("the new picture")
    if sha256_of(acquisition.data) != record.content.sha256:
        raise HashMismatch("the new picture")
    if database.row("SELECT 1 FROM exhibit WHERE acquisition_id = ?", (record.acquisition_id,)):
        raise BadInput("kept before")


def _initials(database: Database) -> str:
    """Return what stands before the number."""
    return entries.case(database).fact.initials or NO_INITIALS


def _first_facts(record: AcquisitionRecord) -> ExhibitFacts:
    """Return what is known before the person has said anything: the sensitivity chosen at the capture."""
    return ExhibitFacts(sensitivity=record.method.sensitivity)


def _sensitivity(database: Database, exhibit_id: str) -> Sensitivity:
    """Return how an exhibit is marked, without making its whole record anew: it is asked with every press.

    Raises:
        BadInput: no such exhibit.
        VaultDamaged: its acquisition record cannot be read.
    """
    if database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,)):
        return exhibit(database, exhibit_id).facts.sensitivity
    try:
        return Sensitivity(json.loads(acquisition_line(database, exhibit_id))["method"]["sensitivity"])
    except (ValueError, KeyError) as error:
        raise VaultDamaged("an acquisition record cannot be read") from error


def _in_nfc(record: AcquisitionRecord) -> AcquisitionRecord:
    """Return the record with its texts in NFC, as the log wants them (a window title may be in another)."""
    plain = to_plain(record)
    normal = _nfc(plain)
    return record if normal == plain else from_plain(AcquisitionRecord, normal)


def _nfc(plain: Any) -> Any:
    """Return the plain value with every text in NFC."""
    if isinstance(plain, str):
        return unicodedata.normalize("NFC", plain)
    if isinstance(plain, dict):
        return {key: _nfc(value) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [_nfc(value) for value in plain]
    return plain


def _exhibit(row: tuple[Any, ...], facts: ExhibitFacts | None) -> Exhibit:
    """Return the typed exhibit of a row of ``_SELECT``.

    Raises:
        VaultDamaged: its acquisition record cannot be read.
    """
    exhibit_id, number, ref, seq, acquired_at, line, withdrawn_at, why = row
    try:
        record = from_plain(AcquisitionRecord, json.loads(line))
    except ValueError as error:
        raise VaultDamaged("an acquisition record cannot be read") from error
    return Exhibit(
        id=ExhibitId(exhibit_id),
        number=number,
        ref=ref,
        seq=seq,
        acquired_at=parse_timestamp(acquired_at),
        record=record,
        facts=facts or _first_facts(record),
        withdrawn_at=parse_timestamp(withdrawn_at) if withdrawn_at else None,
        withdrawn_why=why,
    )
