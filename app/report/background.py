# SPDX-License-Identifier: MIT
"""Page 2: safeguarding, what page 1 has no room for, the person's own accounts, and their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer
from app.report.page1_held import threatened
from app.report.phrases import account_words, identifier_spans, name_to_use, refs_said
from app.report.tables import Column, field, table
from app.report.text import BODY, CODE, H2, Span

if TYPE_CHECKING:
    from app.model import CaseFacts
    from app.report.dossier import TimedCall
    from app.report.layout import Sheet
    from app.report.writer import Writer

LABEL = 148.0
TOLD = ("call", "whom")
KEYS = (
    "risk",
    "under_18",
    "area",
    "country",
    "work",
    "held",
    "ai",
    "face",
    "platforms",
    "paid",
    "posted",
    *TOLD,
    "law",
    "could_use",
    "paused",
    "helper",
)
SAID = ("platforms", "paid", "posted")  # what accounts, payments and places say closer: only if told
LONG = 400
BOOLEANS = {True: "yes", False: "no", None: "not_known"}


def draw_background(sheet: Sheet) -> None:
    """Draw the page of what else is known of the person and the case."""
    writer, case = sheet.writer, sheet.dossier.case
    name = name_to_use(writer, case)
    sheet.begin_page("background", title=writer.plain("background.title"))
    sheet.title("background.title", writer.say("background.lead", name=name))
    with sheet.tagged("Table"):
        _facts(sheet)
    if sheet.dossier.own_accounts:
        _own_accounts(sheet)
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
        "platforms": "; ".join(sheet.dossier.met_on),
        "helper": case.helper,
    }
    answers = {
        "under_18": case.under_18.value,
        "ai": case.made_by_ai.value,
        "face": case.face_visible.value,
        "could_use": case.could_use_this_computer.value,
        "paid": case.paid.value,
        "posted": case.posted.value,
        "law": BOOLEANS[case.says_person_broke_law],
    }
    for key in KEYS:
        if key in TOLD:
            _told(sheet, key)
            continue
        if key in SAID and getattr(case, key) in {(), Answer.NOT_KNOWN}:
            continue
        if key == "risk":
            value = _risk(writer, case)
        elif key in answers:
            value = writer.say(f"background.{answers[key]}")
        else:
            value = _text(writer, texts[key], key)
        label = writer.say(f"background.{key}", BODY.bold)
        field(sheet, label, value, label_width=LABEL)


def _risk(writer: Writer, case: CaseFacts) -> list[Span]:
    """Return whether a life is at risk, and when that was asked."""
    answer = writer.say(f"background.{case.risk_to_life.value}")
    if case.risk_asked_at is None:
        return answer
    return [*answer, *writer.say("background.risk_asked", at=writer.full(case.risk_asked_at))]


def _told(sheet: Sheet, key: str) -> None:
    """Draw a row for each call, or for whom they threaten to tell; not known if there is none."""
    writer, dossier = sheet.writer, sheet.dossier
    if key == "whom":
        named = threatened(writer, dossier, LONG)
        values = [[Span(named, BODY)]] if named else []
    else:
        values = [_call(sheet, entry) for entry in dossier.calls]
    for value in values or [writer.say("not_known")]:
        field(sheet, writer.say(f"background.{key}", BODY.bold), value, label_width=LABEL)


def _call(sheet: Sheet, entry: TimedCall) -> list[Span]:
    """Return kind, start, end, account, whether it was recorded, and what shows it."""
    writer, call = sheet.writer, entry.call
    kind = writer.plain(f"background.call.{ {True: 'video', False: 'voice', None: 'any'}[call.is_video] }")
    at = writer.full(call.started_at) if call.started_at else writer.plain("not_known")
    about = "_about" if call.is_about else ""
    spans = writer.say(f"background.call.start{about}", kind=kind, at=at)
    long = writer.length(call.duration_s) if call.duration_s is not None else writer.plain("not_known")
    spans += writer.say("background.call.length", length=long)
    if entry.account:
        spans += [Span(" ", BODY), *account_words(writer, entry.account), Span(".", BODY)]
    spans += writer.say(f"background.call.recorded.{call.recorded.value}")
    if entry.exhibit_ref:
        ref = refs_said(writer, sheet.dossier, [entry.exhibit_ref])
        spans += writer.say("background.call.seen", ref=ref)
    return spans


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
    table(sheet, columns, rows, heads=1)
