# SPDX-License-Identifier: MIT
"""The capture bar on a real screen: what is stored is what another program shows, and nothing of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Mode, Under18
from tests.fakes.acquisitions import ADULT
from tests.journeys.capture.seeing import inside, shows, stored
from tests.screen.program import Program
from ui.capture.flow import CaptureFlow, State

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from tests.robots.capturing import CaptureRobot
    from tests.screen.xserver import XServer
    from ui.context import Context

pytestmark = pytest.mark.journey

ROOT_BLUE = (0x5A, 0x6B, 0x78)  # of the bare desktop; the server's own colour
OURS = (255, 0, 255)


def test_a_screen_holds_the_other_program_and_nothing_of_ours(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow, window: QWidget
) -> None:
    with Program("--borderless", size=(500, 300), position=(300, 250)) as program:
        bar = flow.bar.geometry()
        with qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added:
            robot.press_for_real("screen_button")
        pixels = stored(context, added.args[0], qtbot)
    assert pixels.shape == (900, 1600, 3)
    assert (pixels[250:550, 300:800] == inside(program)).all()
    assert not shows(pixels, OURS)
    where_the_bar_was = pixels[bar.top() : bar.bottom(), bar.left() : bar.right()]
    assert (where_the_bar_was == ROOT_BLUE).all()
    assert added.args[0].record.screen.own_windows_hidden
    assert window.isVisible()
    assert not flow.bar.isVisible()


def test_a_window_is_taken_whole_and_without_the_blue_frame(
    context: Context, robot: CaptureRobot, qtbot: QtBot
) -> None:
    with Program("--borderless", size=(420, 260), position=(500, 400), title="Chat") as program:
        exhibit = robot.take_window_at(600, 500)
        pixels = stored(context, exhibit, qtbot)
    assert exhibit.record.screen is not None
    assert exhibit.record.screen.mode is Mode.WINDOW
    assert exhibit.record.source.window_title == "Chat"
    assert (pixels == inside(program)).all()


def test_an_area_is_drawn_on_a_still_and_taken_from_the_screen(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    with Program("--borderless", size=(500, 300), position=(300, 250)) as program:
        robot.press_for_real("area_button")
        qtbot.waitUntil(lambda: any(one.isVisible() for one in flow.area_picking.pickers), timeout=10_000)
        picker = flow.area_picking.pickers[0]
        qtbot.waitExposed(picker)
        robot.point_at(340, 300)
        xserver.run("xdotool", "mousedown", "1")
        robot.point_at(540, 420)
        xserver.run("xdotool", "mouseup", "1")
        qtbot.waitUntil(lambda: picker.box.width() > 190 and picker.signs.offer.isVisible(), timeout=5_000)
        box = picker.box
        with qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added:
            xserver.run("xdotool", "key", "Return")
        pixels = stored(context, added.args[0], qtbot)
    expected = inside(program)[box.top() - 250 : box.bottom() - 249, box.left() - 300 : box.right() - 299]
    assert pixels.shape == expected.shape
    assert (pixels == expected).all()


def test_escape_stops_choosing_and_stores_nothing(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow, xserver: XServer
) -> None:
    robot.press_for_real("area_button")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in flow.area_picking.pickers), timeout=10_000)
    qtbot.waitExposed(flow.area_picking.pickers[0])
    xserver.run("xdotool", "key", "Escape")
    qtbot.waitUntil(lambda: flow.state is State.READY and flow.bar.isVisible(), timeout=5_000)
    robot.press_for_real("window_button")
    qtbot.waitUntil(flow.window_picking.picker.isVisible, timeout=5_000)
    xserver.run("xdotool", "key", "Escape")
    qtbot.waitUntil(lambda: flow.state is State.READY, timeout=5_000)
    with qtbot.waitSignal(flow.ended, timeout=5_000):
        robot.press_for_real("done_button")
    held: list[object] = []
    context.session.run(lambda vault: vault.exhibits(), owner=context.session, then=held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=5_000)
    assert held == [()]


def test_the_countdown_is_not_in_the_picture(
    context: Context, robot: CaptureRobot, qtbot: QtBot, flow: CaptureFlow
) -> None:
    robot.press_for_real("wait_button")
    qtbot.waitUntil(lambda: flow.bar.wait_s == 3, timeout=5_000)
    with Program("--borderless", size=(500, 300), position=(300, 250)):
        robot.press_for_real("screen_button")
        qtbot.waitUntil(flow.countdown.isVisible, timeout=5_000)
        place = flow.countdown.geometry()
        QTest.mouseClick(flow.bar.ways["screen"], Qt.MouseButton.LeftButton)  # pressed again: nothing more
        with qtbot.waitSignal(flow.exhibit_added, timeout=15_000) as added:
            pass
        pixels = stored(context, added.args[0], qtbot)
    assert (pixels[place.top() : place.bottom(), place.left() : place.right()] == ROOT_BLUE).all()
    assert added.args[0].number == 1


class TestUnder18:
    @pytest.fixture(params=[Under18.YES, Under18.NOT_SURE])
    def facts(self, request: pytest.FixtureRequest) -> CaseFacts:
        return replace(ADULT, under_18=request.param)

    def test_the_bar_never_opens(self, flow: CaptureFlow, window: QWidget, qtbot: QtBot) -> None:
        with qtbot.waitSignal(flow.words_only, timeout=5_000):
            flow.start()
        assert not flow.bar.isVisible()
        assert window.isVisible()
        assert flow.state is State.AWAY
