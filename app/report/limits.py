# SPDX-License-Identifier: MIT
"""How it was made, what it proves and what it does not: printed in every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.text import H2

if TYPE_CHECKING:
    from app.report.layout import Sheet

PARTS = ("taken", "printed", "names", "intimate", "proves", "limits", "missing")


def draw_limits(sheet: Sheet) -> None:
    """Draw the page."""
    writer = sheet.writer
    sheet.begin_page("limits", title=writer.plain("limits.title"))
    sheet.title("limits.title")
    for part in PARTS:
        sheet.heading(writer.say(f"limits.{part}", H2), before=9)
        sheet.paragraph(writer.say(f"limits.{part}_text"))
