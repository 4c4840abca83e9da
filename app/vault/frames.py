# SPDX-License-Identifier: MIT
"""The frames of a run. The first is the exhibit's own row; the others have rows of their own.

A frame's row never changes, so each is read once over a connection and remembered until that is closed.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.clock import parse_timestamp, timestamp
from app.model import ExhibitId, Original
from app.vault import originals

if TYPE_CHECKING:
    from app.clock import Moment
    from app.model import Acquisition
    from app.vault.connection import Database
    from app.vault.ledger import Ledger


def add(
    database: Database, ledger: Ledger, acquisition: Acquisition, first: Original, number: int, n: int
) -> Original:
    """The acquisition is in the open transaction as frame ``n`` of a run, with its two records.

    Args:
        database: inside a transaction.
        ledger: of that database.
        acquisition: checked before.
        first: the run's first frame.
        number: of the exhibit.
        n: 2 or more.
    """
    moment, ref, frame_id = ledger.begin(), _ref(first, n), ExhibitId(secrets.token_hex(16))
    kept = originals.keep(database, ledger, acquisition, moment, ref=ref, n=n)
    record = kept.record
    at = record.time.started_at
    database.run(
        "INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (frame_id, first.id, n, record.acquisition_id, kept.seq, timestamp(at), kept.line, kept.blob_id),
    )
    allocate(ledger, Original(frame_id, ref, kept.seq, at, record), number, moment)
    return database.remember(("frame", frame_id), Original(frame_id, ref, kept.seq, at, record))


def allocate(ledger: Ledger, original: Original, number: int, moment: Moment) -> None:
    """The original's number is in the log, in the open transaction; of a frame with the run it belongs to."""
    data = {"ref": original.ref, "number": number, "acquisition_id": original.record.acquisition_id}
    run_id = original.record.run_id
    ledger.append("exhibit.allocate", original.id, data | ({"run_id": run_id} if run_id else {}), moment)


def frames(database: Database, first: Original) -> tuple[Original, ...]:
    """Return every frame of the run that begins with this one, in the order they were taken."""
    rows = database.rows(
        "SELECT id, n, seq, acquired_at FROM frame WHERE exhibit_id = ? ORDER BY n", (first.id,)
    )
    return (first, *(_frame(database, first, *row) for row in rows))


def _frame(database: Database, first: Original, frame_id: str, n: int, seq: int, at: str) -> Original:
    """Return one frame, as remembered or from its row."""
    known = database.remembered(("frame", frame_id))
    if isinstance(known, Original):
        return known
    record = originals.record_of(originals.line_of(database, frame_id))
    frame = Original(ExhibitId(frame_id), _ref(first, n), seq, parse_timestamp(at), record)
    return database.remember(("frame", frame_id), frame)


def first_ref(ref: str) -> str:
    """Return what the first frame of a run is called, such as ``TJH/4.1``."""
    return f"{ref}.1"


def _ref(first: Original, n: int) -> str:
    """Return what a later frame is called, such as ``TJH/4.2``."""
    return f"{first.ref.removesuffix('.1')}.{n}"
