# SPDX-License-Identifier: MIT
"""What an exhibit's file is called, on paper and in the package. ASCII. Source: evidence.md, section 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import AcquisitionRecord

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


def exhibit_file_name(record: AcquisitionRecord) -> str:
    """Return the name of the bytes, such as ``TJH-001_20261124T021605Z_window.png``."""
    return f"{exhibit_stem(record)}.{_ENDINGS.get(record.content.mime, 'bin')}"


def exhibit_stem(record: AcquisitionRecord) -> str:
    """Return the name of an exhibit's files without the ending."""
    initials, _, number = (record.exhibit_ref or "EX/0").rpartition("/")
    mode = record.screen.mode.value if record.screen else record.method.method.value
    return f"{plain_initials(initials)}-{number:0>3}_{record.time.started_at:%Y%m%dT%H%M%SZ}_{mode}"


def plain_initials(text: str) -> str:
    """Return letters and digits that every system can store."""
    return re.sub(r"[^A-Za-z0-9]", "", text)[:12] or "EX"
