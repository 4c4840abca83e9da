# SPDX-License-Identifier: MIT
"""A conversation on a real screen, from the panel's first words to the stored run."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, QRect

from app.model import Mode
from tests.fakes.acquisitions import ADULT
from tests.journeys.capture.seeing import begun
from tests.robots.conversing import LONG_MS, ConversationRobot
from tests.screen.scrolling.hand import Hand
from tests.screen.scrolling.page import Chat
from tests.screen.scrolling.qt_stage import QtStage
from tests.ui.filling import ask
from ui.capture.conversing import Conversing
from ui.capture.flow import CaptureFlow
from ui.capture.setting import Subject
from ui.capture.strip_states import Press
from ui.capture.taking import Aim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.screen.xserver import XServer
    from ui.context import Context

pytestmark = pytest.mark.journey

GONE_WITHIN_MS = 100
FORGOTTEN_WITHIN_MS = 2_000
OF_THE_CASE = {
    "Seen",
    "Frame",
    "Side",
    "Acquisition",
    "Exhibit",
    "Original",
    "RunRecord",
    "Vault",
    "Database",
}


@pytest.fixture
def stage() -> Iterator[QtStage]:
    with QtStage(Chat(seed=7, count=80), position=(60, 60)) as running:
        yield running


@pytest.fixture
def hand(stage: QtStage, context: Context) -> Hand:
    backend = context.make_backend()
    try:
        return Hand(stage.client(backend))
    finally:
        backend.close()


@pytest.fixture
def aim(stage: QtStage, context: Context) -> Aim:
    backend = context.make_backend()
    try:
        [chat] = [one for one in backend.windows(None) if one.pid == stage.pid]
    finally:
        backend.close()
    return Aim("window", chat.rect, chat.id)


@pytest.fixture
def conversing(context: Context) -> Iterator[Conversing]:
    made = Conversing(context)
    yield made
    made.dismiss()


@pytest.fixture
def robot(conversing: Conversing, aim: Aim, qtbot: QtBot, xserver: XServer) -> ConversationRobot:
    conversing.start(aim, ADULT, Subject())
    return ConversationRobot(qtbot, conversing, xserver)


def read(robot: ConversationRobot, hand: Hand, *, times: int) -> None:
    """Scroll down as somebody who reads, and wait for each picture."""
    hand.rest()
    for _ in range(times):
        before = robot.frames()
        hand.wheel(4)
        robot.until(lambda before=before: robot.frames() > before, within_ms=LONG_MS)


def held() -> set[str]:
    """Return what of a case is still in memory, by the names of its types."""
    found = {type(one) for one in gc.get_objects()}
    return {one.__name__ for one in found if str(one.__module__).startswith(("app.", "ui."))} & OF_THE_CASE


def unlike(context: Context, qtbot: QtBot, exhibit: Exhibit) -> list[str]:
    """Return the frames that say a window of ours, or one over it, was in them."""
    kept = ask(context, qtbot, lambda vault: vault.exhibit(exhibit.id))
    return [
        one.ref
        for one in kept.frames
        if {"own window inside", "part of the window covered"} & set(one.record.noticed)
    ]


def test_read_from_the_panel_s_first_words_to_no_gap(
    robot: ConversationRobot, hand: Hand, context: Context, qtbot: QtBot, xserver: XServer
) -> None:
    words = context.words
    assert robot.said == words("conversation.before")
    robot.begin()
    read(robot, hand, times=5)
    exhibit = robot.finish()
    assert exhibit.record.screen is not None
    assert exhibit.record.screen.mode is Mode.CONVERSATION
    assert exhibit.run is not None
    assert exhibit.run.gaps == ()
    assert len(exhibit.run.islands) == 1
    assert [one.kind.value for one in exhibit.derivatives] == ["run_record", "joined_picture"]
    assert unlike(context, qtbot, exhibit) == []


def test_a_jump_is_a_gap_until_the_person_scrolls_back(
    robot: ConversationRobot, hand: Hand, context: Context
) -> None:
    robot.begin()
    read(robot, hand, times=2)
    hand.wheel(30, delay_ms=1)
    robot.until(lambda: bool(robot.gaps), within_ms=LONG_MS)
    assert robot.said == context.words("conversation.fast")
    assert {one.role for one in robot.panel.buttons.values() if one.isVisible()} == {"secondary"}
    for _ in range(30):
        if not robot.gaps:
            break
        before = robot.frames()
        hand.wheel(-3)
        robot.until(lambda before=before: robot.frames() > before or not robot.gaps, within_ms=LONG_MS)
    assert robot.gaps == ""
    exhibit = robot.finish()
    assert exhibit.run is not None
    assert exhibit.run.open_gaps == ()
    assert exhibit.run.gaps[0].closed_by is not None


def test_the_panel_takes_neither_the_keyboard_nor_a_place_in_the_picture(
    robot: ConversationRobot, hand: Hand, aim: Aim, xserver: XServer
) -> None:
    xserver.run("xdotool", "windowactivate", "--sync", str(aim.window_id))
    robot.begin()
    read(robot, hand, times=1)
    taken = QRect(aim.rect.x, aim.rect.y, aim.rect.width, aim.rect.height)
    standing = robot.conversing.standing
    assert not robot.panel.geometry().intersects(taken)
    assert not any(side.geometry().intersects(taken) for side in standing.frame.sides)
    xserver.run("xdotool", "windowmove", "--sync", str(aim.window_id), "500", "100")
    robot.until(lambda: standing.frame.sides[0].x() > 480)
    assert not robot.panel.geometry().intersects(QRect(500, 100, aim.rect.width, aim.rect.height))


def test_hidden_in_the_middle_it_goes_on_where_it_stopped(
    robot: ConversationRobot, hand: Hand, aim: Aim, context: Context, qtbot: QtBot, xserver: XServer
) -> None:
    robot.begin()
    read(robot, hand, times=3)
    robot.conversing.dismiss()
    [broken] = ask(context, qtbot, lambda vault: vault.unfinished_runs())
    before = len(broken.frames)
    again = Conversing(context)
    again.start(aim, ADULT, Subject(resumes=broken))
    second = ConversationRobot(qtbot, again, xserver)
    assert second.frames() == before
    second.click(Press.BEGIN)
    read(second, hand, times=3)
    exhibit = second.finish()
    assert exhibit.id == broken.id
    assert exhibit.run is not None
    assert exhibit.run.segments == (1, before + 1)
    assert len(exhibit.run.frames) > before
    assert exhibit.run.open_gaps == ()


def test_from_the_bar_to_the_run(
    stage: QtStage, hand: Hand, aim: Aim, context: Context, window: QWidget, qtbot: QtBot, xserver: XServer
) -> None:
    conversing = Conversing(context)
    flow = CaptureFlow(context, window, following=conversing)
    bar = begun(qtbot, flow, xserver)
    bar.press_for_real("conversation_button")
    qtbot.waitUntil(flow.window_picking.picker.isVisible, timeout=15_000)
    bar.point_at(aim.rect.x + 200, aim.rect.y + 300)
    qtbot.waitUntil(lambda: flow.window_picking.picker.chosen is not None, timeout=15_000)
    xserver.run("xdotool", "click", "1")
    qtbot.waitUntil(lambda: conversing.standing.shown is not None, timeout=15_000)
    robot = ConversationRobot(qtbot, conversing, xserver)
    assert not flow.bar.isVisible()
    robot.begin()
    read(robot, hand, times=2)
    with qtbot.waitSignal(flow.exhibit_added, timeout=LONG_MS) as added:
        robot.click(Press.FINISH)
    assert added.args[0].run.gaps == ()
    assert unlike(context, qtbot, added.args[0]) == []
    assert window.isVisible()
    flow.dismiss()


def test_hide_leaves_nothing_on_the_screen_and_everything_in_the_case(
    robot: ConversationRobot, hand: Hand, context: Context, qtbot: QtBot
) -> None:
    robot.begin()
    read(robot, hand, times=2)
    frames = robot.frames()
    asked = QElapsedTimer()
    robot.conversing.hide_asked.connect(asked.start)
    robot.conversing.hide_asked.connect(robot.conversing.dismiss)
    robot.hide()
    robot.until(lambda: robot.conversing.standing.shown is None)
    assert asked.elapsed() < GONE_WITHIN_MS
    [broken] = ask(context, qtbot, lambda vault: vault.unfinished_runs())
    assert len(broken.frames) >= frames


def test_locked_in_the_middle_no_picture_and_no_key_is_held(
    robot: ConversationRobot, hand: Hand, context: Context, qtbot: QtBot
) -> None:
    robot.begin()
    read(robot, hand, times=2)
    assert held() >= {"Seen", "Side", "Exhibit", "Vault"}
    robot.conversing.dismiss()
    context.session.lock("hide")
    qtbot.waitUntil(lambda: held() == set(), timeout=FORGOTTEN_WITHIN_MS)
