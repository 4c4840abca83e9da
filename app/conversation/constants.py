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
STRONG_PERMILLE: Final = 50  # own: shifts with fewer votes than this share are tried only if nothing fits
REPEATED: Final = 64  # own: possible rivals looked at, with at least this share of the winner's votes:
REPEATED_PERMILLE: Final = 100
KEPT: Final = 3  # with most evidence, and as many with the best share

QUICK_ANCHORS: Final = 24  # own: half of what a proof needs; steps prove nothing by themselves

# --- the region -----------------------------------------------------------------------------------
LINE_PERMILLE: Final = 850
LINE_ZONE_PERMILLE: Final = 300
CHANGED_STRIPS: Final = 3
COLUMN_PERMILLE: Final = 100  # own: of the rows change in a column that scrolls
FROST_ZONE_PERMILLE: Final = 160
FROST_ZONE_PHONE_PERMILLE: Final = 200  # own: a phone lying on its side, or split, has bars of 18 %
PHONE_DENSITY_PERMILLE: Final = 2000
SCROLL_BAR_STRIPS: Final = 2
OUTSIDE_PERMILLE: Final = 150
VOTES: Final = 9
BAND_STRIPS: Final = 3  # own: a column with fewer rows of evidence may be a coincidence
CUT_PERMILLE: Final = 500  # own: cutting more than half of an overlap off would leave only what fits

# --- forgiven -------------------------------------------------------------------------------------
FIXED_MARGIN_ROWS: Final = 10

FIXED_PERMILLE: Final = 500  # own: of the evidence; a false join over a wallpaper had three times that much
FIXED_ROWS_PERMILLE: Final = 600  # own: with evidence in so many rows it does not matter: a small shift

# --- exact ----------------------------------------------------------------------------------------
UNEXPLAINED_PERMILLE: Final = 2
OVERLAP_PX: Final = 48
OVERLAP_PERMILLE: Final = 80
EVIDENCE_ROWS: Final = 24
UNIQUE_ANCHORS: Final = 48
FEW_ANCHORS: Final = 128  # own: wrong joins in drawn runs had 51 and 96 with few blocks, 62 with six
FEW_ROWS: Final = 96  # own: two messages said again every day have 90
BLOCKS: Final = 2
FEW_BLOCKS: Final = 4  # own: a message said again makes two or three, and met the wrong copy in drawn runs
CARET_STRIPS: Final = 1  # own: as wide as a caret
TORN_PERMILLE: Final = 60  # own: of the evidence is left out, and found again elsewhere by at least
TORN_ANCHORS: Final = 24  # own: so many: half of what a proof needs
ELSEWHERE_PERMILLE: Final = (
    500  # own: of the unique anchors, another place has so many; at true places 0 to 300
)
REGION_PERMILLE: Final = 250  # own: of the window; an input bar that grows moves what is written in it
PLAIN_STRIPS: Final = 40  # outside pictures
PLAIN_ROWS: Final = 16

# --- rivals ---------------------------------------------------------------------------------------
RIVAL_APART_PX: Final = 2
RIVAL_PERMILLE: Final = 250
RIVAL_PICTURE_PERMILLE: Final = 350  # own, stricter: at 600 a second place in drawn photographs was a guess
STRONGER: Final = 3  # own: a place with so many times the evidence casts doubt, though
NEARLY_PERMILLE: Final = 80  # own: so much of it does not fit (the limit of a tolerant proof)

# --- matched: by equal strips of text ---------------------------------------------------------------
TEXT_STRIPS: Final = 100
TEXT_ROWS: Final = 30
TEXT_UNEXPLAINED_PERMILLE: Final = 80
FLAT_PERMILLE: Final = 120
FAILING_PICTURES: Final = 2

# --- matched: by cells that look alike --------------------------------------------------------------
CELL_ROWS: Final = 16
CELL_TEXT_STRIPS: Final = 3  # own: fewer are the edge of a line that lies in the next cell
CELL_CORRELATION_PERMILLE: Final = 800
CELL_TONE: Final = 24  # own: grey levels a flat cell may change by; a hovered row changes by 10 to 20
CELL_SAMPLE: Final = 48  # own: cells of text looked at first; at wrong places 5 in 100 look alike
TEXT_CELLS_PERMILLE: Final = 880
TEXT_CELLS: Final = 24
ALL_CELLS_PERMILLE: Final = 700

INK_CONTRAST: Final = 64  # own: grey levels inside a strip; a pressed flat area has up to 30

# --- the same place -------------------------------------------------------------------------------
SAME_TEXT_PERMILLE: Final = 900
SAME_BANDS_PERMILLE: Final = 200

# --- wallpaper ------------------------------------------------------------------------------------
WALLPAPER_PERMILLE: Final = (
    30  # own: of edges in columns that change; 43 to 324 with a wallpaper, mostly 0 without
)
MIDDLE_PERMILLE: Final = 500  # own: the half of the rows in the middle; headers and bars stay everywhere
WALLPAPER_CHANGED_PERMILLE: Final = 200  # own: columns that change in so many rows; a list beside does not
LEARN_FRAMES: Final = 9
LEARN_LEAD: Final = 2  # own: seen twice more than anything else, the colours of bubbles left out
COLOURS: Final = 8  # own: bubbles cover the wallpaper most of the time, in few colours:
RARE_PERMILLE: Final = 20  # own: which make up less than this share of what surrounds an edge that stays
COLOUR_SAMPLE: Final = 2000  # own: strips

# --- profiles, the last resort ----------------------------------------------------------------------
PROFILE_APART_PX: Final = 2  # own: closer is the same peak
PROFILE_SMOOTH_ROWS: Final = 9  # own: finds 17 of 18 half-pixel shifts at once, 41 rows find 10
PROFILE_PEAKS: Final = 6  # own: the 18th was the third
PROFILE_ALIKE_PERMILLE: Final = 900
PROFILE_CELLS: Final = 60  # own: 100 for large windows; 60 is two fifths of the text of a small one
PROFILE_CELL_ROWS: Final = 8
PROFILE_RUNNER_UP_PERMILLE: Final = 550

CONSTANTS: Final[dict[str, int]] = {
    name.lower(): value
    for name, value in dict(globals()).items()
    if name.isupper() and isinstance(value, int)
}
