# SPDX-License-Identifier: MIT
"""The numbers a proof rests on: shares in thousandths, rows in pixels at 100 %; kept with every run.

Source, where nothing else is said: the tried specification of conversation capture (section 3); "own" marks
a number that was chosen here, with the reason.
"""

from __future__ import annotations

from typing import Final

ALGORITHM: Final = "strips/1"

# --- what a frame is cut into ---------------------------------------------------------------------
STRIP_PX: Final = 32
ANCHOR_ROWS: Final = 8
ANCHOR_CHANGES: Final = 3
PICTURE_ROWS: Final = 44  # a line of text is never that tall
PICTURE_MARGIN_ROWS: Final = 24
BLOCK_BREAK_ROWS: Final = 3

# --- candidates for the shift ---------------------------------------------------------------------
THIN_OUT_ABOVE: Final = 12_000  # anchors of a frame
THIN_OUT: Final = 8
REPEATS: Final = 80
VOTED: Final = 8  # own: shifts looked at from each tally; each costs 0.15 ms
KEPT: Final = 3  # with most evidence, and as many with the best share

QUICK_ANCHORS: Final = 24  # own: half of what a proof needs; steps prove nothing by themselves

# --- the region -----------------------------------------------------------------------------------
LINE_PERMILLE: Final = 850
LINE_ZONE_PERMILLE: Final = 300
CHANGED_STRIPS: Final = 3
FROST_ZONE_PERMILLE: Final = 160
SCROLL_BAR_STRIPS: Final = 2
OUTSIDE_PERMILLE: Final = 150
VOTES: Final = 9
BAND_STRIPS: Final = 3  # own: a column with fewer rows of evidence may be a coincidence
CUT_PERMILLE: Final = 500  # own: cutting more than half of an overlap off would leave only what fits

# --- forgiven -------------------------------------------------------------------------------------
FIXED_MARGIN_ROWS: Final = 10

# --- exact ----------------------------------------------------------------------------------------
UNEXPLAINED_PERMILLE: Final = 2
OVERLAP_PX: Final = 48
OVERLAP_PERMILLE: Final = 80
EVIDENCE_ROWS: Final = 24
UNIQUE_ANCHORS: Final = 48
BLOCKS: Final = 2
PLAIN_STRIPS: Final = 40  # outside pictures
PLAIN_ROWS: Final = 16

# --- rivals ---------------------------------------------------------------------------------------
RIVAL_APART_PX: Final = 2
RIVAL_PERMILLE: Final = 250
RIVAL_PICTURE_PERMILLE: Final = 600
STRONGER: Final = 3  # own: a place with so many times the evidence casts doubt, though
NEARLY_PERMILLE: Final = 80  # own: so much of it does not fit (the limit of a tolerant proof)

CONSTANTS: Final[dict[str, int]] = {
    name.lower(): value
    for name, value in dict(globals()).items()
    if name.isupper() and isinstance(value, int)
}
