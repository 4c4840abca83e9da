# SPDX-License-Identifier: MIT
"""How the pictures of a conversation meet, in words. Source: conversation.md, section 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Proof, Why

if TYPE_CHECKING:
    from app.model import Exhibit, GapRecord, Listed, PairRecord, RunRecord
    from app.words import Words

RUN = "conversation.run"
BREAKS = {Why.WIDTH_CHANGED: "resized", Why.RESUMED: "resumed"}


def end_line(words: Words, record: RunRecord) -> str:
    """Return what a finished run is, in one line. It never says "complete"."""
    n, gaps = len(record.frames), record.breaks
    if gaps:
        return words("conversation.end.gap", n=gaps, pictures=words("conversation.frames", n=n))
    said = words("conversation.end", n=n)
    return f"{said} {_matched(words, record)}".strip()


def counted(words: Words, frames: int) -> str:
    """Return how many pictures there are."""
    return words("conversation.frames" if frames else "conversation.frames.none", n=frames)


def badge(words: Words, exhibit: Exhibit | Listed) -> str:
    """Return how many pictures a run has and how many gaps; empty for a single picture."""
    if not exhibit.is_run:
        return ""
    n = len(exhibit.frames)
    if exhibit.run is None or len(exhibit.run.frames) < n:
        return words(f"{RUN}.badge.open", n=n)
    gaps = exhibit.run.breaks
    if gaps:
        return words(f"{RUN}.badge.gap", n=gaps, pictures=words("conversation.frames", n=n))
    return words(f"{RUN}.badge", n=n)


def has_gap(exhibit: Exhibit | Listed) -> bool:
    """Whether a piece is missing, as far as is known."""
    return exhibit.run is not None and bool(exhibit.run.open_gaps)


def gap_line(words: Words, gap: GapRecord) -> str:
    """Return what a gap is; one that was closed keeps its line."""
    if gap.closed_by is not None:
        first, second = gap.closed_by
        return words(f"{RUN}.closed", a=first, b=second)
    return words(f"{RUN}.{BREAKS.get(gap.why, 'gap')}", a=gap.first, b=gap.second)


def seam_line(words: Words, run: RunRecord, index: int) -> str:
    """Return how a picture, numbered from 1, meets the one before it."""
    if index == 1:
        return words(f"{RUN}.first")
    gap = next((one for one in run.gaps if (one.first, one.second) == (index - 1, index)), None)
    if gap is not None and gap.closed_by is None:
        return words(f"{RUN}.{BREAKS.get(gap.why, 'gap')}.here")
    if gap is not None:
        return gap_line(words, gap)
    pair = run.pair(index - 1, index)
    return words(f"{RUN}.unknown") if pair is None else _pair_line(words, pair)


def notes(words: Words, run: RunRecord) -> list[str]:
    """Return what else there is to know of a run: tolerant proofs, repeated pictures, moves of the clock."""
    repeated = len({second for _, second in run.repeated})
    found = [_matched(words, run)] if run.breaks and run.matched else []  # without a gap the end says it
    if repeated:
        found.append(words(f"{RUN}.repeated", n=repeated))
    return found + [words(f"{RUN}.jumped", n=jump.before) for jump in run.time_jumps]


def _matched(words: Words, run: RunRecord) -> str:
    """Return how many pairs only match; empty if none does."""
    n = run.matched
    return words(f"{RUN}.matches", n=n) if n else ""


def _pair_line(words: Words, pair: PairRecord) -> str:
    finding = pair.finding
    if finding.level is Proof.EXACT:
        said = words(f"{RUN}.exact", rows=finding.overlap_px)
        if finding.unexplained_strips:
            said = words(f"{RUN}.nearly", rows=finding.overlap_px)
        left_out = len(finding.forgiven)
        if left_out:
            said = f"{said} {words(f'{RUN}.left_out', n=left_out)}"
        return said
    if finding.level is Proof.MATCHED:
        return words(f"{RUN}.matched", percent=(finding.alike_permille or 0) // 10)
    if finding.level is Proof.SAME and finding.alike_permille not in {None, 1000}:
        return words(f"{RUN}.same.changed")
    if finding.level in {Proof.SAME, Proof.AMBIGUOUS}:
        return words(f"{RUN}.{finding.level.value}")
    key = "resized" if finding.level is Proof.RESIZED else "gap"
    return words(f"{RUN}.{key}", a=pair.first, b=pair.second)
