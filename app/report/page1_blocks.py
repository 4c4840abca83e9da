# SPDX-License-Identifier: MIT
"""The blocks of page 1 below ACT NOW."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer
from app.report.forms import tick_box
from app.report.layout import HALF, LEFT, SECOND_HALF
from app.report.page1_held import threatened
from app.report.phrases import (
    identifier_spans,
    in_groups,
    joined_accounts,
    linked_refs,
    name_to_use,
    pronoun,
    short_refs,
)
from app.report.tables import Column, table
from app.report.text import BODY, CODE, GREY, H2_SMALL, IDENTIFIER, Span, leading_to, whole, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import CaseFacts
    from app.report.dossier import NumberedAccount, QuotedDemand
    from app.report.layout import Sheet
    from app.report.page1_limits import Limits
    from app.report.tables import Cell
    from app.report.writer import Writer

HEAD = 17.5


def accounts(sheet: Sheet, limits: Limits) -> None:
    """Draw the accounts used against the person."""
    most = limits.accounts
    writer, known = sheet.writer, sheet.dossier.accounts
    heading = writer.say(f"first.{pronoun(sheet.dossier.case)}", H2_SMALL)
    heading += more(sheet, len(known) - most, "accounts") + _joined(sheet)
    small_heading(sheet, heading, limits)
    if not known:
        sheet.paragraph(writer.say("first.no_accounts"))
        return
    columns = [
        Column(writer.say("first.where", BODY.bold), 78),
        Column(writer.say("first.identifier", BODY.bold), 254),
        Column(writer.say("first.seen", BODY.bold), 98),
        Column(writer.say("first.exhibits", BODY.bold), 68),
    ]
    rows = [_account_row(writer, entry, limits) for entry in known[:most]]
    table(sheet, columns, rows, pad=2.2, head=HEAD, most=max(2, limits.lines), heads=1)


def _joined(sheet: Sheet) -> list[Span]:
    """Return which accounts the person says have one person behind them; the program joins none."""
    numbers = joined_accounts(sheet.writer, sheet.dossier)
    if not numbers:
        return []
    name = name_to_use(sheet.writer, sheet.dossier.case, 20)
    return [Span("   ", BODY), *sheet.writer.say("first.joined", name=name, numbers=numbers)]


def _account_row(writer: Writer, entry: NumberedAccount, limits: Limits) -> list[Cell]:
    """Return the four cells of an account."""
    account, small = entry.account, limits.small
    platform = writer.clipped(entry.platform.name, min(small, 24), words=3)
    names = account.display_names
    shown = (
        writer.say("first.shown_as", name=writer.clipped(names[-1].name, small, words=8))
        if names
        else writer.say("first.shown_not_known")
    )
    if account.moved_from and limits.has_extras:
        shown = [*shown, *writer.say("first.moved", platform=writer.clipped(account.moved_from, 20, words=3))]
    first, last = (
        writer.short(at) if at else writer.plain("not_known")
        for at in (account.first_seen_at, account.last_seen_at)
    )
    refs = writer.clipped(short_refs(entry.exhibit_refs), 26, words=5)
    return [
        leading_to(
            f"account {entry.number}", writer.say("first.place", number=entry.number, platform=platform)
        ),
        [*identifier_spans(writer, entry, small), Span("\n", BODY), *shown],
        [Span(whole(first), BODY), Span("\n", BODY), Span(whole(last), BODY)],
        linked_refs(refs, entry.exhibit_refs) if refs else writer.say("none"),
    ]


def want_and_threat(sheet: Sheet, limits: Limits) -> None:
    """Draw the latest demand for money and the first threat side by side, word for word."""
    wants = [quoted for quoted in sheet.dossier.demands if quoted.demand.kind == "money"]
    threats = [quoted for quoted in sheet.dossier.demands if quoted.demand.kind != "money"]
    most = limits.quote
    _halves(
        sheet,
        limits,
        ("first.want", [_quote(sheet.writer, wants[-1] if wants else None, most)]),
        ("first.threaten", [_threat(sheet, threats[0] if threats else None, limits)]),
    )


def _threat(sheet: Sheet, quoted: QuotedDemand | None, limits: Limits) -> list[Span]:
    """Return the threat, and whom they threaten to tell."""
    spans = _quote(sheet.writer, quoted, limits.quote)
    whom = threatened(sheet.writer, sheet.dossier, limits.small // 2) if limits.has_extras else ""
    return [*spans, *sheet.writer.say("first.whom", whom=whom)] if whom else spans


def _quote(writer: Writer, quoted: QuotedDemand | None, most: int) -> list[Span]:
    """Return their words, with exhibit and time in grey."""
    if quoted is None:
        return writer.say("not_known")
    demand = quoted.demand
    words = writer.clipped(demand.words, most, words=max(6, most * 28 // 120))
    ref = writer.clipped(quoted.exhibit_ref, 16, words=1) if quoted.exhibit_ref else ""
    when = writer.short(demand.at) if demand.at else ""
    source = ", ".join(part for part in (ref, when) if part)
    return [*writer.say("first.quote", words=words), Span(f" {source}", BODY.in_colour(GREY))]


def done_and_contact(sheet: Sheet, limits: Limits) -> None:
    """Draw what has been done, and how the person may safely be reached, side by side."""
    top, small = sheet.y, limits.small
    _halves(
        sheet,
        limits,
        ("first.done", _done(sheet, small)),
        ("first.contact", [_contact(sheet.writer, sheet.dossier.case, small)]),
    )
    lowest, sheet.y = sheet.y, top + limits.gap + 33 + _extra_lines(sheet, limits) * 14
    case = sheet.dossier.case
    _consent(sheet, "first.platforms", case.contact.may_contact_platforms)
    _consent(sheet, f"first.family_{pronoun(case)}", case.contact.may_tell_family)
    sheet.y = max(sheet.y, lowest)


def _extra_lines(sheet: Sheet, limits: Limits) -> int:
    """Return how many lines the way of contact takes beyond its first."""
    spans = _contact(sheet.writer, sheet.dossier.case, limits.small)
    return len(wrap(sheet.writer.fonts, spans, HALF, at_most=_half_lines(limits, 1))) - 1


def _done(sheet: Sheet, small: int) -> list[list[Span]]:
    """Return the three lines of what has been done."""
    writer, case = sheet.writer, sheet.dossier.case
    stopped = case.replies_stopped_at
    first = (
        writer.say("first.done.stopped", at=writer.short(stopped))
        if stopped
        else writer.say("first.done.not_stopped")
    )
    blocked = {True: "blocked", False: "not_blocked", None: "block_unknown"}[case.blocked]
    deleted = {True: "deleted", False: "nothing_deleted", None: "delete_unknown"}[case.deleted_anything]
    second = writer.say(f"first.done.{deleted}") + _kept(writer, case, small)
    return [first + writer.say(f"first.done.{blocked}"), second, _reported(sheet, small)]


def _kept(writer: Writer, case: CaseFacts, small: int) -> list[Span]:
    """Return which devices are kept."""
    if not case.devices_kept:
        return writer.say("first.done.kept_unknown")
    listed = writer.listed(case.devices_kept)
    return writer.say("first.done.kept", things=writer.clipped(listed[:1].upper() + listed[1:], small))


def _reported(sheet: Sheet, small: int) -> list[Span]:
    """Return to whom it was reported, with reference and time."""
    writer, made = sheet.writer, sheet.dossier.reports_made
    if not made:
        return writer.say("first.done.no_reports")
    last = made[-1]
    reference = writer.clipped(last.reference, 24, words=3) if last.reference else writer.plain("not_known")
    today = last.at and writer.day(last.at) == writer.day(sheet.dossier.prepared.utc)
    at = (writer.clock(last.at) if today else writer.short(last.at)) if last.at else writer.plain("not_known")
    to = writer.clipped(last.to, min(small, 30), words=5)
    spans = writer.say("first.done.report", to=to, reference=Span(whole(reference), CODE), at=at)
    if len(made) > 1:
        spans += writer.say("first.done.more_reports", n=len(made) - 1)
    return spans


def _contact(writer: Writer, case: CaseFacts, small: int) -> list[Span]:
    """Return channel, number, hours, whether voicemail is safe, and whether they may be near."""
    contact = case.contact
    near = writer.say("first.contact.near") if case.could_use_this_computer is Answer.YES else []
    if not (contact.how or contact.number):
        return [*writer.say("not_known"), *near]
    key = f"first.contact.{contact.how}"
    how = writer.plain(key) if writer.knows(key) else writer.clipped(contact.how or "", 20, words=4)
    number = writer.clipped(contact.number, min(small, 40), words=5) if contact.number else ""
    spans = [Span(how, BODY), Span(" " if how and number else "", BODY)]
    if number:
        spans += in_groups(number, IDENTIFIER)
    if contact.from_time:
        spans += writer.say("first.contact.after", time=f"{contact.from_time:%H:%M}")
    safe = {True: "voicemail", False: "no_voicemail", None: "voicemail_unknown"}[contact.voicemail_ok]
    return [*spans, *writer.say("first.stop"), *writer.say(f"first.contact.{safe}"), *near]


def _consent(sheet: Sheet, key: str, answer: bool | None) -> None:  # noqa: FBT001 - three states of one field
    """Draw a question with its two boxes; neither is crossed while the answer is not known."""
    baseline = sheet.y + 11
    writer = sheet.writer
    boxes = ((104.0, "tick_yes", answer is True), (154.0, "tick_no", answer is False))
    with sheet.tagged("P"):
        sheet.put(SECOND_HALF, baseline, writer.say(key))
        for x, box_key, crossed in boxes:
            tick_box(sheet, SECOND_HALF + x, baseline, crossed=crossed)
            sheet.put(SECOND_HALF + x + 16, baseline, writer.say(f"first.{box_key}"))
        if answer is None:
            sheet.put(SECOND_HALF + 192, baseline, writer.say("not_known"))
    sheet.y += 16.5


def small_heading(sheet: Sheet, spans: Sequence[Span], limits: Limits) -> None:
    """Draw a heading of page 1."""
    sheet.y += limits.gap
    sheet.paragraph(spans, after=1, most=1, kind="H2")


def _half_lines(limits: Limits, paragraphs: int) -> int:
    """Return how many lines a paragraph of a half may have."""
    return limits.lines if paragraphs == 1 else min(limits.lines, 2)


def _halves(sheet: Sheet, limits: Limits, *blocks: tuple[str, list[list[Span]]]) -> None:
    """Draw two headed blocks side by side."""
    sheet.y += limits.gap
    top, lowest = sheet.y, sheet.y
    for x, (key, paragraphs) in zip((LEFT, SECOND_HALF), blocks, strict=True):
        sheet.y = top
        sheet.paragraph(sheet.writer.say(key, H2_SMALL), x=x, width=HALF, after=1, kind="H2")
        for spans in paragraphs:
            sheet.paragraph(spans, x=x, width=HALF, most=_half_lines(limits, len(paragraphs)))
        lowest = max(lowest, sheet.y)
    sheet.y = lowest


def more(sheet: Sheet, left: int, page: str) -> list[Span]:
    """Return how many more there are, and where, to stand behind a heading."""
    if left <= 0:
        return []
    said = sheet.writer.say("first.more", n=left, page=sheet.page_of(page))
    return [Span("   ", BODY), *leading_to(page, said)]
