# SPDX-License-Identifier: MIT
"""Originals: bytes and acquisition record as kept, of a single picture or of a frame, found by one id."""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.custody.log import SALT_BYTES
from app.errors import BadInput, HashMismatch, PicturesNotAllowed, VaultDamaged
from app.hashing import sha256_of
from app.intake.words_area import is_confirmed
from app.model import AcquisitionRecord, Sensitivity, Under18
from app.plain import from_plain, to_plain
from app.vault import blobs, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.clock import Moment
    from app.model import Acquisition
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

_KEPT = """
    SELECT 1 FROM exhibit WHERE acquisition_id = ?1 UNION ALL SELECT 1 FROM frame WHERE acquisition_id = ?1
"""
NO_THUMBNAIL = frozenset({Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18, Sensitivity.WORDS_ONLY})


@dataclass(frozen=True, slots=True)
class Kept:
    """What was just written: the record with what the vault added, as hashed, and where the bytes are."""

    record: AcquisitionRecord
    line: bytes
    seq: int
    blob_id: int


def check(database: Database, acquisition: Acquisition) -> None:
    """The acquisition may be kept.

    Raises:
        PicturesNotAllowed: nobody has said that everyone is 18 or older, and it is no area of words that the
            person confirmed; or it says to be one, and is none.
        HashMismatch: the bytes are not those of the record.
        BadInput: kept before.
    """
    record = acquisition.record
    if not _may_be_kept(database, record):
        raise PicturesNotAllowed("not known that everyone is 18 or older")
    if len(acquisition.data) != record.content.size_bytes:
        raise HashMismatch("the new picture")
    if sha256_of(acquisition.data) != record.content.sha256:
        raise HashMismatch("the new picture")
    if database.row(_KEPT, (record.acquisition_id,)):
        raise BadInput("kept before")


def keep(
    database: Database,
    ledger: Ledger,
    acquisition: Acquisition,
    moment: Moment,
    *,
    ref: str,
    n: int | None = None,
) -> Kept:
    """Bytes and their record ``acquisition.create`` are in the open transaction.

    Args:
        database: inside a transaction.
        ledger: of that database.
        acquisition: checked before.
        moment: of the act.
        ref: the number it gets; of a frame with the frame's own.
        n: which frame of its run it is, from 1; ``None`` where it is no frame.
    """
    given = acquisition.record
    salt = secrets.token_hex(SALT_BYTES)
    record = _in_nfc(
        replace(given, seq=ledger.next_seq, exhibit_ref=ref, salt=salt, run_index=n or given.run_index)
    )
    line, content = canonical(to_plain(record)), record.content
    hashes = {"sha256": content.sha256, "size_bytes": content.size_bytes, "record_sha256": sha256_of(line)}
    seq = ledger.append("acquisition.create", record.acquisition_id, hashes, moment)
    return Kept(record, line, seq, blobs.store(database, acquisition.data, content.sha256))


def line_of(database: Database, original_id: str) -> bytes:
    """Return the acquisition record as hashed into the log: JCS JSON.

    Raises:
        BadInput: no such exhibit or frame.
    """
    found = database.row("SELECT acquisition FROM original WHERE id = ?", (original_id,))
    if found is None:
        raise BadInput("no such exhibit")
    return bytes(found[0])


def parts(database: Database, original_id: str) -> Iterator[bytes]:
    """Yield the bytes as acquired, at most 4 MiB at a time.

    Raises:
        BadInput: no such exhibit or frame.
        PicturesNotAllowed: it is set apart.
        HashMismatch: after the last part, if they are not what was recorded.
    """
    record = record_of(line_of(database, original_id))
    blob_id, exhibit_id = database.rows(
        "SELECT blob_id, exhibit_id FROM original WHERE id = ?", (original_id,)
    )[0]
    refuse_apart(database, exhibit_id)
    return blobs.parts(database, blob_id, record.content.sha256, record.exhibit_ref or "")


def record_of(line: bytes) -> AcquisitionRecord:
    """Return what an acquisition record says.

    Raises:
        VaultDamaged: it cannot be read.
    """
    try:
        return from_plain(AcquisitionRecord, json.loads(line))
    except ValueError as error:
        raise VaultDamaged("an acquisition record cannot be read") from error


