# SPDX-License-Identifier: MIT
"""What the police are asked to do, as page 1 shows it: a box to tick, and room for a name and a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Answer, Under18
from app.report.forms import tick_box
from app.report.layout import LEFT, RIGHT, WIDTH
from app.report.phrases import method_name, name_to_use
from app.report.text import H2_SMALL, INK
from app.report.urgent import latest_deadline, money_to_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.report.dossier import NumberedAccount
    from app.report.layout import Sheet
    from app.report.page1_limits import Limits
    from app.report.text import Span
    from app.report.writer import Writer

ASK_ROW = 17.6
MOST_ASKED = 3


def asked_of_police(sheet: Sheet, limits: Limits) -> None:
    """Draw what the police are asked to do, three lines at most, each with room for a name and time."""
    writer = sheet.writer
    sheet.y += limits.gap - 2
    top = sheet.y
    sheet.y += 4
    by_time = sheet.y + 11
    sheet.paragraph(writer.say("first.asked_police", H2_SMALL), x=LEFT + 9, after=1, kind="H2")
    sheet.put(LEFT + 338, by_time, writer.say("first.by_time"))
    with sheet.tagged("L"):
        for ask in _asks(sheet)[:MOST_ASKED]:
            with sheet.tagged("LI"):
                _ask(sheet, ask)
    sheet.y += 3
    sheet.pen.frame(LEFT, top, WIDTH, sheet.y - top, line=1.2, colour=INK)


def _ask(sheet: Sheet, ask: Sequence[Span]) -> None:
    """Draw a box to tick, what is asked, and room for a name and time."""
    baseline = sheet.y + 12
    with sheet.tagged("Lbl"):
        tick_box(sheet, LEFT + 9.5, baseline)
    with sheet.tagged("LBody"):
        sheet.put(LEFT + 32, baseline, ask)
    sheet.pen.rule(LEFT + 338, baseline + 2, RIGHT - 9, baseline + 2, width=0.7, colour=INK)
    sheet.y += ASK_ROW


def _asks(sheet: Sheet) -> list[list[Span]]:
    """Return what is asked, the most pressing first."""
    writer, dossier = sheet.writer, sheet.dossier
    case, name = dossier.case, name_to_use(sheet.writer, dossier.case, 24)
    asks: list[list[Span]] = []
    if case.risk_to_life is Answer.YES:
        asks.append(writer.say("first.ask.life", name=name))
    if case.under_18 is not Under18.NO:
        asks.append(writer.say("first.ask.child"))
    waiting = money_to_stop(dossier)
    if waiting:
        asks.append(writer.say("first.ask.money", method=method_name(writer, waiting[0])))
    if dossier.accounts:
        numbers = _numbers(writer, dossier.accounts)
        page = sheet.page_link("accounts")
        asks.append(writer.say("first.ask.preserve", n=len(dossier.accounts), numbers=numbers, page=page))
    quoted = latest_deadline(dossier)
    if quoted and quoted.demand.deadline_at and quoted.demand.deadline_at > dossier.prepared.utc:
        asks.append(writer.say("first.ask.deadline", name=name))
    return asks or [writer.say("first.ask.record")]


def _numbers(writer: Writer, known: Sequence[NumberedAccount]) -> str:
    """Return ``1, 2 and 3``, or ``1 to 9`` for many."""
    numbers = [str(entry.number) for entry in known]
    if len(numbers) <= 4:
        return writer.listed(numbers)
    return writer.plain("to", first=numbers[0], last=numbers[-1])
