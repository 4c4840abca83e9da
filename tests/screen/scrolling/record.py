# SPDX-License-Identifier: MIT
"""The recordings: which stage, scrolled how. ``python -m tests.screen.scrolling.record [NAME...]``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.capture import choose_backend
from app.model import Rect
from tests.screen.scrolling.browser import Browser
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.page import Chat
from tests.screen.scrolling.qt_stage import QtStage
from tests.screen.scrolling.recorder import FOLDER, Recorder
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Move: TypeAlias = Callable[[Hand], None]
LAPTOP, PHONE = (1600, 900), (1300, 2560)


def wheel(notches: int, delay_ms: int = 40) -> Move:
    return lambda hand: hand.wheel(notches, delay_ms)


def key(name: str) -> Move:
    return lambda hand: hand.key(name)


def drag(part: float, by_px: int) -> Move:
    return lambda hand: hand.drag_bar(part, by_px)


@dataclass(frozen=True)
class Plan:
    """One recording: the chat, the program it is in, and what the hand does between two looks.

    Attributes:
        jumps: the moves (numbered from 0) that leave messages out on purpose.
        with_frame: the window's title bar is in the picture.
        pointer: ``rest`` beside the messages, ``hover`` over them, ``park`` off the window.
    """

    chat: Chat
    moves: tuple[Move, ...]
    jumps: tuple[int, ...] = ()
    scale: float = 1
    is_qt: bool = False
    is_smooth: bool = True
    size: tuple[int, int] = (1000, 760)
    with_frame: bool = False
    pointer: str = "rest"
    moving_s: float = 0.6
    screen: tuple[int, int] = LAPTOP


BARS = ("header", "input")
FULL = ("header", "chips", "input", "typing", "gif", "photos", "contacts")
LIVELY = (*BARS, "chips", "typing", "gif", "spin")
UP3, DOWN3 = wheel(-3), wheel(3)
PLANS = {
    "plain-up": Plan(Chat(BARS, seed=1), (UP3, wheel(-4), wheel(-2), wheel(-5)) * 5),
    "full-up-down": Plan(Chat(FULL, seed=2), (UP3,) * 9 + (DOWN3,) * 9, with_frame=True),
    "stepped-pages": Plan(Chat(BARS, seed=3), (key("Page_Up"),) * 14, is_smooth=False),
    "repeated-photos": Plan(Chat((*BARS, "chips", "repeated"), seed=4), (UP3, wheel(-5)) * 9),
    "tall-photos": Plan(Chat((*BARS, "tall", "photos"), seed=5), (UP3,) * 22),
    "identical": Plan(Chat((*BARS, "identical", "contacts"), seed=6), (UP3, wheel(-4)) * 9),
    "wallpaper": Plan(Chat((*BARS, "wallpaper", "typing"), seed=7), (UP3,) * 16, with_frame=True),
    "gradient-dark": Plan(Chat((*BARS, "gradient", "dark", "photos"), seed=8), (UP3,) * 16),
    "lazy-late": Plan(Chat((*BARS, "lazy", "late", "photos", "gif"), seed=9), (UP3,) * 18),
    "lazy-uneven": Plan(Chat((*BARS, "lazy", "uneven", "photos"), seed=10), (UP3,) * 16),
    "hover-brisk": Plan(Chat((*BARS, "hover", "photos"), seed=11), (wheel(-4, 12),) * 16, pointer="hover"),
    "scaled-125": Plan(Chat((*BARS, "chips", "photos"), seed=12), (UP3,) * 16, scale=1.25, size=(900, 620)),
    "scaled-125-wallpaper": Plan(
        Chat((*BARS, "wallpaper", "photos"), seed=13), (UP3,) * 14, scale=1.25, size=(900, 620)
    ),
    "smooth-script-jump": Plan(
        Chat((*BARS, "smooth", "from-top", "spin"), seed=14),
        (DOWN3,) * 6 + (key("End"),) + (UP3,) * 6,
        jumps=(6,),
    ),
    "drag-bar": Plan(
        Chat((*BARS, "from-top", "photos"), seed=15),
        (drag(0.03, 12),) + (wheel(2),) * 3 + (drag(0.06, 16),) * 1 + (DOWN3,) * 8,
    ),
    "jump-and-back": Plan(
        Chat((*FULL, "from-top"), seed=16),
        (DOWN3,) * 5 + (wheel(30, 5),) + (UP3,) * 9,
        jumps=(5,),
        with_frame=True,
    ),
    "jumps": Plan(
        Chat((*BARS, "from-top", "photos", "wallpaper"), seed=17),
        (DOWN3, wheel(25, 5), DOWN3, wheel(30, 5), UP3, wheel(-28, 5)) * 2,
        jumps=(1, 3, 5, 7, 9, 11),
    ),
    "tardy-down": Plan(Chat((*BARS, "late", "tardy", "photos", "from-top"), seed=23), (DOWN3, wheel(2)) * 8),
    "tardy-up": Plan(Chat((*BARS, "late", "tardy", "photos", "lazy"), seed=24), (UP3, wheel(-2)) * 8),
    "tall-jumps": Plan(
        Chat((*BARS, "tall", "from-top"), seed=25),
        (wheel(11, 20), wheel(3), wheel(30, 5), wheel(12, 5), DOWN3, wheel(-36, 5), UP3) * 2,
        jumps=(2, 3, 5, 9, 10, 12),
    ),
    "identical-jumps": Plan(
        Chat((*BARS, "identical", "from-top"), seed=26),
        (DOWN3, wheel(14, 5), UP3, wheel(11, 5), wheel(-15, 5)) * 3,
        jumps=(1, 3, 4, 6, 8, 9, 11, 13, 14),
    ),
    "repeated-jumps": Plan(
        Chat((*BARS, "repeated", "chips", "from-top"), seed=27),
        (DOWN3, wheel(14, 5), UP3, wheel(11, 5), wheel(-15, 5)) * 3,
        jumps=(1, 3, 4, 6, 8, 9, 11, 13, 14),
    ),
    "creeping": Plan(Chat((*LIVELY, "identical"), seed=28), (wheel(-1),) * 14 + (wheel(1),) * 4),
    "gradient-wallpaper-125": Plan(
        Chat((*BARS, "gradient", "wallpaper", "repeated"), seed=29),
        (wheel(-2), UP3) * 7,
        scale=1.25,
        size=(900, 620),
    ),
    "qt-100": Plan(Chat((), seed=18), (DOWN3, wheel(5)) * 8, is_qt=True, moving_s=0),
    "qt-125": Plan(
        Chat((), seed=19),
        (DOWN3, wheel(5), wheel(2)) * 6,
        is_qt=True,
        scale=1.25,
        size=(620, 500),
        moving_s=0,
    ),
    "qt-pages": Plan(Chat((), seed=20), (key("Page_Down"),) * 10, is_qt=True, moving_s=0),
    "phone-3x": Plan(
        Chat((*BARS, "phone", "photos"), count=70, seed=21),
        (wheel(-2), wheel(-3)) * 6,
        scale=3,
        size=(390, 800),
        screen=PHONE,
        moving_s=0.4,
    ),
    "phone-3x-dark": Plan(
        Chat((*BARS, "phone", "dark", "repeated", "quiet"), count=70, seed=22),
        (wheel(-3),) * 12,
        scale=3,
        size=(390, 800),
        screen=PHONE,
        moving_s=0.4,
    ),
}


def stage_of(plan: Plan, folder: Path) -> AbstractContextManager[Browser | QtStage]:
    """Return the program that a plan is about."""
    if plan.is_qt:
        return QtStage(plan.chat, scale=plan.scale, size=plan.size)
    return Browser(folder, plan.chat, scale=plan.scale, size=plan.size, is_smooth=plan.is_smooth)


def record(name: str) -> None:
    """Make one recording anew."""
    plan = PLANS[name]
    shutil.rmtree(FOLDER / name, ignore_errors=True)
    with (
        XServer(*plan.screen),
        tempfile.TemporaryDirectory() as folder,
        stage_of(plan, Path(folder)) as stage,
    ):
        backend = choose_backend(os.environ)
        inside = stage.client(backend)
        window = next(one for one in backend.stack() if one.is_ordinary and "Invented" in one.title)
        rect = window.rect if plan.with_frame else inside
        hand = Hand(_list_of(stage, inside))
        getattr(hand, plan.pointer)()
        recorder = Recorder(name, backend, stage, rect, inside, plan.moving_s)
        recorder.take()
        for number, move in enumerate(plan.moves):
            move(hand)
            recorder.take(is_jump=number in plan.jumps)
        recorder.finish(
            traits=list(plan.chat.traits), scale=plan.scale, is_qt=plan.is_qt, pointer=plan.pointer
        )
        backend.close()


def _list_of(stage: Browser | QtStage, inside: Rect) -> Rect:
    x, y, width, height = (round(value) for value in stage.look()["view"])
    return Rect(inside.x + x, inside.y + y, width, height)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or PLANS:
        record(chosen)
        print(chosen, flush=True)