def put_thumbnail(database: Database, original_id: str, jpeg: bytes) -> None:
    """The small picture is in the open transaction, unless its exhibit may have none: marked, or withdrawn.

    Raises:
        BadInput: no such exhibit or frame.
    """
    found = database.row("SELECT exhibit_id FROM original WHERE id = ?", (original_id,))
    if found is None:
        raise BadInput("no such exhibit")
    (exhibit_id,) = found
    is_withdrawn = database.row("SELECT 1 FROM withdrawal WHERE exhibit_id = ?", (exhibit_id,)) is not None
    if not is_withdrawn and not is_marked(database, exhibit_id) and are_allowed(database):
        database.run("INSERT OR REPLACE INTO thumbnail VALUES (?, ?, ?)", (original_id, exhibit_id, jpeg))


def thumbnail(database: Database, original_id: str) -> bytes | None:
    """Return the small picture (JPEG), or None where there is none."""
    found = database.row("SELECT jpeg FROM thumbnail WHERE id = ?", (original_id,))
    return None if found is None else bytes(found[0])


def are_allowed(database: Database) -> bool:
    """Whether pictures may be kept and seen: everyone is known to be 18 or older."""
    return entries.case(database).fact.under_18 is Under18.NO


def refuse_pictures(database: Database) -> None:
    """Pictures may be kept and seen.

    Raises:
        PicturesNotAllowed: nobody has said that everyone is 18 or older; what is there is set apart.
    """
    if not are_allowed(database):
        raise PicturesNotAllowed("not known that everyone is 18 or older")


def refuse_apart(database: Database, exhibit_id: str) -> None:
    """What an exhibit shows may be seen.

    Raises:
        PicturesNotAllowed: it is set apart.
        VaultDamaged: its acquisition record cannot be read.
    """
    if is_apart(database, exhibit_id):
        raise PicturesNotAllowed("set apart, since it may show someone under 18")


def is_apart(database: Database, exhibit_id: str) -> bool:
    """Whether an exhibit may show someone under 18: by its own mark, or by the case.

    In a case without pictures only what was confirmed to be words is not. Source: evidence.md, section 6.

    Raises:
        VaultDamaged: its acquisition record cannot be read.
    """
    marked = sensitivity(database, exhibit_id)
    if marked is Sensitivity.MAY_SHOW_UNDER_18:
        return True
    return marked is not Sensitivity.WORDS_ONLY and not are_allowed(database)


def was_confirmed(database: Database, exhibit_id: str) -> bool:
    """Whether an exhibit was taken as an area with only words in it, and the person said so.

    Raises:
        BadInput: no such exhibit.
        VaultDamaged: its acquisition record cannot be read.
    """
    return is_confirmed(record_of(line_of(database, exhibit_id)))


def has_set_apart(database: Database) -> bool:
    """Whether there are bytes of pictures that are set apart.

    Raises:
        VaultDamaged: an acquisition record cannot be read.
    """
    held = database.rows("SELECT DISTINCT o.exhibit_id FROM original o JOIN blob_part b USING (blob_id)")
    return any(is_apart(database, exhibit_id) for (exhibit_id,) in held)


def is_marked(database: Database, exhibit_id: str) -> bool:
    """Whether an exhibit is marked as one of which nothing is shown small, and nothing is read.

    Raises:
        BadInput: no such exhibit.
        VaultDamaged: its acquisition record cannot be read.
    """
    return sensitivity(database, exhibit_id) in NO_THUMBNAIL


def sensitivity(database: Database, exhibit_id: str) -> Sensitivity:
    """Return how an exhibit is marked, without making its whole record anew: it is asked with every press.

    Raises:
        VaultDamaged: its acquisition record cannot be read.
    """
    if database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,)):
        return Sensitivity(entries.entry(database, exhibit_id).fact.sensitivity)
    try:
        return Sensitivity(json.loads(line_of(database, exhibit_id))["method"]["sensitivity"])
    except (ValueError, KeyError) as error:
        raise VaultDamaged("an acquisition record cannot be read") from error


def _may_be_kept(database: Database, record: AcquisitionRecord) -> bool:
    """Whether it is an area of words, or says nothing of words where pictures are allowed."""
    method = record.method
    if method.sensitivity is Sensitivity.WORDS_ONLY or method.words_only_at is not None:
        return is_confirmed(record)
    return are_allowed(database)


def _in_nfc(record: AcquisitionRecord) -> AcquisitionRecord:
    """Return the record with its texts in NFC, as the log wants them (a window title may be in another)."""
    plain = to_plain(record)
    normal = nfc(plain)
    return record if normal == plain else from_plain(AcquisitionRecord, normal)


def nfc(plain: Any) -> Any:
    """Return the plain value with every text in NFC."""
    if isinstance(plain, str):
        return unicodedata.normalize("NFC", plain)
    if isinstance(plain, dict):
        return {key: nfc(value) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [nfc(value) for value in plain]
    return plain
