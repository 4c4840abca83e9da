# SPDX-License-Identifier: MIT
"""The custody log as a list of acts: what one act wrote in several records is one line again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.log import follow
from app.custody.tree import EMPTY_ROOT, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from app.custody.log import Record


class Group(StrEnum):
    """What an act was done to."""

    PICTURES = "pictures"
    FACTS = "facts"
    COPIES = "copies"
    OPENED = "opened"
    CHECKS = "checks"


# By the first word of a record's type; what is not named here is something the person noted.
GROUPS = {
    "acquisition": Group.PICTURES,
    "import": Group.PICTURES,
    "derivative": Group.PICTURES,
    "exhibit": Group.PICTURES,
    "object": Group.PICTURES,
    "export": Group.COPIES,
    "print": Group.COPIES,
    "backup": Group.COPIES,
    "copy": Group.COPIES,
    "handover": Group.COPIES,
    "vault": Group.OPENED,
    "key": Group.OPENED,
    "restore": Group.OPENED,
    "integrity": Group.CHECKS,
    "clock": Group.CHECKS,
    "anchor": Group.CHECKS,
    "checkpoint": Group.CHECKS,
}
TAKEN, TAKEN_IN_RUN, ALLOCATED, SEALED = (
    "acquisition.create",
    "acquisition.run",
    "exhibit.allocate",
    "checkpoint",
)
SET_APART = "set_apart"  # in the record of a mark that came by an answer about age
PURGED, PURGED_ENTRY = "object.purge", "object.purge.entry"
MADE = frozenset({"derivative.create.joined_picture", "derivative.create.redacted"})
MANY = MADE | {"integrity.check.runs"}  # parts of one piece of work


@dataclass(frozen=True, slots=True)
class Act:
    """One act.

    Attributes:
        seq: number of its first record; ``last`` of its last.
        zone: in which it was written down.
        what: key of its words: the type of its record, with a word more where that says too little.
        obj: what it was done to, as the record names it.
        exhibit: id of the exhibit it was about, and ``ref`` its number.
        n: how many, as far as its words need a number.
        count: how many acts of one kind it stands for that followed each other.
    """

    seq: int
    last: int
    at: datetime
    zone: str
    what: str
    group: Group
    obj: str | None = None
    exhibit: str | None = None
    ref: str = ""
    n: int = 0
    count: int = 1
    is_helper: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """All of them in the order they happened, and the head of the log they were read from."""

    acts: tuple[Act, ...]
    size: int
    root: str


def acts_of(lines: Iterable[bytes]) -> Acts:
    """Return what a whole log says, once every record is known to follow from the one before.

    Raises:
        ChainBroken: at the first record that does not.
    """
    told, leaves = _Told(), []
    for record, leaf in follow(lines):
        told.add(record)
        leaves.append(leaf)
    return Acts(told.without_what_is_gone(), len(leaves), root_of(leaves) if leaves else EMPTY_ROOT)


@dataclass(slots=True)
class _Told:
    """The acts so far, which exhibit an id belongs to, and which were removed for good."""

    acts: list[Act] = field(default_factory=list)
    refs: dict[str, str] = field(default_factory=dict)
    exhibits: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def without_what_is_gone(self) -> tuple[Act, ...]:
        """Return the acts; those on an exhibit that was removed for good lead nowhere any more."""
        return tuple(replace(act, exhibit=None) if act.exhibit in self.gone else act for act in self.acts)

    def add(self, record: Record) -> None:
        """Take in one record: an act of its own, or a part of the one before."""
        if record.type == ALLOCATED:
            self._number(record)
        elif record.type == SEALED and self.acts:
            self.acts[-1] = replace(self.acts[-1], last=record.seq)
        else:
            self._begin(record)

    def _begin(self, record: Record) -> None:
        """An act begins; one more of a kind that goes on is counted."""
        what, n = _said(record)
        if what == PURGED:
            self.gone.add(record.obj or "")
        ref = str(record.data.get("ref") or self.refs.get(record.obj or "", ""))
        act = Act(
            seq=record.seq,
            last=record.seq,
            at=parse_timestamp(record.ts),
            zone=record.tz,
            what=what,
            group=_group(what),
            obj=record.obj,
            exhibit=self.exhibits.get(ref),
            ref=ref,
            n=n,
            is_helper=record.actor == "helper",
        )
        self._append(act)

    def _append(self, act: Act) -> None:
        """Put it last, or into the one before if both are parts of one piece of work."""
        before = self.acts[-1] if self.acts else None
        if before and act.what in MANY and (before.what, before.ref) == (act.what, act.ref):
            self.acts[-1] = replace(before, last=act.last, count=before.count + 1)
        else:
            self.acts.append(act)

    def _number(self, record: Record) -> None:
        """The picture that was just taken has its number; frames of one run are one act."""
        ref, is_frame = str(record.data.get("ref", "")), "run_id" in record.data
        ref = ref.partition(".")[0] if is_frame else ref
        exhibit = self.exhibits.setdefault(ref, record.obj or "")
        self.refs[exhibit] = ref
        if not self.acts or self.acts[-1].what != TAKEN:
            return
        taken = self.acts.pop()
        what = TAKEN_IN_RUN if is_frame else TAKEN
        numbered = replace(taken, what=what, ref=ref, exhibit=exhibit, last=record.seq)
        before = self.acts[-1] if self.acts else None
        if is_frame and before and (before.what, before.ref) == (TAKEN_IN_RUN, ref):
            numbered = replace(before, last=record.seq, count=before.count + 1)
            self.acts.pop()
        self.acts.append(numbered)


def _said(record: Record) -> tuple[str, int]:
    """Return the key of the words for a record, and the number in them."""
    more = _MORE.get(record.type)
    if more is not None:
        return more(record)
    n = _number_in(record, "n")
    return record.type, max(0, n - 1) if record.type.endswith(".revise") else n


def _group(what: str) -> Group:
    """Return what an act with these words was done to."""
    first = what.partition(".")[0]
    return Group.FACTS if what == PURGED_ENTRY else GROUPS.get(first, Group.FACTS)


def _number_in(record: Record, key: str) -> int:
    """Return a number that a record holds, 0 where it holds none."""
    value = record.data.get(key)
    return value if isinstance(value, int) else 0


def _checked(record: Record) -> tuple[str, int]:
    if "checked" not in record.data:
        return f"{record.type}.keys", 0
    differs = _number_in(record, "differs")
    return (f"{record.type}.differs", differs) if differs else (record.type, _number_in(record, "checked"))


def _made(record: Record) -> tuple[str, int]:
    return f"{record.type}.{record.data.get('kind')}", 0


def _described(record: Record) -> tuple[str, int]:
    n = _number_in(record, "n")
    if record.data.get(SET_APART) is True:
        return f"{record.type}.apart", 0
    return (f"{record.type}.again", n - 1) if n > 1 else (record.type, 0)


def _key(record: Record) -> tuple[str, int]:
    is_signing = record.obj == "signing"
    return f"{record.type}.{'signing' if is_signing else record.data.get('kind')}", 0


def _tried(record: Record) -> tuple[str, int]:
    return record.type, _number_in(record, "count")


def _jumped(record: Record) -> tuple[str, int]:
    seconds = round(_number_in(record, "shift_ms") / 1000)
    return f"{record.type}.{'back' if seconds < 0 else 'forward'}", abs(seconds)


def _purged(record: Record) -> tuple[str, int]:
    return (PURGED_ENTRY if "kind" in record.data else PURGED), 0


def _printed(record: Record) -> tuple[str, int]:
    return record.type, _number_in(record, "pages")


def _exported(record: Record) -> tuple[str, int]:
    return record.type, _number_in(record, "version")


_MORE: dict[str, Callable[[Record], tuple[str, int]]] = {
    "integrity.check": _checked,
    "derivative.create": _made,
    "exhibit.revise": _described,
    "key.create": _key,
    "vault.open_fail": _tried,
    "clock.jump": _jumped,
    "object.purge": _purged,
    "print.create": _printed,
    "export.create": _exported,
}
