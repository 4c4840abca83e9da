# SPDX-License-Identifier: MIT
"""What the custody log of a package says of the evidence, gathered record by record, in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.custody.tree import Frontier
from app.model import DerivativeKind
from app.package.proofs import head_of

if TYPE_CHECKING:
    from app.custody.log import Record


@dataclass(frozen=True, slots=True)
class Taken:
    """One act of taking a copy, as the log has it."""

    seq: int
    sha256: str | None
    size_bytes: object
    record_sha256: str | None


@dataclass(slots=True)
class RunTaken:
    """A conversation run, as the log has it: its frames in order, by acquisition id."""

    run_id: str
    frames: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Made:
    """One act of making something from a picture, or from the frames that a run had by then."""

    seq: int
    ref: str
    kind: DerivativeKind
    n: int
    frames: tuple[str, ...]
    sha256: str | None
    size_bytes: object
    record_sha256: str | None


@dataclass(slots=True)
class LogFacts:
    """What the records say of the evidence, gathered while the chain is followed.

    Attributes:
        refs: acquisition id by number, of single pictures (``TJH/1``) and of frames (``TJH/4.2``).
        runs: by the number of the exhibit (``TJH/4``).
        made: by derivative id.
        purges: ref and time of every removal for good, by what was removed; a fact has no ref.
        purged: the numbers of exhibits that were removed for good.
        opened: at which places the vault was opened.
        heads: root by size of every signed head that left the house before.
        anchors: the records of outside times that came.
        times: when each record was written, by its own clock.
    """

    frontier: Frontier = field(default_factory=Frontier)
    taken: dict[str, Taken] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    runs: dict[str, RunTaken] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    withdrawn: dict[str, str] = field(default_factory=dict)
    purges: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    purged: set[str] = field(default_factory=set)
    keys: set[object] = field(default_factory=set)
    opened: list[int] = field(default_factory=list)
    heads: dict[int, str] = field(default_factory=dict)
    anchors: list[Record] = field(default_factory=list)
    times: dict[int, str] = field(default_factory=dict)
    contradicts: bool = False

    @property
    def undisclosed(self) -> int:
        """How many records are known by their leaves alone."""
        return self.frontier.size - len(self.times)

    def note(self, record: Record) -> None:
        """Take in one record; the frontier still is that of the records before it."""
        self.times[record.seq] = record.ts
        take = _TAKES.get(record.type)
        if take is not None:
            take(self, record)
        head = head_of(record)
        if head is not None:
            self._take_head(record, *head)

    def _take_head(self, record: Record, size: int, root: str) -> None:
        """Remember a head that left the house; it cannot cover its own record, nor have two roots."""
        self.contradicts |= not 0 < size < record.seq or self.heads.get(size, root) != root
        self.heads[size] = root

    def bytes_known(self) -> set[object]:
        """Return the hash values of all bytes that the log knows."""
        return {taken.sha256 for taken in self.taken.values()} | {made.sha256 for made in self.made.values()}

    def made_of(self, ref: str) -> int:
        """Return how many things were made from an exhibit."""
        return sum(made.ref == ref for made in self.made.values())

    def is_closed(self, ref: str) -> bool:
        """Whether nothing can come to this exhibit any more: it was withdrawn, or is gone."""
        return ref in self.withdrawn or ref in self.purged

    def is_exhibit(self, ref: str) -> bool:
        """Whether this is the number of a single picture or of a run, not of a frame."""
        return ref in self.runs or (ref in self.refs and exhibit_of(ref) == ref)


def exhibit_of(ref: str) -> str:
    """Return the number of the exhibit that an original belongs to: ``TJH/4`` of ``TJH/4.2``."""
    initials, slash, number = ref.rpartition("/")
    return f"{initials}{slash}{number.partition('.')[0]}"


def _acquisition(facts: LogFacts, record: Record) -> None:
    if record.obj is None or record.obj in facts.taken:
        facts.contradicts = True
        return
    data = record.data
    facts.taken[record.obj] = Taken(
        record.seq, _text(data, "sha256"), _number(data, "size_bytes"), _text(data, "record_sha256")
    )


def _allocation(facts: LogFacts, record: Record) -> None:
    ref, acquisition_id = _text(record.data, "ref") or "", _text(record.data, "acquisition_id")
    number, dot, frame = ref.rpartition("/")[2].partition(".")
    is_right = (
        acquisition_id in facts.taken
        and acquisition_id not in facts.used
        and _whole(number) is not None
        and _number(record.data, "number") == _whole(number)
        and not facts.is_closed(exhibit_of(ref))
        and (_takes_place(facts, ref, frame, record) if dot else number not in facts.used)
    )
    if not is_right:
        facts.contradicts = True
        return
    facts.used |= {number, str(acquisition_id)}
    facts.refs[ref] = str(acquisition_id)
    if dot:
        facts.runs[exhibit_of(ref)].frames.append(str(acquisition_id))


def _takes_place(facts: LogFacts, ref: str, frame: str, record: Record) -> bool:
    """Whether a frame is the next of its run; the first one begins the run."""
    run_id, exhibit_ref, number = record.data.get("run_id"), exhibit_of(ref), str(record.data.get("number"))
    if not isinstance(run_id, str) or not run_id:
        return False
    if frame == "1" and number not in facts.used and all(run.run_id != run_id for run in facts.runs.values()):
        facts.runs[exhibit_ref] = RunTaken(run_id)
    run = facts.runs.get(exhibit_ref)
    return run is not None and run.run_id == run_id and _whole(frame) == len(run.frames) + 1


def _withdrawal(facts: LogFacts, record: Record) -> None:
    ref = _text(record.data, "ref") or ""
    if not facts.is_exhibit(ref) or facts.is_closed(ref):
        facts.contradicts = True
        return
    facts.withdrawn[ref] = record.ts


def _purge(facts: LogFacts, record: Record) -> None:
    ref = _text(record.data, "ref")
    can_go = _can_go(facts, ref, record) if "ref" in record.data else "kind" in record.data
    if record.obj is None or record.obj in facts.purges or not can_go:
        facts.contradicts = True
        return
    facts.purges[record.obj] = (ref, record.ts)
    if ref is not None:
        facts.purged.add(ref)


def _can_go(facts: LogFacts, ref: str | None, record: Record) -> bool:
    """Whether an exhibit was there to be removed, with as many files as the record says."""
    if ref is None or not facts.is_exhibit(ref) or ref in facts.purged:
        return False
    had = (len(facts.runs[ref].frames) if ref in facts.runs else 1, facts.made_of(ref))
    said = [record.data.get(key) for key in ("originals", "derivatives")]
    return had == tuple(said) and not any(isinstance(one, bool) for one in said)


def _derivative(facts: LogFacts, record: Record) -> None:
    data = record.data
    ref, kind = _text(data, "ref") or "", _text(data, "kind")
    had = _had(facts, ref, kind)
    before = sum((made.ref, made.kind) == (ref, kind) for made in facts.made.values())
    is_new = record.obj is not None and record.obj not in facts.made and not facts.is_closed(ref)
    if not had or not is_new or kind not in set(DerivativeKind) or _number(data, "n") != before + 1:
        facts.contradicts = True
        return
    hashes = (_text(data, "sha256"), _number(data, "size_bytes"), _text(data, "record_sha256"))
    facts.made[str(record.obj)] = Made(record.seq, ref, DerivativeKind(kind), before + 1, tuple(had), *hashes)


def _had(facts: LogFacts, ref: str, kind: str | None) -> list[str]:
    """Return the originals that an exhibit had by then; of one picture only a covered copy can be made."""
    if ref in facts.runs:
        return facts.runs[ref].frames
    is_one = kind == DerivativeKind.REDACTED and facts.is_exhibit(ref)
    return [facts.refs[ref]] if is_one else []


def _text(data: dict[str, Any], key: str) -> str | None:
    """Return what stands under a key if it is text: a list in its place must be an answer, not a crash."""
    value = data.get(key)
    return value if isinstance(value, str) else None


def _number(data: dict[str, Any], key: str) -> int | None:
    """Return what stands under a key if it is a number: for Python True is 1, for others it is not."""
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _whole(digits: str) -> int | None:
    """Return the number as a ref has it, or None."""
    return int(digits) if re.fullmatch(r"[1-9][0-9]{0,8}", digits, re.ASCII) else None


def _key(facts: LogFacts, record: Record) -> None:
    if record.data.get("kind") == "ed25519":
        facts.keys.add(_text(record.data, "public_key_sha256"))


def _checkpoint(facts: LogFacts, record: Record) -> None:
    said = (_number(record.data, "size"), record.data.get("root"))
    facts.contradicts |= said != (facts.frontier.size, facts.frontier.root)


def _opening(facts: LogFacts, record: Record) -> None:
    facts.opened.append(record.seq)


def _anchor(facts: LogFacts, record: Record) -> None:
    facts.anchors.append(record)


_TAKES = {
    "acquisition.create": _acquisition,
    "exhibit.allocate": _allocation,
    "exhibit.withdraw": _withdrawal,
    "derivative.create": _derivative,
    "object.purge": _purge,
    "key.create": _key,
    "checkpoint": _checkpoint,
    "vault.unlock": _opening,
    "anchor.ok": _anchor,
}
