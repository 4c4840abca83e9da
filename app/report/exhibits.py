# SPDX-License-Identifier: MIT
"""A page for each exhibit: the picture, its facts, what it shows and what not, and a label to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Sensitivity
from app.report.alternatives import picture_alt
from app.report.covered import covered_rows, file_name, title_of
from app.report.file_card import draw_file_card, is_picture
from app.report.file_names import exhibit_file_name
from app.report.forms import to_write
from app.report.layout import LEFT, TOP, WIDTH
from app.report.phrases import exhibit_title
from app.report.tables import field
from app.report.text import BODY, CODE, H1, H1_LIGHT, INK, RULE, Span, wrap
from app.report.used_in import used_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import AcquisitionRecord, Exhibit, Notice, TimeRecord
    from app.report.dossier import ReportExhibit
    from app.report.layout import Sheet
    from app.report.writer import Writer

LABEL = 84.0
COVERED_ROWS = 64.0  # what is said of a covered copy
MOST_HEIGHT = 345.0  # of the picture, so that facts and label stay on the same page
LONG = 500
TITLE = 90
LABEL_BOX = 122.0


def draw_exhibit(sheet: Sheet, entry: ReportExhibit) -> None:
    """Draw one exhibit."""
    writer, exhibit = sheet.writer, entry.exhibit
    sheet.begin_page(f"exhibit {exhibit.ref}", title=exhibit.ref, level=1)
    heading(sheet, exhibit, [Span(exhibit_title(writer, exhibit, TITLE), H1_LIGHT)])
    (_picture if is_picture(exhibit) else draw_file_card)(sheet, exhibit)
    with sheet.tagged("Table"):
        for key, value in facts_of(writer, exhibit):
            field(sheet, writer.say(f"exhibit.{key}", BODY.bold), value, label_width=LABEL)
        field(sheet, writer.say("used.label", BODY.bold), used_in(sheet, exhibit.ref), label_width=LABEL)
    draw_label(sheet, exhibit)


def heading(sheet: Sheet, exhibit: Exhibit, spans: list[Span]) -> None:
    """Draw the ref and, after it on the same line, what the page is."""
    with sheet.tagged("H1"):
        ref = sheet.put(LEFT, TOP + 19, sheet.writer.own(exhibit.ref, H1))
        room = WIDTH - ref.width - 12
        sheet.text(LEFT + ref.width + 12, TOP + 19, wrap(sheet.writer.fonts, spans, room, at_most=1)[0])
    sheet.y = TOP + 31


def _picture(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw the original as large as fits, in a thin frame."""
    content = exhibit.record.content
    most = MOST_HEIGHT - (COVERED_ROWS if exhibit.is_redacted else 0)
    scale = min(WIDTH / content.width_px, most / content.height_px)
    width, height = content.width_px * scale, content.height_px * scale
    left = LEFT + (WIDTH - width) / 2
    with sheet.tagged("Figure", alt=picture_alt(sheet.writer, exhibit)):
        sheet.pen.picture(exhibit.originals[0], left, sheet.y, width, height)
        sheet.pen.frame(left, sheet.y, width, height, line=0.6, colour=RULE)
    sheet.y += height + 8


def facts_of(writer: Writer, exhibit: Exhibit, *, is_held: bool = False) -> list[tuple[str, list[Span]]]:
    """Return key and value of each row; of one that is held back, that its file is too."""
    record, facts = exhibit.record, exhibit.facts
    rows = [
        ("captured", _captured(writer, exhibit)),
        ("signed_in", stored(writer, record.people.viewed_account)),
    ]
    if record.source.window_title:
        rows.append(("window", title_of(writer, exhibit) or stored(writer, record.source.window_title)))
    rows += [
        ("clock", clock_of(writer, record.time)),
        ("steps", stored(writer, record.method.steps_taken, "exhibit.no_steps")),
        ("file", _file(writer, exhibit, is_held=is_held)),
        ("shows", shows(writer, exhibit)),
        ("does_not", stored(writer, facts.does_not_show)),
    ]
    if record.method.words_only_at is not None:
        rows.append(("words_only", _words_only(writer, record)))
    if record.noticed:
        rows.append(("noticed", noticed(writer, record.noticed)))
    if facts.note:
        rows.append(("note", stored(writer, facts.note)))
    return [*rows, *covered_rows(writer, exhibit.originals[0])]


def stored(writer: Writer, text: str | None, missing: str = "not_known") -> list[Span]:
    """Return stored words, cut short, or the words for none."""
    return [Span(writer.clipped(text, LONG), BODY)] if text else writer.say(missing)


def shows(writer: Writer, exhibit: Exhibit) -> list[Span]:
    """Return what the person says it shows, with a word where somebody else is in it."""
    spans = stored(writer, exhibit.facts.shows)
    if exhibit.facts.sensitivity is Sensitivity.THIRD_PARTY:
        spans = [*spans, Span(" ", BODY), *writer.say("exhibit.third_party")]
    return spans


