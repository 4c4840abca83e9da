# SPDX-License-Identifier: MIT
"""Accounts in full: how each identifier is known, and the words that ask a company to keep its records."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from app.model import Provenance, Strength
from app.report.code_points import alike_in, is_plain_latin, points_of
from app.report.phrases import identifier_spans, name_to_use, refs_said
from app.report.tables import field, tinted
from app.report.text import BODY, CODE, GREY, H2, IDENTIFIER, Span, whole
from app.timeline.facts import Refs

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Account, DisplayName
    from app.report.dossier import NumberedAccount
    from app.report.layout import Sheet
    from app.report.writer import Writer

LONG = 600
MOST_HEADERS = 20_000  # characters of the headers of one e-mail
MOST_INDENT = 8
MOST_NAMES = 12
_FIELD = re.compile(r"\{(id|from|to|platform)\}")


def draw_accounts(sheet: Sheet) -> None:
    """Draw every account used against the person."""
    writer = sheet.writer
    sheet.begin_page("accounts", title=writer.plain("accounts.title"))
    sheet.title("accounts.title", writer.say("accounts.lead"))
    for n, entry in enumerate(sheet.dossier.accounts):
        _draw(sheet, entry, before=6 if n == 0 else 13)


def _draw(sheet: Sheet, entry: NumberedAccount, before: float) -> None:
    """Draw one account."""
    writer = sheet.writer
    sheet.heading(_heading(writer, entry), before=before, keep=170, name=f"account {entry.number}")
    with sheet.tagged("Table"):
        _facts(sheet, entry)
    account = entry.account
    tinted(sheet, [writer.say("accounts.preserve", BODY.bold), _preservation(sheet, entry)])
    if account.headers:
        _headers(sheet, entry, account.headers)


def _facts(sheet: Sheet, entry: NumberedAccount) -> None:
    """Draw a row for each fact."""
    writer = sheet.writer
    _fact(sheet, "identifier", identifier_spans(writer, entry, LONG))
    _fact(sheet, "kind", _kind(writer, entry))
    account = entry.account
    if account.stable_id:
        _made_of(sheet, account.stable_id)
    if account.profile_url:
        _fact(sheet, "profile", [Span(writer.clipped(account.profile_url, LONG), CODE)])
    for name in account.display_names[:MOST_NAMES]:
        _name(sheet, name)
    if not account.display_names:
        _fact(sheet, "name", writer.say("not_known"))
    _fact(sheet, "known_by", _known_by(sheet, entry))
    first, last = (
        writer.full(at) if at else writer.plain("not_known")
        for at in (account.first_seen_at, account.last_seen_at)
    )
    _fact(sheet, "seen", writer.say("accounts.seen_value", first=first, last=last))
    refs = refs_said(writer, sheet.dossier, entry.exhibit_refs)
    _fact(sheet, "exhibits", refs or writer.say("none"))
    if account.moved_from:
        _fact(sheet, "moved", [Span(writer.clipped(account.moved_from, LONG), BODY)])
    if entry.offender:
        _fact(sheet, "behind", _behind(sheet, entry, entry.offender))
    if account.note:
        _fact(sheet, "note", [Span(writer.clipped(account.note, LONG), BODY)])


def _behind(sheet: Sheet, entry: NumberedAccount, label: str) -> list[Span]:
    """Return who the person says is behind it, and with which accounts; the program joins none."""
    writer = sheet.writer
    name = name_to_use(writer, sheet.dossier.case)
    others = writer.listed([str(number) for number in entry.joined])
    key = "accounts.behind_joined" if others else "accounts.behind_named"
    return writer.say(key, label=writer.clipped(label, LONG), name=name, numbers=others)


def _headers(sheet: Sheet, entry: NumberedAccount, headers: str) -> None:
    """Draw the headers of an e-mail in full, and the sentence to copy about the message."""
    writer = sheet.writer
    sheet.heading(writer.say("accounts.headers", BODY.bold), before=8, keep=40)
    for line in headers[:MOST_HEADERS].expandtabs(4).splitlines():
        said = line.lstrip(" ")
        indent = Span(whole(" " * min(len(line) - len(said), MOST_INDENT)), CODE)
        sheet.paragraph([indent, *writer.own(said, CODE)])
    if len(headers) > MOST_HEADERS:
        sheet.paragraph(writer.say("accounts.headers_more", n=len(headers) - MOST_HEADERS))
    prepared = sheet.dossier.prepared.utc
    since = entry.account.first_seen_at or entry.account.recorded_at or prepared
    wanted = writer.say(
        "accounts.headers_preserve", **{"from": _utc_day(writer, since), "to": _utc_day(writer, prepared)}
    )
    tinted(sheet, [writer.say("accounts.preserve", BODY.bold), wanted])


def _fact(sheet: Sheet, key: str, value: list[Span]) -> None:
    """Draw one row."""
    field(sheet, sheet.writer.say(f"accounts.{key}", BODY.bold), value)


def _heading(writer: Writer, entry: NumberedAccount) -> list[Span]:
    """Return number, platform and the company that holds the records."""
    platform = writer.clipped(entry.platform.name, 40)
    if entry.platform.provider:
        provider = writer.clipped(entry.platform.provider, 40)
        return writer.say(
            "accounts.heading_provider", H2, number=entry.number, platform=platform, provider=provider
        )
    return writer.say("accounts.heading", H2, number=entry.number, platform=platform)


def _kind(writer: Writer, entry: NumberedAccount) -> list[Span]:
    """Return what kind of identifier it is and whether it can be changed."""
    kind = writer.said(entry.account.id_kind or "")
    named = [Span(f"{writer.clipped(kind[:1].upper() + kind[1:], 60)}. ", BODY)] if kind else []
    is_odd = entry.account.stable_id and entry.account.strength is Strength.WEAK
    return [*named, *writer.say(f"accounts.strength.{'odd' if is_odd else entry.account.strength.value}")]


def _name(sheet: Sheet, name: DisplayName) -> None:
    """Draw a displayed name, and its code points if any of it is not plain Latin."""
    writer = sheet.writer
    when = writer.say("accounts.name_at", BODY.in_colour(GREY), at=writer.short(name.seen_at))
    _fact(sheet, "name", [Span(writer.clipped(name.name, LONG), BODY), *when])
    _made_of(sheet, name.name)


def _made_of(sheet: Sheet, text: str) -> None:
    """Draw the code points of what is not plain Latin, and which of its letters look like a plain one."""
    writer = sheet.writer
    if is_plain_latin(writer.fonts, text):
        return
    _fact(sheet, "points", [Span(points_of(text), CODE)])
    alike = [
        writer.say("accounts.alike_value", letter=letter, name=name, plain=plain)
        for letter, name, plain in alike_in(writer.fonts, text)
    ]
    if alike:
        _fact(sheet, "alike", [span for said in alike for span in (*said, Span(" ", BODY))])


def _known_by(sheet: Sheet, entry: NumberedAccount) -> list[Span]:
    """Return how the identifier came to be known: the stored sentence, or what the stored facts say."""
    writer, account = sheet.writer, entry.account
    if account.known_by:
        return [Span(writer.clipped(account.known_by, LONG), BODY)]
    if account.provenance is None:
        return writer.say("not_known")
    key = account.provenance.value
    if account.provenance is Provenance.READ_AND_PASTED:
        key = "agree" if account.has_agreed else "differ"
    name = name_to_use(writer, sheet.dossier.case)
    said = writer.say(f"accounts.by.{key}", name=name, ref=_read_from(sheet, entry))
    return [*said, *_reading(writer, account, name)]


def _reading(writer: Writer, account: Account, name: str) -> list[Span]:
    """Return how sure the reading was, and what the person settled in it; nothing if nothing was read."""
    if account.read_as is None:
        return []
    said: list[Span] = []
    if account.read_permille is not None:
        said += writer.say("accounts.by.sure", percent=account.read_permille // 10)
    if account.read_settled is not None:
        said += [
            *writer.say("accounts.by.settled", name=name),
            Span(writer.clipped(account.read_as, LONG), CODE),
        ]
    return said


def _read_from(sheet: Sheet, entry: NumberedAccount) -> str:
    """Return the ref of the exhibit or frame in which the identifier stands."""
    seen_in, refs = entry.account.seen_in, Refs.of(sheet.dossier.all_exhibits).by_id
    ref = refs.get(seen_in.exhibit) if seen_in else None
    return ref or sheet.writer.plain("accounts.the_picture")


def _preservation(sheet: Sheet, entry: NumberedAccount) -> list[Span]:
    """Return the sentence to copy, with the identifier as the company stores it."""
    writer, account = sheet.writer, entry.account
    if not account.stable_id:
        return writer.say("accounts.no_identifier")
    template = entry.platform.preservation or writer.template("accounts.default")
    prepared = sheet.dossier.prepared.utc
    fields = {
        "id": Span(whole(writer.clipped(account.stable_id, LONG)), IDENTIFIER.sized(10.5, 14)),
        "from": Span(_utc_day(writer, account.first_seen_at or account.recorded_at or prepared), BODY),
        "to": Span(_utc_day(writer, max(prepared, account.last_seen_at or prepared)), BODY),
        "platform": Span(writer.clipped(entry.platform.name, 40), BODY),
    }
    parts = _FIELD.split(template)
    return [fields[part] if n % 2 else Span(part, BODY) for n, part in enumerate(parts)]


def _utc_day(writer: Writer, at: datetime) -> str:
    """Return ``19 November 2026``, in UTC."""
    day = at.astimezone(UTC)
    return f"{day.day} {writer.plain(f'long_month.{day.month}')} {day.year}"
