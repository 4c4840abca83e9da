# SPDX-License-Identifier: MIT
"""Page 1: what an officer must know in sixty seconds. It is one page whatever the case holds.

Source: the project's report design, section 2: order, wording, at most 350 words, 3 accounts, 2 payments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.answered import UNNAMED
from app.model import Answer, Under18
from app.report.forms import square_code, to_write
from app.report.layout import FIRST_BOTTOM, LEFT, RIGHT, TOP, WIDTH, Sheet
from app.report.page1_asked import asked_of_police
from app.report.page1_blocks import accounts, done_and_contact, want_and_threat
from app.report.page1_held import held
from app.report.page1_limits import LEVELS, Limits
from app.report.page1_paid import paid
from app.report.pens import CountingPen
from app.report.phrases import name_to_use, pronoun
from app.report.text import ACT_BAR, BODY, H1, INK, RULE, WHITE, Span, one_line
from app.report.urgent import urgent_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.report.dossier import Dossier
    from app.report.spread import Urgent
    from app.report.writer import Writer

MAX_WORDS = 350
QR_SIDE = 82.0  # 88 with the white around it
CHIP_HEIGHT = 19.0
ACT_TEXT = 122.0  # where the text begins, from the left edge of the box


def fitting_limits(writer: Writer, dossier: Dossier, known: Mapping[str, int]) -> Limits:
    """Return the most generous limits under which page 1 is one page of at most 350 words."""
    for limits in LEVELS:
        pen = CountingPen()
        sheet = Sheet(pen, writer, dossier, known)
        draw_page1(sheet, limits)
        if sheet.number == 1 and sheet.y <= FIRST_BOTTOM and pen.words <= MAX_WORDS:
            return limits
    return LEVELS[-1]


def draw_page1(sheet: Sheet, limits: Limits) -> None:
    """Draw page 1."""
    sheet.begin_page("first", title=sheet.writer.plain("first.bookmark"))
    full, sheet.writer = sheet.writer, sheet.writer.capped(limits.words)
    _strip(sheet)
    rows = urgent_rows(sheet, limits.detail)
    if rows:
        _act_now(sheet, rows, limits)
    accounts(sheet, limits)
    want_and_threat(sheet, limits)
    held(sheet, limits)
    paid(sheet, limits)
    done_and_contact(sheet, limits)
    asked_of_police(sheet, limits)
    _last_line(sheet)
    sheet.writer = full


def _strip(sheet: Sheet) -> None:
    """Draw what happened, who it is, the two chips, date and police ref, and the square code."""
    dossier, writer = sheet.dossier, sheet.writer
    case = dossier.case
    text = f"SAFEHOLD1|{_ascii(dossier.ref)}|{dossier.checkpoint.size}|{dossier.checkpoint.root}"
    room = WIDTH - QR_SIDE - 12
    offence = writer.clipped(case.offence, 60) if case.offence else writer.plain("first.no_title")
    sheet.paragraph([Span(offence, H1)], width=room, most=1, after=4, kind="H1")
    sheet.paragraph(_person(writer, dossier), width=room, most=1, after=4.5)
    _chips(sheet)
    day, at = dossier.prepared.utc, dossier.prepared.utc
    prepared = writer.say(
        "first.prepared", day=writer.full_day(day), time=writer.clock(at), zone=writer.zone(at)
    )
    baseline = sheet.y + 14
    line = sheet.put(LEFT, baseline, prepared)
    to_write(sheet, LEFT + line.width + 10, baseline, writer.say("first.police_ref"), 86)
    square_code(sheet, text, RIGHT - QR_SIDE, TOP + 1, QR_SIDE)
    sheet.y = TOP + 97


def _person(writer: Writer, dossier: Dossier) -> list[Span]:
    """Return name, age, what to call them, and who reports."""
    case = dossier.case
    name = writer.clipped(case.name, 40, words=6) if case.name else writer.plain("first.no_name")
    age = str(case.age) if case.age is not None else writer.plain("first.no_age")
    spans = writer.say("first.person", name=name, age=age)
    if case.call_me:
        spans += writer.say(f"first.call_{pronoun(case)}", call_me=name_to_use(writer, case, 20))
    else:
        spans += writer.say("first.stop")
    reported_by = case.reported_by or (case.helper if case.helper != UNNAMED else None)
    if reported_by:
        spans += writer.say("first.reported", by=writer.clipped(reported_by, 40, words=7))
    return spans


def _chips(sheet: Sheet) -> None:
    """Draw the two answers; a yes is white on black, so that a photocopy keeps it."""
    writer, case = sheet.writer, sheet.dossier.case
    young = {Under18.YES: "yes", Under18.NO: "no", Under18.NOT_SURE: "not_sure"}[case.under_18]
    risk = {Answer.YES: "yes", Answer.NO: "no", Answer.NOT_KNOWN: "not_known"}[case.risk_to_life]
    asked = case.risk_asked_at if case.risk_to_life is not Answer.NOT_KNOWN else None
    same_day = asked and writer.day(asked) == writer.day(sheet.dossier.prepared.utc)
    at = (writer.clock(asked) if same_day else writer.short(asked)) if asked else ""
    x = LEFT
    chips = (("first.chip_under_18", young, "", 153.0), ("first.chip_risk", risk, at, 201.0))
    for key, answer, when, least in chips:
        dark = answer in {"yes", "not_sure"}
        style = BODY.in_colour(WHITE) if dark else BODY
        spans = writer.say(key, style, answer=writer.plain(f"first.{answer}"))
        if when:
            spans += writer.say("first.asked", style, at=when)
        width = max(least, one_line(writer.fonts, spans).width + 12)
        if dark:
            sheet.pen.area(x, sheet.y, width - 1.5, CHIP_HEIGHT, INK)
        else:
            sheet.pen.frame(x, sheet.y, width, CHIP_HEIGHT, line=0.9, colour=INK)
        sheet.put(x + 6, sheet.y + 13, spans)
        x += width
    sheet.y += CHIP_HEIGHT


def _act_now(sheet: Sheet, rows: Sequence[Urgent], limits: Limits) -> None:
    """Draw the box of what cannot wait."""
    top = sheet.y
    sheet.pen.area(LEFT, top, WIDTH, 22, INK)
    with sheet.tagged("H2"):
        sheet.put(LEFT + 9, top + 15.4, sheet.writer.say("first.act.bar", ACT_BAR))
    sheet.y = top + 22
    with sheet.tagged("L"):
        for n, row in enumerate(rows):
            if n:
                sheet.pen.rule(LEFT, sheet.y, RIGHT, sheet.y, width=0.5, colour=RULE)
            with sheet.tagged("LI"):
                _act_row(sheet, row, limits)
    sheet.pen.frame(LEFT, top, WIDTH, sheet.y - top, line=2.2, colour=INK)
    sheet.y += 3


def _act_row(sheet: Sheet, row: Urgent, limits: Limits) -> None:
    """Draw one row: label at the left; what must be seen first, and the sentence below or behind it."""
    width = WIDTH - ACT_TEXT - 6
    sheet.y += 2 if limits.is_dense else 3
    begin = sheet.y
    sheet.paragraph(row.label, x=LEFT + 9, width=ACT_TEXT - 14, most=1, kind="Lbl")
    below_label, sheet.y = sheet.y, begin
    texts = [(row.first, 2), (row.detail, limits.lines)]
    if limits.is_dense:
        texts = [([*row.first, Span("  ", BODY), *row.detail], limits.lines)]
    with sheet.tagged("LBody"):
        for text, most in texts:
            if text:
                sheet.paragraph(text, x=LEFT + ACT_TEXT, width=width, most=most)
    sheet.y = max(sheet.y, below_label) + (2 if limits.is_dense else 4)


def _last_line(sheet: Sheet) -> None:
    """Draw whose words these are, and the six words for a quick check."""
    writer, dossier = sheet.writer, sheet.dossier
    sheet.y += 6
    words = " ".join(dossier.check_words)
    given = writer.say("first.given", name=name_to_use(writer, dossier.case))
    if dossier.scope is not None:
        shown = len(dossier.exhibits)
        given = [*writer.say("first.part", BODY.bold, n=shown, all=dossier.scope.of), *given]
    check = writer.say("first.words", page=sheet.page_link("checking"), words=words)
    both = [*given, Span("   ", BODY), *check]
    if one_line(writer.fonts, both).width <= WIDTH:
        sheet.paragraph(both)
        return
    sheet.paragraph(given)
    sheet.paragraph(check, most=2)


def _ascii(text: str) -> str:
    """Return the ref as the square code holds it: nothing but plain letters, digits and hyphens."""
    return "".join(c for c in text if c.isascii() and (c.isalnum() or c == "-"))[:40]
