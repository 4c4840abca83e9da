# SPDX-License-Identifier: MIT
"""What people and forgers hand over in place of a package: each made in a folder, by name."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from app.package.names import LOG, MANIFEST_256, MANIFEST_512, TAG_MANIFEST
from tests.fakes.packages import unpacked
from tests.verifiers.mutations.change import FOLDER
from tests.verifiers.mutations.zips import DEFLATED, Entry, build, entries, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Files = Mapping[str, bytes]
    Made = Callable[[Path, Files], Path | bytes]

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(500)


def file_of(data: bytes) -> Made:
    """Return what writes these bytes to a file."""

    def make(folder: Path, _files: Files) -> Path:
        (folder / "given.zip").write_bytes(data)
        return folder / "given.zip"

    return make


def zip_with(*more: Entry) -> Made:
    """Return what writes a package with these entries more."""
    return lambda folder, files: file_of(build([*entries(files, FOLDER), *more]))(folder, files)


def named(name: str, data: bytes = b"x", method: int = 0, **central: int) -> Entry:
    """Return an entry inside or outside the package's folder."""
    return Entry(name.encode(), data, method, central=central)


def folder_with(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Made:
    """Return what writes a folder with changed files."""
    return lambda folder, files: unpacked(change(dict(files)), folder / "bag")


def without(*gone: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Return what drops these files."""
    return lambda files: {name: data for name, data in files.items() if name not in gone}


def in_encoding(
    name: str, encoding: str, mark: bytes = b""
) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Return what writes one file in another encoding."""
    return lambda files: {**files, name: mark + (files[name].decode() + "\u00e4").encode(encoding)}


def claims(size: int) -> Made:
    """Return what writes a ZIP in which one file claims this size."""

    def make(folder: Path, files: Files) -> Path | bytes:
        all_entries = entries(files, FOLDER)
        entry = entry_of(all_entries, LOG)
        entry.central, entry.is_wide = ({"size": size}, False) if size < 1 << 32 else ({}, True)
        data = build(all_entries)
        if entry.is_wide:
            old = len(entry.data).to_bytes(8, "little") * 2
            data = data.replace(old, size.to_bytes(8, "little") + old[8:])
        return file_of(data)(folder, files)

    return make


def sparse_member(folder: Path, files: Files) -> Path:
    """A real file of 4.2 GB, of holes, inside a folder."""
    place = unpacked(files, folder / "bag")
    with (place / "data/exhibits/huge.png").open("wb") as out:
        out.truncate(4_200_000_000)
    return place


def sparse_zip(folder: Path, _files: Files) -> Path:
    """A file of 5 GB, of holes, that is no ZIP."""
    with (folder / "given.zip").open("wb") as out:
        out.write(b"PK\3\4")
        out.truncate(5_000_000_000)
    return folder / "given.zip"


def nested_bomb(folder: Path, files: Files) -> Path | bytes:
    """A small file that would grow to 200 MB."""
    entry = named(f"{FOLDER}data/bomb.bin", bytes(200 << 20), DEFLATED)
    return zip_with(entry)(folder, files)


def many_bombs(folder: Path, files: Files) -> Path | bytes:
    """Many files, each just small enough not to look like a bomb."""
    bombs = [named(f"{FOLDER}data/{n}.bin", bytes(1 << 20), DEFLATED) for n in range(100)]
    return zip_with(*bombs)(folder, files)


def folder_alone(folder: Path, _files: Files) -> Path:
    """A folder of holiday pictures."""
    (folder / "bag").mkdir()
    (folder / "bag" / "holiday.jpg").write_bytes(JPEG)
    return folder / "bag"


def pipe(folder: Path, _files: Files) -> Path:
    """A pipe nobody writes to."""
    os.mkfifo(folder / "given.zip")
    return folder / "given.zip"


def linked(folder: Path, files: Files) -> Path:
    """A folder with links: to itself, in a ring, to nothing, to a device and out of it."""
    place = unpacked(files, folder / "bag")
    for name, target in {
        "self": ".",
        "ring": "ring",
        "gone": "nowhere",
        "zero": "/dev/zero",
        "out": "/etc",
    }.items():
        (place / "data" / name).symlink_to(target)
    os.mkfifo(place / "data" / "pipe")
    return place


def deep(folder: Path, files: Files) -> Path:
    """Folders in folders, far deeper than a package has them; pytest can still take them away."""
    place = unpacked(files, folder / "bag")
    at = os.open(place, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=at)
        below = os.open("d", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    return place


def crowded(folder: Path, files: Files) -> Path:
    """More files than a package can have."""
    place = unpacked(files, folder / "bag")
    (place / "data" / "many").mkdir()
    at = os.open(place / "data" / "many", os.O_RDONLY)
    for n in range(100_001):
        os.mknod(str(n), stat.S_IFREG | 0o600, dir_fd=at)
    os.close(at)
    return place


def not_decodable(folder: Path, files: Files) -> bytes:
    """A folder whose own name, and that of a file in it, is no text."""
    place = os.fsencode(unpacked(files, folder / "bag"))
    with open(place + b"/data/\xff\xfe.png", "wb") as out:  # noqa: PTH123 - pathlib takes no bytes
        out.write(b"x")
    os.rename(place, place + b"\xff")  # noqa: PTH104 - as above
    return place + b"\xff"


def two_packages(folder: Path, files: Files) -> Path:
    """Two packages in one folder."""
    for name in ("one", "two"):
        unpacked(files, folder / "both" / name)
    return folder / "both"


def deflated_lie(folder: Path, files: Files) -> Path | bytes:
    """A deflated file that goes on for 100 MB after its declared end."""
    entry = named(f"{FOLDER}data/lie.bin", bytes(100 << 20), DEFLATED, size=10)
    entry.local = {"size": 10}
    return zip_with(entry)(folder, files)


def wrong_case(files: dict[str, bytes]) -> dict[str, bytes]:
    """Every name in upper case, as an old disk keeps them."""
    return {name.upper(): data for name, data in files.items()}


def dots(folder: Path, files: Files) -> Path | bytes:
    """Names that lead out of the folder."""
    return zip_with(named("../../etc/passwd"), named(f"{FOLDER}..\\x"), named("/abs"))(folder, files)


def twice(folder: Path, files: Files) -> Path | bytes:
    """Two files under one name."""
    return zip_with(named(f"{FOLDER}{LOG}"))(folder, files)


def link_entry(folder: Path, files: Files) -> Path | bytes:
    """A link in a ZIP."""
    return zip_with(named(f"{FOLDER}data/l.png", b"/etc/passwd", attr=0o120777 << 16))(folder, files)


# What is no package: exit code 2 and one sentence.
NO_PACKAGE: dict[str, Made] = {
    "a JPEG": file_of(JPEG),
    "an empty file": file_of(b""),
    "the end of a ZIP alone": file_of(b"PK\5\6" + bytes(18)),
    "the end of a ZIP that claims much": file_of(b"PK\5\6" + bytes(4) + b"\xff" * 14),
    "nothing": lambda folder, _files: folder / "gone.zip",
    "a name longer than names can be": lambda folder, _files: folder / ("x" * 5_000),
    "a folder of pictures": folder_alone,
    "a device": lambda _folder, _files: b"/dev/zero",
    "a pipe": pipe,
    "5 GB of holes": sparse_zip,
    "two packages": two_packages,
    "names in capitals": folder_with(wrong_case),
    "more files than a package can have": crowded,
    "folders in folders without end": deep,
    "64 bits of claims": claims(1 << 62),
}
# What is a package and differs: exit code 1, the verdict, and this reason among others.
DIFFERS: dict[str, tuple[Made, str]] = {
    "a bomb": (nested_bomb, "too_large: data/bomb.bin"),
    "many small bombs": (many_bombs, "extra: data/99.bin"),
    "a deflated lie": (deflated_lie, "changed: data/lie.bin"),
    "names that lead elsewhere": (dots, "unsafe_name: ../../etc/passwd"),
    "a name twice": (twice, f"duplicate_name: {LOG}"),
    "a link in a ZIP": (link_entry, "link: data/l.png"),
    "links in a folder": (linked, "link: data/ring"),
    "no list": (folder_with(without(MANIFEST_256)), f"missing: {MANIFEST_256}"),
    "no lists at all": (
        folder_with(without(MANIFEST_256, MANIFEST_512, TAG_MANIFEST)),
        f"missing: {MANIFEST_512}",
    ),
    "a list in UTF-16": (folder_with(in_encoding(MANIFEST_256, "utf-16")), f"malformed: {MANIFEST_256}"),
    "a list in Latin-1": (folder_with(in_encoding(MANIFEST_512, "latin-1")), f"malformed: {MANIFEST_512}"),
    "a list with a mark": (
        folder_with(in_encoding(TAG_MANIFEST, "utf-8", b"\xef\xbb\xbf")),
        f"malformed: {TAG_MANIFEST}",
    ),
    "a claim of 4 GB": (claims(0xFFFFFFF0), f"too_large: {LOG}"),
    "a file of 4 GB": (sparse_member, "too_large: data/exhibits/huge.png"),
    "names that are no text": (not_decodable, "extra: data/\\udcff\\udcfe.png"),
    "an empty log": (folder_with(lambda files: {**files, LOG: b""}), f"changed: {LOG}"),
}
