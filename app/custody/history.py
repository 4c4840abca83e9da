# SPDX-License-Identifier: MIT
"""What the custody log says happened to one exhibit, in the words of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.acts import SET_APART
from app.custody.log import Record, read_record
from app.model import DerivativeKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

# Acts on one exhibit, and acts on all of them at once.
OF_ONE = {
    "acquisition.create": "taken",
    "exhibit.revise": "said",
    "exhibit.withdraw": "withdrawn",
}
OF_ALL = {"export.create": "export", "print.create": "print", "integrity.check": "checked"}
MADE = {
    DerivativeKind.RUN_RECORD.value: "ordered",
    DerivativeKind.JOINED_PICTURE.value: "joined",
    DerivativeKind.REDACTED.value: "covered",
}
TOGETHER = frozenset({"taken", "joined", "covered"})  # of one piece of work
OBJ = b'"obj":"'


@dataclass(frozen=True, slots=True)
class Happened:
    """One act: when, in which zone it was written down, and the key of its words.

    Attributes:
        count: how many acts of one kind it stands for that followed each other; the first one's time.
    """

    seq: int
    at: datetime
    zone: str
    what: str
    count: int = 1


def history(lines: Iterable[bytes], ids: frozenset[str], since: int) -> tuple[Happened, ...]:
    """Return what happened to an exhibit, in the order it happened.

    Args:
        lines: the custody log from its beginning.
        ids: the ids that acts on it name: of the exhibit, of its acquisition, of a conversation those of
            every frame, and of what was made from it.
        since: place in the log of its acquisition; earlier acts on everything do not concern it.

    Raises:
        ChainBroken: a line that might concern it is no record.
    """
    told: list[Happened] = []
    names, all_marks = {name.encode() for name in ids}, [f'"{name}"'.encode() for name in OF_ALL]
    for seq, line in enumerate(lines, start=1):
        if seq < since or not (_obj(line) in names or any(mark in line for mark in all_marks)):
            continue  # read no more than is needed: a log may hold thousands of records
        record = read_record(line, seq)
        what = _what(record, ids, is_first_word=not any(one.what == "said" for one in told))
        if what in TOGETHER and told and told[-1].what == what:
            told[-1] = replace(told[-1], count=told[-1].count + 1)
        elif what:
            told.append(Happened(seq, parse_timestamp(record.ts), record.tz, what))
    return tuple(told)


def _obj(line: bytes) -> bytes:
    """Return what a record is about without reading it; keys are in order, so ``data`` is before it."""
    return line[line.rfind(OBJ) + len(OBJ) :].partition(b'"')[0] if OBJ in line else b""


def _what(record: Record, ids: frozenset[str], *, is_first_word: bool) -> str:
    """Return the key of the words, or nothing if it does not concern the exhibit."""
    if record.obj in ids:
        if record.type == "derivative.create":
            return MADE.get(str(record.data.get("kind")), "")
        if record.type == "exhibit.revise" and record.data.get(SET_APART) is True:
            return "apart"
        what = OF_ONE.get(record.type, "")
        return "changed" if what == "said" and not is_first_word else what
    if record.type == "integrity.check":
        return _checked(record, ids)
    return OF_ALL.get(record.type, "")


def _checked(record: Record, ids: frozenset[str]) -> str:
    """Return how a check of all originals ended for this one; a check of something else is passed over."""
    if "checked" not in record.data:
        return ""
    return "checked" if ids.isdisjoint(record.data.get("exhibits", ())) else "differs"
