# SPDX-License-Identifier: MIT
"""Exhibits: bytes, acquisition record and number in one transaction; withdrawn ones leave a line.

A conversation run is one exhibit. Its row is also its first frame; see ``frames`` and ``runs``.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.clock import parse_timestamp, timestamp
from app.custody.log import SALT_BYTES, salted_hash
from app.errors import BadInput
from app.model import (
    Acquisition,
    AcquisitionRecord,
    Exhibit,
    ExhibitFacts,
    ExhibitId,
    Original,
    redacted_copies,
)
from app.vault import derivatives, entries, frames, originals, set_apart, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.model import DerivativeRecord
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

NO_INITIALS = "EX"

_SELECT = """
    SELECT x.id, x.number, x.ref, x.seq, x.acquired_at, x.acquisition, w.at, w.why
    FROM exhibit x LEFT JOIN withdrawal w ON w.exhibit_id = x.id
    WHERE x.id NOT IN (SELECT object_id FROM purge)
"""


def add(database: Database, ledger: Ledger, acquisition: Acquisition) -> Exhibit:
    """The acquisition is in the open transaction as a new exhibit, with its two records.

    Raises:
        PicturesNotAllowed: nobody has said that everyone is 18 or older.
        HashMismatch: the bytes are not those of the record.
        BadInput: this acquisition is an exhibit already, a frame of a run, or too large.
    """
    if acquisition.record.run_id is not None:
        raise BadInput("a frame is kept with its run")
    originals.check(database, acquisition)
    return insert(database, ledger, acquisition)


def insert(database: Database, ledger: Ledger, acquisition: Acquisition) -> Exhibit:
    """The acquisition, checked before, is in the open transaction as a new exhibit or a run's first frame."""
    moment, run_id = ledger.begin(), acquisition.record.run_id
    number = int(database.value("SELECT ifnull(max(number), 0) + 1 FROM exhibit"))
    ref = f"{_initials(database)}/{number}"
    own_ref, n = (ref, None) if run_id is None else (frames.first_ref(ref), 1)
    kept = originals.keep(database, ledger, acquisition, moment, ref=own_ref, n=n)
    exhibit_id, record = ExhibitId(secrets.token_hex(16)), kept.record
    at = record.time.started_at
    database.run(
        "INSERT INTO exhibit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (exhibit_id, number, ref, record.acquisition_id, kept.seq, timestamp(at), kept.line, kept.blob_id),
    )
    first = Original(exhibit_id, own_ref, kept.seq, at, record)
    frames.allocate(ledger, first, number, moment)
    if run_id is not None:
        database.run("INSERT INTO run VALUES (?, ?)", (run_id, exhibit_id))
    facts, taken = _first_facts(record), (first,) if run_id is not None else ()
    return Exhibit(exhibit_id, number, ref, kept.seq, at, record, facts, frames=taken)


def revise(database: Database, ledger: Ledger, exhibit_id: str, facts: ExhibitFacts) -> Exhibit:
    """What the person says of the exhibit is in the open transaction; one now marked loses what shows it.

    What is set apart stays so, whatever is said of it; see ``set_apart.settled``.

    Raises:
        BadInput: no such exhibit.
    """
    present = exhibit(database, exhibit_id)
    facts = replace(facts, sensitivity=set_apart.settled(database, exhibit_id, facts.sensitivity))
    also = set_apart.also(present.facts.sensitivity, facts.sensitivity)
    if database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,)):
        entries.revise(database, ledger, exhibit_id, facts, also=also)
    elif facts != present.facts:
        entries.add(database, ledger, facts, entry_id=exhibit_id, also=also)
    forget_what_may_not_be(database, ledger, exhibit_id)
    return replace(present, facts=facts)


def forget_what_may_not_be(database: Database, ledger: Ledger, revised_id: str) -> int:
    """After something was revised nothing small, and nothing read, is left that may not be there now.

    That is all of a case without pictures, whose pictures are set apart, and of an exhibit that is marked.

    Returns: how many exhibits were set apart now.
    """
    if not originals.are_allowed(database):
        return set_apart.set_apart(database, ledger)
    if database.row("SELECT 1 FROM exhibit WHERE id = ?", (revised_id,)) and originals.is_marked(
        database, revised_id
    ):
        forget(database, revised_id)
    return 0


def forget(database: Database, exhibit_id: str) -> None:
    """No small picture of an exhibit, and nothing that was read in it, is left in the open transaction."""
    database.run("DELETE FROM thumbnail WHERE exhibit_id = ?", (exhibit_id,))
    texts.forget_exhibit(database, exhibit_id)


def withdraw(database: Database, ledger: Ledger, exhibit_id: str, why: str) -> Exhibit:
    """The exhibit is marked as withdrawn in the open transaction; number, bytes and records stay.

    Its small pictures, and what was read in it, do not: nobody searches in what counts no more.

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
    forget(database, exhibit_id)
    return replace(present, withdrawn_at=moment.utc, withdrawn_why=why)


def exhibit(database: Database, exhibit_id: str) -> Exhibit:
    """Return one exhibit.

    Raises:
        BadInput: no such exhibit.
    """
    found = database.row(f"{_SELECT} AND x.id = ?", (exhibit_id,))
    if found is None:
        raise BadInput("no such exhibit")
    said = database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,))
    return _exhibit(database, found, entries.entry(database, exhibit_id).fact if said else None)


def exhibits(database: Database) -> tuple[Exhibit, ...]:
    """Return every exhibit by number, withdrawn ones included, but not those that were purged."""
    said = {entry.id: entry.fact for entry in entries.entries(database, ExhibitFacts)}
    rows = database.rows(f"{_SELECT} ORDER BY x.number")
    return tuple(_exhibit(database, row, said.get(row[0])) for row in rows)


def _initials(database: Database) -> str:
    """Return what stands before the number."""
    return entries.case(database).fact.initials or NO_INITIALS


def _first_facts(record: AcquisitionRecord) -> ExhibitFacts:
    """Return what is known before the person has said anything: the sensitivity chosen at the capture."""
    return ExhibitFacts(sensitivity=record.method.sensitivity)


def _exhibit(database: Database, row: tuple[Any, ...], facts: ExhibitFacts | None) -> Exhibit:
    """Return the typed exhibit of a row of ``_SELECT``.

    Raises:
        VaultDamaged: one of its records cannot be read.
    """
    exhibit_id, number, ref, seq, acquired_at, line, withdrawn_at, why = row
    record = originals.record_of(line)
    single = Exhibit(
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
    if record.run_id is not None:
        return _as_run(database, single)
    made = derivatives.records(database, single.id)
    return replace(single, derivatives=made) if made else single


def _as_run(database: Database, single: Exhibit) -> Exhibit:
    """Return the exhibit with every frame of its run, each with the copy that is shown in its place."""
    first = Original(single.id, frames.first_ref(single.ref), single.seq, single.acquired_at, single.record)
    made = derivatives.records(database, single.id)
    return replace(
        single,
        frames=_shown(frames.frames(database, first), redacted_copies(made)),
        run=derivatives.run_record(database, made),
        derivatives=made,
    )


def _shown(taken: tuple[Original, ...], copies: Mapping[str, DerivativeRecord]) -> tuple[Original, ...]:
    """Return the frames, each with its redacted copy where it has one."""
    if not copies:
        return taken
    return tuple(replace(one, redacted=copies.get(one.record.content.sha256)) for one in taken)
