# SPDX-License-Identifier: MIT
"""Names in a ZIP that lead elsewhere, stand twice, or are one name to some computers; and what is no file."""

from __future__ import annotations

import stat
import struct
import zlib
from typing import TYPE_CHECKING

from tests.verifiers.mutations.change import FOLDER, Change, name_in
from tests.verifiers.mutations.expected import Expected, exactly, found
from tests.verifiers.mutations.zips import DEFLATED, Entry, build, entries, entry_of

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original

UNSAFE = (
    "../outside.txt",
    f"{FOLDER}../../outside.txt",
    "/etc/outside",
    "//server/share",
    f"{FOLDER}data//twice.txt",
    f"{FOLDER}data/./here.txt",
    f"{FOLDER}data/../../x",
    "C:outside.txt",
    "C:\\outside.txt",
    f"{FOLDER}data\\outside.txt",
    f"{FOLDER}data/new\nline.txt",
    f"{FOLDER}data/tab\t.txt",
    f"{FOLDER}data/bell\x07",
    f"{FOLDER}data/del\x7f",
    f"{FOLDER}data/nothing\0.txt",
    "\0",
    f"{FOLDER}data/stream:hidden",
    f"{FOLDER}..",
    f"{FOLDER}.",
    "..",
    ".",
    "",
)
ODD = (
    f"{FOLDER}data/\u202egnp.exe",
    f"{FOLDER}data/\U0001f600.png",
    f"{FOLDER}data/caf\u00e9.png",
    f"{FOLDER}data/CON",
    f"{FOLDER}data/trailing. ",
    f"{FOLDER}data/\u0131.txt",
    "JAS_evidence_20261124_v2/bagit.txt",
    "holiday.jpg",
    "__MACOSX.txt",
    f"{FOLDER}data/\u2215etc",
)


def unsafe(original: Original, rng: Random) -> Change:
    """A file more, whose name leads elsewhere."""
    name = rng.choice(UNSAFE)
    expected = exactly(("unsafe_name", name.removeprefix(FOLDER)))
    return _with(original, f"name {name!r}", expected, Entry(name.encode(), b"x"), rng)


def unsafe_original(original: Original, rng: Random) -> Change:
    """A file of the package has a name that leads elsewhere."""
    name = name_in(original, rng)
    all_entries = entries(original.files, FOLDER)
    bad = rng.choice([f"{FOLDER}../{name}", f"{FOLDER}{name}".replace("/", "\\"), f"/{FOLDER}{name}"])
    entry_of(all_entries, name).name = bad.encode()
    expected = found(("missing", name), ("unsafe_name", bad.removeprefix(FOLDER)))
    return Change(f"name {bad!r}", expected, zipped=build(all_entries))


def odd(original: Original, rng: Random) -> Change:
    """A file more, with a name that is odd and leads nowhere."""
    name = rng.choice(ODD)
    expected = found(("extra", name.removeprefix(FOLDER)))
    return _with(original, f"name {name!r}", expected, Entry(name.encode(), b"x"), rng)


def not_text(original: Original, rng: Random) -> Change:
    """A name that is no UTF-8, whether or not it says that it is."""
    entry = Entry(FOLDER.encode() + b"data/\xff\xfe.png", b"x")
    if rng.random() < 0.5:
        return _with(original, "name no UTF-8", Expected(unreadable=True), entry, rng)
    entry.local, entry.central = {"flags": 0}, {"flags": 0}
    shown = b"data/\xff\xfe.png".decode("cp437")
    return _with(original, "name in cp437", found(("extra", shown)), entry, rng)


def twice(original: Original, rng: Random) -> Change:
    """A second file under the name of a first, before or behind it."""
    name = name_in(original, rng)
    data = rng.choice([b"x", original.files[name]])
    all_entries = entries(original.files, FOLDER)
    all_entries.insert(rng.randint(0, len(all_entries)), Entry(f"{FOLDER}{name}".encode(), data))
    return Change(f"twice {name}", found(("duplicate_name", name)), zipped=build(all_entries))


def twin(original: Original, rng: Random) -> Change:
    """A second file whose name differs in the case of letters only."""
    name = name_in(original, rng)
    at = rng.choice([n for n, letter in enumerate(name) if letter.isalpha()])
    other = name[:at] + name[at].swapcase() + name[at + 1 :]
    expected = found(("duplicate_name", other))
    return _with(original, f"twin {other}", expected, Entry(f"{FOLDER}{other}".encode(), b"x"), None)


