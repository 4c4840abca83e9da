# SPDX-License-Identifier: MIT
"""Redacted copies: made one by one beside the window, and all of them come to count at once, or none.

Until then nothing refers to them. With them go the small pictures and the text that show what they cover.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from app.capture.png import encode
from app.capture.solid import solid
from app.errors import BadInput, PicturesNotAllowed
from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord, ExhibitId, Rect, RedactedBox, Sensitivity
from app.plain import from_plain, to_plain
from app.vault import blobs, derivatives, exhibits, originals, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.clock import Moment
    from app.model import Exhibit, Original
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

PNG = "image/png"
WHOLE = "Covered whole until it is compared with the frames of which parts are covered; a new PNG."

_DUE = """
    SELECT exhibit_id FROM derivative WHERE exhibit_id NOT IN (SELECT exhibit_id FROM withdrawal)
    AND exhibit_id NOT IN (SELECT object_id FROM purge) GROUP BY exhibit_id
    HAVING max(seq) FILTER (WHERE kind = 'run_record') > max(seq) FILTER (WHERE kind = 'redacted')
    ORDER BY exhibit_id
"""
_STAGED = "SELECT record, blob_id, jpeg FROM staged WHERE exhibit_id = ? ORDER BY rowid"


def check(database: Database, exhibit_id: str) -> Exhibit:
    """Return an exhibit of which parts may be covered.

    Raises:
        BadInput: no such exhibit, or withdrawn.
        PicturesNotAllowed: somebody in it is, or may be, under 18.
    """
    originals.refuse_pictures(database)
    present = exhibits.exhibit(database, exhibit_id)
    if present.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18:
        raise PicturesNotAllowed("marked as one that may show someone under 18")
    if present.withdrawn_at is not None:
        raise BadInput("withdrawn before")
    return present


def stage(database: Database, exhibit_id: str, made: Derivative, jpeg: bytes | None) -> None:
    """A copy waits in the open transaction, with the small picture that goes with it.

    Raises:
        BadInput, PicturesNotAllowed, HashMismatch: it may not be kept.
    """
    check(database, exhibit_id)
    derivatives.check_new(database, made)
    body = json.dumps(to_plain(made.record), separators=(",", ":"), allow_nan=False)
    blob_id = blobs.store(database, made.data, made.record.sha256)
    row = (made.record.derivative_id, exhibit_id, body, blob_id, jpeg)
    database.run("INSERT INTO staged VALUES (?, ?, ?, ?, ?)", row)


def staged_parts(database: Database, derivative_id: str) -> Iterator[bytes]:
    """Yield the bytes of a copy that waits, at most 4 MiB at a time.

    Raises:
        BadInput: no such copy.
        HashMismatch: after the last part, if they are not what was made.
    """
    found = database.row("SELECT record, blob_id FROM staged WHERE id = ?", (derivative_id,))
    if found is None:
        raise BadInput("no such copy")
    record = _record(found[0])
    return blobs.parts(database, found[1], record.sha256, record.derivative_id)


def unstage(database: Database, exhibit_id: str) -> None:
    """No copy of an exhibit waits any more, in the open transaction."""
    waiting = database.rows("SELECT blob_id FROM staged WHERE exhibit_id = ?", (exhibit_id,))
    database.run("DELETE FROM staged WHERE exhibit_id = ?", (exhibit_id,))
    for (blob_id,) in waiting:
        database.run("DELETE FROM blob_part WHERE blob_id = ?", (blob_id,))
        database.run("DELETE FROM blob WHERE id = ?", (blob_id,))


def cover(database: Database, ledger: Ledger, known: Exhibit) -> int | None:
    """What waits counts, in the open transaction; nothing small and no text beneath is left.

    Returns: how many lines of text were forgotten; None, with nothing done, if the exhibit is another by now.

    Raises:
        BadInput, PicturesNotAllowed: parts of it may not be covered.
    """
    present = check(database, known.id)
    if (present.frames, present.run, present.derivatives) != (known.frames, known.run, known.derivatives):
        return None
    moment, words = ledger.begin(), 0
    database.leave_no_trace()
    of, is_marked = _by_hash(present), originals.is_marked(database, known.id)
    for body, blob_id, jpeg in database.rows(_STAGED, (known.id,)):
        made = _record(body)
        if made.kind is DerivativeKind.JOINED_PICTURE:
            present = exhibits.exhibit(database, known.id)
        derivatives.add_stored(database, ledger, present, made, blob_id, moment)
        if made.kind is DerivativeKind.REDACTED:
            boxes = tuple(box.rect for box in made.boxes)
            for one in of[made.parents[0]]:
                words += texts.cover(database, one.id, boxes, [box.rect for box in one.boxes])
                _show_small(database, known.id, one.id, None if is_marked else jpeg)
    database.run("DELETE FROM staged WHERE exhibit_id = ?", (known.id,))
    return words


def due(database: Database) -> tuple[ExhibitId, ...]:
    """Return the runs that were judged anew since parts of them were covered."""
    return tuple(ExhibitId(exhibit_id) for (exhibit_id,) in database.rows(_DUE))


def cover_whole(database: Database, ledger: Ledger, exhibit: Exhibit, new: Original, moment: Moment) -> None:
    """A new frame of a run of which parts are covered shows nothing until it was compared.

    Args:
        database: inside a transaction.
        ledger: of that database.
        exhibit: the run with the new frame.
        new: the frame.
        moment: of the act.
    """
    content = new.record.content
    drawn_in = next(box.drawn_in for one in exhibit.originals for box in one.boxes)
    data = encode(solid(content.width_px, content.height_px))
    record = DerivativeRecord(
        derivative_id=secrets.token_hex(16),
        kind=DerivativeKind.REDACTED,
        made_at=moment.utc,
        parents=(content.sha256,),
        method=WHOLE,
        tool=ledger.tool,
        mime=PNG,
        size_bytes=len(data),
        sha256=sha256_of(data),
        width_px=content.width_px,
        height_px=content.height_px,
        boxes=(RedactedBox(Rect(0, 0, content.width_px, content.height_px), drawn_in),),
    )
    derivatives.add(database, ledger, exhibit, Derivative(record, data), moment)


def put_thumbnail(database: Database, original_id: str, jpeg: bytes) -> None:
    """The small picture is in the open transaction, unless there may be none, or a part of it is covered now.

    Raises:
        BadInput: no such exhibit or frame.
    """
    if not derivatives.boxes_of(database, original_id):
        originals.put_thumbnail(database, original_id, jpeg)


def _show_small(database: Database, exhibit_id: str, original_id: str, jpeg: bytes | None) -> None:
    database.run("DELETE FROM thumbnail WHERE id = ?", (original_id,))
    if jpeg is not None:
        database.run("INSERT INTO thumbnail VALUES (?, ?, ?)", (original_id, exhibit_id, jpeg))


def _by_hash(exhibit: Exhibit) -> dict[str, list[Original]]:
    """Return the originals by their hash values: two frames can be the same file, byte for byte."""
    found: dict[str, list[Original]] = {}
    for one in exhibit.originals:
        found.setdefault(one.record.content.sha256, []).append(one)
    return found


def _record(body: str) -> DerivativeRecord:
    return from_plain(DerivativeRecord, json.loads(body))
