# SPDX-License-Identifier: MIT
"""The facts page of a conversation: how each frame meets the one before, and the fingerprint of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import DerivativeKind, Proof
from app.report import exhibits as pages
from app.report.covered import MOST_NAMED, covered_hash, file_name, named, title_of
from app.report.file_names import exhibit_file_name
from app.report.layout import WIDTH
from app.report.tables import Column, field, hash_cell, table
from app.report.text import BODY, CODE, H1_LIGHT, Span
from app.report.used_in import used_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit, Finding, Notice, Original, PairRecord, RunRecord
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LABEL = 84.0
NEARLY, SAME_CHANGED = "nearly", "same_changed"


def draw_joins(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw facts, the table of frames, and the label to sign."""
    writer = sheet.writer
    sheet.begin_page()
    pages.heading(sheet, exhibit, writer.say("run.facts", H1_LIGHT))
    with sheet.tagged("Table"):
        for label, value in _facts(writer, exhibit):
            field(sheet, writer.say(label, BODY.bold), value, label_width=LABEL)
        field(sheet, writer.say("used.label", BODY.bold), used_in(sheet, exhibit.ref), label_width=LABEL)
    sheet.y += 9
    columns = [
        Column(writer.say("run.frame", BODY.bold), 44),
        Column(writer.say("run.meets", BODY.bold), 168),
        Column(writer.say("run.hash", BODY.bold), WIDTH - 44 - 168),
    ]
    rows = [_row(writer, exhibit, number) for number in range(1, len(exhibit.originals) + 1)]
    table(sheet, columns, rows, heads=1)
    pages.draw_label(sheet, exhibit)


def joins(writer: Writer, run: RunRecord) -> list[Span]:
    """Return one sentence a group: which frames meet exactly, which only match, which not."""
    kinds = [(pair.first, kind_of(pair.finding)) for pair in _neighbours(run)]
    spans: list[Span] = []
    for kind, first, last in _groups(kinds):
        spans += [*writer.say(f"run.joins.{kind}", first=first, last=last), Span(" ", BODY)]
    for gap in run.gaps:
        if gap.closed_by is not None:
            one, other = gap.closed_by
            said = writer.say("run.closed", first=gap.first, second=gap.second, one=one, other=other)
            spans += [*said, Span(" ", BODY)]
    return spans[:-1] or writer.say("run.joins.single")


def kind_of(found: Finding) -> str:
    """Return the level, told apart where strips differ without a reason, or text at the same place."""
    if found.level is Proof.EXACT and found.unexplained_strips:
        return NEARLY
    if found.level is Proof.SAME and found.alike_permille not in {None, 1000}:
        return SAME_CHANGED
    return found.level.value


def _facts(writer: Writer, exhibit: Exhibit) -> Iterator[tuple[str, Cell]]:
    """Yield label and value of each row."""
    run, first, last = exhibit.run, exhibit.originals[0], exhibit.originals[-1]
    yield "exhibit.captured", _captured(writer, first, last)
    yield "exhibit.signed_in", pages.stored(writer, first.record.people.viewed_account)
    if first.record.source.window_title:
        yield "exhibit.window", title_of(writer, exhibit) or _titles(writer, exhibit)
    yield "exhibit.clock", _clock(writer, exhibit)
    yield "exhibit.steps", pages.stored(writer, first.record.method.steps_taken, "exhibit.no_steps")
    yield "exhibit.file", _files(writer, exhibit)
    yield "run.joins", joins(writer, run) if run else writer.say("run.unjudged")
    if run and (run.repeated or run.size_changes or len(run.segments) > 1):
        yield "run.also", _also(writer, run)
    if any(original.record.noticed for original in exhibit.originals):
        yield "exhibit.noticed", _noticed(writer, exhibit)
    yield "exhibit.shows", pages.shows(writer, exhibit)
    yield "exhibit.does_not", pages.stored(writer, exhibit.facts.does_not_show)
    if exhibit.facts.note:
        yield "exhibit.note", pages.stored(writer, exhibit.facts.note)
    if run:
        yield "run.compared", writer.say("run.compared_value", name=run.algorithm)
    for made in exhibit.derivatives:
        if made.kind is not DerivativeKind.REDACTED and exhibit.may_be_shown(made):
            yield f"run.{made.kind.value}", hash_cell(made.sha256)


def _files(writer: Writer, exhibit: Exhibit) -> Cell:
    """Return where the frames are in full size."""
    first, last = exhibit.originals[0], exhibit.originals[-1]
    ends = (file_name(exhibit, one) or exhibit_file_name(one.record) for one in (first, last))
    names = [writer.identifier(name, CODE) for name in ends]
    if first is last:
        return writer.say("run.file", first=names[0])
    return writer.say("run.files", first=names[0], last=names[1])


def _captured(writer: Writer, first: Original, last: Original) -> Cell:
    """Return from when to when, and by whom."""
    name = first.record.people.taken_by
    day, last_day = writer.full_day(first.acquired_at), writer.full_day(last.acquired_at)
    return writer.say(
        "run.captured_value" if day == last_day else "run.captured_days",
        day=day,
        last_day=last_day,
        time=f"{writer.local(first.acquired_at):%H:%M:%S}",
        until=f"{writer.local(last.acquired_at):%H:%M:%S}",
        zone=writer.zone(first.acquired_at),
        offset=writer.offset(first.acquired_at),
        name=writer.clipped(name, 60) if name else writer.plain("not_known"),
    )


