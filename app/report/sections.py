# SPDX-License-Identifier: MIT
"""The pages after the first, in their order; each only if this case has something for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from app.report.accounts import draw_accounts
from app.report.annexes import draw_annexes
from app.report.background import draw_background
from app.report.checking import draw_checking
from app.report.conversations import draw_conversation
from app.report.custody_pages import draw_custody
from app.report.demands import draw_demands
from app.report.exhibit_index import draw_index
from app.report.exhibits import draw_exhibit
from app.report.held_pages import draw_held
from app.report.limits import draw_limits
from app.report.payments import draw_payments
from app.report.people import draw_people, has_people
from app.report.statement import draw_statement, has_statement
from app.report.terms import draw_terms
from app.report.timeline import draw_timeline, has_timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.report.dossier import Dossier, ReportExhibit
    from app.report.layout import Sheet


Draw: TypeAlias = "Callable[[Sheet], None]"
Has: TypeAlias = "Callable[[Dossier], object]"

# what draws a part, and whether this case has something for it
BEFORE: tuple[tuple[Draw, Has], ...] = (
    (draw_background, lambda _: True),
    (draw_accounts, lambda dossier: dossier.accounts),
    (draw_payments, lambda dossier: dossier.payments),
    (draw_demands, lambda dossier: dossier.demands),
    (draw_people, has_people),
    (draw_timeline, has_timeline),
    (draw_index, lambda dossier: dossier.all_exhibits),
)
AFTER: tuple[tuple[Draw, Has], ...] = (
    (draw_checking, lambda _: True),
    (draw_custody, lambda _: True),
    (draw_limits, lambda _: True),
    (draw_statement, has_statement),
    (draw_terms, lambda _: True),
    (draw_annexes, lambda dossier: dossier.annexes),
)


def draw_sections(sheet: Sheet) -> None:
    """Draw every page after the first that this case has something for."""
    _draw_parts(sheet, BEFORE)
    for entry in sheet.dossier.paged:
        _draw_entry(sheet, entry)
    _draw_parts(sheet, AFTER)


def _draw_entry(sheet: Sheet, entry: ReportExhibit) -> None:
    """Draw the pages of one exhibit."""
    if entry.is_held:
        draw_held(sheet, entry)
    elif entry.exhibit.is_run:
        draw_conversation(sheet, entry)
    else:
        draw_exhibit(sheet, entry)


def _draw_parts(sheet: Sheet, parts: tuple[tuple[Draw, Has], ...]) -> None:
    """Draw those of the parts that this case has something for."""
    for draw, has in parts:
        if has(sheet.dossier):
            draw(sheet)
