# SPDX-License-Identifier: MIT
"""Page 2: what page 1 has no room for, the person's own accounts, and their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.phrases import identifier_spans, name_to_use
from app.report.tables import Column, field, table
from app.report.text import BODY, CODE, H2, Span

if TYPE_CHECKING:
    from app.report.layout import Sheet
    from app.report.writer import Writer

LABEL = 148.0
LONG = 400
BOOLEANS = {True: "yes", False: "no", None: "not_known"}


def draw_background(sheet: Sheet) -> None:
    """Draw the page of what else is known of the person and the case."""
    writer, case = sheet.writer, sheet.dossier.case
    name = name_to_use(writer, case)
    sheet.begin_page("background", title=writer.plain("background.title"))
    sheet.title("background.title", writer.say("background.lead", name=name))
    _facts(sheet)
    if sheet.dossier.own_accounts:
        _own_accounts(sheet)
    if sheet.dossier.reports_made:
        _reports(sheet)
    if case.own_words:
        sheet.heading(sheet.writer.say("background.own_words", H2))
        sheet.paragraph(writer.say("background.own_words_lead"), after=6)
        sheet.words(case.own_words)


def _facts(sheet: Sheet) -> None:
    """Draw one row a fact, "not known" where it is not."""
    writer, case = sheet.writer, sheet.dossier.case
    texts = {
        "area": case.home_force_area,
        "country": case.country,
        "work": case.work,
        "held": "; ".join(case.held),
        "paused": "; ".join(case.accounts_paused),
        "helper": case.helper,
    }
    answers = {
        "ai": case.made_by_ai.value,
        "face": case.face_visible.value,
        "could_use": case.could_use_this_computer.value,
        "law": BOOLEANS[case.says_person_broke_law],
    }
    for key in ("area", "country", "work", "held", "ai", "face", "law", "could_use", "paused", "helper"):
        value = writer.say(f"background.{answers[key]}") if key in answers else _text(writer, texts[key], key)
        label = writer.say(f"background.{key}", BODY.bold)
        field(sheet, label, value, label_width=LABEL)


def _text(writer: Writer, stored: str | None, key: str) -> list[Span]:
    """Return a stored fact; no helper and no paused account are "none", the rest "not known"."""
    if stored:
        return [Span(writer.clipped(stored, LONG), BODY)]
    return writer.say("none" if key in {"helper", "paused"} else "not_known")


def _own_accounts(sheet: Sheet) -> None:
    """Draw the person's own accounts."""
    writer = sheet.writer
    sheet.heading(writer.say("background.own", H2))
    columns = [
        Column(writer.say("background.own_where", BODY.bold), 140),
        Column(writer.say("background.own_id", BODY.bold), 358),
    ]
    rows = [
        [writer.own(entry.platform.name), identifier_spans(writer, entry, LONG, CODE)]
        for entry in sheet.dossier.own_accounts
    ]
    table(sheet, columns, rows)


def _reports(sheet: Sheet) -> None:
    """Draw the reports made elsewhere."""
    writer = sheet.writer
    sheet.heading(writer.say("background.reports", H2))
    keys = (("report_to", 140), ("report_ref", 140), ("report_at", 128), ("report_how", 90))
    columns = [Column(writer.say(f"background.{key}", BODY.bold), width) for key, width in keys]
    rows = [
        [
            [Span(writer.clipped(made.to, LONG), BODY)],
            [Span(writer.clipped(made.reference, LONG), CODE)] if made.reference else writer.say("not_known"),
            writer.own(writer.full(made.at)) if made.at else writer.say("not_known"),
            [Span(writer.clipped(made.how, LONG), BODY)] if made.how else writer.say("not_known"),
        ]
        for made in sheet.dossier.reports_made
    ]
    table(sheet, columns, rows)
