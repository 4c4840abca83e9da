# SPDX-License-Identifier: MIT
"""The custody log of a package: chain, tree and checkpoint, and what the log says must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.checkpoint import Checkpoint, fingerprint, read_checkpoint
from app.custody.log import MAX_RECORD_BYTES, follow
from app.errors import ChainBroken
from app.package.checked_part import follow_part, is_part
from app.package.findings import Reason
from app.package.log_facts import LogFacts
from app.package.names import CHECKPOINT, LEAVES, LOG, PUBLIC_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.package.checked_bag import CheckedBag


def check_log(bag: CheckedBag, key: tuple[str, bytes] | None) -> LogFacts | None:
    """The log was followed and compared with the checkpoint; returns what it says, or None if it breaks."""
    checkpoint = _read_checkpoint(bag, key)
    if LOG not in bag.sums:
        return None
    try:
        facts = _facts(bag)
    except ChainBroken:
        bag.findings.add(Reason.CHAIN_BROKEN, LOG)
        return None
    if facts is None:
        return None
    file = LEAVES if is_part(bag) else LOG
    if facts.contradicts:
        bag.findings.add(Reason.CONTRADICTS, LOG)
    if checkpoint and facts.frontier.size != checkpoint.size:
        bag.findings.add(Reason.SIZE_DIFFERS, file)
    elif checkpoint and facts.frontier.root != checkpoint.root:
        bag.findings.add(Reason.ROOT_DIFFERS, file)
    if key and fingerprint(key[1]) not in facts.keys:
        bag.findings.add(Reason.NOT_IN_LOG, PUBLIC_KEY)
    return facts


def _facts(bag: CheckedBag) -> LogFacts | None:
    """Return what the log says, or what is here of it; None where its leaves cannot be read.

    Raises:
        ChainBroken: a record does not follow from the one before.
    """
    lines, facts = _lines(bag.source.parts(LOG)), LogFacts()
    if is_part(bag):
        return facts if follow_part(bag, lines, facts) else None
    return _followed(lines, facts)


def _followed(lines: Iterable[bytes], facts: LogFacts) -> LogFacts:
    """Return what a whole log says.

    Raises:
        ChainBroken: a record does not follow from the one before.
    """
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