def _captured(writer: Writer, exhibit: Exhibit) -> list[Span]:
    """Return when, by whom and how."""
    at, record = exhibit.acquired_at, exhibit.record
    how = f"exhibit.how.{record.screen.mode.value if record.screen else 'other'}"
    name = record.people.taken_by
    return writer.say(
        "exhibit.captured_value",
        day=writer.full_day(at),
        time=f"{writer.local(at):%H:%M:%S}",
        zone=writer.zone(at),
        offset=writer.offset(at),
        name=writer.clipped(name, 60) if name else writer.plain("not_known"),
        how=writer.plain(how),
    )


def clock_of(writer: Writer, time: TimeRecord, jumps: Sequence[Span] = ()) -> list[Span]:
    """Return what was known of the clock; ``jumps`` says where it was moved later on."""
    key = f"exhibit.clock.{time.sync.replace(' ', '_')}"
    spans = writer.say(key if writer.knows(key) else "exhibit.clock.not_known")
    if time.offset_ms is None:
        spans += writer.say("exhibit.clock.unmeasured")
    else:
        side = "ahead" if time.offset_ms >= 0 else "behind"
        spans += writer.say(
            f"exhibit.clock.{side}",
            ms=f"{abs(time.offset_ms):,}",
            server=writer.clipped(time.offset_by or "", 60),
            give=time.offset_uncertain_ms or 0,
        )
    if jumps:
        return [*spans, *jumps]
    return spans + writer.say("exhibit.clock.jump" if time.clock_jump else "exhibit.clock.steady")


def noticed(writer: Writer, notices: Sequence[Notice]) -> list[Span]:
    """Return what the program noticed about a picture, the gravest first."""
    said = "; ".join(notice_words(writer, notice) for notice in notices)
    return [Span(said, BODY)]


def notice_words(writer: Writer, notice: Notice) -> str:
    """Return one of the things that can be noticed."""
    return writer.plain(f"exhibit.notice.{notice.name.lower()}")


def _words_only(writer: Writer, record: AcquisitionRecord) -> list[Span]:
    """Return that the person was asked before the area was kept, and when they answered."""
    at, name = record.method.words_only_at or record.time.ended_at, record.people.taken_by
    said = writer.clipped(name, 60) if name else writer.plain("not_known")
    return writer.say("exhibit.words_only_value", name=said, at=writer.short(at))


def _file(writer: Writer, exhibit: Exhibit, *, is_held: bool) -> list[Span]:
    """Return name and size of the file in the package: of the original, or of its covered copy."""
    content, made = exhibit.record.content, exhibit.originals[0].redacted
    size = f"{made.size_bytes if made and not is_held else content.size_bytes:,}"
    key = "exhibit.file_value" if content.width_px else "exhibit.file_bytes"
    name = writer.identifier(
        file_name(exhibit, exhibit.originals[0]) or exhibit_file_name(exhibit.record), CODE
    )
    return [
        *(writer.say("covered.file_held") if is_held else [name]),
        *writer.say(key, width=content.width_px, height=content.height_px, size=size),
    ]


def draw_label(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw the label that witness and officer sign."""
    writer = sheet.writer
    sheet.y += 8
    sheet.need(LABEL_BOX)
    top, left, right = sheet.y, LEFT + 8, LEFT + 263
    sheet.pen.frame(LEFT, top, WIDTH, LABEL_BOX, line=1.2, colour=INK)
    with sheet.tagged("H2"):
        sheet.put(left, top + 12.5, writer.say("exhibit.label", BODY.bold))
    sheet.pen.rule(LEFT, top + 17, LEFT + WIDTH, top + 17, width=0.8, colour=INK)
    sheet.put(left, top + 30, writer.say("exhibit.ref", ref=exhibit.ref))
    to_write(sheet, right, top + 30, writer.say("exhibit.police"), 92)
    described = writer.say("exhibit.description", title=exhibit_title(writer, exhibit, TITLE))
    sheet.text(left, top + 47, wrap(writer.fonts, described, WIDTH - 16, at_most=1)[0])
    sheet.put(left, top + 64, writer.say("exhibit.identify"))
    name = exhibit.record.people.taken_by
    shown = writer.clipped(name, 24) if name else writer.plain("footer.person")
    to_write(sheet, left, top + 88, writer.say("exhibit.signed", name=shown), 92)
    to_write(sheet, right, top + 88, writer.say("exhibit.date_time"), 92)
    to_write(sheet, left, top + 111, writer.say("exhibit.received"), 112)
    to_write(sheet, right, top + 111, writer.say("exhibit.date_time"), 92)
    sheet.y = top + LABEL_BOX
