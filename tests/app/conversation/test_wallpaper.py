# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.judge import judge
from app.conversation.knowledge import NOTHING, Knowledge
from app.conversation.pair import Pair
from app.conversation.seen import Seen
from app.conversation.wallpaper import glimpsed, mostly, shows_wallpaper, whole_strips
from app.model import Proof
from tests.fakes.scrolls import HEADER, HEIGHT, PAPER, page, picture, window

PAPERED = 0xFFE8DCC8


def content() -> np.ndarray:
    """Return a page whose every other line lies in a bubble; the rest is see-through (0)."""
    lines = page(4000)
    out = np.zeros_like(lines)
    for top in range(0, 4000, 60):
        out[top : top + 36, 64:256] = lines[top : top + 36, 64:256]
        out[top, 64:256] = out[top + 35, 64:256] = 0xFF888888
    return out


def papered(offset: int) -> Seen:
    """Return a window in which the page moves over a wallpaper of period 93."""
    motif = picture(93, 320) & np.uint32(0xFF0F0F0F) | np.uint32(PAPERED & 0xFFF0F0F0)
    motif[20:] = PAPERED
    paper = np.tile(motif, (5, 1))[:HEIGHT]
    shown = content()[offset : offset + HEIGHT]
    out = np.where(shown == 0, paper, shown)
    out[:HEADER] = PAPER
    return Seen(out)


def taught(frames: int = 10) -> Knowledge:
    known = NOTHING
    for index in range(frames):
        known = known.with_frame(papered(300 + index * 77))
    return known


def test_a_wallpaper_is_told_from_a_page_that_moves() -> None:
    assert shows_wallpaper(Pair(papered(300), papered(377)))
    plain = page()
    assert not shows_wallpaper(Pair(Seen(window(plain, 300)), Seen(window(plain, 377))))


def test_a_row_lit_under_the_pointer_moves_over_nothing() -> None:
    """Else all that stays would pass for wallpaper, and nothing would say that the place is the same."""
    still = window(page(), 300)
    still[160:220] = PAPER
    still[180:200] = page()[300:320]
    lit = still.copy()
    lit[160:220] ^= np.uint32(0x00101010)
    pair = Pair(Seen(still), Seen(lit))
    assert not shows_wallpaper(pair)
    assert judge(pair.first, pair.second).level is Proof.SAME


def test_nine_frames_teach_it() -> None:
    assert taught(9).wallpaper is None
    paper = taught(10).wallpaper
    assert paper is not None
    blank = np.where(content()[:HEIGHT] == 0, papered(0).pixels, 0)
    clear = paper.known & (blank != 0)
    assert np.count_nonzero(paper.pixels[HEADER:][clear[HEADER:]] == blank[HEADER:][clear[HEADER:]]) > 40_000


def test_the_right_place_is_found_before_it_is_learned_and_after() -> None:
    for known in (NOTHING, taught()):
        found = judge(papered(1500), papered(1577), known)
        assert found.level in {Proof.EXACT, Proof.MATCHED}
        assert found.shift_px == 77


def test_two_frames_tell_which_colours_bubbles_have_and_the_wallpaper_has_not() -> None:
    pair = Pair(papered(1500), papered(1577))
    paper = glimpsed(pair)
    assert PAPERED in paper.colours
    assert not (paper.known & (pair.second.pixels == PAPER))[HEADER:].any()


def test_a_jump_by_the_period_of_the_wallpaper_is_a_gap() -> None:
    for known in (NOTHING, taught()):
        assert judge(papered(1500), papered(1500 + 93 * 8), known).level is Proof.GAP


def test_another_size_begins_anew() -> None:
    known = taught().with_frame(Seen(window(page(), 300, 300)))
    assert known.wallpaper is None
    assert known.learning is None


def test_a_strip_is_whole_if_every_pixel_is_set() -> None:
    pixels = np.ones((3, 70), np.bool_)
    pixels[1, 40] = False
    assert whole_strips(pixels).tolist() == [[True, True], [True, False], [True, True]]
    assert mostly(pixels).all()
    pixels[2, :17] = False
    assert mostly(pixels).tolist() == [[True, True], [True, True], [False, True]]
