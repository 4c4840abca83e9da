# SPDX-License-Identifier: MIT
"""The outside times of a package: every one that the log has is here, over a head of this log, and signed.

Roots in the package are shown and never trusted; those of this release count. Mirrored in
``resources/verifier/60_anchors.js``. Source: evidence.md, sections 2 and 4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.clock import parse_timestamp, to_ms
from app.custody.anchors import Answered, Asked, check, facts, time_of
from app.custody.canonical import canonical, read_canonical
from app.custody.checkpoint import Checkpoint, read_checkpoint
from app.custody.tokens import MOST_BYTES
from app.errors import AnchorInvalid, AnchorUntrusted, BadInput, ChainBroken
from app.package.findings import Anchored, Reason
from app.package.names import ANCHORS, anchor_file
from app.package.proofs import head_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.custody.authorities import Authority
    from app.custody.log import Record
    from app.custody.tokens import Stamp
    from app.package.checked_bag import CheckedBag
    from app.package.log_facts import LogFacts

NOTE, REQUEST, RESPONSE, FACTS = ENDINGS = ("txt", "tsq", "tsr", "json")
FILE = re.compile(rf"{ANCHORS}([0-9]{{4}})\.(?:{'|'.join(ENDINGS)})")
SHOWS_FROM_MS = 2_000  # as for a jump of the clock: less is nothing an officer would have to reckon with


@dataclass(frozen=True, slots=True)
class _One:
    """The n-th outside time of a package, and its record if the log has one."""

    bag: CheckedBag
    n: int
    record: Record | None

    def say(self, reason: Reason, ending: str) -> None:
        """What is wrong with one of its files was named."""
        self.bag.findings.add(reason, anchor_file(self.n, ending))


def check_anchors(
    bag: CheckedBag, log: LogFacts, key: tuple[str, bytes] | None, authorities: Sequence[Authority]
) -> tuple[Anchored, ...]:
    """Return every outside time that is good, the smallest head first; what is not was named.

    The n-th in the log is number n; those after them have no record yet, and must be over checkpoint C.
    """
    there = {int(match[1]) for match in map(FILE.fullmatch, bag.sums) if match}
    found = []
    for n in sorted({*range(1, len(log.anchors) + 1), *there}):
        one = _One(bag, n, log.anchors[n - 1] if 0 < n <= len(log.anchors) else None)
        good = _checked(one, log, key, authorities)
        if good is not None:
            found.append(good)
    return tuple(sorted(found, key=lambda good: (good.size, good.at)))


def is_anchor_file(name: str) -> bool:
    """Whether it is one of the files that are checked here; a root that is shown is not."""
    return FILE.fullmatch(name) is not None


def _checked(
    one: _One, log: LogFacts, key: tuple[str, bytes] | None, authorities: Sequence[Authority]
) -> Anchored | None:
    """Return an outside time if it is good."""
    files = [one.bag.read(anchor_file(one.n, ending), MOST_BYTES) for ending in ENDINGS]
    note, request, response, said = files
    if note is None or request is None or response is None or said is None:
        return None
    head = _head(one, log, key, note)
    stamped = _stamped(one, Asked(note, request), response, authorities)
    if head is None or stamped is None:
        return None
    stamp, authority = stamped
    if not _is_told(one, Answered(Asked(note, request), response, stamp, authority, 0, 0), head, said):
        return None
    clock_ms = _clock_ms(log, head, stamp, one.record)
    return Anchored(head.size, time_of(stamp.at_ms), authority.name, clock_ms)


def _head(one: _One, log: LogFacts, key: tuple[str, bytes] | None, note: bytes) -> Checkpoint | None:
    """Return the head in the note: signed by this key, and one of this log, or None, which was said."""
    try:
        head = read_checkpoint(note.decode("utf-8"), key[1]) if key else None
    except (ChainBroken, UnicodeDecodeError):
        head = None
    if key is None or head is None or head.origin != key[0]:
        one.say(Reason.SIGNATURE_INVALID, NOTE)
        return None
    last = (log.frontier.size, log.frontier.root)
    known = last if one.record is None else head_of(one.record)
    if (head.size, head.root) != known:
        one.say(Reason.NOT_CONSISTENT, NOTE)
        return None
    return head


def _stamped(
    one: _One, asked: Asked, response: bytes, authorities: Sequence[Authority]
) -> tuple[Stamp, Authority] | None:
    """Return what the answer says, and whose it is, or None, which was said."""
    try:
        return check(asked, response, authorities)
    except AnchorInvalid:
        one.say(Reason.ANCHOR_INVALID, RESPONSE)
    except AnchorUntrusted:
        one.say(Reason.ANCHOR_UNTRUSTED, RESPONSE)
    return None


def _is_told(one: _One, answered: Answered, head: Checkpoint, said: bytes) -> bool:
    """Whether file and log say what can be computed, and the same of what cannot; if not, it was said."""
    try:
        told = read_canonical(said)
        at_ms, uncertain_by_ms = to_ms(parse_timestamp(told["at"])), told["uncertain_by_ms"]
        computed = facts(replace(answered, at_ms=at_ms, uncertain_by_ms=uncertain_by_ms), head)
        is_so = type(uncertain_by_ms) is int and uncertain_by_ms >= 0 and canonical(computed) == said
    except (BadInput, KeyError, TypeError, ValueError, OverflowError):
        is_so = False
    if not is_so:
        one.say(Reason.CONTRADICTS, FACTS)
        return False
    if one.record is not None and canonical(one.record.data) != said:
        one.say(Reason.NOT_IN_LOG, FACTS)
        return False
    return True


def _clock_ms(log: LogFacts, head: Checkpoint, stamp: Stamp, record: Record | None) -> int:
    """Return by how much at least the clock was ahead of the outside time, or behind it; 0 if nothing shows.

    The records it covers were written before it, and its own record after it: if their times say otherwise,
    the clock was not right, or was moved, or the times are not those of the acts. Which, nobody can tell.
    """
    covered_ms, own_ms = _ms_of(log.times.get(head.size)), _ms_of(record.ts if record else None)
    ahead_ms = covered_ms - stamp.at_ms if covered_ms is not None else 0
    behind_ms = stamp.at_ms - own_ms if own_ms is not None else 0
    if max(ahead_ms, behind_ms) < SHOWS_FROM_MS:
        return 0
    return ahead_ms if ahead_ms >= behind_ms else -behind_ms


def _ms_of(ts: str | None) -> int | None:
    """Return ms since 1970 of a record's time, or None if it has none that there was."""
    try:
        return None if ts is None else to_ms(parse_timestamp(ts))
    except ValueError:
        return None
