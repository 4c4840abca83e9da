# SPDX-License-Identifier: MIT
"""The frames of a run. The first is the exhibit's own row; the others have rows of their own.

A frame's row never changes, so each is read once over a connection and remembered; a run of a thousand frames
gets the next one at the cost of the tenth.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, cast

from app.clock import parse_timestamp, timestamp
from app.model import ExhibitId, Original
from app.vault import originals

if TYPE_CHECKING:
    from app.clock import Moment
    from app.model import Acquisition
    from app.vault.connection import Database
    from app.vault.ledger import Ledger


def add(
    database: Database, ledger: Ledger, acquisition: Acquisition, taken: tuple[Original, ...], number: int
) -> Original:
    """The acquisition is in the open transaction as the run's next frame, with its two records.

    Args:
        database: inside a transaction.
        ledger: of that database.
        acquisition: checked before.
        taken: every frame of the run so far.
        number: of the exhibit.
    """
    first, *later = taken
    n = len(taken) + 1
    moment, ref, frame_id = ledger.begin(), _ref(first, n), ExhibitId(secrets.token_hex(16))
    kept = originals.keep(database, ledger, acquisition, moment, ref=ref, n=n)
    record = kept.record
    at = record.time.started_at
    database.run(
        "INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (frame_id, first.id, n, record.acquisition_id, kept.seq, timestamp(at), kept.line, kept.blob_id),
    )
    new = Original(frame_id, ref, kept.seq, at, record)
    allocate(ledger, new, number, moment)
    database.remember(_name(first), (*later, new))
    return new


def allocate(ledger: Ledger, original: Original, number: int, moment: Moment) -> None:
    """The original's number is in the log, in the open transaction; of a frame with the run it belongs to."""
    data = {"ref": original.ref, "number": number, "acquisition_id": original.record.acquisition_id}
    run_id = original.record.run_id
    ledger.append("exhibit.allocate", original.id, data | ({"run_id": run_id} if run_id else {}), moment)


def frames(database: Database, first: Original) -> tuple[Original, ...]:
    """Return every frame of the run that begins with this one, in the order they were taken.

    Raises:
        VaultDamaged: a record cannot be read.
    """
    known = cast("tuple[Original, ...]", database.remembered(_name(first)) or ())
    last = known[-1].record.run_index if known else 1
    rows = database.rows(
        "SELECT id, n, seq, acquired_at, acquisition FROM frame WHERE exhibit_id = ? AND n > ? ORDER BY n",
        (first.id, last),
    )
    new = (
        Original(ExhibitId(frame_id), _ref(first, n), seq, parse_timestamp(at), originals.record_of(line))
        for frame_id, n, seq, at, line in rows
    )
    return (first, *database.remember(_name(first), (*known, *new)))


def _name(first: Original) -> tuple[str, str]:
    """Return under which name the later frames of a run are remembered."""
    return "frames", first.id


def first_ref(ref: str) -> str:
    """Return what the first frame of a run is called, such as ``TJH/4.1``."""
    return ref_of(ref, 1)


def ref_of(ref: str, n: int) -> str:
    """Return what a frame of a run is called, such as ``TJH/4.2``."""
    return f"{ref}.{n}"


def _ref(first: Original, n: int) -> str:
    """Return what a later frame is called, such as ``TJH/4.2``."""
    return ref_of(first.ref.removesuffix(".1"), n)
