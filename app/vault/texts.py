# SPDX-License-Identifier: MIT
"""Text that was read in pictures: kept beside the evidence, never as evidence, and gone when it has to be.

Nothing is kept of a picture that is marked, withdrawn, or may not be looked at, nor while reading is off, and
no line that touches what is covered. It leaves no custody record: it says nothing that the original does not.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from typing import TYPE_CHECKING, Any

from app.capture.geometry import touch
from app.errors import BadInput
from app.model import ExhibitId, Rect
from app.search.document import document
from app.search.values import ReadingState, ReadText, Unsure
from app.vault import checkpoints, derivatives, originals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.search.document import Document
    from app.vault.connection import Database

OFF = "reading_off"
NEAR_PX = 4  # of a box: a line that was read stands a little larger or smaller than its letters
_WHY = re.compile(r"[a-z_]{1,32}")
_NEW = "SELECT seq FROM exhibit UNION ALL SELECT seq FROM frame EXCEPT SELECT id FROM reading"
_KNOWN = "SELECT 1 FROM exhibit WHERE id = ?1 UNION ALL SELECT 1 FROM frame WHERE id = ?1"  # purged ones too
_WAITING = "SELECT count(*) FROM readable WHERE seq IN ({})"
_AT_ONCE = 32
_READABLE = "SELECT id FROM readable WHERE seq IN ({}) ORDER BY seq DESC"
_EMPTY = (
    "INSERT INTO reading_index (reading_index) VALUES ('delete-all')",
    "DELETE FROM read_text",
    "DELETE FROM read_line",
    "DELETE FROM reading",
)
_LINES = "SELECT n, x, y, width, height, permille, edges, unsure FROM read_line WHERE reading_id = ?"


def is_on(database: Database) -> bool:
    """Whether the person wants pictures to be read; they do until they say otherwise."""
    return not checkpoints.has(database, OFF)


def state(database: Database) -> ReadingState:
    """Return how far the reading has come; nothing waits where nothing may be read."""
    read, failed = database.rows("SELECT count(*) FILTER (WHERE why IS NULL), count(why) FROM reading")[0]
    wanted = is_on(database)
    waits = wanted and originals.are_allowed(database)
    waiting = int(database.value(_WAITING.format(_NEW))) if waits else 0
    return ReadingState(is_on=wanted, read=read, failed=failed, waiting=waiting)


def unread(database: Database, most: int) -> tuple[ExhibitId, ...]:
    """Return originals that are still to be read, frames of runs included, the newest first."""
    if not is_on(database) or not originals.are_allowed(database):
        return ()
    new = [seq for (seq,) in database.rows(f"{_NEW} ORDER BY 1 DESC")]
    found: list[ExhibitId] = []
    for start in range(0, len(new), _AT_ONCE):  # the newest are likely the ones; each is looked at whole
        some = new[start : start + _AT_ONCE]
        rows = database.rows(_READABLE.format(",".join("?" * len(some))), some)
        found += [ExhibitId(original_id) for (original_id,) in rows]
        if len(found) >= most:
            break
    return tuple(found[:most])


def texts(database: Database, original_id: str) -> tuple[ReadText, ...] | None:
    """Return every line that was read, from top to bottom; None if it was not, or could not be."""
    found = database.row(
        "SELECT id, texts FROM reading WHERE original_id = ? AND why IS NULL", (original_id,)
    )
    if found is None:
        return None
    read = lines(database, found[0], found[1].split("\n")).values()
    return tuple(sorted(read, key=lambda line: (line.rect.y, line.rect.x)))


def lines(
    database: Database, reading_id: int, said: Sequence[str], wanted: Sequence[int] | None = None
) -> dict[int, ReadText]:
    """Return lines of a reading by their numbers, all of them or those that are wanted."""
    if wanted is None:
        rows = database.rows(_LINES, (reading_id,))
    else:
        marks = ",".join("?" * len(wanted))
        rows = database.rows(f"{_LINES} AND n IN ({marks})", (reading_id, *wanted))
    return {row[0]: _line(said[row[0]], row) for row in rows if row[0] < len(said)}


def keep(database: Database, original_id: str, read: Iterable[ReadText], reader: str, at: str) -> bool:
    """What was read is in the open transaction, in place of what was read before.

    Returns: whether it is; not if the picture may not be read, or not any more.

    Raises:
        BadInput: no such original.
    """
    where = _place(database, original_id)
    if where is None:
        return False
    seq, exhibit_id = where
    boxes = derivatives.boxes_of(database, original_id)
    made = document(line for line in read if not _is_beneath(line, boxes))
    said = "\n".join(text.text.replace("\n", " ") for text in made.texts)
    row = (seq, original_id, exhibit_id, at, reader, None, said)
    database.run("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    database.run("INSERT INTO read_text VALUES (?, ?, ?)", (seq, _numbers("I", made.starts), made.signs))
    database.run("INSERT INTO reading_index (rowid, folded) VALUES (?, ?)", (seq, made.signs))
    _keep_lines(database, seq, made)
    return True


def cover(database: Database, original_id: str, boxes: Sequence[Rect], before: Sequence[Rect]) -> int:
    """No line that touches one of these boxes is left in the open transaction.

    Where a box of before is gone all of it is, and is to be read again. Returns: how many were beneath.
    """
    read = texts(database, original_id)
    if read is None:  # could not be read: perhaps only for what is covered now
        forget(database, original_id)
        return 0
    left = [line for line in read if not _is_beneath(line, boxes)]
    reader, at = database.rows("SELECT reader, at FROM reading WHERE original_id = ?", (original_id,))[0]
    if not set(boxes).issuperset(before):
        forget(database, original_id)
    elif len(left) < len(read):
        keep(database, original_id, left, reader, at)
    return len(read) - len(left)


def cannot(database: Database, original_id: str, why: str, at: str) -> None:
    """That the picture could not be read is in the open transaction, unless it may not be read any more.

    Raises:
        BadInput: no such original, or more than a word.
    """
    if not _WHY.fullmatch(why):
        raise BadInput("a word of the program")
    where = _place(database, original_id)
    if where is not None:
        row = (where[0], original_id, where[1], at, "", why, "")
        database.run("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def set_on(database: Database, *, is_wanted: bool) -> None:
    """Reading is on, or it is off and no text is left, in the open transaction."""
    if is_wanted:
        checkpoints.remove(database, OFF)
    else:
        checkpoints.put(database, OFF, b"1")
        forget_all(database)


def forget(database: Database, original_id: str) -> None:
    """Nothing is left of what was read in a picture, in the open transaction; it is still to be read then."""
    _forget(database, database.rows("SELECT id, why FROM reading WHERE original_id = ?", (original_id,)))


def forget_exhibit(database: Database, exhibit_id: str) -> None:
    """Nothing is left of what was read in any picture of an exhibit, in the open transaction."""
    _forget(database, database.rows("SELECT id, why FROM reading WHERE exhibit_id = ?", (exhibit_id,)))


def forget_all(database: Database) -> None:
    """Nothing is left of what was read in any picture, in the open transaction."""
    database.leave_no_trace()
    for statement in _EMPTY:
        database.run(statement)


def _forget(database: Database, kept: Iterable[tuple[int, str | None]]) -> None:
    for reading_id, why in kept:
        database.leave_no_trace()
        if why is None:  # before the row it is read from
            database.run("DELETE FROM reading_index WHERE rowid = ?", (reading_id,))
        database.run("DELETE FROM read_text WHERE id = ?", (reading_id,))
        database.run("DELETE FROM read_line WHERE reading_id = ?", (reading_id,))
        database.run("DELETE FROM reading WHERE id = ?", (reading_id,))


def _is_beneath(line: ReadText, boxes: Sequence[Rect]) -> bool:
    return any(touch(line.rect, box, NEAR_PX) for box in boxes)


def _place(database: Database, original_id: str) -> tuple[int, str] | None:
    """Return place in the log and exhibit of a picture that may be read, with nothing kept of it; else None.

    Raises:
        BadInput: no such original.
    """
    if database.row(_KNOWN, (original_id,)) is None:
        raise BadInput("no such exhibit")
    forget(database, original_id)
    if not is_on(database) or not originals.are_allowed(database):
        return None
    return database.row("SELECT seq, exhibit_id FROM readable WHERE id = ?", (original_id,))


def _keep_lines(database: Database, seq: int, made: Document) -> None:
    for n, text in enumerate(made.texts):
        rect, edges = text.rect, _numbers("H", text.edges_permille)
        unsure = json.dumps([[one.index, *one.options] for one in text.unsure]) if text.unsure else ""
        database.run(
            "INSERT INTO read_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, n, rect.x, rect.y, rect.width, rect.height, text.permille, edges, unsure),
        )


def _line(said: str, row: tuple[Any, ...]) -> ReadText:
    _, x, y, width, height, permille, edges, unsure = row
    named = tuple(Unsure(index, tuple(options)) for index, *options in json.loads(unsure)) if unsure else ()
    return ReadText(Rect(x, y, width, height), said, permille, tuple(numbers("H", edges)), named)


def _numbers(kind: str, values: Iterable[int]) -> bytes:
    """Return numbers as bytes, the same on every computer."""
    kept = array(kind, values)
    if sys.byteorder == "big":
        kept.byteswap()
    return kept.tobytes()


def numbers(kind: str, kept: bytes) -> array[int]:
    """Return the numbers that were kept as bytes."""
    values = array(kind, kept)
    if sys.byteorder == "big":
        values.byteswap()
    return values
