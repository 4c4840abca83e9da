# SPDX-License-Identifier: MIT
"""The exhibits of a package against their records and the log; what is left out must be declared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import timestamp
from app.custody.canonical import read_canonical
from app.errors import BadInput
from app.model import AcquisitionRecord
from app.package.findings import Reason
from app.package.left_out import Declared, NotIncluded, NotIncludedPurged, Why, read_not_included
from app.package.log_facts import exhibit_of
from app.package.names import EXHIBITS, LOG, NOT_INCLUDED, exhibit_file, exhibit_stem
from app.plain import from_plain

if TYPE_CHECKING:
    from app.package.checked_bag import CheckedBag
    from app.package.log_facts import LogFacts

MAX_RECORD_BYTES = 1 << 20
_SALT = re.compile(r"[0-9a-f]{64}", re.ASCII)  # without one the log's hash value of a record could be guessed
_SAID_BY_THE_LOG = (Why.PURGED, Why.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a package has of the exhibits: acquisition records by id, and what it says it has not.

    ``exhibits`` are the numbers of those that are here: with an original, or with the copy of a covered one.
    """

    records: dict[str, AcquisitionRecord]
    declared: Declared
    exhibits: frozenset[str]


def check_exhibits(bag: CheckedBag, log: LogFacts) -> Shown:
    """Every exhibit agrees with its record and the log, and every ref of the log is here or declared."""
    here: dict[str, str] = {}
    records: dict[str, AcquisitionRecord] = {}
    expected: set[str] = {NOT_INCLUDED}
    for name in [name for name in bag.sums if _is_record(name)]:
        record = _record(bag, name)
        if record is None:
            continue
        expected |= {name, exhibit_file(record)}
        _check_one(bag, log, name, record)
        ref = record.exhibit_ref or ""
        if ref in here:
            bag.findings.add(Reason.CONTRADICTS, name)
        here[ref], records[record.acquisition_id] = name, record
    for name in bag.sums:
        if name.startswith(EXHIBITS) and name not in expected:
            bag.findings.add(Reason.NOT_IN_LOG, name)
    declared = _declaration(bag)
    _check_declared(bag, log, here, declared.originals)
    _check_purged(bag, log, declared.purged)
    refs = {*here, *_covered(declared)}
    _check_whole(bag, log, refs)
    return Shown(records, declared, frozenset(map(exhibit_of, refs)))


def _declaration(bag: CheckedBag) -> Declared:
    """Return what is declared as not included; nothing where that cannot be read, which was said."""
    data = bag.read(NOT_INCLUDED)
    declared = read_not_included(data) if data is not None else Declared()
    if declared is None:
        bag.findings.add(Reason.MALFORMED, NOT_INCLUDED)
        return Declared()
    return declared


def _is_record(name: str) -> bool:
    """Whether this is an exhibit's acquisition record."""
    return name.startswith(EXHIBITS) and name.endswith(".json") and name != NOT_INCLUDED


def _record(bag: CheckedBag, name: str) -> AcquisitionRecord | None:
    """Return the acquisition record, or None if it is none, which was said."""
    data = bag.read(name, MAX_RECORD_BYTES)
    if data is None:
        return None
    try:
        record = from_plain(AcquisitionRecord, read_canonical(data))
    except (BadInput, ValueError, OverflowError):
        record = None
    if record is None or not _SALT.fullmatch(record.salt):
        bag.findings.add(Reason.MALFORMED, name)
        return None
    return record


def _check_one(bag: CheckedBag, log: LogFacts, name: str, record: AcquisitionRecord) -> None:
    """One exhibit has the bytes its record names, and the log has both."""
    file = exhibit_file(record)
    if f"{exhibit_stem(record)}.json" != name:
        bag.findings.add(Reason.CONTRADICTS, name)
    if file not in bag.source.sizes:
        bag.findings.add(Reason.MISSING, file)
    elif file in bag.sums and bag.sums[file].sha256 != record.content.sha256:
        bag.findings.add(Reason.CONTRADICTS, file)
    taken = log.taken.get(record.acquisition_id)
    if taken is None or taken.record_sha256 != bag.sums[name].sha256:
        bag.findings.add(Reason.NOT_IN_LOG, name)
        return
    if taken.sha256 != record.content.sha256:
        bag.findings.add(Reason.NOT_IN_LOG, file)
    ref = record.exhibit_ref or ""
    is_placed = record.seq == taken.seq and log.refs.get(ref) == record.acquisition_id
    if not is_placed or not _is_in_its_run(log, ref, record):
        bag.findings.add(Reason.CONTRADICTS, name)


