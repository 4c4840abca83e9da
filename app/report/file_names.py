# SPDX-License-Identifier: MIT
"""What an exhibit's file is called in the package. Source: evidence.md, section 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import Exhibit

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


def exhibit_file_name(exhibit: Exhibit) -> str:
    """Return ``TJH-001_20261124T021605Z_window.png``, as the package names it; a test compares the two."""
    record = exhibit.record
    initials, _, number = exhibit.ref.rpartition("/")
    plain = re.sub(r"[^A-Za-z0-9]", "", initials)[:12] or "EX"
    mode = record.screen.mode.value if record.screen else record.method.method.value
    ending = _ENDINGS.get(record.content.mime, "bin")
    return f"{plain}-{number:0>3}_{record.time.started_at:%Y%m%dT%H%M%SZ}_{mode}.{ending}"
