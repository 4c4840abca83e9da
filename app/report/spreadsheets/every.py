# SPDX-License-Identifier: MIT
"""Which tables there are for a dossier: the same in the package and in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.spreadsheets import tables
from app.report.spreadsheets.conversations import conversations
from app.report.spreadsheets.exhibit_table import exhibits
from app.report.spreadsheets.fact_tables import fact_tables
from app.report.spreadsheets.timeline_table import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.dossier import Dossier
    from app.words import Words


def every_table(dossier: Dossier, words: Words) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of each table; of a part of a case they tell only of that part."""
    yield "accounts.csv", tables.accounts(dossier)
    yield "payments.csv", tables.payments(dossier)
    yield "timeline.csv", timeline(dossier, words)
    yield "exhibits.csv", exhibits(dossier)
    yield from fact_tables(dossier)
    if any(entry.exhibit.is_run for entry in dossier.exhibits):
        yield "conversations.csv", conversations(dossier, words)
