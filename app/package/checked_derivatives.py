# SPDX-License-Identifier: MIT
"""What was made from originals against its record, the log and the frames it was made from.

A run record is believed in nothing that can be computed: its frames are those of the log, nothing is joined
without a pair that proves it, and no gap between what is joined goes unsaid.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from app.custody.canonical import read_canonical
from app.custody.run_record import fault_in, line_of, sittings
from app.errors import BadInput
from app.model import DerivativeKind, DerivativeRecord, RunRecord
from app.package.checked_bag import MAX_TEXT_BYTES
from app.package.checked_copies import Read, check_copies, is_copy, was_joined_from
from app.package.checked_exhibits import MAX_RECORD_BYTES
from app.package.findings import Reason
from app.package.names import DERIVATIVES, NOT_INCLUDED, derivative_file, derivative_record
from app.plain import from_plain

if TYPE_CHECKING:
    from app.package.checked_bag import CheckedBag
    from app.package.checked_exhibits import Shown
    from app.package.left_out import NotIncludedMade
    from app.package.log_facts import LogFacts, Made

T = TypeVar("T")
RECORD_ENDING = "record.json"
_SALT = re.compile(r"[0-9a-f]{64}", re.ASCII)


def check_derivatives(bag: CheckedBag, log: LogFacts, shown: Shown) -> None:
    """Every derivative of the log is here as it was made, or is declared to stay with its originals."""
    expected: set[str] = set()
    read = Read()
    for derivative_id, made in log.made.items():
        if made.ref not in shown.exhibits and derivative_id in shown.declared.derivatives:
            expected |= _not_here(bag, made)
        else:
            expected |= _check_one(bag, log, derivative_id, shown, read)
    _check_declared(bag, log, shown)
    check_copies(bag, log, shown, read)
    for name in bag.sums:
        if name.startswith(DERIVATIVES) and name not in expected:
            bag.findings.add(Reason.NOT_IN_LOG, name)


def _not_here(bag: CheckedBag, made: Made) -> set[str]:
    """Return files of a derivative of an exhibit that is not included; each was named."""
    stem = derivative_record(made.ref, made.kind, made.n).removesuffix(RECORD_ENDING)
    found = {name for name in bag.sums if name.startswith(stem)}
    for name in found:
        bag.findings.add(Reason.CONTRADICTS, name)
    return found


def _check_declared(bag: CheckedBag, log: LogFacts, shown: Shown) -> None:
    """What is declared as not included stands in the log, as the log has it."""
    for derivative_id, entry in shown.declared.derivatives.items():
        made = log.made.get(derivative_id)
        if made is None or not _is_true(entry, made):
            bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED)


def _is_true(entry: NotIncludedMade, made: Made) -> bool:
    """Whether the log says the same of a derivative that is not included."""
    said = (entry.ref, entry.kind, entry.n, entry.sha256, entry.size_bytes, entry.record_sha256)
    return said == (made.ref, made.kind, made.n, made.sha256, made.size_bytes, made.record_sha256)


def _check_one(bag: CheckedBag, log: LogFacts, derivative_id: str, shown: Shown, read: Read) -> set[str]:
    """One derivative is here as the log has it, or its record alone; returns the files that it may have."""
    made = log.made[derivative_id]
    name = derivative_record(made.ref, made.kind, made.n)
    record = _read(bag, name, DerivativeRecord, MAX_RECORD_BYTES)
    if record is None:
        return {name}
    if not _SALT.fullmatch(record.salt):
        bag.findings.add(Reason.MALFORMED, name)
    file = derivative_file(record, made.n) if record.kind is made.kind else name
    if made.record_sha256 != bag.sums[name].sha256:
        bag.findings.add(Reason.NOT_IN_LOG, name)
    elif made.ref not in shown.exhibits or not _fits(record, derivative_id, made, log):
        bag.findings.add(Reason.CONTRADICTS, name)
    else:
        read.records[derivative_id] = record
    _check_bytes(bag, file, record, made, is_absent=derivative_id in shown.declared.derivatives)
    if made.kind is DerivativeKind.RUN_RECORD and file in bag.sums:
        _check_run(bag, log, file, made, shown, read)
    return {name, file}


def _fits(record: DerivativeRecord, derivative_id: str, made: Made, log: LogFacts) -> bool:
    """Whether the record says what the log says, and names nothing but what there was by then."""
    said = (record.derivative_id, record.kind, record.exhibit_ref, record.seq, record.size_bytes)
    had = [log.taken[frame].sha256 for frame in made.frames]
    if made.kind is DerivativeKind.RUN_RECORD:
        is_from_these = list(record.parents) == had
    elif made.kind is DerivativeKind.REDACTED:
        is_from_these = is_copy(record, had)
    else:
        is_from_these = bool(record.parents) and was_joined_from(made, log).issuperset(record.parents)
    return is_from_these and said == (derivative_id, made.kind, made.ref, made.seq, made.size_bytes)


def _check_bytes(
    bag: CheckedBag, file: str, record: DerivativeRecord, made: Made, *, is_absent: bool
) -> None:
    """The bytes are here and are those of record and log; or are not, if they show what is covered by now."""
    if is_absent and file in bag.sums:
        bag.findings.add(Reason.CONTRADICTS, file)
    elif not is_absent and file not in bag.source.sizes:
        bag.findings.add(Reason.MISSING, file)
    elif file in bag.sums and bag.sums[file].sha256 != record.sha256:
        bag.findings.add(Reason.CONTRADICTS, file)
    if made.sha256 != record.sha256:
        bag.findings.add(Reason.NOT_IN_LOG, file)


def _check_run(bag: CheckedBag, log: LogFacts, file: str, made: Made, shown: Shown, read: Read) -> None:
    """The run record names every frame the run had, as it was taken, and agrees with itself."""
    records = shown.records
    run = _read(bag, file, RunRecord, MAX_TEXT_BYTES)
    if run is None:
        return
    had = [(frame, log.taken[frame].sha256) for frame in made.frames]
    named = [(line.acquisition_id, line.sha256) for line in run.frames]
    is_told_wrong = any(
        line != line_of(records[line.acquisition_id], line.index)
        for line in run.frames
        if line.acquisition_id in records
    )
    is_told_wrong |= not _sittings(log, made).issubset(run.segments)
    is_told_wrong |= run.run_id != log.runs[made.ref].run_id
    if named != had or is_told_wrong or fault_in(run):
        bag.findings.add(Reason.CONTRADICTS, file)
        return
    for line in run.frames:
        read.sizes[made.ref, line.sha256] = (line.width_px, line.height_px)


def _sittings(log: LogFacts, made: Made) -> set[int]:
    """Return with which frames the run was taken up again, as the log has it."""
    finished = [one.seq for one in log.made.values() if (one.ref, one.kind) == (made.ref, made.kind)]
    return sittings([log.taken[frame].seq for frame in made.frames], [*log.opened, *finished])


def _read(bag: CheckedBag, name: str, kind: type[T], limit: int) -> T | None:
    """Return what a file says, or None if it is missing or says nothing of this kind, which was said."""
    data = bag.read(name, limit)
    if data is None:
        return None
    try:
        return from_plain(kind, read_canonical(data))
    except (BadInput, ValueError, OverflowError):
        bag.findings.add(Reason.MALFORMED, name)
        return None