def _is_in_its_run(log: LogFacts, ref: str, record: AcquisitionRecord) -> bool:
    """Whether a record names the run and the place in it that the log has; a single picture names none."""
    run = log.runs.get(exhibit_of(ref))
    if run is None:
        return record.run_id is None
    place = run.frames.index(record.acquisition_id) + 1 if record.acquisition_id in run.frames else None
    return (record.run_id, record.run_index) == (run.run_id, place)


def _check_declared(
    bag: CheckedBag, log: LogFacts, here: dict[str, str], declared: dict[str, NotIncluded]
) -> None:
    """What is declared as not included is not here and stands in the log; nothing else is missing."""
    for ref, entry in declared.items():
        if ref in here or not _is_true(entry, log) or not _is_in_another(entry, bag.count):
            bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED)
    for ref, name in here.items():
        if log.is_closed(exhibit_of(ref)):
            bag.findings.add(Reason.CONTRADICTS, name)
    for ref in log.refs:
        if ref not in here and ref not in declared:
            bag.findings.add(Reason.MISSING, f"{LOG}#{ref}")


def _is_in_another(entry: NotIncluded, count: tuple[int, int] | None) -> bool:
    """Whether what is said to be in another part names one that there is, and nothing else names one."""
    if entry.part is None:
        return entry.why is not Why.OTHER_PART
    n, of = count or (0, 0)
    return entry.why in {Why.OTHER_PART, Why.COVERED} and entry.part != n and 1 <= entry.part <= of


def _covered(declared: Declared) -> set[str]:
    """Return the numbers of originals in whose place a copy with solid boxes is said to be here."""
    return {
        ref for ref, entry in declared.originals.items() if entry.why is Why.COVERED and entry.part is None
    }


def _check_purged(bag: CheckedBag, log: LogFacts, declared: dict[str, NotIncludedPurged]) -> None:
    """What is declared as removed for good is what the log says was, all of it, at its time."""
    for removed_id, entry in declared.items():
        if log.purges.get(removed_id) != (entry.ref, timestamp(entry.purged_at)):
            bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED)
    for removed_id, (ref, _) in log.purges.items():
        if removed_id not in declared:
            bag.findings.add(Reason.MISSING, f"{LOG}#{ref or removed_id}")


def _check_whole(bag: CheckedBag, log: LogFacts, here: set[str]) -> None:
    """Of a run every frame is here, itself or its copy, or none is: otherwise a gap that nobody sees."""
    of_run: dict[str, set[bool]] = {ref: set() for ref in log.runs}
    for ref in log.refs:
        of_run.get(exhibit_of(ref), set()).add(ref in here)
    if any(len(found) > 1 for found in of_run.values()):
        bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED)


def _is_true(entry: NotIncluded, log: LogFacts) -> bool:
    """Whether the log says the same of an exhibit that is not included."""
    taken = log.taken.get(entry.acquisition_id)
    if taken is None or log.refs.get(entry.ref) != entry.acquisition_id:
        return False
    said = (entry.sha256, entry.size_bytes, entry.record_sha256)
    exhibit, withdrawn_at = exhibit_of(entry.ref), entry.withdrawn_at
    return (
        said == (taken.sha256, taken.size_bytes, taken.record_sha256)
        and (timestamp(withdrawn_at) if withdrawn_at else None) == log.withdrawn.get(exhibit)
        and (entry.why if entry.why in _SAID_BY_THE_LOG else None) is _why_closed(log, exhibit)
    )


def _why_closed(log: LogFacts, ref: str) -> Why | None:
    """Return why the log itself says that an exhibit is not there; None if it does not."""
    if ref in log.purged:
        return Why.PURGED
    return Why.WITHDRAWN if ref in log.withdrawn else None