def _titles(writer: Writer, exhibit: Exhibit) -> Cell:
    """Return the title of the window at the first frame, and how many other titles it had."""
    titles = {original.record.source.window_title for original in exhibit.originals}
    spans = pages.stored(writer, exhibit.originals[0].record.source.window_title)
    others = len(titles) - 1
    if others:
        spans = [*spans, *writer.say("run.other_titles", n=others)]
    return spans


def _clock(writer: Writer, exhibit: Exhibit) -> Cell:
    """Return what was known of the clock at the first frame, and where it was moved."""
    times = [original.record.time for original in exhibit.originals]
    moved = _jumps(writer, exhibit.run)
    if not moved and any(time.clock_jump for time in times):
        moved = writer.say("exhibit.clock.jump")
    spans = pages.clock_of(writer, times[0], moved)
    if len({(time.sync, time.offset_ms, time.offset_by) for time in times}) > 1:
        spans = [*spans, *writer.say("run.as_first")]
    return spans


def _noticed(writer: Writer, exhibit: Exhibit) -> Cell:
    """Return what was noticed, each with the frames."""
    frames: dict[Notice, list[str]] = {}
    for number, original in enumerate(exhibit.originals, 1):
        for notice in original.record.noticed:
            frames.setdefault(notice, []).append(str(number))
    spans: list[Span] = []
    for notice, numbers in frames.items():
        what = pages.notice_words(writer, notice)
        spans += writer.say("run.noticed_in", n=len(numbers), what=what, frames=named(writer, numbers))
    return spans


def _jumps(writer: Writer, run: RunRecord | None) -> Cell:
    """Return where the clock was moved between two frames."""
    spans: list[Span] = []
    for jump in run.time_jumps if run else ():
        seconds = f"{abs(jump.shift_ms) / 1000:,.1f}"
        key = "run.jump_on" if jump.shift_ms > 0 else "run.jump_back"
        spans += writer.say(key, first=jump.before, second=jump.after, s=seconds)
    return spans


def _also(writer: Writer, run: RunRecord) -> Cell:
    """Return where it was taken up again, frames that show one place, and those of another width."""
    spans: list[Span] = []
    if len(run.segments) > 1:
        numbers = named(writer, [str(number) for number in run.segments[1:]])
        spans += [*writer.say("run.sitting", frames=numbers), Span(" ", BODY)]
    for first, second in run.repeated[:MOST_NAMED]:
        spans += [*writer.say("run.repeated", first=first, second=second), Span(" ", BODY)]
    more = len(run.repeated) - MOST_NAMED
    if more > 0:
        spans += [*writer.say("run.repeated_more", n=more), Span(" ", BODY)]
    if run.size_changes:
        numbers = named(writer, [str(number) for number in run.size_changes])
        spans += [*writer.say("run.sizes", frames=numbers), Span(" ", BODY)]
    return spans[:-1]


def _row(writer: Writer, exhibit: Exhibit, number: int) -> list[Cell]:
    """Return number, how it meets what was taken before, and the whole fingerprint."""
    original = exhibit.originals[number - 1]
    meets = _meets(writer, exhibit.run, number) if exhibit.run else []
    digits = [*hash_cell(original.record.content.sha256, CODE), *covered_hash(writer, original)]
    return [writer.own(str(number), BODY.bold), meets, digits]


def _meets(writer: Writer, run: RunRecord, number: int) -> Cell:
    """Return what the comparison with the frame before found, and with others where that was not enough."""
    pairs = [pair for pair in run.pairs if pair.second == number]
    before = run.pair(number - 1, number)
    others = [pair for pair in pairs if pair.first != number - 1 and pair.finding.level.joins]
    shown = ([before] if before else []) + ([] if before and before.finding.level.joins else others[:3])
    spans: list[Span] = []
    for pair in shown:
        spans += [*_words(writer, pair), Span(" ", BODY)]
    return spans[:-1]


def _words(writer: Writer, pair: PairRecord) -> Cell:
    """Return the words of one comparison. Source: conversation.md, section 4."""
    found = pair.finding
    said = writer.say(
        f"run.pair.{kind_of(found)}",
        n=found.unexplained_strips,
        frame=pair.first,
        rows=f"{found.overlap_px:,}",
        percent=f"{(found.alike_permille or 0) // 10}",
    )
    if found.level.joins and found.forgiven:
        said = [*said, *writer.say("run.areas", n=len(found.forgiven))]
    if pair.watched and found.level.joins:
        said = [*said, *writer.say("run.watched")]
    return said


def _neighbours(run: RunRecord) -> list[PairRecord]:
    """Return the comparison of each frame with the one before."""
    found = (run.pair(number, number + 1) for number in range(1, len(run.frames)))
    return [pair for pair in found if pair is not None]


def _groups(kinds: list[tuple[int, str]]) -> Iterator[tuple[str, int, int]]:
    """Yield kind, first and last frame of each stretch of neighbours that meet in the same way."""
    at = 0
    while at < len(kinds):
        first, kind = kinds[at]
        end = at
        while kind == Proof.EXACT and kinds[end + 1 : end + 2] == [(kinds[end][0] + 1, kind)]:
            end += 1
        yield kind, first, kinds[end][0] + 1
        at = end + 1
