# SPDX-License-Identifier: MIT
"""A conversation in Chromium, really scrolled and followed: every message is kept, nothing joined wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from app.capture.models import AreaTarget, WindowTarget
from app.model import Proof
from tests.screen.scrolling.browser import Browser
from tests.screen.scrolling.following import Following
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.outcome import end, heed, read_through
from tests.screen.scrolling.page import Chat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.capture.models import Backend
    from app.vault import Vault
    from tests.screen.scrolling.outcome import Outcome
    from tests.screen.xserver import XServer

pytestmark = pytest.mark.screen

Turns: TypeAlias = tuple[int, ...]
BARS = ("header", "input")
LIVELY = (*BARS, "chips", "typing", "gif", "contacts")


@pytest.fixture(scope="module")
def browser(xserver: XServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser"), Chat()) as running:
        yield running


def scrolled(
    browser: Browser,
    backend: Backend,
    vault: Vault,
    chat: Chat,
    turns: Turns,
    *,
    whole: bool = False,
    heeds: bool = True,
) -> Outcome:
    """Return what came of following a chat.

    Args:
        browser: where the chat is shown.
        backend: a way to the screen.
        vault: where the frames go.
        chat: what is shown.
        turns: of the wheel, in notches.
        whole: the window with its title bar is taken, else what is in it.
        heeds: the hand scrolls back where the program asks for it.
    """
    browser.show(chat)
    inside = browser.client(backend)
    hand = Hand(inside)
    hand.rest()
    window = next(one for one in backend.stack() if one.title == "Invented chat")
    target = WindowTarget(window.id) if whole else AreaTarget(inside)
    with Following(vault, target) as run:
        for turn in turns:
            read_through(run, hand, (turn,), reads_s=0 if heeds else 0.3)
            if heeds:
                heed(run, hand, -1 if turn > 0 else 1)
        taken = window.rect if whole else None
        return end(run, vault, browser, backend, inside, taken, grows="late" in chat.traits)


@pytest.mark.parametrize(
    ("traits", "turns"),
    [
        pytest.param(LIVELY, (-3, -4, -3, -4, 3, 4), id="much that moves on its own"),
        pytest.param(
            (*BARS, "repeated", "photos", "from-top"), (3, 4, 3, 4, -3, -4), id="the same photos again"
        ),
        pytest.param((*BARS, "lazy", "typing"), (-3, -4, -3, -4, -3, -4), id="history that grows upwards"),
        pytest.param((*BARS, "identical", "spin"), (-3, -4, -3, -3), id="the same words again"),
    ],
)
def test_every_message_is_kept_as_it_was_drawn(
    browser: Browser, backend: Backend, vault: Vault, traits: tuple[str, ...], turns: Turns
) -> None:
    outcome = scrolled(browser, backend, vault, Chat(traits, seed=41), turns, whole="contacts" in traits)
    assert outcome.false_joins() == [], outcome
    assert outcome.record.open_gaps == (), outcome
    assert [len(island.frames) for island in outcome.record.islands] == [len(outcome.frames)]
    assert outcome.missing() == set(), outcome
    assert len(outcome.seen_in(range(len(outcome.frames) + 1))) > 15
    assert Proof.EXACT in {pair.finding.level for pair in outcome.record.pairs}


@pytest.mark.parametrize(
    "traits", [("wallpaper", "gradient"), ("late", "photos", "uneven"), ("tall", "hover")], ids=str
)
def test_what_cannot_be_proven_is_not_joined_wrongly(
    browser: Browser, backend: Backend, vault: Vault, traits: tuple[str, ...]
) -> None:
    chat = Chat((*BARS, *traits), seed=43)
    outcome = scrolled(browser, backend, vault, chat, (-3, -3, -4, -3), heeds=False)
    assert outcome.false_joins(grows="late" in traits) == [], outcome


def test_a_page_at_a_time_without_gliding_is_followed(backend: Backend, vault: Vault, tmp_path: Path) -> None:
    with Browser(tmp_path, Chat((*BARS, "chips"), seed=44), is_smooth=False) as stage:
        inside = stage.client(backend)
        hand = Hand(inside)
        hand.rest()
        with Following(vault, AreaTarget(inside)) as run:
            for key in ("Page_Up",) * 4 + ("Page_Down",) * 2:
                before = run.now.frames
                hand.key(key)
                run.see(before)
                heed(run, hand, 1 if key == "Page_Up" else -1)
            outcome = end(run, vault, stage, backend, inside)
    assert outcome.false_joins() == [], outcome
    assert outcome.record.open_gaps == (), outcome
    assert outcome.missing() == set(), outcome
