# SPDX-License-Identifier: MIT
"""The pages after the first, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.report.layout import Sheet


def draw_sections(sheet: Sheet) -> None:
    """Draw every page after the first that this case has something for."""
