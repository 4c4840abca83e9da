# SPDX-License-Identifier: MIT
"""The files inside the report: its facts as tables, and the signed checkpoint. Never a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.archive import Attachment
from app.report.spreadsheets.every import every_table

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from app.words import Words

CHECKPOINT = "checkpoint.txt"


def attachments(dossier: Dossier, words: Words) -> tuple[Attachment, ...]:
    """Return them in the order in which a reader lists them; the same dossier has the same."""
    made = [
        Attachment(name, "text/csv", words(f"paper.attached.{name.partition('.')[0]}"), data)
        for name, data in every_table(dossier, words)
    ]
    if dossier.note:
        note = dossier.note.encode("utf-8")
        made.append(
            Attachment(CHECKPOINT, "text/plain", words("paper.attached.checkpoint"), note, "Supplement")
        )
    return tuple(made)
