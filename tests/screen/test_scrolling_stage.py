# SPDX-License-Identifier: MIT
"""The stages of the conversation tests tell the truth, and the checks made with it can fail."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from app.model import Island
from tests.screen.program import colours
from tests.screen.scrolling.browser import Browser
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.page import Chat, messages
from tests.screen.scrolling.qt_stage import QtStage
from tests.screen.scrolling.recorder import settled
from tests.screen.scrolling.rendered import false_joins, missing, shown

if TYPE_CHECKING:
    from pathlib import Path

    from app.capture.models import Backend

pytestmark = pytest.mark.screen

CHAT = Chat(("header", "chips", "input", "gif", "typing", "photos", "repeated"), count=40, seed=31)


@pytest.mark.parametrize("kind", ["browser", "qt", "qt at 125 %"])
def test_what_was_scrolled_through_is_there_and_what_was_jumped_over_is_not(
    backend: Backend, tmp_path: Path, kind: str
) -> None:
    is_page = kind == "browser"
    stage: Browser | QtStage = (
        Browser(tmp_path, CHAT) if is_page else QtStage(CHAT, scale=1.25 if "125" in kind else 1)
    )
    with stage:
        inside = stage.client(backend)
        hand = Hand(inside)
        hand.rest()
        frames = []
        for notches in (0, *([-3] if is_page else [5]) * 4):
            if notches:
                hand.wheel(notches)
            settled(stage)
            frames.append((time.time() * 1000, colours(backend.grab(inside)).copy()))
        seen = shown(stage, backend, inside, frames, inside)
        texts = stage.look()["texts"] if not is_page else stage.ask("stage.texts()")
    in_view = sorted({int(number) for frame in seen for number in frame.state.boxes})[1:-1]
    assert len(in_view) > len(seen[0].state.boxes) + 5
    assert missing(seen, texts, in_view) == set()
    assert missing([seen[0], seen[4]], texts, in_view) != set()
    tops = [round(seen[0].state.mark - frame.state.mark) for frame in seen]
    assert len(set(tops)) == len(tops)
    drift = 0.25 if "125" in kind else 0
    assert false_joins([Island(tuple(range(1, 6)), tuple(tops))], seen, drift) == []
    assert false_joins([Island((1, 2), (tops[0], tops[1] + 2))], seen, drift) != []
    assert false_joins([Island((1, 5), (tops[0], tops[4] - 2))], seen, drift) != []


def test_a_chat_is_the_same_each_time_and_another_seed_another() -> None:
    assert messages(CHAT) == messages(CHAT)
    assert messages(CHAT) != messages(Chat(CHAT.traits, CHAT.count, seed=32))
    with pytest.raises(ValueError, match="no such trait"):
        Chat(("heeder",))
