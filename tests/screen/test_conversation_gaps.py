# SPDX-License-Identifier: MIT
"""What was passed over is said; scrolling back closes it, and what was not scrolled back to stays a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.capture.models import AreaTarget, WindowTarget
from app.intake.progress import Advice
from app.model import Why
from tests.screen.scrolling.browser import Browser
from tests.screen.scrolling.following import Following
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.outcome import end, heed, read_through
from tests.screen.scrolling.page import Chat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.capture.models import Backend
    from app.model import Rect
    from app.vault import Vault
    from tests.screen.xserver import XServer

pytestmark = pytest.mark.screen

CHAT = Chat(("header", "input", "chips", "gif", "from-top"), count=50, seed=51)
WITHIN_S = 3


@pytest.fixture(scope="module")
def browser(xserver: XServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser"), CHAT) as running:
        yield running


@pytest.fixture
def inside(browser: Browser, backend: Backend) -> Rect:
    """Where the page is, with the chat at its oldest message."""
    browser.show(CHAT)
    return browser.client(backend)


@pytest.fixture
def hand(inside: Rect) -> Hand:
    made = Hand(inside)
    made.rest()
    return made


def jump(run: Following, hand: Hand) -> None:
    """Press End, past many messages, and wait until the program has said that this was too fast."""
    before = run.now.frames
    hand.key("End")
    run.see(before)
    assert run.wait_until(lambda now: now.gaps >= 1, WITHIN_S)
    assert run.wait_until(lambda now: now.advice is Advice.FAST, WITHIN_S)


def test_a_jump_is_a_gap_and_scrolling_back_closes_it(
    browser: Browser, backend: Backend, vault: Vault, inside: Rect, hand: Hand
) -> None:
    with Following(vault, AreaTarget(inside)) as run:
        read_through(run, hand, (3, 4))
        jump(run, hand)
        heed(run, hand, -3, most=16)
        outcome = end(run, vault, browser, backend, inside)
    assert outcome.record.gaps, outcome
    assert outcome.record.open_gaps == (), outcome
    assert any(told.just_closed for told in run.told)
    assert len(outcome.record.islands) == 1
    assert outcome.false_joins() == [], outcome
    assert outcome.missing() == set(), outcome


def test_a_jump_that_is_left_stays_a_gap_in_the_record(
    browser: Browser, backend: Backend, vault: Vault, inside: Rect, hand: Hand
) -> None:
    with Following(vault, AreaTarget(inside)) as run:
        read_through(run, hand, (3, 4))
        first_side = run.now.frames
        jump(run, hand)
        read_through(run, hand, (-3, -3))
        outcome = end(run, vault, browser, backend, inside)
    first, *between, last = outcome.record.islands
    assert set(range(1, first_side + 1)) <= set(first.frames), outcome
    assert len(outcome.frames) in last.frames, outcome
    for island in (first, *between, last):
        assert outcome.missing(outcome.seen_in(island.frames)) == set(), outcome
    assert outcome.missing() != set()
    assert {gap.why for gap in outcome.record.open_gaps} == {Why.NO_OVERLAP}
    assert len(outcome.record.open_gaps) == len(between) + 1
    assert outcome.false_joins() == [], outcome


def test_who_scrolls_too_fast_and_heeds_the_words_misses_nothing(
    browser: Browser, backend: Backend, vault: Vault, inside: Rect, hand: Hand
) -> None:
    with Following(vault, AreaTarget(inside)) as run:
        for turn in (9, 11):
            before = run.now.frames
            hand.wheel(turn, delay_ms=8)
            run.see(before)
            heed(run, hand, -3)
            read_through(run, hand, (2,))
        outcome = end(run, vault, browser, backend, inside)
    assert outcome.record.open_gaps == (), outcome
    assert outcome.false_joins() == [], outcome
    assert outcome.missing(whole_px=0) == set(), outcome


def test_a_window_that_changes_its_width_is_a_break(
    browser: Browser, backend: Backend, vault: Vault, inside: Rect, hand: Hand
) -> None:
    window = next(one for one in backend.stack() if one.title == "Invented chat")
    with Following(vault, WindowTarget(window.id)) as run:
        read_through(run, hand, (3, 3))
        resize(hand, window.id, inside.width - 130, inside.height)
        assert run.wait_until(lambda now: now.advice is Advice.RESIZED, WITHIN_S)
        read_through(run, hand, (2, 2))
        resize(hand, window.id, inside.width, inside.height)
        read_through(run, hand, (2,))
        outcome = end(run, vault, browser, backend, inside, window.rect)
    reasons = {gap.why for gap in outcome.record.gaps}
    assert Why.WIDTH_CHANGED in reasons
    assert len(outcome.record.size_changes) == 2
    widths = {line.index: line.width_px for line in outcome.record.frames}
    assert len(set(widths.values())) == 2
    for island in outcome.record.islands:
        assert len({widths[index] for index in island.frames}) == 1
    assert outcome.false_joins() == [], outcome


def resize(hand: Hand, window_id: int, width: int, height: int) -> None:
    hand.do("windowsize", "--sync", str(window_id), str(width), str(height))
