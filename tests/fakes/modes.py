# SPDX-License-Identifier: MIT
"""Who may use a file, as POSIX systems tell it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def has_mode(path: Path, mode: int) -> bool:
    """Whether these are its permissions; on Windows they say nothing, the person's own folder is private."""
    return path.exists() if sys.platform == "win32" else path.stat().st_mode & 0o777 == mode
