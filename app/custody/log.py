# SPDX-License-Identifier: MIT
"""The custody log: one record a line, each naming the one before by its hash value.

A record holds ids and hash values, never content. It is stored and exported exactly as hashed. What the
records that a verifier reads hold in ``data`` (keys beyond these are allowed):

    acquisition.create   obj: acquisition id   sha256 (file), record_sha256 (acquisition record in JCS, with
                                               the salt of 32 bytes that it holds)
    exhibit.allocate     obj: exhibit id, or   ref, number, acquisition_id; of a frame its own ref, run_id too
                         that of a frame       (``TJH/4.1``, ``TJH/4.2`` and on, in order)
    exhibit.withdraw     obj: exhibit id       ref (of a run ``TJH/4``: all of it)
    derivative.create    obj: derivative id    ref (of the run), kind, n (which of its kind, from 1), sha256
                                               (file), size_bytes, record_sha256 (its record in JCS)
    export.create        obj: copy id          sha256, report_sha256, tagmanifest_sha256, note_sha256; size
                                               and root of the head it leads to; of several part, parts;
                                               of a copy for e-mail form: sha256 is of the locked file then;
                                               of a letter form, letter and payment (its number)
    print.create         obj: None             report_sha256, size and root of the head it leads to; pages,
                                               which, copies, is_grey, queue (its kind, never its name)

Source: evidence.md, section 2.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from app.custody.canonical import LARGEST_NUMBER, canonical, read_canonical
from app.errors import BadInput, ChainBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.clock import Moment

VERSION = 1
FIRST_PREV = "0" * 64
MAX_RECORD_BYTES = 16 * 1024  # Source: evidence.md, section 2
SALT_BYTES = 32

RECORD_TYPES = frozenset(
    {
        "case.create",
        "case.revise",
        "key.create",
        "acquisition.create",
        "import.create",
        "derivative.create",
        "exhibit.allocate",
        "exhibit.revise",
        "exhibit.withdraw",
        "note.add",
        "note.revise",
        "account.add",
        "account.revise",
        "offender.add",
        "offender.revise",
        "contact.add",
        "contact.revise",
        "payment.add",
        "payment.revise",
        "demand.add",
        "demand.revise",
        "event.add",
        "event.revise",
        "call.add",
        "call.revise",
        "place.add",
        "place.revise",
        "entry.withdraw",
        "entry.restore",
        "step.mark",
        "object.purge",
        "checkpoint",
        "anchor.request",
        "anchor.ok",
        "anchor.fail",
        "backup.create",
        "copy.remove",
        "export.create",
        "handover",
        "print.create",
        "vault.unlock",
        "vault.lock",
        "vault.open_fail",
        "restore",
        "integrity.check",
        "clock.jump",
        "clock.measure",
        "report.add",
        "report.revise",
    }
)

_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DIGITS = re.compile(r"0|[1-9][0-9]{0,29}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Record:
    """One act, when and by which clocks it was done, and the hash value of the record before it."""

    v: int
    seq: int
    ts: str
    tz: str
    mono_ns: str
    boot: str
    clock: str
    actor: str
    tool: str
    type: str
    data: dict[str, Any]
    obj: str | None
    prev: str


_KEYS = frozenset(field.name for field in fields(Record))


@dataclass(frozen=True, slots=True)
class ChainState:
    """A log that holds together: how many records, the last leaf, and every leaf in order."""

    size: int
    last_leaf: str
    leaves: tuple[str, ...]


def make_record(  # noqa: PLR0913 - one argument for each key of the format
    *,
    seq: int,
    moment: Moment,
    actor: str,
    tool: str,
    type: str,  # noqa: A002 - the key's name in the format
    obj: str | None,
    data: Mapping[str, object],
    prev: str,
) -> bytes:
    """Return the bytes of one record, as they are to be stored, hashed and exported.

    Raises:
        BadInput: a value that the format does not allow, or more than 16 KiB.
    """
    values = {
        "v": VERSION,
        "seq": seq,
        "ts": moment.ts,
        "tz": moment.zone,
        "mono_ns": str(moment.monotonic_ns),
        "boot": moment.boot_id,
        "clock": moment.source,
        "actor": actor,
        "tool": tool,
        "type": type,
        "obj": obj,
        "data": dict(data),
        "prev": prev,
    }
    fault = _fault_in(values)
    if fault:
        raise BadInput(f"custody record: {fault}")
    line = canonical(values)
    if len(line) > MAX_RECORD_BYTES:
        raise BadInput("custody record: more than 16 KiB")
    return line


def read_record(line: bytes, seq: int = 0) -> Record:
    """Return the record that stands in one line, without its line end.

    Args:
        line: the bytes as stored.
        seq: the place to name if the line is no record.

    Raises:
        ChainBroken: not in canonical form, a key too few or too many, or a value of the wrong kind.
    """
    if len(line) > MAX_RECORD_BYTES:
        raise ChainBroken(seq, "more than 16 KiB")
    try:
        values = read_canonical(line)
    except BadInput as error:
        raise ChainBroken(seq, str(error)) from error
    fault = _fault_in(values)
    if fault:
        raise ChainBroken(seq, fault)
    return Record(**values)


def leaf_hash(line: bytes) -> str:
    """Return the leaf of the tree that stands for this record. Source: RFC 6962, section 2.1."""
    return hashlib.sha256(b"\x00" + line).hexdigest()


def check_chain(lines: Iterable[bytes]) -> ChainState:
    """Return the state of a log in which every record stands where it says it does.

    Raises:
        ChainBroken: at the first record that does not follow from the one before.
    """
    leaves = tuple(leaf for _, leaf in follow(lines))
    return ChainState(len(leaves), leaves[-1] if leaves else FIRST_PREV, leaves)


def follow(lines: Iterable[bytes]) -> Iterator[tuple[Record, str]]:
    """Give each record with its leaf, once it is known to follow from the one before.

    Raises:
        ChainBroken: at the first record that does not.
    """
    prev = FIRST_PREV
    for seq, line in enumerate(lines, start=1):
        record = read_record(line, seq)
        if record.seq != seq:
            raise ChainBroken(seq, f"is numbered {record.seq}")
        if record.prev != prev:
            raise ChainBroken(seq, "does not name the record before it")
        prev = leaf_hash(line)
        yield record, prev


def salted_hash(text: str, salt: bytes) -> str:
    """Return what stands in a record for free text, so that a purge of text and salt leaves nothing to guess.

    Raises:
        BadInput: the salt is not 32 bytes, or the text holds half a character.
        Source: evidence.md, section 2.
    """
    if len(salt) != SALT_BYTES:
        raise BadInput("a salt is 32 bytes")
    try:
        data = unicodedata.normalize("NFC", text).encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput("half a character in a text") from None  # that error carries the whole text
    return hashlib.sha256(salt + data).hexdigest()


def _fault_in(values: object) -> str | None:
    """Return what is wrong with the keys or kinds of a record, or None."""
    if not isinstance(values, dict) or values.keys() != _KEYS:
        return "its keys are not those of a record"
    for key, is_right in _CHECKS.items():
        if not is_right(values[key]):
            return f"{key} is not of its kind"
    return None


def _is_text(value: object) -> bool:
    """Whether it is text and says something."""
    return isinstance(value, str) and bool(value)


def _is_seq(value: object) -> bool:
    """Whether it is a place in the log."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST_NUMBER


def _has_form(form: re.Pattern[str]) -> Any:
    """Return a check for text of one form."""
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


_CHECKS: dict[str, Any] = {
    "v": lambda value: value == VERSION and not isinstance(value, bool),
    "seq": _is_seq,
    "ts": _has_form(_TIME),
    "tz": _is_text,
    "mono_ns": _has_form(_DIGITS),
    "boot": _is_text,
    "clock": _is_text,
    "actor": lambda value: value in {"witness", "helper"},
    "tool": _is_text,
    "type": lambda value: isinstance(value, str) and value in RECORD_TYPES,
    "data": lambda value: isinstance(value, dict),
    "obj": lambda value: value is None or _is_text(value),
    "prev": _has_form(_HEX),
}
