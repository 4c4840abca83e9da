# SPDX-License-Identifier: MIT
"""The custody log of a package: chain, tree and checkpoint, and what the log says must be there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.custody.checkpoint import Checkpoint, fingerprint, read_checkpoint
from app.custody.log import MAX_RECORD_BYTES, follow
from app.custody.tree import Frontier
from app.errors import ChainBroken
from app.package.findings import Reason
from app.package.names import ANCHORS, CHECKPOINT, LOG, PUBLIC_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.custody.log import Record
    from app.package.checked_bag import CheckedBag


@dataclass(frozen=True, slots=True)
class Taken:
    """One act of taking a copy, as the log has it."""

    seq: int
    sha256: object
    size_bytes: object
    record_sha256: object


@dataclass(slots=True)
class LogFacts:
    """What the records say of the evidence, gathered while the chain is followed."""

    frontier: Frontier = field(default_factory=Frontier)
    taken: dict[str, Taken] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    used: set[object] = field(default_factory=set)
    withdrawn: dict[str, str] = field(default_factory=dict)
    keys: set[object] = field(default_factory=set)
    has_anchor: bool = False
    contradicts: bool = False

    def note(self, record: Record) -> None:
        """Take in one record; the frontier still is that of the records before it."""
        take = _TAKES.get(record.type)
        if take is not None:
            take(self, record)

    def bytes_known(self) -> set[object]:
        """Return the hash values of all bytes that the log knows."""
        return {taken.sha256 for taken in self.taken.values()}


def _acquisition(facts: LogFacts, record: Record) -> None:
    if record.obj is None or record.obj in facts.taken:
        facts.contradicts = True
        return
    data = record.data
    facts.taken[record.obj] = Taken(
        record.seq, data.get("sha256"), data.get("size_bytes"), data.get("record_sha256")
    )


def _allocation(facts: LogFacts, record: Record) -> None:
    ref, acquisition_id = str(record.data.get("ref")), record.data.get("acquisition_id")
    number = ref.rpartition("/")[2]
    is_new = facts.used.isdisjoint((number, acquisition_id))
    if not is_new or record.data.get("number") != _whole(number) or acquisition_id not in facts.taken:
        facts.contradicts = True
        return
    facts.used |= {number, acquisition_id}
    facts.refs[ref] = str(acquisition_id)


def _withdrawal(facts: LogFacts, record: Record) -> None:
    ref = str(record.data.get("ref"))
    if ref not in facts.refs or ref in facts.withdrawn:
        facts.contradicts = True
        return
    facts.withdrawn[ref] = record.ts


def _whole(digits: str) -> int | None:
    """Return the number as a ref has it, or None."""
    return int(digits) if re.fullmatch(r"[1-9][0-9]{0,8}", digits, re.ASCII) else None


def _key(facts: LogFacts, record: Record) -> None:
    if record.data.get("kind") == "ed25519":
        facts.keys.add(record.data.get("public_key_sha256"))


def _checkpoint(facts: LogFacts, record: Record) -> None:
    said = (record.data.get("size"), record.data.get("root"))
    facts.contradicts |= said != (facts.frontier.size, facts.frontier.root)


def _anchor(facts: LogFacts, _record: Record) -> None:
    facts.has_anchor = True


_TAKES = {
    "acquisition.create": _acquisition,
    "exhibit.allocate": _allocation,
    "exhibit.withdraw": _withdrawal,
    "key.create": _key,
    "checkpoint": _checkpoint,
    "anchor.ok": _anchor,
}


def check_log(bag: CheckedBag, key: tuple[str, bytes] | None) -> LogFacts | None:
    """The log was followed and compared with the checkpoint; returns what it says, or None if it breaks."""
    checkpoint = _read_checkpoint(bag, key)
    if LOG not in bag.sums:
        return None
    try:
        facts = _followed(_lines(bag.source.parts(LOG)))
    except ChainBroken:
        bag.findings.add(Reason.CHAIN_BROKEN, LOG)
        return None
    if facts.contradicts:
        bag.findings.add(Reason.CONTRADICTS, LOG)
    if checkpoint and facts.frontier.size != checkpoint.size:
        bag.findings.add(Reason.SIZE_DIFFERS, LOG)
    elif checkpoint and facts.frontier.root != checkpoint.root:
        bag.findings.add(Reason.ROOT_DIFFERS, LOG)
    if key and fingerprint(key[1]) not in facts.keys:
        bag.findings.add(Reason.NOT_IN_LOG, PUBLIC_KEY)
    if facts.has_anchor and not any(name.startswith(ANCHORS) for name in bag.sums):
        bag.findings.add(Reason.MISSING, ANCHORS)
    return facts


def _followed(lines: Iterable[bytes]) -> LogFacts:
    """Return what a whole log says.

    Raises:
        ChainBroken: a record does not follow from the one before.
    """
    facts = LogFacts()
    for record, leaf in follow(lines):
        facts.note(record)
        facts.frontier = facts.frontier.append(leaf)
    return facts


def _lines(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Give the lines without their ends; a last line without an end is cut short, so it is one too many.

    Raises:
        ChainBroken: a line too long for a record.
    """
    rest = b""
    for part in parts:
        *whole, rest = (rest + part).split(b"\n")
        yield from whole
        if len(rest) > MAX_RECORD_BYTES:
            raise ChainBroken(0, "more than 16 KiB")
    if rest:
        raise ChainBroken(0, "cut short")


def _read_checkpoint(bag: CheckedBag, key: tuple[str, bytes] | None) -> Checkpoint | None:
    """Return the signed head, or None if it is missing or not signed by this case's key, which was said."""
    note = bag.read(CHECKPOINT)
    if note is None:
        return None
    try:
        checkpoint = read_checkpoint(note.decode("utf-8"), key[1]) if key else None
    except (ChainBroken, UnicodeDecodeError):
        checkpoint = None
    if key is None or checkpoint is None or checkpoint.origin != key[0]:
        bag.findings.add(Reason.SIGNATURE_INVALID, CHECKPOINT)
    return checkpoint
