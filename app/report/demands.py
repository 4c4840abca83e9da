# SPDX-License-Identifier: MIT
"""Their demands and threats, word for word, with the piece of the picture in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from app.report.layout import BOTTOM, HAIRLINE, LEFT, RIGHT, WIDTH
from app.report.phrases import account_words, name_to_use, refs_said
from app.report.tables import Column, table
from app.report.text import BODY, H2, RULE, SMALL_GREY, Span, whole

if TYPE_CHECKING:
    from app.report.dossier import QuotedDemand
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LONG = 600
WORDS_LONG = 4000
COLUMNS = (("when", 78), ("account", 78), ("words", 248), ("exhibit", 94))
CROP_LEFT = LEFT + 4 + 78 + 78  # under the words
CROP_HEIGHT = 120.0
LARGEST = 0.6  # points for a pixel: a line of chat then is about as large as the text beside it


def draw_demands(sheet: Sheet) -> None:
    """Draw their words below the payments, or on a page of their own."""
    writer, demands = sheet.writer, sheet.dossier.demands
    if "payments" in sheet.pages and sheet.y < BOTTOM - 160:
        sheet.heading(writer.say("payments.demands", H2), name="demands")
    else:
        sheet.begin_page("demands", title=writer.plain("payments.demands_title"))
        sheet.title("payments.demands")
    zone = writer.zone(sheet.dossier.prepared.utc)
    sheet.paragraph(writer.say("payments.demands_lead", zone=zone), after=6)
    columns = [Column(writer.say(f"payments.{key}", BODY.bold), width) for key, width in COLUMNS]
    rows = [_row(sheet, quoted) for quoted in demands]
    table(sheet, columns, rows, after=lambda n: _crop(sheet, demands[n]))


def _row(sheet: Sheet, quoted: QuotedDemand) -> list[Cell]:
    """Return the four cells of a demand."""
    writer, demand, account = sheet.writer, quoted.demand, quoted.account
    said = writer.say("first.quote", words=writer.clipped(demand.words, WORDS_LONG))
    return [
        [Span(whole(writer.short(demand.at)), BODY)] if demand.at else writer.say("not_known"),
        account_words(writer, account) if account else writer.say("not_known"),
        [*said, *_beside(sheet, quoted)],
        _seen_in(sheet, quoted.exhibit_ref),
    ]


def _seen_in(sheet: Sheet, ref: str | None) -> Cell:
    """Return the picture that shows the words, or none."""
    writer = sheet.writer
    return refs_said(writer, sheet.dossier, [ref]) if ref else writer.say("none")


def _beside(sheet: Sheet, quoted: QuotedDemand) -> list[Span]:
    """Return what else is known of the words, each on a line of its own."""
    writer, demand = sheet.writer, quoted.demand
    lines: list[list[Span]] = []
    if demand.language or demand.translation:
        language = writer.clipped(demand.language, 40) if demand.language else writer.plain("not_known")
        lines.append(writer.say("demand.language", language=language))
    if demand.translation:
        name = name_to_use(writer, sheet.dossier.case)
        words = writer.clipped(demand.translation, WORDS_LONG)
        lines.append(writer.say("demand.translation", name=name, words=words))
    wanted = _wanted(writer, quoted)
    if wanted:
        lines.append(writer.say("demand.wanted", wanted=wanted))
    if demand.deadline_at:
        lines.append(writer.say("demand.deadline", at=writer.full(demand.deadline_at)))
    whom = [*quoted.contacts, *([demand.whom] if demand.whom else [])]
    if whom:
        lines.append(writer.say("demand.whom", whom=writer.clipped(", ".join(whom), LONG)))
    return [span for line in lines for span in (Span("\n", BODY), *line)]


def _wanted(writer: Writer, quoted: QuotedDemand) -> str:
    """Return how much, how and where to, as far as it is known."""
    demand = quoted.demand
    amount = None
    if demand.amount_minor is not None:
        amount = writer.clipped(writer.money(demand.amount_minor, demand.currency), 40)
    how = writer.plain("demand.by", how=writer.clipped(demand.pay_by, 80)) if demand.pay_by else None
    to = writer.plain("demand.to", to=writer.clipped(demand.pay_to, 200)) if demand.pay_to else None
    return ", ".join(part for part in (amount, how, to) if part)


def _crop(sheet: Sheet, quoted: QuotedDemand) -> None:
    """Draw the piece of the picture in which the words stand, if it is known and in the report."""
    rect = _inside(quoted)
    if quoted.picture is None or rect is None:
        return
    writer = sheet.writer
    room = RIGHT - CROP_LEFT
    scale = min(room / rect.width, CROP_HEIGHT / rect.height, LARGEST)
    width, height = rect.width * scale, rect.height * scale
    sheet.need(height + 30)
    sheet.y += 5
    ref = quoted.exhibit_ref or ""
    with sheet.tagged("TR"), sheet.tagged("TD", columns=len(COLUMNS)):
        with sheet.tagged("Figure", alt=writer.plain("alt.piece", ref=ref)):
            sheet.pen.part(quoted.picture, rect, CROP_LEFT, sheet.y, width)
            sheet.pen.frame(CROP_LEFT, sheet.y, width, height, line=0.6, colour=RULE)
        sheet.y += height + 11
        place = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
        sheet.put(CROP_LEFT, sheet.y, writer.say("demand.crop", SMALL_GREY, ref=ref, **place))
    sheet.y += 6
    sheet.pen.rule(LEFT, sheet.y, LEFT + WIDTH, sheet.y, width=HAIRLINE, colour=RULE)


def _inside(quoted: QuotedDemand) -> Rect | None:
    """Return the part of the rectangle that lies in the picture; ``None`` if none does."""
    rect, picture = quoted.demand.rect, quoted.picture
    if rect is None or picture is None:
        return None
    content = picture.record.content
    left, top = max(0, rect.x), max(0, rect.y)
    right = min(content.width_px, rect.x + rect.width)
    bottom = min(content.height_px, rect.y + rect.height)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None
