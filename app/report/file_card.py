# SPDX-License-Identifier: MIT
"""What stands in place of a picture on the page of an exhibit that is another kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.file_names import exhibit_file_name
from app.report.layout import LEFT, WIDTH
from app.report.tables import hash_cell
from app.report.text import BODY, CODE, H2, INK, wrap

if TYPE_CHECKING:
    from app.model import Exhibit
    from app.report.layout import Sheet

PAD = 12.0


def is_picture(exhibit: Exhibit) -> bool:
    """Whether the original can be drawn."""
    return exhibit.record.content.mime == "image/png"


def draw_file_card(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw name, kind, size and fingerprint of a file in a frame, and where it is."""
    writer, content = sheet.writer, exhibit.record.content
    top, left, room = sheet.y, LEFT + PAD, WIDTH - 2 * PAD
    sheet.y += PAD
    sheet.paragraph(writer.say("file_card.title", H2), x=left, width=room, after=4, kind="H2")
    name = writer.identifier(exhibit_file_name(exhibit.record), CODE)
    sheet.lines(wrap(writer.fonts, [name], room), left)
    kind = writer.say("file_card.kind", kind=content.mime, size=f"{content.size_bytes:,}")
    sheet.paragraph(kind, x=left, width=room, after=4)
    sheet.paragraph(hash_cell(exhibit.sha256), x=left, width=room, after=4)
    sheet.paragraph(writer.say("file_card.where", BODY), x=left, width=room)
    sheet.y += PAD
    sheet.pen.frame(LEFT, top, WIDTH, sheet.y - top, line=1.2, colour=INK)
    sheet.y += 8
