# SPDX-License-Identifier: MIT
"""What honest people and their computers do to a package; it must still pass."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Any

from tests.verifiers.mutations.change import FOLDER, Change
from tests.verifiers.mutations.expected import PASSES
from tests.verifiers.mutations.zips import DEFLATED, Entry, build, entries

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original

FOLDERS = ("", "another name/", "a/b/c/", "JAS_evidence_20261124_v1 (1)/", "Bew\u00e9is/")


def untouched(original: Original, _rng: Random) -> Change:
    """Nothing was done."""
    return Change("untouched", PASSES, zipped=original.zipped)


def unpacked(original: Original, _rng: Random) -> Change:
    """It was unpacked into a folder."""
    return Change("unpacked", PASSES, files=original.files, form="folder")


def unpacked_with_more(original: Original, rng: Random) -> Change:
    """It was unpacked, and the computer added files of its own."""
    files = {**original.files, **_system_files(rng)}
    return Change("unpacked, system files", PASSES, files=files, form="folder")


def zipped_again(original: Original, rng: Random) -> Change:
    """Another program zipped it: deflated, in another order, under another name."""
    files = list(original.files.items())
    rng.shuffle(files)
    method = rng.choice([0, DEFLATED])
    return Change(
        "zipped again", PASSES, zipped=build(entries(dict(files), rng.choice(FOLDERS), method=method))
    )


def zipped_with_folders(original: Original, rng: Random) -> Change:
    """With an entry for each folder, as Info-ZIP writes them."""
    folder = rng.choice(FOLDERS[1:])
    made = {folder} | {
        folder + "".join(f"{part}/" for part in name.split("/")[:n])
        for name in original.files
        for n in range(1, name.count("/") + 1)
    }
    attr = rng.choice([0o40755 << 16 | 0x10, 0x10])
    folders = [Entry(name.encode(), b"", central={"attr": attr}) for name in sorted(made)]
    timed = struct.pack("<HHBI", 0x5455, 5, 1, 1_764_000_000)  # what Info-ZIP adds
    files = entries(original.files, folder, method=DEFLATED)
    for entry in files:
        entry.local_extra = entry.central_extra = timed
    return Change("zipped with folders", PASSES, zipped=build([*folders, *files]))


def zipped_by_windows(original: Original, rng: Random) -> Change:
    """Made by MS-DOS, with its attributes."""
    files = entries(original.files, FOLDER, method=DEFLATED)
    for entry in files:
        entry.central = {"attr": 0x20, "made": rng.choice([20, 45, 63])}
        if rng.random() < 0.5:
            entry.flags = rng.choice([0, 0x2, 0x4, 0x800])
    return Change("zipped by Windows", PASSES, zipped=build(files))


def zipped_by_macos(original: Original, rng: Random) -> Change:
    """Sizes follow the bytes, and every file has a shadow under __MACOSX."""
    files = entries(original.files, FOLDER, method=DEFLATED)
    for entry in files:
        entry.descriptor = rng.choice(["signed", "bare", "wide"])
    shadows = [Entry(f"__MACOSX/{FOLDER}._{n}".encode(), rng.randbytes(20)) for n in range(3)]
    more = [Entry(f"{FOLDER}.DS_Store".encode(), b"x", DEFLATED, descriptor="signed")]
    return Change("zipped by macOS", PASSES, zipped=build([*files, *more, *shadows]))


def zipped_wide(original: Original, rng: Random) -> Change:
    """By a program that always writes wide sizes."""
    files = entries(original.files, FOLDER, method=rng.choice([0, DEFLATED]))
    for entry in files:
        entry.is_wide = rng.random() < 0.7
    return Change("zipped wide", PASSES, zipped=build(files, is_wide=rng.random() < 0.5))


def zipped_by_python(original: Original, rng: Random) -> Change:
    """By the standard library, perhaps as a stream or with wide sizes."""
    out: Any = _Pipe() if rng.random() < 0.5 else io.BytesIO()
    with zipfile.ZipFile(out, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as opened:
        for name, data in original.files.items():
            with opened.open(zipfile.ZipInfo(f"{FOLDER}{name}"), "w", force_zip64=rng.random() < 0.3) as file:
                file.write(data)
    return Change("zipped by Python", PASSES, zipped=out.getvalue())


def with_system_files(original: Original, rng: Random) -> Change:
    """Zipped with files that a computer put there by itself."""
    files = {**original.files, **_system_files(rng)}
    return Change("zipped with system files", PASSES, zipped=build(entries(files, FOLDER, method=DEFLATED)))


_SYSTEM_FILES = (
    ".DS_Store",
    "data/.DS_Store",
    "data/exhibits/._TJH-001.png",
    "data/Thumbs.db",
    "data/tables/desktop.ini",
    "__MACOSX/._x",
    "THUMBS.DB",
    "data/ehthumbs.db",
)


class _Pipe(io.BytesIO):
    """Cannot go back, so that sizes and checksum must follow the bytes."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: Any) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def _system_files(rng: Random) -> dict[str, bytes]:
    """Return some files that computers write."""
    return {name: rng.randbytes(12) for name in rng.sample(_SYSTEM_FILES, rng.randint(1, 5))}


HARMLESS_KINDS: dict[str, tuple[Maker, ...]] = {
    "harmless: untouched or unpacked": (untouched, unpacked, unpacked_with_more),
    "harmless: zipped again": (
        zipped_again,
        zipped_with_folders,
        zipped_by_windows,
        zipped_by_macos,
        zipped_wide,
        zipped_by_python,
        with_system_files,
    ),
}
