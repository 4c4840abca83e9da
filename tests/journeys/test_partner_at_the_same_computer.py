# SPDX-License-Identifier: MIT
"""It may be the partner, who uses the same computer: a safer place is offered first, and Hide is always near.

Somebody walks in while a picture is taken, and again while something is half typed. Nothing of the window is
left to see, nothing is lost, and no code is printed here. The report says how to reach them safely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.journeys.conftest import PASSPHRASE
from tests.journeys.paper import Paper
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.robot import Robot
from tests.robots.window import WindowRobot
from tests.screen.chat import chat
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

    Starting = Callable[[], Started]

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

THREAT = "I know where you work"
HALF = THREAT[:11]
NEAR = "Tell the officer that you may know them. Ask how they should reach you."


def test_another_device_leaves_nothing_here(started: Started, qtbot: QtBot, places: Places) -> None:
    """The safer way is the one filled button: it hides at once, and no case was begun here."""
    robot = WindowRobot(qtbot, started)
    ask_for_the_safer_way(robot)
    with qtbot.waitSignal(started.leaving.left):
        robot.press("other")
    assert not any(window.isVisible() for window in QApplication.topLevelWidgets())
    assert not started.context.folder.exists()
    assert found_on_disk([places.home]) == []


def test_hide_in_the_middle_of_everything_loses_nothing(
    start_again: Starting, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    first = start_again()
    robot = WindowRobot(qtbot, first)
    go_on_alone(robot)
    with chat("Chris", THREAT) as place:
        robot.press("picture", under="sidebar")
        picture = robot.picture_of(xserver, place)
        walked_in_on_a_picture(robot, first, xserver)

    second = start_again()
    robot = come_back(second, qtbot)
    half_typed(robot)
    robot.hide(second)

    third = start_again()
    robot = come_back(third, qtbot)
    finish_typing(robot)
    robot.save_report(places.stick / "report.pdf")
    lock_with_no_code_printed(robot)
    check(Paper(places.stick / "report.pdf"), third, picture)
    assert found_on_disk([places.home, places.tmp]) == []


def ask_for_the_safer_way(robot: WindowRobot) -> None:
    """A safer place comes before anything is kept; nothing is printed here."""
    robot.welcome().begin()
    robot.questions().answer(under_18="no", shared="yes", country="England")
    page = robot.page_is("SharedPage")
    said = " ".join(label.words for label in page.root.findChildren(Label) if label.isVisible())
    assert "a phone or computer they never touch" in said
    assert "print the code here" in said


def go_on_alone(robot: WindowRobot) -> None:
    """Nobody is there: go on here, safe for now, no answer given to them."""
    ask_for_the_safer_way(robot)
    robot.press("stay")
    robot.passphrase().lock_with(PASSPHRASE)
    steps = robot.steps()
    steps.do("safe")
    steps.do("stop")


def walked_in_on_a_picture(robot: WindowRobot, started: Started, xserver: XServer) -> None:
    """Hide of the bar: neither bar nor window is left, and the picture that was not taken is none."""
    robot.press("picture", under="sidebar")
    bar = robot.bar(xserver)
    with robot.qtbot.waitSignal(started.leaving.left):
        bar.press_for_real("hide_button")
    assert not any(window.isVisible() for window in QApplication.topLevelWidgets())
    assert not started.context.session.is_open


def come_back(started: Started, qtbot: QtBot) -> WindowRobot:
    """Open it again: what was done is done."""
    robot = WindowRobot(qtbot, started)
    robot.lock_page().open_with(PASSPHRASE)
    robot.steps().is_done("safe", "stop")
    return robot


def half_typed(robot: WindowRobot) -> None:
    """Begin to type what they said."""
    robot.steps().open_step("facts")
    robot.facts().tell(name="Kim Hale", age="28", threat=HALF)


def finish_typing(robot: WindowRobot) -> None:
    """It stands there as it was left; the rest is typed, and how to be reached."""
    assert robot.steps().also("police") == NEAR
    robot.steps().open_step("facts")
    facts = robot.facts()
    box = Robot(robot.qtbot, facts.find("threat")).find("edit", QPlainTextEdit)
    facts.until(lambda: box.toPlainText() == HALF)
    assert facts.line("name").text() == "Kim Hale"
    box.clear()
    facts.tell(threat=THREAT, number="07700 900456")
    facts.press("text", under="how")
    facts.press("no", under="voicemail")
    facts.keep()


def lock_with_no_code_printed(robot: WindowRobot) -> None:
    """Before the first lock that is asked for a code is made; it is copied by hand, not printed here."""
    robot.press("lock", under="sidebar")
    page = robot.page_is("RecoveryPage")
    page.press("make")
    page.until(lambda: page.sees("well"))
    assert page.sees("shared")
    assert not page.sees("print")
    with robot.qtbot.waitSignal(robot.context.session.locked):
        page.press("skip")


def check(paper: Paper, started: Started, picture: Exhibit) -> None:
    """Page 1 says how to reach them, and that they may be near; the one picture that was taken is there."""
    paper.has_the_twelve_facts(started.context.folder)
    paper.says("Kim Hale, 28", THREAT, "Risk to life now: NO", on_first=True)
    paper.says("Text 07700 900456. No voicemail.", "They may be near, or use this computer.", on_first=True)
    paper.says("Could use this computer yes", picture.ref, picture.sha256)
    paper.says_nothing_of("EX/2", PASSPHRASE)