def twin_of_two(original: Original, rng: Random) -> Change:
    """Two files more, whose names some computers take for one."""
    one, other = rng.choice(
        [
            ("caf\u00e9", "cafe\u0301"),
            ("\u00c9", "\u00e9"),
            ("\u1e9e", "\u00df"),
            ("stra\u00dfe", "STRASSE"),
            ("\u03a3", "\u03c2"),
            ("\u212a", "k"),
            ("\ufb01n", "FIN"),
            ("\u0130", "i\u0307"),
            ("\u2126", "\u03c9"),
            ("\uac00", "\u1100\u1161"),
        ]
    )
    added = [Entry(f"{FOLDER}data/{name}.txt".encode(), b"x") for name in (one, other)]
    expected = found(("extra", f"data/{one}.txt"), ("duplicate_name", f"data/{other}.txt"))
    zipped = build([*entries(original.files, FOLDER), *added])
    return Change(f"twins {one!r} and {other!r}", expected, zipped=zipped)


def second_name(original: Original, rng: Random) -> Change:
    """A third name in an extra field, which some programs believe."""
    name = name_in(original, rng)
    shown = f"{FOLDER}{name_in(original, rng)}".encode()
    value = b"\x01" + struct.pack("<I", zlib.crc32(f"{FOLDER}{name}".encode())) + shown
    extra = struct.pack("<HH", 0x7075, len(value)) + value
    all_entries = entries(original.files, FOLDER)
    entry = entry_of(all_entries, name)
    where = rng.choice(["local", "central", "both"])
    entry.local_extra = b"" if where == "central" else extra
    entry.central_extra = b"" if where == "local" else extra
    return Change(f"second name of {name}, {where}", found(("unsafe_name", name)), zipped=build(all_entries))


def no_file(original: Original, rng: Random) -> Change:
    """An entry that is a link, a pipe or a device; its own file or one more."""
    kind = rng.choice([stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK, stat.S_IFDIR])
    all_entries = entries(original.files, FOLDER)
    entry = rng.choice(all_entries)
    name = entry.name.decode().removeprefix(FOLDER)
    entry.central = {"attr": (kind | 0o777) << 16}
    return Change(f"{name} is of kind {kind:o}", found(("link", name)), zipped=build(all_entries))


def folder_with_bytes(original: Original, rng: Random) -> Change:
    """An entry whose name is that of a folder, and that holds bytes."""
    name = rng.choice(["data/", "data/exhibits/", "data/hidden/"])
    return _with(
        original,
        f"folder {name} with bytes",
        found(("extra", name)),
        Entry(f"{FOLDER}{name}".encode(), b"x"),
        rng,
    )


def dos_folder(original: Original, rng: Random) -> Change:
    """A file with the attribute of a folder, which some programs believe."""
    all_entries = entries(original.files, FOLDER)
    entry = rng.choice(all_entries)
    name = entry.name.decode().removeprefix(FOLDER)
    entry.central = {"attr": 0o100644 << 16 | 0x10}
    return Change(f"{name} called a folder", found(("contradicts", name)), zipped=build(all_entries))


def bomb(original: Original, rng: Random) -> Change:
    """A small file that grows to a large one."""
    name = f"data/{rng.choice(['exhibits/', ''])}bomb.bin"
    entry = Entry(f"{FOLDER}{name}".encode(), bytes(rng.randint(2 << 20, 3 << 20)), DEFLATED)
    return _with(original, "bomb", exactly(("too_large", name)), entry, rng)


def huge(original: Original, rng: Random) -> Change:
    """An entry that claims to be of four gigabytes, or of as much as can be written."""
    claimed = rng.choice([0xFFFFFFF0, 0xF0000000, 4_100_000_000])
    name = name_in(original, rng)
    all_entries = entries(original.files, FOLDER)
    entry_of(all_entries, name).central = {"size": claimed}
    return Change(f"{name} claims {claimed}", found(("too_large", name)), zipped=build(all_entries))


def no_package(original: Original, rng: Random) -> Change:
    """A ZIP with nothing of a package in it, or no ZIP."""
    data = rng.choice(
        [
            build([Entry(b"holiday.jpg", b"x")]),
            build([]),
            b"",
            b"\xff\xd8\xff\xe0 JFIF" + rng.randbytes(300),
            original.zipped[: rng.randrange(len(original.zipped) - 22)],
            original.zipped[-22:],
            rng.randbytes(400),
        ]
    )
    return Change("no package", Expected(unreadable=True), zipped=data)


def _with(original: Original, what: str, expected: Expected, entry: Entry, rng: Random | None) -> Change:
    """The package with one entry more, behind all others or anywhere."""
    all_entries = entries(original.files, FOLDER)
    all_entries.insert(rng.randint(0, len(all_entries)) if rng else len(all_entries), entry)
    return Change(what, expected, zipped=build(all_entries))


ZIP_NAMES: dict[str, tuple[Maker, ...]] = {
    "ZIP: names that lead elsewhere": (unsafe, unsafe_original),
    "ZIP: odd names": (odd, not_text),
    "ZIP: names twice, case and Unicode twins": (twice, twin, twin_of_two),
    "ZIP: a second name in an extra field": (second_name,),
    "ZIP: links, devices, folders": (no_file, folder_with_bytes, dos_folder),
    "ZIP: bombs and huge claims": (bomb, huge),
    "ZIP: no package": (no_package,),
}
