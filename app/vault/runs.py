# SPDX-License-Identifier: MIT
"""Conversation runs: frames one after another, and at the end the record of how they meet.

A run that is not finished keeps its frames and, as working state, what was judged of its pairs. One that is
finished and resumed gets further frames and another record; the newest counts, the earlier ones stay.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from app.custody.canonical import canonical
from app.custody.run_record import fault_in, line_of, sittings
from app.errors import BadInput, VaultDamaged
from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord, PairRecord, RunRecord
from app.plain import from_plain, to_plain
from app.vault import derivatives, exhibits, frames, originals, redactions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clock import Moment
    from app.model import Acquisition, Exhibit
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

JSON = "application/json"
METHOD = "neighbouring frames compared"

# CROSS JOIN goes through the runs, which are few, not the exhibits. Source: sqlite.org/optoverview.html, 7
_UNFINISHED = """
    SELECT r.exhibit_id FROM run r CROSS JOIN exhibit x ON x.id = r.exhibit_id
    WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.exhibit_id = x.id)
    AND NOT EXISTS (SELECT 1 FROM purge p WHERE p.object_id = x.id)
    AND ifnull((SELECT max(seq) FROM frame f WHERE f.exhibit_id = x.id), x.seq)
      > ifnull((SELECT max(seq) FROM derivative d WHERE d.exhibit_id = x.id AND d.kind = 'run_record'), 0)
    ORDER BY x.number
"""

_OPENED = """
    SELECT seq FROM record WHERE seq > ? AND seq < ? AND instr(line, CAST('"type":"vault.unlock"' AS BLOB))
"""


def add_frame(database: Database, ledger: Ledger, acquisition: Acquisition) -> Exhibit:
    """The acquisition is in the open transaction as the next frame of its run; the first makes the exhibit.

    Returns: the exhibit with every frame so far; the new one is the last.

    Raises:
        PicturesNotAllowed: nobody has said that everyone is 18 or older, or the run is set apart.
        HashMismatch: the bytes are not those of the record.
        BadInput: no run is named, it was withdrawn, the acquisition was kept before, or is too large.
    """
    run_id = acquisition.record.run_id
    if run_id is None:
        raise BadInput("a frame names its run")
    originals.check(database, acquisition)
    found = database.row("SELECT exhibit_id FROM run WHERE id = ?", (run_id,))
    if found is None:
        return exhibits.insert(database, ledger, acquisition)
    (exhibit_id,) = found
    present = _run(database, exhibit_id)
    originals.refuse_apart(database, exhibit_id)
    new = frames.add(database, ledger, acquisition, present.frames, present.number)
    grown = replace(present, frames=(*present.frames, new))
    if not present.is_redacted:
        return grown
    redactions.cover_whole(database, ledger, grown, new, ledger.begin())
    return exhibits.exhibit(database, exhibit_id)


def finish(
    database: Database, ledger: Ledger, exhibit_id: str, run: RunRecord, made: Sequence[Derivative]
) -> Exhibit:
    """The record of the run and what was made from it are in the open transaction; working state is gone.

    A record that says the same as the newest one is not kept twice. Sittings that the log knows of are added:
    a program that was killed cannot tell where it began again.

    Raises:
        BadInput: no such run, withdrawn, or the record is not of all its frames or contradicts itself.
        PicturesNotAllowed, HashMismatch: of what was made.
    """
    present = _run(database, exhibit_id)
    fault = _mismatch(present, run) or fault_in(run)
    if fault:
        raise BadInput(f"run record: {fault}")
    run = _with_sittings(database, present, run)
    moment = ledger.begin()
    said = () if run == present.run else (_run_derivative(present, run, moment, ledger.tool),)
    for derivative in (*said, *made):
        derivatives.add(database, ledger, present, derivative, moment)
    database.run("DELETE FROM judged WHERE exhibit_id = ?", (exhibit_id,))
    return exhibits.exhibit(database, exhibit_id)


def unfinished(database: Database) -> tuple[Exhibit, ...]:
    """Return every run with frames that no record of it covers, by number; not those withdrawn."""
    return tuple(exhibits.exhibit(database, exhibit_id) for (exhibit_id,) in database.rows(_UNFINISHED))


def keep_judged(database: Database, exhibit_id: str, pair: PairRecord) -> None:
    """What was found of a pair is in the open transaction; no evidence, and so no record.

    Raises:
        BadInput: no such run.
    """
    if database.row("SELECT 1 FROM run WHERE exhibit_id = ?", (exhibit_id,)) is None:
        raise BadInput("no such run")
    body = json.dumps(to_plain(pair), separators=(",", ":"), allow_nan=False)
    place = database.value("SELECT ifnull(max(n), 0) + 1 FROM judged WHERE exhibit_id = ?", (exhibit_id,))
    database.run("INSERT INTO judged VALUES (?, ?, ?)", (exhibit_id, place, body))


def judged(database: Database, exhibit_id: str) -> tuple[PairRecord, ...]:
    """Return what was found of the pairs of a run that is not finished, in the order it was found.

    Raises:
        VaultDamaged: it cannot be read.
    """
    rows = database.rows("SELECT body FROM judged WHERE exhibit_id = ? ORDER BY n", (exhibit_id,))
    try:
        return tuple(from_plain(PairRecord, json.loads(body)) for (body,) in rows)
    except ValueError as error:
        raise VaultDamaged("what was judged of a run cannot be read") from error


def _run(database: Database, exhibit_id: str) -> Exhibit:
    """Return a run that may still change.

    Raises:
        BadInput: no such run, or withdrawn.
    """
    present = exhibits.exhibit(database, exhibit_id)
    if not present.is_run:
        raise BadInput("a single picture is no run")
    if present.withdrawn_at is not None:
        raise BadInput("withdrawn before")
    return present


def _mismatch(present: Exhibit, run: RunRecord) -> str | None:
    """Return how the record's frames are not those of the run, or None."""
    if run.run_id != present.record.run_id:
        return "of another run"
    kept = tuple(line_of(one.record, n) for n, one in enumerate(present.frames, start=1))
    if run.frames != kept:
        return "its frames are not those that were kept"
    return None


def _with_sittings(database: Database, present: Exhibit, run: RunRecord) -> RunRecord:
    """Return the record with every sitting: one begins after the vault was opened or the run finished."""
    seqs = [frame.seq for frame in present.frames]
    breaks = [seq for (seq,) in database.rows(_OPENED, (seqs[0], seqs[-1]))]
    made = (one for one in present.derivatives if one.kind is DerivativeKind.RUN_RECORD)
    begun = sittings(seqs, [*breaks, *(one.seq for one in made if one.seq is not None)])
    return replace(run, segments=tuple(sorted(begun.union(run.segments))))


def _run_derivative(present: Exhibit, run: RunRecord, moment: Moment, tool: str) -> Derivative:
    """Return the record of the run as what it is: made from the frames it names."""
    data = canonical(originals.nfc(to_plain(run)))
    record = DerivativeRecord(
        derivative_id=secrets.token_hex(16),
        kind=DerivativeKind.RUN_RECORD,
        made_at=moment.utc,
        parents=tuple(frame.record.content.sha256 for frame in present.frames),
        method=METHOD,
        tool=tool,
        mime=JSON,
        size_bytes=len(data),
        sha256=sha256_of(data),
    )
    return Derivative(record, data)
