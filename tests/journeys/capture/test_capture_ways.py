# SPDX-License-Identifier: MIT
"""Every screen, the menu of another program, a covered window: each way of the bar on a real screen."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from app.capture import choose_backend
from app.capture.occlusion import choices
from tests.journeys.capture.seeing import begun, context_screens, inside, shot, stored
from tests.screen.conftest import TWO_MONITORS
from tests.screen.program import ROOT, Program
from ui.capture.conversing import Conversing
from ui.capture.flow import CaptureFlow, State

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.robots.capturing import CaptureRobot
    from tests.screen.xserver import XServer
    from ui.context import Context

pytestmark = pytest.mark.journey


def test_on_two_monitors_the_screen_under_the_bar_is_taken(
    context: Context, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    xserver.set_monitors(TWO_MONITORS)
    try:
        qtbot.waitUntil(lambda: len(context_screens()) == 2, timeout=10_000)
        robot = begun(qtbot, flow, xserver)
        flow.bar.move(820, 40)
        qtbot.waitUntil(lambda: flow.bar.geometry().left() >= 800, timeout=5_000)
        with (
            Program("--borderless", size=(300, 200), position=(900, 300)) as program,
            qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added,
        ):
            robot.press_for_real("screen_button")
            robot.choose("0")
        pixels = stored(context, added.args[0], qtbot)
    finally:
        xserver.delete_monitors([name for name, _ in TWO_MONITORS])
        qtbot.waitUntil(lambda: len(context_screens()) == 1, timeout=10_000)
    assert pixels.shape == (900, 800, 3)
    assert (pixels[300:500, 100:400] == inside(program)).all()


def test_on_two_monitors_all_of_them_are_one_picture(
    context: Context, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    xserver.set_monitors(TWO_MONITORS)
    try:
        qtbot.waitUntil(lambda: len(context_screens()) == 2, timeout=10_000)
        robot = begun(qtbot, flow, xserver)
        with (
            Program("--borderless", size=(500, 300), position=(600, 300)) as program,
            qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added,
        ):
            robot.press_for_real("screen_button")
            robot.choose("desktop")
        pixels = stored(context, added.args[0], qtbot)
    finally:
        xserver.delete_monitors([name for name, _ in TWO_MONITORS])
        qtbot.waitUntil(lambda: len(context_screens()) == 1, timeout=10_000)
    assert pixels.shape == (900, 1600, 3)
    assert (pixels[300:600, 600:1100] == inside(program)).all()
    assert len(added.args[0].record.screen.monitors) == 2


def test_a_click_at_once_on_leaving_the_bar_chooses_and_never_reaches_the_chat(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    with Program("--borderless", size=(420, 260), position=(500, 400)) as program:
        robot.press_for_real("window_button")
        qtbot.waitUntil(flow.window_picking.picker.isVisible, timeout=5_000)
        with qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added:
            xserver.run("xdotool", "mousemove", "700", "500", "click", "1")
        pixels = stored(context, added.args[0], qtbot)
    assert (pixels == inside(program)).all()


def test_a_covered_window_is_brought_forward_and_taken_whole(
    context: Context, robot: CaptureRobot, qtbot: QtBot
) -> None:
    with (
        Program("--borderless", size=(420, 260), position=(500, 400), title="Chat") as program,
        Program("--borderless", size=(420, 260), position=(700, 500), seed=2),
    ):
        exhibit = robot.take_window_at(520, 420)
        pixels = stored(context, exhibit, qtbot)
    assert (pixels == inside(program)).all()
    assert exhibit.record.screen is not None
    assert exhibit.record.screen.covered is False


def test_the_key_takes_the_screen_with_the_menu_of_another_program_open(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    assert robot.flow.shortcut.is_on
    command, pipe = (sys.executable, "-m", "tests.screen.menu"), subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout.readline() == "open\n"
        menu = QRect(350, 350, 40, 40)  # its upper left corner. Source: tests/screen/menu.py
        shown = shot(menu)
        with qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added:
            xserver.run("xdotool", "key", "ctrl+shift+F9")
        pixels = stored(context, added.args[0], qtbot)
        other.communicate("quit\n", timeout=20)
    assert pixels.shape == (900, 1600, 3)
    assert (pixels[menu.top() : menu.bottom() + 1, menu.left() : menu.right() + 1] == shown).all()
    assert not flow.shortcut.is_on


def test_a_conversation_begins_from_the_bar_with_its_window_in_front_and_leads_back(
    context: Context, window: QWidget, qtbot: QtBot, xserver: XServer
) -> None:
    conversing = Conversing(context, window)
    flow = CaptureFlow(context, window, following=conversing)
    robot = begun(qtbot, flow, xserver)
    with (
        Program("--borderless", size=(420, 400), position=(100, 200), title="Chat"),
        Program("--borderless", size=(300, 300), position=(300, 300), seed=2),
    ):
        robot.press_for_real("conversation_button")
        qtbot.waitUntil(flow.window_picking.picker.isVisible, timeout=5_000)
        robot.point_at(150, 250)
        qtbot.waitUntil(lambda: flow.window_picking.picker.hatch.parts != (), timeout=5_000)
        xserver.run("xdotool", "click", "1")
        qtbot.waitUntil(lambda: conversing.is_on, timeout=10_000)
        assert flow.state is State.FOLLOWING
        assert not flow.bar.isVisible()
        with closing(choose_backend(os.environ)) as backend:
            (chosen,) = (one for one in choices(backend.stack(), os.getpid()) if one.window.title == "Chat")
        assert chosen.covered == ()
        conversing.ended.emit(None)
        assert flow.state is State.READY
        assert flow.bar.isVisible()
        conversing.dismiss()
    flow.dismiss()
