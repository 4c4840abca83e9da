# SPDX-License-Identifier: MIT
"""ZIPs whose two descriptions of a file differ, or that hide bytes between, before or behind their files."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.verifiers.mutations.change import FOLDER, ZIP_NAME, Change, name_in
from tests.verifiers.mutations.expected import Expected, exactly, found, one_of
from tests.verifiers.mutations.zips import DEFLATED, Entry, build, entries, entry_of, packed

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original

HIDDEN = ("hidden_bytes", ZIP_NAME)
_WIDE_LIES: tuple[dict[str, int], ...] = (
    {"count": 0},
    {"at": 0},
    {"at": 1 << 62},
    {"size": 46},
    {"size": 1 << 40},
    {"record_at": 0},
    {"record_at": 1 << 60},
    {"length": 45},
    {"length": 0},
)


def two_ways(original: Original, rng: Random) -> Change:
    """What stands before a file is not what the directory says."""
    name, all_entries, entry = _one(original, rng)
    what, value = rng.choice(
        [
            ("flags", 0x2),
            ("method", 8),
            ("crc", 1),
            ("packed", 5),
            ("size", 5),
            ("size", 0xFFFFFFFF),
            ("flags", 0x800),
        ]
    )
    if what == "method" and entry.method == DEFLATED:
        value = 0
    entry.local = {what: value}
    return Change(f"{name}: two values for {what}", found(("contradicts", name)), zipped=build(all_entries))


def other_sum(original: Original, rng: Random) -> Change:
    """Both descriptions give one checksum or size that is not that of the bytes."""
    name, all_entries, entry = _one(original, rng)
    what = rng.choice(["crc", "size"])
    value = 1 if what == "crc" else len(entry.data) + rng.choice([-1, 1, 100])
    if value < 0:
        value = 7
    entry.local, entry.central = {what: value}, {what: value}
    return Change(f"{name}: wrong {what}", one_of((None, name)), zipped=build(all_entries))


def other_name(original: Original, rng: Random) -> Change:
    """The name before the bytes is not the name in the directory."""
    name, all_entries, entry = _one(original, rng)
    other = name_in(original, rng)
    entry.local_name = rng.choice(
        [f"{FOLDER}{other}x".encode(), b"", f"{FOLDER}../{name}".encode(), b"\xff\xff"]
    )
    return Change(f"{name}: two names", found(("unreadable", name)), zipped=build(all_entries))


def other_bytes(original: Original, rng: Random) -> Change:
    """The packed bytes are no deflate stream, break off, or have more behind their end."""
    name = name_in(original, rng)
    all_entries = entries(original.files, FOLDER, method=DEFLATED)
    entry = entry_of(all_entries, name)
    whole = packed(entry)
    entry.packed = rng.choice(
        [whole[:-1], b"\x07" + whole[1:], rng.randbytes(len(whole)), whole + b"more", b""]
    )
    return Change(f"{name}: deflate broken", one_of((None, name)), zipped=build(all_entries))


def other_method(original: Original, rng: Random) -> Change:
    """A way of packing that Windows' and macOS' own tools do not know."""
    name, all_entries, entry = _one(original, rng)
    entry.method, entry.packed = rng.choice([1, 9, 12, 14, 93, 97, 99]), packed(entry)
    return Change(f"{name}: method {entry.method}", found(("unreadable", name)), zipped=build(all_entries))


def other_method_that_python_knows(original: Original, rng: Random) -> Change:
    """Packed by bzip2 or LZMA, rightly."""
    import bz2  # noqa: PLC0415 - only here
    import lzma  # noqa: PLC0415

    name, all_entries, entry = _one(original, rng)
    if rng.random() < 0.5:
        entry.method, entry.packed = 12, bz2.compress(entry.data)
    else:
        filters = [{"id": lzma.FILTER_LZMA1, "preset": 6}]
        raw = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=filters)
        body = raw.compress(entry.data) + raw.flush()
        entry.method, entry.packed = 14, b"\x09\x04\x05\x00" + bytes([93, 0, 0, 128, 0]) + body
    return Change(f"{name}: method {entry.method}", found(("unreadable", name)), zipped=build(all_entries))


def locked(original: Original, rng: Random) -> Change:
    """An entry that is said to be encrypted."""
    name, all_entries, entry = _one(original, rng)
    flag = rng.choice([0x1, 0x41, 0x2001])
    entry.local, entry.central = {"flags": flag}, {"flags": flag}
    if rng.random() < 0.3:
        entry.local = {}
    return Change(f"{name}: encrypted", found(("unreadable", name)), zipped=build(all_entries))


def hidden(original: Original, rng: Random) -> Change:
    """Bytes before, between or behind the files: perhaps a whole other file."""
    all_entries = entries(original.files, FOLDER)
    other = build([Entry(all_entries[0].name, b"another")])[:-22]
    gap = rng.choice([other, b"x", bytes(30), b"PK\3\4" + bytes(26)])
    where = rng.choice(
        ["before", "between", "before the directory", "behind the directory", "behind", "in front"]
    )
    if where in {"before", "between"}:
        all_entries[0 if where == "before" else rng.randrange(1, len(all_entries))].gap = gap
    zipped = build(
        all_entries,
        before_directory=gap if where == "before the directory" else b"",
        before_end=gap if where == "behind the directory" else b"",
    )
    zipped = gap + zipped if where == "in front" else zipped + gap if where == "behind" else zipped
    return Change(f"bytes {where}", found(HIDDEN, unreadable=None), zipped=zipped)


def remark(original: Original, rng: Random) -> Change:
    """Words behind the ZIP or beside a file."""
    all_entries = entries(original.files, FOLDER)
    if rng.random() < 0.5:
        rng.choice(all_entries).comment = b"remark"
        return Change("remark on a file", exactly(HIDDEN), zipped=build(all_entries))
    comment = rng.choice([b"x", b"PK\5\6" + bytes(18), rng.randbytes(60_000), original.zipped[-600:]])
    return Change("remark", found(HIDDEN, unreadable=None), zipped=build(all_entries, comment=comment))


def miscounted(original: Original, rng: Random) -> Change:
    """The end of the ZIP says what is not so."""
    all_entries = entries(original.files, FOLDER)
    true = len(all_entries)
    end = rng.choice(
        [
            {"count": true - 1},
            {"count": 0},
            {"count": true + 1},
            {"disk": 1},
            {"at": 0},
            {"at": 7},
            {"size": 46},
            {"comment": 5},
        ]
    )
    return Change(f"end says {end}", found(HIDDEN, unreadable=None), zipped=build(all_entries, end=end))


def wide_trick(original: Original, rng: Random) -> Change:
    """The wide end of the ZIP says one thing, the narrow one another; or it is not where it is said to be."""
    all_entries = entries(original.files, FOLDER)
    wide = rng.choice([*_WIDE_LIES, {"count": len(all_entries) - 1}])
    end = rng.choice([None, {"count": 1}, {"at": 5}])
    zipped = build(all_entries, is_wide=True, wide=wide, end=end)
    return Change(f"wide end says {wide}, narrow {end}", found(HIDDEN, unreadable=None), zipped=zipped)


def wide_entry_trick(original: Original, rng: Random) -> Change:
    """The wide field of one file is missing, too short, or says another size."""
    name, all_entries, entry = _one(original, rng)
    size, length = len(entry.data), len(packed(entry))
    extra = rng.choice(
        [
            b"",
            struct.pack("<HHQ", 1, 8, size),
            struct.pack("<HHQQ", 1, 16, size + 1, length),
            struct.pack("<HHQQ", 1, 16, size, length + 1),
            struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 62),
            struct.pack("<HHQQ", 2, 16, size, length),
            struct.pack("<HHQ", 1, 16, size),
        ]
    )
    entry.local, entry.local_extra = {"size": 0xFFFFFFFF, "packed": 0xFFFFFFFF}, extra
    if rng.random() < 0.5:
        entry.central, entry.central_extra = dict(entry.local), extra
        return Change(
            f"{name}: wide sizes",
            Expected(one_of=((None, name), HIDDEN), unreadable=None),
            zipped=build(all_entries),
        )
    return Change(f"{name}: wide local sizes", found(("contradicts", name)), zipped=build(all_entries))


def shared(original: Original, rng: Random) -> Change:
    """Two entries share their bytes."""
    all_entries = entries(original.files, FOLDER)
    at = rng.choice([0, 1, 29, 31])
    all_entries.append(Entry(f"{FOLDER}data/shared.bin".encode(), b"x", central={"at": at}))
    return Change("shared bytes", Expected(unreadable=True), zipped=build(all_entries))


def elsewhere(original: Original, rng: Random) -> Change:
    """An entry whose bytes are said to be where no file is."""
    name, all_entries, entry = _one(original, rng)
    entry.central = {"at": rng.choice([0xFFFFFFF0, len(original.zipped) * 3])}
    expected = Expected(all_of=(("unreadable", name),), unreadable=None)
    return Change(f"{name}: nowhere", expected, zipped=build(all_entries))


def other_disk(original: Original, rng: Random) -> Change:
    """An entry on another disk."""
    name, all_entries, entry = _one(original, rng)
    entry.central = {"disk": rng.choice([1, 7])}
    return Change(f"{name}: on another disk", found(("contradicts", name)), zipped=build(all_entries))


def raw_flip(original: Original, rng: Random) -> Change:
    """One byte of the ZIP is another, wherever it stands."""
    at = rng.randrange(len(original.zipped))
    data = bytearray(original.zipped)
    data[at] ^= rng.randint(1, 255)
    return Change(f"byte {at} of the ZIP", Expected(unreadable=None, is_same=True), zipped=bytes(data))


def raw_flip_in_directory(original: Original, rng: Random) -> Change:
    """One byte of the ZIP's directory is another."""
    start = original.zipped.find(b"PK\1\2")
    at = rng.randrange(start, len(original.zipped))
    data = bytearray(original.zipped)
    data[at] ^= rng.randint(1, 255)
    return Change(f"byte {at} of the directory", Expected(unreadable=None, is_same=True), zipped=bytes(data))


def _one(original: Original, rng: Random) -> tuple[str, list[Entry], Entry]:
    """Return a file of the package, all entries of its ZIP, and the one of this file."""
    all_entries = entries(original.files, FOLDER, method=rng.choice([0, DEFLATED]))
    name = name_in(original, rng)
    return name, all_entries, entry_of(all_entries, name)


ZIP_LAYOUTS: dict[str, tuple[Maker, ...]] = {
    "ZIP: two descriptions that differ": (two_ways, other_name, other_disk),
    "ZIP: wrong sums, broken bytes": (other_sum, other_bytes),
    "ZIP: other ways of packing": (other_method, other_method_that_python_knows, locked),
    "ZIP: hidden bytes and remarks": (hidden, remark),
    "ZIP: ends that miscount": (miscounted, wide_trick, wide_entry_trick),
    "ZIP: shared or missing bytes": (shared, elsewhere),
    "ZIP: any byte flipped": (raw_flip, raw_flip_in_directory),
}
