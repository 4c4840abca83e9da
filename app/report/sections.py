# SPDX-License-Identifier: MIT
"""The pages after the first, in their order; each only if this case has something for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.accounts import draw_accounts
from app.report.background import draw_background
from app.report.checking import draw_checking
from app.report.conversations import draw_conversation
from app.report.custody_pages import draw_custody
from app.report.demands import draw_demands
from app.report.exhibit_index import draw_index
from app.report.exhibits import draw_exhibit
from app.report.limits import draw_limits
from app.report.payments import draw_payments
from app.report.people import draw_people, has_people
from app.report.timeline import draw_timeline, has_timeline

if TYPE_CHECKING:
    from app.report.layout import Sheet


def draw_sections(sheet: Sheet) -> None:
    """Draw every page after the first that this case has something for."""
    dossier = sheet.dossier
    draw_background(sheet)
    if dossier.accounts:
        draw_accounts(sheet)
    if dossier.payments:
        draw_payments(sheet)
    if dossier.demands:
        draw_demands(sheet)
    if has_people(dossier):
        draw_people(sheet)
    if has_timeline(dossier):
        draw_timeline(sheet)
    if dossier.all_exhibits:
        draw_index(sheet)
        for entry in dossier.exhibits:
            (draw_conversation if entry.exhibit.is_run else draw_exhibit)(sheet, entry)
    draw_checking(sheet)
    draw_custody(sheet)
    draw_limits(sheet)
