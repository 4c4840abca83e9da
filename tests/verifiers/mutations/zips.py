# SPDX-License-Identifier: MIT
"""A writer of ZIPs that can say anything in any place. Source: APPNOTE.TXT (ZIP), section 4.3."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


STORED, DEFLATED = 0, 8
UTF8 = 0x800
FOLLOWS = 0x8
FILE = 0o100644 << 16


@dataclass
class Entry:
    """One file, and what its two descriptions say if not the truth.

    Attributes:
        local, central: values by name that stand there instead.
        gap: bytes before it.
        descriptor: none, "signed", "bare" or "wide": sizes follow the bytes.
        is_wide: sizes stand in the wide field, in both descriptions.
    """

    name: bytes
    data: bytes
    method: int = STORED
    flags: int = 0
    local: dict[str, int] = field(default_factory=dict)
    central: dict[str, int] = field(default_factory=dict)
    local_name: bytes | None = None
    local_extra: bytes = b""
    central_extra: bytes = b""
    comment: bytes = b""
    gap: bytes = b""
    descriptor: str = ""
    is_wide: bool = False
    packed: bytes | None = None


def entries(files: Mapping[str, bytes], folder: str, *, method: int = STORED) -> list[Entry]:
    """Return the files as honest entries."""
    return [Entry(f"{folder}{name}".encode(), data, method) for name, data in files.items()]


def entry_of(all_entries: Iterable[Entry], name: str) -> Entry:
    """Return the entry of this file of the package."""
    return next(entry for entry in all_entries if entry.name.endswith(name.encode()))


def build(
    all_entries: Iterable[Entry],
    *,
    before_directory: bytes = b"",
    before_end: bytes = b"",
    comment: bytes = b"",
    end: Mapping[str, int] | None = None,
    is_wide: bool = False,
    wide: Mapping[str, int] | None = None,
) -> bytes:
    """Return the ZIP."""
    out, directory, count = bytearray(), bytearray(), 0
    for entry in all_entries:
        out += entry.gap
        directory += _central(entry, len(out))
        out += _local(entry)
        count += 1
    out += before_directory
    at = len(out)
    out += directory + before_end
    said = {"count": count, "size": len(directory), "at": at, "disk": 0} | dict(end or {})
    if is_wide:
        out += _wide_end(len(out), {"count": count, "size": len(directory), "at": at} | dict(wide or {}))
        said |= {"count": 0xFFFF, "size": 0xFFFFFFFF, "at": 0xFFFFFFFF} if not end else {}
    out += struct.pack(
        "<4s4H2LH", b"PK\5\6", said["disk"], 0, said["count"], said["count"], said["size"], said["at"],
        len(comment) + said.get("comment", 0),
    )  # fmt: skip
    return bytes(out + comment)


def packed(entry: Entry) -> bytes:
    """Return the bytes as they stand in the ZIP."""
    if entry.packed is not None:
        return entry.packed
    if entry.method != DEFLATED:
        return entry.data
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return squeeze.compress(entry.data) + squeeze.flush()


def _truth(entry: Entry) -> dict[str, int]:
    """Return what an honest description says."""
    return {
        "version": 45 if entry.is_wide else 20,
        "flags": entry.flags | (FOLLOWS if entry.descriptor else 0) | (0 if entry.name.isascii() else UTF8),
        "method": entry.method,
        "time": 0x1200,
        "date": 0x5C78,
        "crc": zlib.crc32(entry.data),
        "packed": len(packed(entry)),
        "size": len(entry.data),
    }


def _local(entry: Entry) -> bytes:
    """Return what stands before the bytes, the bytes, and what follows them."""
    truth = _truth(entry)
    said, extra = dict(truth), entry.local_extra
    if entry.descriptor:
        said |= {"crc": 0, "packed": 0, "size": 0}
    if entry.is_wide:
        extra += struct.pack("<HHQQ", 1, 16, said["size"], said["packed"])
        said |= {"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}
    said |= entry.local
    name = entry.name if entry.local_name is None else entry.local_name
    head = struct.pack(
        "<4s5H3L2H", b"PK\3\4", said["version"], said["flags"], said["method"], said["time"], said["date"],
        said["crc"], said["packed"], said["size"], len(name), len(extra),
    )  # fmt: skip
    follows = {
        "": b"",
        "signed": struct.pack("<4s3L", b"PK\7\x08", truth["crc"], truth["packed"], truth["size"]),
        "bare": struct.pack("<3L", truth["crc"], truth["packed"], truth["size"]),
        "wide": struct.pack("<4sL2Q", b"PK\7\x08", truth["crc"], truth["packed"], truth["size"]),
    }[entry.descriptor]
    return head + name + extra + packed(entry) + follows


def _central(entry: Entry, at: int) -> bytes:
    """Return what stands in the directory."""
    extra = entry.central_extra
    said = {**_truth(entry), "made": 3 << 8 | 20, "disk": 0, "internal": 0, "attr": FILE, "at": at}
    if entry.is_wide:
        extra += struct.pack("<HHQQ", 1, 16, said["size"], said["packed"])
        said |= {"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}
    said |= entry.central
    head = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", said["made"], said["version"], said["flags"], said["method"], said["time"],
        said["date"], said["crc"], said["packed"], said["size"], len(entry.name), len(extra),
        len(entry.comment), said["disk"], said["internal"], said["attr"], said["at"],
    )  # fmt: skip
    return head + entry.name + extra + entry.comment


def _wide_end(at: int, said: Mapping[str, int]) -> bytes:
    """Return the wide record and what points at it."""
    record = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", said.get("length", 44), 45, 45, 0, 0, said["count"], said["count"],
        said["size"], said["at"],
    )  # fmt: skip
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, said.get("record_at", at), said.get("disks", 1))
