# SPDX-License-Identifier: MIT
"""Pages that the law of a country asks for, as data: a further country needs a file and no code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app import paths
from app.content import load
from app.report.forms import blank, to_write
from app.report.layout import LEFT, WIDTH
from app.report.tables import hash_cell
from app.report.text import BODY, H2, Span, one_line

if TYPE_CHECKING:
    from app.report.layout import Sheet

LINE = 24.0  # of a line to write on


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """A heading and what stands below it.

    Attributes:
        words: a sentence with the fields ``ref``, ``tool``, ``size`` and ``limits_page``.
        value: ``root`` prints the fingerprint of the custody log.
        lines: how many empty lines to write on.
        sign: labels, each with a line to write on.
    """

    heading: str
    words: str
    value: str = ""
    lines: int = 0
    sign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """One page. ``reviewed``: whether a lawyer of that country has read it; until then the page says not."""

    title: str
    lead: str
    reviewed: bool
    part: tuple[AnnexPart, ...]


@dataclass(frozen=True, slots=True)
class Annexes:
    """The file of one country: its code, and its name as the first questions have it."""

    country: str
    name: str
    language: str
    annex: tuple[Annex, ...]


def annexes_for(country: str) -> tuple[Annex, ...]:
    """Return the pages that the law of this country asks for; none for most."""
    return next((one.annex for one in _all() if country in (one.name, one.country, one.country.upper())), ())


@cache
def _all() -> tuple[Annexes, ...]:
    """Return the file of every country that has one.

    Raises:
        GuideInvalid: a file is not as it should be.
    """
    return tuple(load(Annexes, path) for path in sorted((paths.resources() / "annexes").glob("*.toml")))


def draw_annexes(sheet: Sheet) -> None:
    """Draw the pages that the law of the person's country asks for."""
    for n, annex in enumerate(sheet.dossier.annexes, start=1):
        _draw(sheet, annex, f"annex {n}")


def _draw(sheet: Sheet, annex: Annex, name: str) -> None:
    """Draw one."""
    writer = sheet.writer
    sheet.begin_page(name, title=annex.title)
    lead = writer.own(annex.lead)
    if not annex.reviewed:
        lead = [*lead, Span(" ", BODY), *writer.say("annex.not_reviewed", BODY.bold)]
    sheet.title("annex.title", lead, title=annex.title)
    dossier = sheet.dossier
    fields = {
        "ref": dossier.ref,
        "tool": dossier.tool,
        "size": dossier.checkpoint.size,
        "limits_page": sheet.page_of("limits"),
    }
    for part in annex.part:
        sheet.heading(writer.own(part.heading, H2), before=9)
        sheet.paragraph(writer.own(part.words.format(**fields)), after=3)
        if part.value == "root":
            sheet.paragraph(hash_cell(dossier.checkpoint.root), after=3)
        _to_fill_in(sheet, part)


def _to_fill_in(sheet: Sheet, part: AnnexPart) -> None:
    """Draw empty lines, and lines with a label."""
    for label in (*[""] * part.lines, *part.sign):
        sheet.need(LINE)
        spans = sheet.writer.own(label)
        width = WIDTH - one_line(sheet.writer.fonts, spans).width - 4
        if label:
            to_write(sheet, LEFT, sheet.y + LINE - 8, spans, width)
        else:
            blank(sheet, LEFT, sheet.y + LINE - 8, WIDTH)
        sheet.y += LINE
