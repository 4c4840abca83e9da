# SPDX-License-Identifier: MIT
"""Conversations at all scales: Qt lists that stop between pixels, two monitors, pages at 125 %, a phone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.capture import choose_backend
from app.capture.models import AreaTarget, WindowTarget
from app.model import Proof
from tests.screen.scrolling.browser import Browser
from tests.screen.scrolling.following import Following
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.outcome import end, heed, read_through
from tests.screen.scrolling.page import Chat
from tests.screen.scrolling.qt_stage import QtStage
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from pathlib import Path

    from app.capture.models import Backend
    from app.model import ScreenRecord
    from app.vault import Vault

pytestmark = pytest.mark.screen

BARS = ("header", "input")
PHONE_SCREEN = (1300, 2560)
QUARTER = 0.25  # of a pixel, where a list stops between pixels


@pytest.mark.parametrize(("scale", "drift"), [(1, 0), (1.25, 2 * QUARTER)], ids=["100 %", "125 %"])
def test_a_list_of_qt(backend: Backend, vault: Vault, scale: float, drift: float) -> None:
    with QtStage(Chat((), seed=61), scale=scale, size=(640, 600)) as stage:
        inside = stage.client(backend)
        hand = Hand(inside)
        hand.rest()
        with Following(vault, AreaTarget(inside)) as run:
            read_through(run, hand, (5, 4, 7, 4, -5))
            outcome = end(run, vault, stage, backend, inside)
    assert outcome.false_joins(drift) == [], outcome
    assert outcome.missing() == set(), outcome
    assert drift or outcome.record.open_gaps == (), outcome


def test_a_page_at_125_percent(backend: Backend, vault: Vault, tmp_path: Path) -> None:
    chat = Chat((*BARS, "chips", "photos"), seed=62)
    with Browser(tmp_path, chat, scale=1.25, size=(860, 600)) as stage:
        inside = stage.client(backend)
        hand = Hand(inside)
        hand.rest()
        with Following(vault, AreaTarget(inside)) as run:
            read_through(run, hand, (-2, -3, -3, 2))
            outcome = end(run, vault, stage, backend, inside)
    assert outcome.record.open_gaps == (), outcome
    assert outcome.false_joins() == [], outcome
    assert outcome.missing() == set(), outcome


@pytest.mark.usefixtures("two_monitors")
def test_a_list_that_is_moved_to_a_monitor_of_another_scale(backend: Backend, vault: Vault) -> None:
    scales = {"LEFT": 1000, "RIGHT": 1250}
    with QtStage(Chat((), seed=63), scale="LEFT=1;RIGHT=1.25", size=(500, 560)) as stage:
        inside = stage.client(backend)
        window = next(one for one in backend.stack() if one.title == "Invented list")
        hand = Hand(inside)
        hand.rest()
        with Following(vault, WindowTarget(window.id), scale_of=scales) as run:
            read_through(run, hand, (5, 5))
            hand.do("windowmove", "--sync", str(window.id), "860", "60")
            moved = Hand(stage.client(backend))
            moved.rest()
            read_through(run, moved, (4, 4))
            record = run.finish()
            assert run.exhibit is not None
            exhibit = vault.finish_run(run.exhibit.id, record)
    scale_at = {frame.record.run_index: _scale_at(frame.record.screen, scales) for frame in exhibit.frames}
    assert set(scale_at.values()) == set(scales.values())
    assert all(len({scale_at[index] for index in island.frames}) == 1 for island in record.islands)
    assert record.open_gaps
    first, last = exhibit.frames[0].record.screen, exhibit.frames[-1].record.screen
    assert first is not None
    assert last is not None
    assert {one.name: one.scale_permille for one in last.monitors} == scales
    assert first.rect_logical.width == first.rect_physical.width
    assert abs(last.rect_logical.width * 1.25 - last.rect_physical.width) < 2


def _scale_at(screen: ScreenRecord | None, scales: dict[str, int]) -> int:
    assert screen is not None
    on = next(
        one for one in screen.monitors if one.rect.x <= screen.rect_physical.x < one.rect.x + one.rect.width
    )
    return scales[on.name]


def test_a_phone_with_bars_that_let_the_messages_shine_through(vault: Vault, tmp_path: Path) -> None:
    chat = Chat((*BARS, "phone", "photos"), count=60, seed=64)
    with XServer(*PHONE_SCREEN), Browser(tmp_path, chat, scale=3, size=(390, 800)) as stage:
        backend = choose_backend(os.environ)
        inside = stage.client(backend)
        hand = Hand(inside)
        hand.rest()
        with Following(vault, AreaTarget(inside)) as run:
            for turn in (-2, -3, -2, -3):
                read_through(run, hand, (turn,), within_s=3)
                heed(run, hand, 1)
            outcome = end(run, vault, stage, backend, inside)
        backend.close()
    assert inside.width == 1170
    assert outcome.false_joins() == [], outcome
    assert outcome.missing(whole_px=3 * 63) == set(), outcome
    assert outcome.record.open_gaps == (), outcome
    assert Proof.EXACT in {pair.finding.level for pair in outcome.record.pairs}
