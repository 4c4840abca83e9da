# SPDX-License-Identifier: MIT
"""The form for upload pages: a folder with the report, the pictures that matter most, and a signed list.

Upload pages take few files, of 2 GB at most, and often neither ZIP nor HTML. The report stands alone; the
list names what is not here, so that an officer knows what to ask for. Source: evidence.md, section 4.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.custody.checkpoint import public_key_line
from app.errors import ExportFailed, HashMismatch
from app.hashing import sha256_of, sha256_of_parts
from app.model import CopyKind, DerivativeKind
from app.package.build import REPORT_SHARE, Work, english
from app.package.parts import SPLIT_BYTES
from app.package.sealed import Sealed, SealedFile, clear, nothing_left_on_failure, part_of
from app.package.source import file_parts
from app.package.steps import Steps
from app.report.build import build_report
from app.report.file_names import derivative_file_name, exhibit_file_name, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from app.model import Exhibit
    from app.package.build import Progress, WriteReport
    from app.package.order import Order
    from app.report.dossier import Dossier
    from app.words import Words

FileId = TypeVar("FileId", bound=str)

MOST_FILES = 15  # beside the report. Source: evidence.md, section 4
REPORT, LIST = "01_document.pdf", "02_checks.txt"
PURPOSE = "# safehold upload v1"  # first line, so that no other note of the same key can stand here


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that can be uploaded: an original, its covered copy, or the joined picture of a run."""

    name: str
    sha256: str
    size_bytes: int
    parts: Callable[[], Iterator[bytes]]


def seal_upload(
    order: Order,
    out: Path,
    *,
    words: Words | None = None,
    write_report: WriteReport = build_report,
    progress: Progress | None = None,
    cancelled: threading.Event | None = None,
    limit: int = SPLIT_BYTES,
) -> Sealed:
    """Return the folder, complete and read back, under a name that does not look finished.

    Raises:
        ExportFailed, DiskFull, HashMismatch, Cancelled: nothing was left behind.
    """
    if out.exists():
        raise ExportFailed("something stands at that place already")
    folder, steps = part_of(out), Steps(progress, cancelled or threading.Event())
    work = Work(order, words or english(), steps, folder / REPORT)
    with nothing_left_on_failure(folder):
        clear(folder)  # a power cut may have left one
        folder.mkdir()
        report, _page1 = work.write_report(write_report, REPORT_SHARE)
        chosen, left = _chosen(order, limit)
        sizes = 2 * sum(picture.size_bytes for picture in chosen)
        heard = steps.bytes(REPORT_SHARE, 1 - REPORT_SHARE, sizes)
        sums = {REPORT: report}
        for n, picture in enumerate(chosen, start=3):
            name = f"{n:02}_{picture.name}"
            sums[name] = _write(folder / name, picture, heard)
        note = order.sign(_list(work, sums, left))
        _write_bytes(folder / LIST, note.encode("utf-8"))
        _read_back(folder, sums, note, heard)
    data = {"sha256": sha256_of(note.encode("utf-8")), "report_sha256": report, "files": len(sums) + 1}
    return Sealed((SealedFile(CopyKind.UPLOAD, folder, out, str(data["sha256"]), data),), report)


def _chosen(order: Order, limit: int) -> tuple[list[Picture], list[Picture]]:
    """Return what goes along, the most important first, and what does not."""
    ranked = sorted((entry.exhibit for entry in order.dossier.exhibits), key=_rank(order.dossier))
    fitting: list[Picture] = []
    left: list[Picture] = []
    for exhibit in ranked:
        for picture, is_wanted in _pictures(order, exhibit):
            has_room = len(fitting) < MOST_FILES - 1 and picture.size_bytes <= limit
            (fitting if is_wanted and has_room else left).append(picture)
    return fitting, left


def _rank(dossier: Dossier) -> Callable[[Exhibit], tuple[int, int]]:
    """Return what sorts exhibits: who it is, what was paid, what they said, conversations, all else."""
    told: Sequence[Iterable[str | None]] = (
        [ref for entry in dossier.accounts for ref in entry.exhibit_refs],
        [ref for entry in dossier.payments for ref in (entry.read_in, *entry.exhibit_refs)],
        [entry.exhibit_ref for entry in dossier.demands],
        [entry.exhibit.ref for entry in dossier.exhibits if entry.exhibit.is_run],
    )
    groups = [{(ref or "").partition(".")[0] for ref in refs} for refs in told]

    def rank(exhibit: Exhibit) -> tuple[int, int]:
        first = next((n for n, group in enumerate(groups) if exhibit.ref in group), len(groups))
        return first, exhibit.number

    return rank


