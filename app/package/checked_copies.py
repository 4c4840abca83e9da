# SPDX-License-Identifier: MIT
"""Copies with solid boxes: what the newest of an original covers is covered everywhere, and nothing else is.

Which original a copy is of stands in its record alone. So every record of what was made from an exhibit that
is here is here too, of older copies as well: without it an older copy could be passed off as the newest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.model import DerivativeKind, DerivativeRecord, redacted_copies
from app.package.findings import Reason
from app.package.left_out import Why
from app.package.log_facts import exhibit_of
from app.package.names import NOT_INCLUDED, derivative_record, exhibit_stem

if TYPE_CHECKING:
    from app.package.checked_bag import CheckedBag
    from app.package.checked_exhibits import Shown
    from app.package.log_facts import LogFacts, Made

PNG = "image/png"


@dataclass(frozen=True, slots=True)
class Read:
    """What the files of derivatives say: records by id, and the size of frames by exhibit and hash value."""

    records: dict[str, DerivativeRecord] = field(default_factory=dict)
    sizes: dict[tuple[str, str | None], tuple[int, int]] = field(default_factory=dict)


def check_copies(bag: CheckedBag, log: LogFacts, shown: Shown, read: Read) -> None:
    """Of every exhibit that is here, exactly what is covered is not, with all that was made from it."""
    for ref in sorted(shown.exhibits):
        made = {key: one for key, one in log.made.items() if one.ref == ref and key in read.records}
        newest = redacted_copies(tuple(read.records[key] for key in made))
        stands = _check_originals(bag, log, shown, ref, newest)
        for key, one in made.items():
            may_leave = _may_leave(read.records[key], newest, stands)
            is_declared = key in shown.declared.derivatives
            if is_declared is may_leave:
                name = derivative_record(one.ref, one.kind, one.n)
                bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED if is_declared else name)
            if not _has_its_size(read.records[key], read.sizes):
                name = derivative_record(one.ref, one.kind, one.n)
                bag.findings.add(Reason.CONTRADICTS, name)


def _check_originals(
    bag: CheckedBag, log: LogFacts, shown: Shown, ref: str, newest: dict[str, DerivativeRecord]
) -> set[str | None]:
    """Return the hash values of what stands for each original: of itself, or of its newest copy."""
    stands: set[str | None] = set()
    for number, acquisition_id in log.refs.items():
        if exhibit_of(number) != ref:
            continue
        sha256 = log.taken[acquisition_id].sha256
        copy = newest.get(sha256 or "")
        stands.add(copy.sha256 if copy else sha256)
        record, said = shown.records.get(acquisition_id), shown.declared.originals.get(number)
        if record is not None and copy is not None:
            bag.findings.add(Reason.CONTRADICTS, f"{exhibit_stem(record)}.json")
        if said is not None and said.why is Why.COVERED and copy is None:
            bag.findings.add(Reason.CONTRADICTS, NOT_INCLUDED)
    return stands


def _may_leave(
    record: DerivativeRecord, newest: dict[str, DerivativeRecord], stands: set[str | None]
) -> bool:
    """Whether something that was made shows nothing that is covered. Source: ``Exhibit.may_be_shown``."""
    if record.kind is DerivativeKind.REDACTED:
        return newest.get(record.parents[0]) == record
    return record.kind is DerivativeKind.RUN_RECORD or stands.issuperset(record.parents)


def is_copy(record: DerivativeRecord, had: list[str | None]) -> bool:
    """Whether a record can be that of a copy of one of these originals: boxes inside, drawn in them."""
    width, height = record.width_px or 0, record.height_px or 0
    return (
        record.mime == PNG
        and len(record.parents) == 1
        and record.parents[0] in had
        and width > 0
        and height > 0
        and all(
            box.drawn_in in had
            and min(box.rect.x, box.rect.y) >= 0
            and min(box.rect.width, box.rect.height) > 0
            and box.rect.x + box.rect.width <= width
            and box.rect.y + box.rect.height <= height
            for box in record.boxes
        )
    )


def was_joined_from(made: Made, log: LogFacts) -> set[str | None]:
    """Return the hash values of all that a joined picture can be made from: frames, and copies of before."""
    copies = {
        one.sha256
        for one in log.made.values()
        if one.ref == made.ref and one.kind is DerivativeKind.REDACTED and one.seq < made.seq
    }
    return copies | {log.taken[frame].sha256 for frame in made.frames}


def _has_its_size(record: DerivativeRecord, sizes: dict[tuple[str, str | None], tuple[int, int]]) -> bool:
    """Whether a copy is as large as its original, where that is known from the record of the run."""
    if record.kind is not DerivativeKind.REDACTED:
        return True
    size = sizes.get((record.exhibit_ref or "", record.parents[0]))
    return size is None or size == (record.width_px, record.height_px)
