# SPDX-License-Identifier: MIT
"""conversations.csv: every frame of every run, how the frames meet, and where messages may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clock import timestamp
from app.model import Proof
from app.report.covered import file_name
from app.report.file_names import exhibit_file_name
from app.report.joins import kind_of
from app.report.spreadsheets.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit, GapRecord, PairRecord, RunRecord
    from app.report.dossier import Dossier
    from app.words import Words

    Row = tuple[str, ...]

COLUMNS = (
    "exhibit",
    "row",
    "first",
    "second",
    "verdict",
    "shift_px",
    "overlap_rows",
    "taken_at_utc",
    "file",
    "in_words",
)
WORDS = "conversations_table"


def conversations(dossier: Dossier, words: Words) -> bytes:
    """Return the table; a run that is not finished has its frames in it and nothing else."""
    runs = (entry.exhibit for entry in dossier.exhibits if entry.exhibit.is_run)
    return table(COLUMNS, (row for exhibit in runs for row in _rows(exhibit, words)))


def _rows(exhibit: Exhibit, words: Words) -> Iterator[Row]:
    """Give frames, then pairs, then gaps."""
    yield from _frames(exhibit, words)
    if exhibit.run is not None:
        refs = [frame.ref for frame in exhibit.frames]
        yield from (_pair(exhibit.ref, refs, pair, words) for pair in _last_found(exhibit.run))
        yield from (_gap(exhibit.ref, refs, gap, words) for gap in exhibit.run.gaps)


def _frames(exhibit: Exhibit, words: Words) -> Iterator[Row]:
    """Give a row for each frame, in the order they were taken."""
    judged = len(exhibit.run.frames) if exhibit.run else 0
    sittings = exhibit.run.segments[1:] if exhibit.run else ()
    for n, frame in enumerate(exhibit.frames, start=1):
        said = ("not_judged",) if n > judged else ("sitting",) if n in sittings else ()
        copy = file_name(exhibit, frame)
        told = " ".join(words(f"{WORDS}.{key}") for key in (*said, *(("covered",) if copy else ())))
        at, file = timestamp(frame.acquired_at), copy or exhibit_file_name(frame.record)
        yield exhibit.ref, "frame", frame.ref, "", "", "", "", at, file, told


def _last_found(run: RunRecord) -> list[PairRecord]:
    """Return what was found of each pair that was compared, the last time it was."""
    last = {(pair.first, pair.second): pair for pair in run.pairs}
    return [last[ends] for ends in sorted(last)]


def _pair(ref: str, refs: list[str], pair: PairRecord, words: Words) -> Row:
    """Return the row of two frames that were compared."""
    found = pair.finding
    told = words(
        f"{WORDS}.{kind_of(found)}",
        rows=found.overlap_px,
        differ=found.unexplained_strips,
        left_out=len(found.forgiven),
        percent=(found.alike_permille or 0) // 10,
    )
    shift = "" if found.shift_px is None else str(found.shift_px)
    rows = str(found.overlap_px) if found.level in {Proof.EXACT, Proof.MATCHED} else ""
    ends = (refs[pair.first - 1], refs[pair.second - 1])
    return ref, "pair", *ends, found.level.value, shift, rows, "", "", told


def _gap(ref: str, refs: list[str], gap: GapRecord, words: Words) -> Row:
    """Return the row of a place where frames did not meet."""
    ends = (refs[gap.first - 1], refs[gap.second - 1])
    if gap.closed_by is None:
        return ref, "gap", *ends, "open", "", "", "", "", words(f"{WORDS}.open_gap")
    first, second = (refs[n - 1] for n in gap.closed_by)
    told = words(f"{WORDS}.closed_gap", first=first, second=second)
    return ref, "gap", *ends, "closed", "", "", "", "", told
