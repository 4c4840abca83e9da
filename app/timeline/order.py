# SPDX-License-Identifier: MIT
"""The one order of everything with a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.model import Answer
from app.timeline.facts import Refs, event_line, lines_of
from app.timeline.lines import LineKind, Timeline, TimelineLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.model import EntryId
    from app.timeline.told import Told

SAME = timedelta(minutes=1)  # two times this near are one, told twice
_RANK = {kind: n for n, kind in enumerate(LineKind)}


def timeline(told: Told) -> Timeline:
    """Return every line in order of time; equal times stand in the order of ``LineKind``, then as they came.

    An event that tells of a fact stands in place of that fact's line, as one of its kind: of the one at its
    own time, or, if the event moves it to another time, of the fact's first.
    """
    refs = Refs.of(told.exhibits)
    events = [event_line(entry, refs) for entry in told.events]
    abouts = {entry.id: entry.fact.about for entry in told.events}
    lines = list(lines_of(told))
    added = [_stand_in(lines, line, abouts[line.event] if line.event else None) for line in events]
    ordered = sorted([*lines, *added], key=lambda line: (line.at, _RANK[line.kind]))
    return Timeline(tuple(ordered), _undated(told, {about for about in abouts.values() if about}))


def captures_as_one(lines: Sequence[TimelineLine]) -> tuple[TimelineLine, ...]:
    """Return the lines with captures between which nothing else happened as one, from first to last."""
    return tuple(_joined(run) for run in _runs(lines))


def _stand_in(lines: list[TimelineLine], event: TimelineLine, about: EntryId | None) -> TimelineLine:
    """Take out the line in whose place the event stands; return the event as a line of that kind."""
    own = [line for line in lines if line.entry == about] if about is not None else []
    if not own:
        return event
    near = [line for line in own if abs(line.at - event.at) < SAME]
    line = (near or own)[0]
    lines.remove(line)
    return replace(event, kind=line.kind)


def _undated(told: Told, told_of: set[EntryId]) -> int:
    """Return how many facts would have a line if their time were known."""
    times = [
        *((entry.id, entry.fact.paid_at) for entry in told.payments),
        *((entry.id, entry.fact.at) for entry in told.demands),
        *((entry.id, entry.fact.started_at) for entry in told.calls),
        *((entry.id, entry.fact.at) for entry in told.reports),
        *((one.id, one.fact.received_at) for one in told.contacts if one.fact.received is Answer.YES),
        *((one.id, one.fact.posted_at) for one in told.places if one.fact.is_posted is Answer.YES),
    ]
    return sum(at is None and entry not in told_of for entry, at in times)


def _runs(lines: Iterable[TimelineLine]) -> Iterator[list[TimelineLine]]:
    """Give the lines one by one, neighbouring captures of one day together."""
    held: list[TimelineLine] = []
    for line in lines:
        is_next = line.kind is LineKind.CAPTURE and held and held[0].at.date() == line.at.date()
        if held and not is_next:
            yield held
            held = []
        if line.kind is LineKind.CAPTURE:
            held.append(line)
        else:
            yield [line]
    if held:
        yield held


def _joined(run: list[TimelineLine]) -> TimelineLine:
    """Return one line for some captures."""
    if len(run) == 1:
        return run[0]
    last = max(line.until or line.at for line in run)
    refs = tuple(ref for line in run for ref in line.refs)
    exhibits = tuple(one for line in run for one in line.exhibits)
    return replace(
        run[0], key="capture.several", fields=(("n", len(run)),), until=last, refs=refs, exhibits=exhibits
    )


def neighbours(refs: Iterable[str]) -> list[tuple[str, str]]:
    """Return first and last of each run of numbers among the refs of exhibits, such as TJH/1 to TJH/5."""
    runs: list[tuple[str, str]] = []
    for ref in sorted(refs, key=_number):
        if runs and _number(ref) == _number(runs[-1][1]) + 1:
            runs[-1] = (runs[-1][0], ref)
        else:
            runs.append((ref, ref))
    return runs


def _number(ref: str) -> int:
    """Return the number in a ref; what has none comes first."""
    number = ref.rpartition("/")[2]
    return int(number) if number.isdecimal() else -1
