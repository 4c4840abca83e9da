# SPDX-License-Identifier: MIT
"""Whether a ZIP shows every program the same files.

A ZIP describes each file twice, before its bytes and in the directory at the end, and may give it a third
name in an extra field. Programs differ in which they believe. A forger who keeps both descriptions apart, or
hides a file between two others, shows the check one thing and the officer another; so both must agree, and
every byte must belong to something. Source: APPNOTE.TXT (ZIP), section 4.3.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from app.package.findings import Reason

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

LOCAL = struct.Struct("<4sHHHIIIIHH")  # Source: 4.3.7: signature, version, flags, method, time, then as below
END = struct.Struct("<4sHHHHIIH")  # Source: 4.3.16
END_64 = struct.Struct("<4sQHHIIQQQQ")  # Source: 4.3.14
LOCATOR = struct.Struct("<4sIQI")  # Source: 4.3.15
OTHER_NAME = 0x7075  # Source: APPNOTE.TXT, 4.6.9: a name that some programs take in place of the first
WIDE_SIZES = 0x0001  # Source: APPNOTE.TXT, 4.5.3
FOLDER = 0x10  # Source: APPNOTE.TXT, 4.4.15: the attribute of a folder, which some programs believe
SIZES_FOLLOW = 0x0008
WIDE = 0xFFFFFFFF
DESCRIPTOR = b"PK\x07\x08"


@dataclass(frozen=True, slots=True)
class _Local:
    """What stands before the bytes of a file, and where these begin."""

    flags: int
    method: int
    crc: int
    sizes: tuple[int, int]
    extra: bytes
    begins_at: int


def faults(
    stream: IO[bytes], opened: zipfile.ZipFile, listed: Mapping[str, zipfile.ZipInfo], zip_name: str
) -> Iterator[tuple[Reason, str]]:
    """Give each file that the ZIP describes in two ways, and the ZIP itself if it hides bytes."""
    names = {info.header_offset: name for name, info in listed.items()}
    infos = sorted(opened.infolist(), key=lambda info: info.header_offset)
    end, is_hiding = 0, False
    for info in infos:
        local = _local(stream, info.header_offset)
        is_hiding |= info.header_offset != end or bool(info.comment)
        end = _end_of(stream, info, local)
        reason = _fault_of(info, local)
        if reason and info.header_offset in names:
            yield reason, names[info.header_offset]
    if is_hiding or not _ends_with_directory(stream, end, len(infos)):
        yield Reason.HIDDEN_BYTES, zip_name


def bytes_begin_at(stream: IO[bytes], info: zipfile.ZipInfo) -> int | None:
    """Return where the packed bytes of a file begin, or None if no file stands there."""
    local = _local(stream, info.header_offset)
    return None if local is None else local.begins_at


def _local(stream: IO[bytes], at: int) -> _Local | None:
    """Return what stands before a file, or None if that is no such header, which opening it will show."""
    header = _bytes_at(stream, at, LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
        return None
    _, _, flags, method, _, crc, packed, size, name_bytes, extra_bytes = LOCAL.unpack(header)
    extra = stream.read(name_bytes + extra_bytes)[name_bytes:]
    sizes = _wide_sizes(extra) if WIDE in {packed, size} else (packed, size)
    return _Local(flags, method, crc, sizes, extra, at + LOCAL.size + name_bytes + extra_bytes)


def _bytes_at(stream: IO[bytes], at: int, size: int) -> bytes:
    """Return so many bytes, or fewer where the file ends; none at a place that it does not have."""
    if not 0 <= at < stream.seek(0, os.SEEK_END):
        return b""
    stream.seek(at)
    return stream.read(size)


def _fault_of(info: zipfile.ZipInfo, local: _Local | None) -> Reason | None:
    """Return why the file would look different to another program, or None."""
    if local is None:
        return None
    if OTHER_NAME in _fields(info.extra) or OTHER_NAME in _fields(local.extra):
        return Reason.UNSAFE_NAME
    if (local.method, local.flags) != (info.compress_type, info.flag_bits):
        return Reason.CONTRADICTS
    if info.volume or info.external_attr & FOLDER:
        return Reason.CONTRADICTS
    known = (info.CRC, (info.compress_size, info.file_size))
    follows = local.flags & SIZES_FOLLOW and local.crc == 0 and local.sizes == (0, 0)
    return None if follows or (local.crc, local.sizes) == known else Reason.CONTRADICTS


def _end_of(stream: IO[bytes], info: zipfile.ZipInfo, local: _Local | None) -> int:
    """Return where the next thing must begin."""
    if local is None:
        return -1
    end = local.begins_at + info.compress_size
    if not local.flags & SIZES_FOLLOW:
        return end
    found = _bytes_at(stream, end, 24)
    sizes = (info.compress_size, info.file_size)
    wide = struct.pack("<IQQ", info.CRC, *sizes)
    narrow = struct.pack("<III", info.CRC, *(size & WIDE for size in sizes))
    forms = (DESCRIPTOR + wide, DESCRIPTOR + narrow, wide, narrow)  # Source: APPNOTE.TXT, 4.3.9
    return end + next((len(form) for form in forms if found.startswith(form)), 0)


def _ends_with_directory(stream: IO[bytes], begins_at: int, count: int) -> bool:
    """Whether the directory begins where the last file ends, lists them all, and nothing stands behind it."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - END.size - LOCATOR.size - END_64.size))
    tail = stream.read()
    signature, disk, first_disk, here, all_files, length, offset, comment = END.unpack(tail[-END.size :])
    wide = _wide_end(tail[: -END.size], size - END.size)
    if wide is None:
        said, end = (here, all_files, length, offset), size - END.size
    else:
        said, end = wide, size - len(tail)
    is_alike = all(
        small in {big, 0xFFFF if place < 2 else WIDE}
        for place, (small, big) in enumerate(zip((here, all_files, length, offset), said, strict=True))
    )
    there = (count, count, end - begins_at, begins_at)
    is_plain = (signature, disk, first_disk, comment) == (b"PK\x05\x06", 0, 0, 0)
    return is_plain and is_alike and said == there


def _wide_end(before: bytes, end: int) -> tuple[int, int, int, int] | None:
    """Return counts, size and place of the directory from the wide record, or None without one."""
    if len(before) < LOCATOR.size + END_64.size or not before[-LOCATOR.size :].startswith(b"PK\x06\x07"):
        return None
    at = end - LOCATOR.size - END_64.size
    record = END_64.unpack(before[-LOCATOR.size - END_64.size : -LOCATOR.size])
    locator = LOCATOR.unpack(before[-LOCATOR.size :])
    if record[:2] != (b"PK\x06\x06", END_64.size - 12) or locator[2] != at:
        return (0, 0, 0, 0)
    return record[6:]


def _fields(extra: bytes) -> dict[int, bytes]:
    """Return the extra fields by number; what breaks off is passed over."""
    found: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        found[kind] = extra[at + 4 : at + 4 + length]
        at += 4 + length
    return found


def _wide_sizes(extra: bytes) -> tuple[int, int]:
    """Return packed and whole size from the wide field; -1 where it has none."""
    wide = _fields(extra).get(WIDE_SIZES, b"")
    if len(wide) < 16:
        return (-1, -1)
    size, packed = struct.unpack_from("<QQ", wide)
    return packed, size
