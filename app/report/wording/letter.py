# SPDX-License-Identifier: MIT
"""A letter about one payment as a PDF: one page, in the faces of the report, with room to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report import fonts
from app.report.archive import About
from app.report.build import drawn_apart
from app.report.forms import to_write
from app.report.layout import LEFT, RIGHT, WIDTH, Sheet
from app.report.tables import LABEL, field
from app.report.text import BODY, CODE, H1_LIGHT, SMALL, SMALL_GREY, Span, one_line
from app.report.wording.filled import filled_letter, only_about
from app.report.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import ExhibitId
    from app.report.build import ReportBytes
    from app.report.dossier import Dossier, NumberedPayment
    from app.report.wording.files import Letter
    from app.report.wording.filled import FilledLetter
    from app.words import Words

HEADER_BASELINE = 34.0
FOOTER_BASELINE = 818.0
SIGN_ROW = 44.0
CODED = frozenset("0123456789")


class NoOriginals:
    """A letter has no pictures."""

    def parts(self, original_id: ExhibitId) -> Iterator[bytes]:
        """Have none."""
        raise KeyError(original_id)

    def derivative_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Have none."""
        raise KeyError(derivative_id)

    def close(self) -> None:
        """Hold nothing."""


class LetterSheet(Sheet):
    """A page without the header of the record: a bank is not told of it."""

    def _draw_header(self) -> None:
        """Draw which page it is."""
        said = self.writer.say("letter.page", SMALL, page=self.number, total=self.page_of("total"))
        line = one_line(self.writer.fonts, said)
        self.text(RIGHT - line.width, HEADER_BASELINE, line)

    def _draw_footer(self) -> None:
        """Draw nothing more."""


def letter_bytes(letter: Letter, entry: NumberedPayment, dossier: Dossier, *, words: Words) -> ReportBytes:
    """Return a letter about one payment as a PDF; the same dossier gives the same bytes.

    Raises:
        FactInvented: it says something that is not stored of this payment.
    """
    writer = Writer(words, fonts.load(), dossier.prepared)
    filled = filled_letter(letter, entry, dossier, writer)
    title = writer.plain("letter.about", number=entry.number)
    about = About(title, dossier.tool, writer.language, dossier.prepared.utc)
    return drawn_apart(
        lambda sheet: _draw(sheet, filled, title),
        only_about(entry, dossier),
        writer,
        about,
        originals=NoOriginals(),
        kind=LetterSheet,
        beside=(letter, filled),
    )


def _draw(sheet: Sheet, filled: FilledLetter, title: str) -> None:
    """Draw the letter."""
    writer = sheet.writer
    sheet.begin_page("letter", title=title)
    sheet.paragraph(writer.own(filled.name), after=2)
    sheet.paragraph(writer.own(filled.date), after=14)
    sheet.paragraph(writer.own(filled.to), after=14)
    with sheet.tagged("H1"):
        sheet.paragraph(writer.own(filled.subject, H1_LIGHT.bold), after=6)
    sheet.paragraph(writer.own(filled.opening), after=8)
    with sheet.tagged("Table"):
        for label, value in filled.rows:
            style = CODE if CODED & set(value) and " " not in value else BODY
            field(sheet, writer.own(label, BODY.bold), writer.own(value, style), label_width=LABEL + 20)
    sheet.y += 10
    sheet.paragraph(writer.own(filled.asking, BODY.bold), after=3)
    for n, ask in enumerate(filled.asks, 1):
        sheet.paragraph([Span(f"{n}. ", BODY.bold), *writer.own(ask)], after=3)
    sheet.y += 7
    sheet.paragraph(writer.own(filled.closing), after=8)
    _sign(sheet, filled.name)


def _sign(sheet: Sheet, name: str) -> None:
    """Draw where to sign, and what made this page."""
    writer = sheet.writer
    sheet.need(SIGN_ROW + 40)
    sheet.y += SIGN_ROW
    half = WIDTH / 2
    for x, key in ((LEFT, "signature"), (LEFT + half + 10, "date")):
        label = writer.say(f"letter.{key}")
        width = half - 20 - one_line(writer.fonts, label).width
        to_write(sheet, x, sheet.y, label, width)
    sheet.y += 20
    who = name or writer.plain("footer.person")
    sheet.paragraph(writer.say("letter.made", SMALL_GREY, name=who))
