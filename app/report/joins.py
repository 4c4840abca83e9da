# SPDX-License-Identifier: MIT
"""The facts page of a conversation: how each frame meets the one before, and the fingerprint of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import DerivativeKind, Proof
from app.report import exhibits as pages
from app.report.layout import WIDTH
from app.report.tables import Column, field, hash_cell, table
from app.report.text import BODY, CODE, H1_LIGHT, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit, Original, PairRecord, RunRecord
    from app.report.layout import Sheet
    from app.report.tables import Cell
    from app.report.writer import Writer

LABEL = 84.0
MOST_NAMED = 40  # frames named one by one in a sentence


def draw_joins(sheet: Sheet, exhibit: Exhibit) -> None:
    """Draw facts, the table of frames, and the label to sign."""
    writer = sheet.writer
    sheet.begin_page()
    pages.heading(sheet, exhibit, writer.say("run.facts", H1_LIGHT))
    for label, value in _facts(writer, exhibit):
        field(sheet, writer.say(label, BODY.bold), value, label_width=LABEL)
    sheet.y += 9
    columns = [
        Column(writer.say("run.frame", BODY.bold), 44),
        Column(writer.say("run.meets", BODY.bold), 168),
        Column(writer.say("run.hash", BODY.bold), WIDTH - 44 - 168),
    ]
    rows = [_row(writer, exhibit, number) for number in range(1, len(exhibit.originals) + 1)]
    table(sheet, columns, rows)
    pages.draw_label(sheet, exhibit)


def joins(writer: Writer, run: RunRecord) -> list[Span]:
    """Return one sentence a group: which frames meet exactly, which only match, which not."""
    levels = [(pair.first, pair.finding.level) for pair in _neighbours(run)]
    spans: list[Span] = []
    for level, first, last in _groups(levels):
        spans += [*writer.say(f"run.joins.{level.value}", first=first, last=last), Span(" ", BODY)]
    for gap in run.gaps:
        if gap.closed_by is not None:
            one, other = gap.closed_by
            said = writer.say("run.closed", first=gap.first, second=gap.second, one=one, other=other)
            spans += [*said, Span(" ", BODY)]
    return spans[:-1] or writer.say("run.joins.one")


def _facts(writer: Writer, exhibit: Exhibit) -> Iterator[tuple[str, Cell]]:
    """Yield label and value of each row."""
    run, first, last = exhibit.run, exhibit.originals[0], exhibit.originals[-1]
    yield "exhibit.captured", _captured(writer, first, last)
    yield "exhibit.signed_in", pages.stored(writer, first.record.people.viewed_account)
    if first.record.source.window_title:
        yield "exhibit.window", pages.stored(writer, first.record.source.window_title)
    yield "exhibit.clock", [*pages.clock_of(writer, first.record.time), *_jumps(writer, run)]
    yield "run.joins", joins(writer, run) if run else writer.say("run.unjudged")
    if run and (run.repeated or run.size_changes):
        yield "run.also", _also(writer, run)
    yield "exhibit.shows", pages.stored(writer, exhibit.facts.shows)
    yield "exhibit.does_not", pages.stored(writer, exhibit.facts.does_not_show)
    if run:
        yield "run.compared", writer.say("run.compared_value", name=run.algorithm)
    for made in exhibit.derivatives:
        if made.kind in {DerivativeKind.RUN_RECORD, DerivativeKind.JOINED_PICTURE}:
            yield f"run.{made.kind.value}", hash_cell(made.sha256)


def _captured(writer: Writer, first: Original, last: Original) -> Cell:
    """Return from when to when, and by whom."""
    name = first.record.people.taken_by
    return writer.say(
        "run.captured_value",
        day=writer.full_day(first.acquired_at),
        time=f"{writer.local(first.acquired_at):%H:%M:%S}",
        until=f"{writer.local(last.acquired_at):%H:%M:%S}",
        zone=writer.zone(first.acquired_at),
        offset=writer.offset(first.acquired_at),
        name=writer.clipped(name, 60) if name else writer.plain("not_known"),
    )


def _jumps(writer: Writer, run: RunRecord | None) -> Cell:
    """Return where the clock was moved between two frames."""
    spans: list[Span] = []
    for jump in run.time_jumps if run else ():
        seconds = f"{abs(jump.shift_ms) / 1000:,.1f}"
        key = "run.jump_on" if jump.shift_ms > 0 else "run.jump_back"
        spans += writer.say(key, first=jump.before, second=jump.after, s=seconds)
    return spans


def _also(writer: Writer, run: RunRecord) -> Cell:
    """Return frames that show one place, and those where the window had another width."""
    spans: list[Span] = []
    for first, second in run.repeated[:MOST_NAMED]:
        spans += [*writer.say("run.repeated", first=first, second=second), Span(" ", BODY)]
    if run.size_changes:
        numbers = writer.listed([str(number) for number in run.size_changes[:MOST_NAMED]])
        spans += [*writer.say("run.sizes", frames=numbers), Span(" ", BODY)]
    return spans[:-1]


def _row(writer: Writer, exhibit: Exhibit, number: int) -> list[Cell]:
    """Return number, how it meets what was taken before, and the whole fingerprint."""
    original = exhibit.originals[number - 1]
    meets = _meets(writer, exhibit.run, number) if exhibit.run else []
    return [writer.own(str(number), BODY.bold), meets, hash_cell(original.record.content.sha256, CODE)]


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
        f"run.pair.{found.level.value}",
        n=pair.first,
        rows=f"{found.overlap_px:,}",
        percent=f"{(found.alike_permille or 0) // 10}",
    )
    if found.level.joins and found.forgiven:
        count = len(found.forgiven)
        said = [*said, *writer.say("run.area" if count == 1 else "run.areas", n=count)]
    if pair.watched:
        said = [*said, *writer.say("run.watched")]
    return said


def _neighbours(run: RunRecord) -> list[PairRecord]:
    """Return the comparison of each frame with the one before."""
    found = (run.pair(number, number + 1) for number in range(1, len(run.frames)))
    return [pair for pair in found if pair is not None]


def _groups(levels: list[tuple[int, Proof]]) -> Iterator[tuple[Proof, int, int]]:
    """Yield level, first and last frame of each stretch of neighbours that meet in the same way."""
    at = 0
    while at < len(levels):
        first, level = levels[at]
        end = at
        while (
            end + 1 < len(levels) and levels[end + 1] == (levels[end][0] + 1, level) and level is Proof.EXACT
        ):
            end += 1
        yield level, first, levels[end][0] + 1
        at = end + 1
