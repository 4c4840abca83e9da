# SPDX-License-Identifier: MIT
"""exhibits.csv: every picture and file with a number, frame by frame, whether it is shown or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.file_names import exhibit_file_name
from app.report.spreadsheets.tables import at_utc, table, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit, Original
    from app.report.dossier import Dossier

    Row = tuple[str, ...]

COLUMNS = (
    "exhibit", "taken_at_utc", "how", "account", "title", "shows", "does_not_show", "note", "state",
    "parts_covered", "mime", "size_bytes", "sha256", "file",
)  # fmt: skip
COVERED = "held by the witness: parts covered, shown as a copy"


def exhibits(dossier: Dossier) -> bytes:
    """Return the table, in the order of the numbers."""
    return table(COLUMNS, _rows(dossier))


def _rows(dossier: Dossier) -> Iterator[Row]:
    """Give a row for each original."""
    states = {entry.exhibit.id: f"held by the witness: {entry.why.value}" for entry in dossier.left_out}
    states |= {exhibit.id: f"withdrawn: {at_utc(exhibit.withdrawn_at)}" for exhibit in dossier.withdrawn}
    for exhibit in dossier.all_exhibits:
        for original in exhibit.originals:
            yield _row(dossier, exhibit, original, states.get(exhibit.id, "shown"))


def _row(dossier: Dossier, exhibit: Exhibit, original: Original, state: str) -> Row:
    """Return one row; a file is named only where it is handed over as it was acquired."""
    facts, content, screen = exhibit.facts, original.record.content, original.record.screen
    number = dossier.number_of(facts.account)
    leaves = state == "shown" and original.redacted is None
    return (
        original.ref,
        at_utc(original.acquired_at),
        screen.mode.value if screen else original.record.method.method.value,
        "" if number is None else str(number),
        facts.title or "",
        facts.shows or "",
        facts.does_not_show or "",
        facts.note or "",
        COVERED if state == "shown" and original.redacted else state,
        yes_no(original.redacted is not None),
        content.mime,
        str(content.size_bytes),
        content.sha256,
        exhibit_file_name(original.record) if leaves else "",
    )
