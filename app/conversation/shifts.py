# SPDX-License-Identifier: MIT
"""Where two frames may meet: the shifts that anchors vote for, weighed by what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import KEPT, REPEATED, REPEATED_PERMILLE, VOTED

if TYPE_CHECKING:
    from app.conversation.anchors import Votes
    from app.conversation.pair import Laid, Pair


def voted(pair: Pair, votes: Votes, least_permille: int = 0) -> list[Laid]:
    """Return the shifts with most votes, laid out, those with most evidence first."""
    laid = [pair.laid(shift) for shift in votes.best(VOTED, least_permille)]
    return sorted((one for one in laid if one.weight), key=lambda one: one.weight, reverse=True)


def promising(laid: list[Laid]) -> list[Laid]:
    """Return those with most evidence and those with the best share of it, most evidence first."""
    by_share = sorted(laid, key=_share, reverse=True)[:KEPT]
    chosen = {id(one): one for one in [*laid[:KEPT], *by_share]}
    return [one for one in laid if id(one) in chosen]


def repeated(pair: Pair, votes: Votes, shift: int) -> list[Laid]:
    """Return every other shift with a tenth of the votes of this one, repeats counted: possible rivals."""
    least = max(1, int(votes.tally[shift + votes.height]) * REPEATED_PERMILLE // 1000)
    found = np.flatnonzero(votes.tally >= least)
    strongest = found[np.argsort(votes.tally[found])[::-1][:REPEATED]]
    return [pair.laid(int(one) - votes.height) for one in strongest if one != shift + votes.height]


def _share(laid: Laid) -> float:
    differing = int(np.count_nonzero(~laid.equal & laid.informative))
    return laid.weight / max(1, laid.weight + differing)
