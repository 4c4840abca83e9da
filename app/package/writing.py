# SPDX-License-Identifier: MIT
"""The files of the package, one after another, into the bag. Source: evidence.md, section 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import HashMismatch
from app.hashing import sha256_of
from app.package import tables
from app.package.conversations import conversations
from app.package.fact_tables import fact_tables
from app.package.left_out import NotIncluded, NotIncludedMade, Why, not_included
from app.package.log_files import write_log
from app.package.names import (
    NOT_INCLUDED,
    READ_ME,
    REPORT,
    SIGNATURE,
    TABLES,
    derivative_file,
    derivative_record,
    exhibit_file,
    exhibit_stem,
)
from app.package.read_me import read_me
from app.package.signature import text_to_sign
from app.package.source import file_parts
from app.package.timeline_table import timeline
from app.report.file_names import numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from app.model import DerivativeRecord, Exhibit, Original
    from app.package.bag import BagWriter
    from app.package.order import Order
    from app.words import Words

    Heard = Callable[[int], None]


def write_files(bag: BagWriter, order: Order, report: Path, words: Words, heard: Heard) -> None:
    """Every file stands in the bag, the lists and the second note last.

    Raises:
        HashMismatch: an original or the report is not what was recorded.
        Cancelled: out of ``heard``.
    """
    bag.add(REPORT, _heard(file_parts(report), heard), report.stat().st_size)
    bag.add_bytes(READ_ME, read_me(order.dossier, words))
    for entry in order.dossier.exhibits:
        for original in entry.exhibit.originals:
            _write_original(bag, order, original, heard)
        for n, made in numbered(entry.exhibit):
            _write_derivative(bag, order, made, n, heard)
    bag.add_bytes(NOT_INCLUDED, not_included(_left_out(order), _made_left_out(order)))
    bag.add_bytes(f"{TABLES}accounts.csv", tables.accounts(order.dossier))
    bag.add_bytes(f"{TABLES}payments.csv", tables.payments(order.dossier))
    bag.add_bytes(f"{TABLES}timeline.csv", timeline(order.dossier, words))
    for name, data in fact_tables(order.dossier):
        bag.add_bytes(f"{TABLES}{name}", data)
    if any(entry.exhibit.is_run for entry in order.dossier.exhibits):
        bag.add_bytes(f"{TABLES}conversations.csv", conversations(order.dossier, words))
    write_log(bag, order)
    tags = bag.seal(_info(order))
    bag.add_bytes(SIGNATURE, order.sign(text_to_sign(tags.sha256)).encode("utf-8"))


def all_bytes(order: Order, report: Path) -> int:
    """Return about how many bytes will be heard of."""
    shown = [entry.exhibit for entry in order.dossier.exhibits]
    taken = sum(one.record.content.size_bytes for exhibit in shown for one in exhibit.originals)
    made = sum(one.size_bytes for exhibit in shown for one in exhibit.derivatives)
    return taken + made + report.stat().st_size


def _write_original(bag: BagWriter, order: Order, original: Original, heard: Heard) -> None:
    """A picture or frame as acquired and its record as hashed stand in the bag."""
    record, content = original.record, original.record.content
    parts = _heard(order.originals.parts(original.id), heard)
    sums = bag.add(exhibit_file(record), parts, content.size_bytes)
    if sums.sha256 != content.sha256:
        raise HashMismatch(original.ref)
    bag.add_bytes(f"{exhibit_stem(record)}.json", order.reader.acquisition_line(original.id))


def _write_derivative(bag: BagWriter, order: Order, made: DerivativeRecord, n: int, heard: Heard) -> None:
    """What was made from originals and its record as hashed stand in the bag."""
    parts = _heard(order.originals.derivative_parts(made.derivative_id), heard)
    sums = bag.add(derivative_file(made, n), parts, made.size_bytes)
    if sums.sha256 != made.sha256:
        raise HashMismatch(derivative_file(made, n))
    name = derivative_record(made.exhibit_ref, made.kind, n)
    bag.add_bytes(name, order.reader.derivative_line(made.derivative_id))


def _left_out(order: Order) -> Iterator[NotIncluded]:
    """Give a line for each original that stays in the vault, in the order of their numbers."""
    for exhibit, why in _kept_back(order):
        for original in exhibit.originals:
            line = order.reader.acquisition_line(original.id)
            yield _line(exhibit, original, why, sha256_of(line))


def _made_left_out(order: Order) -> Iterator[NotIncludedMade]:
    """Give a line for each derivative whose originals stay in the vault."""
    for exhibit, _ in _kept_back(order):
        for n, made in numbered(exhibit):
            hashed = sha256_of(order.reader.derivative_line(made.derivative_id))
            yield NotIncludedMade(
                made.derivative_id, exhibit.ref, made.kind, n, made.size_bytes, made.sha256, hashed
            )


def _kept_back(order: Order) -> Iterator[tuple[Exhibit, Why]]:
    """Give each exhibit that stays in the vault with the reason, in the order of their numbers."""
    why = {entry.exhibit.id: Why(entry.why.value) for entry in order.dossier.left_out}
    why |= {exhibit.id: Why.WITHDRAWN for exhibit in order.dossier.withdrawn}
    for exhibit in order.dossier.all_exhibits:
        if exhibit.id in why:
            yield exhibit, why[exhibit.id]


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


def _info(order: Order) -> dict[str, str]:
    """Return the description of the bag. Source: RFC 8493, section 2.2.2."""
    dossier = order.dossier
    return {
        "Bagging-Date": f"{dossier.prepared.utc:%Y-%m-%d}",
        "Bag-Software-Agent": _ascii(dossier.tool),
        "External-Description": "Victim evidence record",
        "External-Identifier": _ascii(f"{dossier.ref} v{dossier.version}"),
    }


def _ascii(text: str) -> str:
    """Return the text in plain characters."""
    return text.encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")


def _heard(parts: Iterable[bytes], heard: Heard) -> Iterator[bytes]:
    """Give the parts and tell of each."""
    for part in parts:
        heard(len(part))
        yield part
