# SPDX-License-Identifier: MIT
"""The report locked for e-mail: AES-256 under six words by chance; the only importer of pikepdf.

The keys are new each time, so no two locked copies have the same bytes. Unlocked and saved again it has
other bytes than the report too: what is compared with paper is the root on page 1, and the log names both
hash values.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import ObjectStreamMode, PasswordError, Pdf

from app.errors import ExportFailed
from app.passphrase import suggestion
from app.report.saving import save_bytes

if TYPE_CHECKING:
    from pathlib import Path

WORDS = 6  # 77 bits: anybody who has the mail may try at full speed, for its key derivation is quick
REVISION: Final = 6  # AES-256.  Source: ISO 32000-2:2020, 7.6.4, table 21
VERSION, EXTENSION = "1.7", "/Extensions"  # what a locked one is at least, and has.  Source: the same, 7.12


@dataclass(frozen=True, slots=True)
class LockedCopy:
    """What was written, and the words that open it: they stand here and nowhere else."""

    sha256: str
    words: str = field(repr=False)


def save_locked(pdf: bytes, place: str | Path) -> LockedCopy:
    """The report stands at the place, locked; it was read back, and opens with the words to the same pages.

    What stood there is untouched where it fails.

    Raises:
        DiskFull: no room.
        ExportFailed: it could not be written, or does not open to what was locked.
    """
    words = suggestion(WORDS)
    locked = lock(pdf, words)
    if not opens_to(locked, words, pdf):
        raise ExportFailed("the locked copy does not open to the report")
    return LockedCopy(save_bytes(locked, place), words)


def lock(pdf: bytes, words: str) -> bytes:
    """Return the PDF locked under these words; its title and the like are locked too.

    Who has the words may do everything with it: print it, copy from it, have it read out.
    """
    everything = pikepdf.Permissions(modify_assembly=True)
    key = pikepdf.Encryption(owner=words, user=words, R=REVISION, aes=True, metadata=True, allow=everything)
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as report:
        report.save(
            out,
            encryption=key,
            compress_streams=False,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.preserve,
        )
    return out.getvalue()


def opens_to(locked: bytes, words: str, pdf: bytes) -> bool:
    """Whether it opens with these words only, to object for object what is in the PDF, under the same ID."""
    if _opens(locked):
        return False
    try:
        with Pdf.open(io.BytesIO(locked), password=words) as opened, Pdf.open(io.BytesIO(pdf)) as report:
            return opened.encryption.R == REVISION and _unlocked(opened) == _unlocked(report)
    except (PasswordError, pikepdf.PdfError):
        return False


def _opens(locked: bytes) -> bool:
    """Whether it opens without words."""
    try:
        Pdf.open(io.BytesIO(locked)).close()
    except (PasswordError, pikepdf.PdfError):
        return False
    return True


def _unlocked(pdf: Pdf) -> tuple[bytes, bytes]:
    """Return its first ID, and all its objects as they are when nothing is locked."""
    out = io.BytesIO()
    if EXTENSION in pdf.Root:
        del pdf.Root[EXTENSION]
    pdf.save(
        out,
        static_id=True,
        encryption=False,
        min_version=VERSION,
        compress_streams=False,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return bytes(pdf.trailer["/ID"][0]), out.getvalue()