def _pictures(order: Order, exhibit: Exhibit) -> Iterator[tuple[Picture, bool]]:
    """Give the files of an exhibit, and whether each is wanted: of a run the last joined picture, if any."""
    leaving = [(n, made) for n, made in numbered(exhibit) if exhibit.may_be_shown(made)]
    joined = [one for one in leaving if one[1].kind is DerivativeKind.JOINED_PICTURE][-1:]
    copies = [one for one in leaving if one[1].kind is DerivativeKind.REDACTED]
    for n, made in (*joined, *copies):
        parts = _parts_of(order.originals.derivative_parts, made.derivative_id)
        is_wanted = not joined or (n, made) in joined
        yield Picture(derivative_file_name(made, n), made.sha256, made.size_bytes, parts), is_wanted
    for original in exhibit.originals:
        if original.redacted is not None:
            continue
        content = original.record.content
        parts = _parts_of(order.originals.parts, original.id)
        name = exhibit_file_name(original.record)
        yield Picture(name, content.sha256, content.size_bytes, parts), not joined


def _parts_of(read: Callable[[FileId], Iterator[bytes]], file_id: FileId) -> Callable[[], Iterator[bytes]]:
    """Return what reads this file."""
    return lambda: read(file_id)


def _write(place: Path, picture: Picture, heard: Callable[[int], None]) -> str:
    """The picture stands in the folder as it was taken; returns its hash value.

    Raises:
        HashMismatch: it is not what was recorded.
    """
    with place.open("wb") as out:
        for part in picture.parts():
            heard(len(part))
            out.write(part)
        out.flush()
        os.fsync(out.fileno())
    if sha256_of_parts(file_parts(place)) != picture.sha256:
        raise HashMismatch(picture.name)
    return picture.sha256


def _write_bytes(place: Path, data: bytes) -> None:
    """A small file stands in the folder."""
    with place.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _list(work: Work, sums: dict[str, str], left: Iterable[Picture]) -> str:
    """Return the list in the form of ``sha256sum -c``, which skips what begins with ``#``."""
    order, dossier = work.order, work.order.dossier
    head = work.words(
        "read_me.upload",
        ref=dossier.ref,
        version=dossier.version,
        at=f"{dossier.prepared.utc:%Y-%m-%d %H:%M}",
        list=LIST,
        size=dossier.checkpoint.size,
        root=dossier.checkpoint.root,
        key=public_key_line(order.reader.origin, order.reader.public_key).strip(),
    ).splitlines()
    here = [f"{sums[name]}  {name}" for name in sorted(sums)]
    gone = [f"# {picture.sha256}  {picture.name}" for picture in left]
    after = work.words("read_me.upload_left" if gone else "read_me.upload_whole").splitlines()
    lines = (PURPOSE, *_noted(head), *here, *_noted(after), *gone, *_held(work))
    return "".join(f"{line}\n" for line in lines)


def _held(work: Work) -> Iterator[str]:
    """Give the hash value of every original of which only a covered copy leaves, if there is one."""
    exhibits = (entry.exhibit for entry in work.order.dossier.exhibits)
    held = [one for exhibit in exhibits for one in exhibit.originals if one.redacted is not None]
    if held:
        yield from _noted(work.words("read_me.upload_covered").splitlines())
    for original in held:
        yield f"# {original.record.content.sha256}  {original.ref}"


def _noted(lines: Iterable[str]) -> Iterator[str]:
    """Give the lines as remarks."""
    return (f"# {line}".rstrip() for line in lines)


def _read_back(folder: Path, sums: dict[str, str], note: str, heard: Callable[[int], None]) -> None:
    """Every file is on the disk as it was meant to be, and no other.

    Raises:
        ExportFailed: the disk gives back something else.
    """
    meant = {**sums, LIST: sha256_of(note.encode("utf-8"))}
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir()):
        found[file.name] = sha256_of_parts(file_parts(file))
        heard(0 if file.name in {REPORT, LIST} else file.stat().st_size)
    if found != meant:
        raise ExportFailed("what was read back is not what was written")
    heard(0)  # the last chance to stop it
