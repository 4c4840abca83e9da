# SPDX-License-Identifier: MIT
"""What is covered of an exhibit, in words: how much, in which pictures, and where nobody could follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit, RedactedBox
    from app.words import Words

TWO = 2


def why_nothing_is_drawn(exhibit: Exhibit) -> str:
    """Return the key of the words that say why; empty where boxes may be drawn."""
    if exhibit.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18:
        return "path.under18.apart"
    if exhibit.facts.sensitivity is not Sensitivity.NONE:
        return "redact.page.marked"
    return "redact.page.out" if exhibit.withdrawn_at is not None else ""


def covered_pictures(exhibit: Exhibit) -> tuple[int, ...]:
    """Return the numbers, from 1, of the pictures of which something is covered."""
    return tuple(n for n, one in enumerate(exhibit.originals, start=1) if one.redacted)


def covered_areas(exhibit: Exhibit) -> int:
    """Return how many boxes the person drew that are burnt in; those that came along are not counted."""
    return len({box for _, box in _drawn(exhibit)})  # two frames can be the same file


def to_look_at(exhibit: Exhibit) -> tuple[range, ...]:
    """Return the pictures that show no box and lie beyond a gap from each in which one was drawn."""
    drawn, covered = {n for n, _ in _drawn(exhibit)}, frozenset(covered_pictures(exhibit))
    if not covered or exhibit.run is None:
        return ()
    beyond = {n for one in exhibit.run.islands if drawn.isdisjoint(one.frames) for n in one.frames}
    return _ranges(beyond - covered)


def waiting_pictures(exhibit: Exhibit) -> tuple[range, ...]:
    """Return the pictures that are covered whole until the conversation is put in order."""
    judged = len(exhibit.run.frames) if exhibit.run else 0
    whole = {n for n in covered_pictures(exhibit) if n > judged}
    return _ranges(whole - {n for n, _ in _drawn(exhibit)}) if exhibit.is_run else ()


def covered_line(words: Words, exhibit: Exhibit) -> str:
    """Return how much is covered in a few words; empty where nothing is."""
    pictures, areas = len(covered_pictures(exhibit)), covered_areas(exhibit)
    if not pictures:
        return ""
    return words("redact.line.run.areas" if pictures > 1 else "redact.line.areas", n=areas, pictures=pictures)


def happened_line(words: Words, exhibit: Exhibit) -> str:
    """Return what covering did, in one sentence; empty where nothing is covered."""
    pictures = len(covered_pictures(exhibit))
    if not pictures:
        return ""
    if not exhibit.is_run:
        return words("redact.cover.one")
    if waiting_pictures(exhibit):
        return words("redact.cover.run.waiting")
    key = "gap" if pictures > 1 and to_look_at(exhibit) else "pictures"
    return words(f"redact.cover.run.{key}", n=pictures)


def gap_line(words: Words, exhibit: Exhibit) -> str:
    """Return where one has to look for oneself, or what is covered whole; empty where all is well."""
    waiting = waiting_pictures(exhibit)
    told = waiting or to_look_at(exhibit)
    if not told:
        return ""
    key = "redact.cover.waiting.pictures" if waiting else "redact.cover.gap"
    return words(key, n=sum(map(len, told)), pictures=", ".join(_said(words, one) for one in told))


def forgot_line(words: Words, lines: int) -> str:
    """Return how much of what was read is forgotten; empty if nothing stood there."""
    return words("redact.cover.forgot", n=lines) if lines else ""


def also_line(words: Words, refs: tuple[str, ...]) -> str:
    """Return under which other numbers the same picture is covered with it; empty if under none."""
    return words("redact.cover.also", refs=", ".join(refs)) if refs else ""


def _drawn(exhibit: Exhibit) -> Iterator[tuple[int, RedactedBox]]:
    """Yield each box where the person drew it, with the number of the picture."""
    for n, one in enumerate(exhibit.originals, start=1):
        yield from ((n, box) for box in one.drawn)


def _ranges(numbers: set[int]) -> tuple[range, ...]:
    """Return the numbers in runs of those that follow each other."""
    starts = sorted(n for n in numbers if n - 1 not in numbers)
    ends = sorted(n for n in numbers if n + 1 not in numbers)
    return tuple(range(start, end + 1) for start, end in zip(starts, ends, strict=True))


def _said(words: Words, numbers: range) -> str:
    """Return one number or two, or the first and the last of several."""
    if len(numbers) <= TWO:
        return ", ".join(map(str, numbers))
    return words("redact.cover.gap.range", first=numbers[0], last=numbers[-1])
