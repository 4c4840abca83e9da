# SPDX-License-Identifier: MIT
"""What an exhibit's file is called, on paper and in the package. ASCII. Source: evidence.md, section 4."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from app.clock import timestamp
from app.model import DerivativeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.model import AcquisitionRecord, DerivativeRecord, Exhibit

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "application/json": "json"}
_MADE = {
    DerivativeKind.RUN_RECORD: "run",
    DerivativeKind.JOINED_PICTURE: "joined",
    DerivativeKind.REDACTED: "covered",
}


def exhibit_file_name(record: AcquisitionRecord) -> str:
    """Return the name of the bytes, such as ``TJH-001_20261124T021605Z_window.png``.

    A frame has its place behind the number: ``TJH-004_02_20261124T021605Z_conversation.png``.
    """
    return f"{exhibit_stem(record)}.{_ending(record.content.mime)}"


def exhibit_stem(record: AcquisitionRecord) -> str:
    """Return the name of an exhibit's files without the ending."""
    mode = record.screen.mode.value if record.screen else record.method.method.value
    return f"{_number(record.exhibit_ref)}_{_at(record.time.started_at)}_{mode}"


def numbered(exhibit: Exhibit) -> Iterator[tuple[int, DerivativeRecord]]:
    """Give what was made from an exhibit in order, each with its place among those of its kind, from 1."""
    counts = Counter[DerivativeKind]()
    for made in exhibit.derivatives:
        counts[made.kind] += 1
        yield counts[made.kind], made


def derivative_file_name(record: DerivativeRecord, n: int) -> str:
    """Return the name of what was made, such as ``TJH-004_joined.png``; a second one ends in ``_2``."""
    return f"{derivative_stem(record.exhibit_ref, record.kind, n)}.{_ending(record.mime)}"


def derivative_stem(ref: str | None, kind: DerivativeKind, n: int) -> str:
    """Return the name of what was made from an exhibit without the ending."""
    return f"{_number(ref)}_{_MADE[kind]}" + (f"_{n}" if n > 1 else "")


def _number(ref: str | None) -> str:
    """Return initials and number as file names have them, such as ``TJH-004`` or ``TJH-004_02``."""
    initials, _, number = (ref or "EX/0").rpartition("/")
    whole, _, frame = number.partition(".")
    return f"{plain_initials(initials)}-{whole:0>3}" + (f"_{frame:0>2}" if frame else "")


def _at(at: datetime) -> str:
    """Return a time such as ``20261124T021605Z``; strftime differs between systems before the year 1000."""
    return re.sub(r"[-:]", "", timestamp(at)[:19]) + "Z"


def _ending(mime: str) -> str:
    """Return what a file of this kind ends in."""
    return _ENDINGS.get(mime, "bin")


def plain_initials(text: str) -> str:
    """Return letters and digits that every system can store."""
    return re.sub(r"[^A-Za-z0-9]", "", text)[:12] or "EX"
