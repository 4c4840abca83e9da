# SPDX-License-Identifier: MIT
"""What the custody log says in sum, read once from its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.authorities import known_authorities
from app.custody.log import follow
from app.errors import ChainBroken
from app.model import CopyKind
from app.report.custody_said import CustodyFacts, IntegrityCheck, OutsideTime, RecordLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.custody.log import Record
    from app.model import Exhibit, Purged

CAPTURE = "acquisition.create"
CHECK = "integrity.check"
EXPORT = "export.create"
OUTSIDE = "anchor.ok"
PRINTED = frozenset(
    {
        "case.create",
        "key.create",
        CAPTURE,
        "import.create",
        "exhibit.withdraw",
        CHECK,
        EXPORT,
        "print.create",
        "backup.create",
        "handover",
        "restore",
        OUTSIDE,
        "clock.jump",
        "object.purge",
    }
)
ABOUT_ONE = frozenset({CAPTURE, "import.create", "exhibit.withdraw", "object.purge"})
FIRST_CAPTURES, LAST_CAPTURES, MOST_OTHERS = 6, 4, 14


@dataclass(frozen=True, slots=True)
class CustodyRead:
    """The facts for the report, and what else is known only from the log."""

    facts: CustodyFacts
    exports: int
    tool: str


def read_custody(
    lines: Iterable[bytes],
    size: int,
    exhibits: Sequence[Exhibit],
    purged: Sequence[Purged] = (),
    of: Sequence[Exhibit] | None = None,
) -> CustodyRead:
    """Return what the first ``size`` records say; if ``of`` is given, of other exhibits nothing.

    Raises:
        ChainBroken: a record does not follow from the one before, or there are fewer.
    """
    refs = {one.record.acquisition_id: one.ref for exhibit in exhibits for one in exhibit.originals}
    refs |= {str(exhibit.id): exhibit.ref for exhibit in exhibits}
    refs |= {one.acquisition_id: one.ref for gone in purged for one in gone.originals}
    refs |= {gone.id: gone.ref or gone.kind for gone in purged}
    counts = {"clock.jump": 0, "object.purge": 0}
    frozen: set[object] = set()  # one export can be several files; all of them name the same head
    printed: list[RecordLine] = []
    outside: list[OutsideTime] = []
    check: IntegrityCheck | None = None
    seen, tool = 0, ""
    for record, leaf in follow(islice(lines, size)):
        seen, tool = record.seq, record.tool
        if record.type in counts:
            counts[record.type] += 1
        if record.type == EXPORT and record.data.get("form") != CopyKind.LETTER:
            frozen.add(record.data.get("size", f"record {record.seq}"))
        outside += _outside(record, len(outside) + 1)
        if record.type == CHECK and "checked" in record.data:
            check = _check(record, refs)
        if record.type in PRINTED and not _is_of_keys(record):
            printed.append(_line(record, leaf, refs))
    if seen != size:
        raise ChainBroken(seen + 1, "the log ends before its checkpoint")
    if of is not None:
        kept = {one.ref for one in of} | {one.ref for exhibit in of for one in exhibit.originals}
        printed = [line for line in printed if line.type not in ABOUT_ONE or line.what in kept]
        check = check and replace(check, differ=tuple(ref for ref in check.differ if ref in kept))
    facts = CustodyFacts(
        _chosen(printed), check, counts["clock.jump"], counts["object.purge"], tuple(outside)
    )
    return CustodyRead(facts, len(frozen), tool)


def _outside(record: Record, n: int) -> tuple[OutsideTime, ...]:
    """Return the n-th time from outside, under the authority's name in this release, if it is one."""
    if record.type != OUTSIDE:
        return ()
    data = record.data
    names = {one.key: one.name for one in known_authorities()}
    told = OutsideTime(
        n=n,
        key=data["authority"],
        authority=names.get(data["authority"], data["authority"]),
        at=parse_timestamp(data["token_at"]),
        size=data["size"],
        difference_ms=data["difference_ms"],
    )
    return (told,)


def _is_of_keys(record: Record) -> bool:
    """Whether a check was one of the key file, which is not of the originals."""
    return record.type == CHECK and "checked" not in record.data


def _check(record: Record, refs: dict[str, str]) -> IntegrityCheck:
    """Return how a check of the originals ended."""
    differ = tuple(refs.get(str(exhibit_id), str(exhibit_id)) for exhibit_id in record.data["exhibits"])
    return IntegrityCheck(parse_timestamp(record.ts), int(record.data["checked"]), differ)


def _line(record: Record, leaf: str, refs: dict[str, str]) -> RecordLine:
    """Return the line that the summary prints."""
    about = refs.get(record.obj or "", "")
    if record.type == CHECK:
        about = str(record.data["checked"])
    at = parse_timestamp(record.ts)
    return RecordLine(record.seq, record.seq, at, record.type, about, leaf)


def _runs_as_one(lines: list[RecordLine]) -> Iterator[RecordLine]:
    """Give the lines with the captures of one run, where nothing else was printed between, as one line."""
    held: RecordLine | None = None
    for line in lines:
        if held is not None and _is_next_frame(held, line):
            first_ref = held.what.partition(" - ")[0]
            what, records = f"{first_ref} - {line.what}", held.records + 1
            held = replace(line, first=held.first, at=held.at, what=what, records=records)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_next_frame(held: RecordLine, line: RecordLine) -> bool:
    """Whether both are captures of frames of one run: ``TJH/4.1`` and ``TJH/4.2``."""
    run, _, frame = line.what.partition(".")
    is_capture = held.type == line.type == CAPTURE
    return is_capture and bool(frame) and held.what.startswith(f"{run}.")


def _chosen(lines: list[RecordLine]) -> tuple[RecordLine, ...]:
    """Return so many lines as one page holds: the first and last captures, and the latest other acts."""
    captures = [line for line in _runs_as_one(lines) if line.type == CAPTURE]
    others = [line for line in lines if line.type != CAPTURE]
    if len(captures) > FIRST_CAPTURES + LAST_CAPTURES:
        captures = captures[:FIRST_CAPTURES] + captures[-LAST_CAPTURES:]
    if len(others) > MOST_OTHERS:
        others = others[:2] + others[2 - MOST_OTHERS :]
    return tuple(sorted([*captures, *others], key=lambda line: line.first))
