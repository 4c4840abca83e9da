# SPDX-License-Identifier: MIT
"""The screen as another program sees it: ``scrot``, which shares no code with what takes our pictures."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from app.model import Rect


def desktop(kept_at: Path) -> Image.Image:
    """Return the whole desktop as it stands now; the file stays where it was put."""
    subprocess.run(["scrot", "--overwrite", str(kept_at)], capture_output=True, check=True)
    return Image.open(kept_at).convert("RGB")


def part(picture: Image.Image, rect: Rect) -> Image.Image:
    """Return a part of a picture."""
    return picture.crop((rect.x, rect.y, rect.x + rect.width, rect.y + rect.height))
