# SPDX-License-Identifier: MIT
"""The files of the package, one after another, into the bag. Source: evidence.md, section 4."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import HashMismatch
from app.hashing import sha256_of
from app.package import purged
from app.package.case_uco import case_uco
from app.package.check_page import check_page
from app.package.info import info_of
from app.package.left_out import NotIncluded, NotIncludedMade, Why, not_included
from app.package.log_files import write_log
from app.package.names import (
    CASE_UCO,
    CHECK_PAGE,
    NOT_INCLUDED,
    PAGE1,
    READ_ME,
    REPORT,
    SIGNATURE,
    TABLES,
    derivative_file,
    derivative_record,
    exhibit_file,
    exhibit_stem,
)
from app.package.parts import Part, bytes_leaving
from app.package.read_me import lines, read_me
from app.package.signature import text_to_sign
from app.package.source import file_parts
from app.report.file_names import numbered
from app.report.spreadsheets.every import every_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from app.model import DerivativeRecord, Exhibit, Original
    from app.package.bag import BagWriter
    from app.package.order import Order
    from app.report.dossier import Dossier
    from app.words import Words

    Heard = Callable[[int], None]

SMALL_FILES_BYTES = 400_000  # check page, tables and lists, rounded up


def write_files(
    bag: BagWriter, order: Order, report: Path, words: Words, heard: Heard, part: Part | None = None
) -> None:
    """Every file stands in the bag, the lists and the second note last.

    Of a package in several parts the first has the report and the tables, and each its exhibits and the log.

    Raises:
        HashMismatch: an original or the report is not what was recorded.
        Cancelled: out of ``heard``.
    """
    part = part or whole(order)
    if part.is_first:
        bag.add(REPORT, _heard(file_parts(report), heard), report.stat().st_size)
    bag.add_bytes(CHECK_PAGE, check_page())
    bag.add_bytes(READ_ME, read_me(order.dossier, words, part))
    for exhibit in part.exhibits:
        for original in exhibit.originals:
            if original.redacted is None:
                _write_original(bag, order, original, heard)
        for n, made in numbered(exhibit):
            if exhibit.may_be_shown(made):
                _write_derivative(bag, order, made, n, heard)
            name = derivative_record(made.exhibit_ref, made.kind, n)
            bag.add_bytes(name, order.reader.derivative_line(made.derivative_id))
    bag.add_bytes(NOT_INCLUDED, _declaration(order, part))
    if part.is_first:
        _write_tables(bag, order.dossier, words, part.page1)
    write_log(bag, order)
    tags = bag.seal(info_of(order.dossier, part))
    bag.add_bytes(SIGNATURE, order.sign(text_to_sign(tags.sha256)).encode("utf-8"))


def whole(order: Order) -> Part:
    """Return the one part that has all of it."""
    return Part(1, 1, tuple(entry.exhibit for entry in order.dossier.exhibits))


def bytes_of(exhibits: Iterable[Exhibit]) -> int:
    """Return how many bytes of originals and of what was made from them will be heard of."""
    return sum(map(bytes_leaving, exhibits))


def bytes_in_each(order: Order) -> int:
    """Return about how many bytes every part has beside report and exhibits: the log and what is small."""
    return SMALL_FILES_BYTES + sum(len(line) + 1 for line in order.reader.records())


def _write_tables(bag: BagWriter, dossier: Dossier, words: Words, page1: Iterable[str]) -> None:
    """The facts stand in the bag as tables, page 1 as plain lines, and all of it for programs."""
    bag.add_bytes(PAGE1, lines(page1))
    for name, data in every_table(dossier, words):
        bag.add_bytes(f"{TABLES}{name}", data)
    bag.add_bytes(CASE_UCO, case_uco(dossier))


def _write_original(bag: BagWriter, order: Order, original: Original, heard: Heard) -> None:
    """A picture or frame as acquired and its record as hashed stand in the bag."""
    record, content = original.record, original.record.content
    parts = _heard(order.originals.parts(original.id), heard)
    sums = bag.add(exhibit_file(record), parts, content.size_bytes)
    if sums.sha256 != content.sha256:
        raise HashMismatch(original.ref)
    bag.add_bytes(f"{exhibit_stem(record)}.json", order.reader.acquisition_line(original.id))


def _write_derivative(bag: BagWriter, order: Order, made: DerivativeRecord, n: int, heard: Heard) -> None:
    """What was made from originals stands in the bag."""
    parts = _heard(order.originals.derivative_parts(made.derivative_id), heard)
    sums = bag.add(derivative_file(made, n), parts, made.size_bytes)
    if sums.sha256 != made.sha256:
        raise HashMismatch(derivative_file(made, n))


def _declaration(order: Order, part: Part) -> bytes:
    """Return what this part has not: what is elsewhere, stays in the vault, or was removed for good."""
    gone = order.dossier.purged
    return not_included(
        (*_left_out(order, part), *purged.originals(gone)),
        (*_made_left_out(order, part), *purged.made(gone)),
        purged.acts(gone),
    )


def _left_out(order: Order, part: Part) -> Iterator[NotIncluded]:
    """Give a line for each original that is not in this part, in the order of their numbers."""
    for exhibit, kept_back in _kept_back(order, part):
        for original in exhibit.originals:
            why = _why(original, kept_back)
            if why is not None:
                line = order.reader.acquisition_line(original.id)
                said = _line(exhibit, original, why, sha256_of(line))
                yield _elsewhere(said, part.elsewhere[exhibit.ref]) if exhibit.ref in part.elsewhere else said


def _why(original: Original, kept_back: Why | None) -> Why | None:
    """Return why an original is not in a part; of one that is covered only the copy leaves, in any part."""
    if original.redacted is not None and kept_back in {None, Why.OTHER_PART}:
        return Why.COVERED
    return kept_back


def _made_left_out(order: Order, part: Part) -> Iterator[NotIncludedMade]:
    """Give a line for each derivative that is not in this part, or that shows what is covered by now."""
    for exhibit, why in _kept_back(order, part):
        for n, made in numbered(exhibit):
            if why is None and exhibit.may_be_shown(made):
                continue
            hashed = sha256_of(order.reader.derivative_line(made.derivative_id))
            yield NotIncludedMade(
                made.derivative_id, exhibit.ref, made.kind, n, made.size_bytes, made.sha256, hashed
            )


def _kept_back(order: Order, part: Part) -> Iterator[tuple[Exhibit, Why | None]]:
    """Give every exhibit in the order of their numbers; why it is not in this part, or None if it is."""
    why: dict[str, Why] = {entry.exhibit.id: Why(entry.why.value) for entry in order.dossier.left_out}
    why |= {exhibit.id: Why.WITHDRAWN for exhibit in order.dossier.withdrawn}
    for exhibit in order.dossier.all_exhibits:
        if exhibit.ref in part.elsewhere:
            yield exhibit, Why.OTHER_PART
        else:
            yield exhibit, why.get(exhibit.id)


def _line(exhibit: Exhibit, original: Original, why: Why, record_sha256: str) -> NotIncluded:
    """Return the line of one original."""
    content = original.record.content
    return NotIncluded(
        ref=original.ref,
        acquisition_id=original.record.acquisition_id,
        acquired_at=original.acquired_at,
        size_bytes=content.size_bytes,
        sha256=content.sha256,
        record_sha256=record_sha256,
        why=why,
        described=exhibit.facts.shows or exhibit.facts.title,
        withdrawn_at=exhibit.withdrawn_at,
        withdrawn_why=exhibit.withdrawn_why,
    )


def _elsewhere(said: NotIncluded, part: int) -> NotIncluded:
    """Return the line of an original whose exhibit is in another part."""
    return replace(said, described=None, part=part)


def _heard(parts: Iterable[bytes], heard: Heard) -> Iterator[bytes]:
    """Give the parts and tell of each."""
    for part in parts:
        heard(len(part))
        yield part
