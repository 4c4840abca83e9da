# SPDX-License-Identifier: MIT
"""What the words of the report mean: printed in every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.tables import Column, table
from app.report.text import BODY

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from app.report.layout import Sheet

ALWAYS = ("exhibit", "original", "derivative", "identifier", "fingerprint", "log", "root", "utc")


def draw_terms(sheet: Sheet) -> None:
    """Draw the page, with no word that this report has no use for."""
    writer = sheet.writer
    sheet.begin_page("terms", title=writer.plain("terms.title"))
    sheet.title("terms.title", writer.say("terms.lead"))
    columns = [
        Column(writer.say("terms.term", BODY.bold), 130),
        Column(writer.say("terms.meaning", BODY.bold), 368),
    ]
    rows = [
        [writer.say(f"terms.{term}", BODY.bold), writer.say(f"terms.{term}.text")]
        for term in _used(sheet.dossier)
    ]
    table(sheet, columns, rows, heads=1)


def _used(dossier: Dossier) -> tuple[str, ...]:
    """Return the words to explain, in the order they are met."""
    originals = (one for entry in dossier.exhibits for one in entry.exhibit.originals)
    added = {
        "covered": any(original.redacted for original in originals),
        "mtcn": any(entry.payment.method == "western_union" for entry in dossier.payments),
        "stamp": bool(dossier.custody.outside),
    }
    return (*ALWAYS, *(term for term, is_used in added.items() if is_used))
