# SPDX-License-Identifier: MIT
"""What was written and read back: without its name until it is in the log, or gone."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import CopyKind, CopyState
from app.report.saving import named, put_in_place
from app.vault.copies import NewCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from app.model import Copy
    from app.package.order import Order
    from app.vault import Vault

PART = ".part"


@dataclass(frozen=True, slots=True)
class SealedFile:
    """One copy, complete under a name that does not look finished: a file, or a folder of files for upload.

    Attributes:
        sha256: of the file; of a folder, of the list in it.
        data: what the record of its making says of it.
    """

    kind: CopyKind
    part: Path
    place: Path
    sha256: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A whole export: a ZIP or several, or a folder; and the report beside it, where that was wanted."""

    files: tuple[SealedFile, ...]
    report_sha256: str

    @property
    def parts(self) -> tuple[Path, ...]:
        """What is to be gone if it ends badly."""
        return tuple(file.part for file in self.files)


@dataclass(frozen=True, slots=True)
class PackageBuilt:
    """An export that stands where it was wanted, and the values to compare it by.

    Attributes:
        path: of several, the first.
        size_bytes: of all its parts.
        seq: of the first record of it in the log.
        copies: each file or folder, as the vault keeps the list of them.
    """

    path: Path
    sha256: str
    report_sha256: str
    root: str
    fingerprint: str
    size_bytes: int
    exhibits: int
    seq: int
    copies: tuple[Copy, ...] = ()


def part_of(place: Path) -> Path:
    """Return the name under which something is written until it is whole."""
    return place.with_name(place.name + PART)


def finish(vault: Vault, order: Order, sealed: Sealed) -> PackageBuilt:
    """The log has the export, and the files have their names. Runs where the vault is written.

    Raises:
        VaultLocked, ExportFailed, DiskFull: nothing that looks finished was left behind.
        PicturesNotAllowed: pictures were set apart while they were being packed.
    """
    dossier, first = order.dossier, sealed.files[0]
    head = dossier.checkpoint
    frozen = {"root": head.root, "size": head.size, "version": dossier.version}
    with nothing_left_on_failure(*sealed.parts):
        size_bytes = sum(_size_of(file.part) for file in sealed.files if file.kind is first.kind)
        copies = tuple(
            vault.note_copy(
                NewCopy(file.kind, str(file.place.absolute()), file.sha256),
                {**file.data, **frozen},
                size=head.size,
            )
            for file in sealed.files
        )
        _name(vault, sealed.files, copies)
    return PackageBuilt(
        path=first.place,
        sha256=first.sha256,
        report_sha256=sealed.report_sha256,
        root=head.root,
        fingerprint=dossier.key_fingerprint,
        size_bytes=size_bytes,
        exhibits=len(dossier.exhibits),
        seq=copies[0].seq,
        copies=copies,
    )


def discard(sealed: Sealed) -> None:
    """An export that is not wanted after all is gone."""
    for part in sealed.parts:
        clear(part)


@contextlib.contextmanager
def nothing_left_on_failure(*parts: Path) -> Iterator[list[Path]]:
    """Give a list to add to: what stands in it is gone if this ends badly; the disk's failures get names.

    Raises:
        DiskFull, ExportFailed: in place of the system's own errors.
    """
    left = list(parts)
    try:
        yield left
    except BaseException as error:
        for part in left:
            with contextlib.suppress(OSError):
                clear(part)
        if isinstance(error, OSError):
            raise named(error, "package") from error
        raise


def _name(vault: Vault, files: Iterable[SealedFile], copies: Iterable[Copy]) -> None:
    """Every file has its name, and what it was written over is on the list no more; or none has."""
    named_files: list[Path] = []
    try:
        for file, copy in zip(files, copies, strict=True):
            stood_there = file.place.exists()
            put_in_place(file.part, file.place)
            named_files.append(file.place)
            if stood_there:
                _forget_the_one_before(vault, copy)
    except BaseException:
        for place in named_files:
            clear(place)
        with contextlib.suppress(Exception):
            for copy in copies:
                vault.copy_removed(copy.id)
        raise


def _forget_the_one_before(vault: Vault, copy: Copy) -> None:
    """An earlier copy that stood under this name was written over."""
    for other in vault.copies():
        if other.id != copy.id and (other.place, other.state) == (copy.place, CopyState.HERE):
            vault.copy_removed(other.id)


def _size_of(part: Path) -> int:
    """Return the size of a file, or of the files of a folder."""
    files = part.iterdir() if part.is_dir() else (part,)
    return sum(file.stat().st_size for file in files)


def clear(part: Path) -> None:
    """A file or a folder that we began is gone."""
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)
