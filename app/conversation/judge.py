# SPDX-License-Identifier: MIT
"""How two frames of a scrolled conversation meet. A join that is wrong is worse than ten that are missed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.conversation import around, exact, findings, tolerant
from app.conversation.constants import QUICK_ANCHORS, RIVAL_APART_PX, STRONG_PERMILLE
from app.conversation.knowledge import NOTHING, Knowledge
from app.conversation.pair import Pair
from app.conversation.pixels import equal_pixels
from app.conversation.region import with_frost_cut
from app.conversation.rivals import rivals_of
from app.conversation.same_place import unmoved_permille
from app.conversation.shifts import promising, repeated, voted
from app.conversation.wallpaper import glimpsed, shows_wallpaper
from app.model import Finding, Proof, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.conversation.anchors import Votes
    from app.conversation.overlap import Overlap
    from app.conversation.pair import Laid
    from app.conversation.seen import Seen
    from app.conversation.wallpaper import Wallpaper


@dataclass(frozen=True, slots=True)
class Watched:
    """The scroll between two frames was followed look by look: how far each step went, in pixels."""

    steps_px: tuple[int, ...]

    @property
    def travelled_px(self) -> int:
        """The shift that the steps add up to."""
        return sum(self.steps_px)


def judge(
    first: Seen, second: Seen, knowledge: Knowledge = NOTHING, *, watched: Watched | None = None
) -> Finding:
    """Return where two frames meet and how sure that is.

    Args:
        first: the earlier frame; its pixels must still be held, as those of the other.
        second: the later frame.
        knowledge: what the run knows so far; helps to find, never to accept less.
        watched: given when every look between the two was followed.
    """
    if first.width_px != second.width_px:
        return findings.RESIZED
    pair = _common(first, second, knowledge.wallpaper)
    if not pair.changed.any():
        return findings.SAME
    try:
        found = (
            _strict_or_by_text(pair, knowledge, watched)
            or _tolerant(pair, knowledge, watched)
            or _same_place(pair, knowledge)
            or _last_resort(pair, knowledge)
            or findings.GAP
        )
        return found if watched is None else _as_watched(found, watched, pair.rows(RIVAL_APART_PX))
    finally:
        pair.forget()


def _as_watched(found: Finding, watched: Watched, apart_px: int) -> Finding:
    """Return the finding, or that it is not certain: a join must be where the followed scroll led to."""
    is_there = abs((found.shift_px or 0) - watched.travelled_px) <= apart_px
    return (
        found
        if is_there or not found.level.joins
        else replace(found, level=Proof.AMBIGUOUS, why=Why.TWO_PLACES)
    )


def _common(first: Seen, second: Seen, wallpaper: Wallpaper | None = None) -> Pair:
    """Return the pair with the wallpaper behind it; where the height differs, of the rows that both have."""
    height = min(first.height_px, second.height_px)
    is_known = wallpaper is not None and wallpaper.covers(first.width_px, height)
    pair = Pair(first.cut(height), second.cut(height), wallpaper if is_known else None)
    return pair if is_known or not shows_wallpaper(pair) else Pair(pair.first, pair.second, glimpsed(pair))


def _strict_or_by_text(pair: Pair, knowledge: Knowledge, watched: Watched | None) -> Finding | None:
    """Return what the strict proof says; where only one picture meets, text that looks the same may help."""
    strict = _strict(pair, knowledge, watched)
    if strict is None or strict.why is not Why.ONE_PICTURE:
        return strict
    by_text = _tolerant(pair, knowledge, watched)
    is_there = by_text is not None and by_text.level is Proof.MATCHED and by_text.shift_px == strict.shift_px
    return by_text if is_there else strict


def _strict(pair: Pair, knowledge: Knowledge, watched: Watched | None) -> Finding | None:
    """Return what the strict proof says, of some anchors where there are many, then of all."""
    found = _exact(pair, pair.votes, knowledge, watched)
    is_proven = found is not None and found.level is Proof.EXACT
    if is_proven or pair.all_votes is pair.votes:
        return found
    return _exact(pair, pair.all_votes, knowledge, watched)


def _exact(pair: Pair, votes: Votes, knowledge: Knowledge, watched: Watched | None) -> Finding | None:
    """Return the strict proof, or why the only place that fits is none; ``None`` where no place fits."""
    strong = voted(pair, votes, STRONG_PERMILLE)
    best = _best(strong, knowledge) or _best(promising(voted(pair, votes)), knowledge)
    if best is None:
        return None
    best = around.widened(best)
    rivals = rivals_of(best, repeated(pair, votes, best.shift))
    if rivals or (not _is_followed(best, watched) and around.is_torn(best, votes)):
        return findings.unclear(best, Why.TWO_PLACES, votes, rivals)
    return _doubt(best, votes, watched) or _proven(best, votes)


def _best(candidates: Sequence[Laid], knowledge: Knowledge) -> Overlap | None:
    """Return the place that fits with most evidence; the candidates come with most evidence first."""
    best: Overlap | None = None
    for laid in candidates:
        if best is not None and best.weight >= laid.weight:
            break  # no region of it can carry more
        found = _fitting(laid, knowledge)
        if found is not None and (best is None or found.weight > best.weight):
            best = found
    return best


def _fitting(laid: Laid, knowledge: Knowledge) -> Overlap | None:
    """Return the first region that fits at this shift."""
    return next((one for one in with_frost_cut(laid, knowledge.region) if exact.fits(one)), None)


def _is_followed(best: Overlap, watched: Watched | None) -> bool:
    """Whether the looks followed the scroll to this place."""
    return watched is not None and watched.travelled_px == best.shift


def _doubt(best: Overlap, votes: Votes, watched: Watched | None) -> Finding | None:
    """Return why the only place that fits is no proof; ``None`` where nothing is to be said against it."""
    if not around.is_the_part_that_scrolls(best):
        return findings.unclear(best, Why.REPEATED_ONLY, votes)
    if _is_followed(best, watched):
        is_distinct = exact.is_distinct(best, votes) or not exact.is_more_than_a_picture(best)
        return None if is_distinct else findings.unclear(best, Why.REPEATED_ONLY, votes)
    if not exact.is_more_than_a_picture(best):
        return findings.unclear(best, Why.ONE_PICTURE, votes)
    if not exact.is_distinct(best, votes) or exact.is_one_message(best, votes):
        return findings.unclear(best, Why.REPEATED_ONLY, votes)
    return _doubt_of_little(best, votes) if exact.is_thin(best, votes) else None


def _doubt_of_little(best: Overlap, votes: Votes) -> Finding | None:
    """Return why a place for which little speaks is no proof."""
    if around.left_out(best):
        return findings.unclear(best, Why.REPEATED_ONLY, votes)
    return findings.unclear(best, Why.TWO_PLACES, votes) if around.is_elsewhere_too(best, votes) else None


def _proven(best: Overlap, votes: Votes) -> Finding | None:
    """Return the strict proof; ``None`` where equal numbers turned out to stand for other pixels."""
    count = equal_pixels(best)
    return None if count is None else findings.joined(best, Proof.EXACT, votes, count)


def _tolerant(pair: Pair, knowledge: Knowledge, watched: Watched | None) -> Finding | None:
    """Return the place where the text is the same, though not every pixel."""
    candidates = voted(pair, pair.all_votes)
    followed_px = None if watched is None else watched.travelled_px
    return tolerant.by_strips(candidates, pair.all_votes, knowledge, followed_px) or tolerant.by_cells(
        promising(candidates), pair.all_votes, knowledge, followed_px
    )


def _same_place(pair: Pair, knowledge: Knowledge) -> Finding | None:
    """Return that nothing scrolled, only something moved on its own."""
    unmoved = unmoved_permille(pair, knowledge.region)
    return None if unmoved is None else findings.same(unmoved)


def _last_resort(pair: Pair, knowledge: Knowledge) -> Finding | None:
    """Return the place where text that was drawn anew everywhere looks the same; never over a wallpaper."""
    if pair.wallpaper is not None:
        return None
    found = tolerant.by_profiles(pair, pair.all_votes, knowledge)
    if found is not None or not pair.is_drawn_anew:
        return found
    by_ink = pair.with_ink()
    try:
        return tolerant.by_profiles(by_ink, pair.all_votes, knowledge)
    finally:
        by_ink.forget()


def quick_shift(first: Seen, second: Seen) -> int | None:
    """Return how far the content moved, by anchors alone; ``None`` where they do not agree.

    For following looks while the person scrolls; proves nothing.
    """
    if first.width_px != second.width_px:
        return None
    height = min(first.height_px, second.height_px)
    pair = Pair(first.cut(height), second.cut(height))
    if not pair.changed.any():
        return 0
    counts = np.bincount(pair.votes.unique_shifts + pair.height, minlength=2 * pair.height + 1)
    shift = int(counts.argmax())
    is_clear = counts[shift] >= QUICK_ANCHORS and 2 * counts[shift] > counts.sum()
    return shift - pair.height if is_clear else None
