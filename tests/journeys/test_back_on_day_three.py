# SPDX-License-Identifier: MIT
"""Somebody comes back on day three, with a new threat and a deadline.

Three days pass between two starts. What was done stays done; the new picture and the new words stand beside
the old ones, each with its own day, and the report says what was done when.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import PASSPHRASE
from tests.journeys.paper import Paper
from tests.robots.people import SaidRobot
from tests.robots.window import WindowRobot
from tests.screen.chat import chat
from ui.moments import taken_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.fakes.clock import LaterClock
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

FIRST = "Pay or your boss sees it"
SECOND = "You have one more day, then I post it"
DONE = ("safe", "stop", "profile", "threat")


def test_back_on_day_three_with_a_new_threat(
    start_again: Callable[[], Started], qtbot: QtBot, xserver: XServer, places: Places, clock: LaterClock
) -> None:
    first = start_again()
    before = on_day_one(first, qtbot, xserver)

    clock.pass_by(timedelta(days=3))
    second = start_again()
    robot = WindowRobot(qtbot, second)
    robot.lock_page().open_with(PASSPHRASE)
    steps = robot.steps()
    steps.is_done(*DONE)
    assert not steps.sees("short")
    with chat("Amelie", SECOND) as place:
        robot.press("picture", under="sidebar")
        after = robot.picture_of(xserver, place)
    note_the_new_threat(robot)
    robot.steps().is_done(*DONE)
    robot.save_report(places.stick / "report.pdf")
    robot.lock(second)
    check(Paper(places.stick / "report.pdf"), second, clock, (before, after))


def on_day_one(started: Started, qtbot: QtBot, xserver: XServer) -> Exhibit:
    """Safe, no answer given, one picture of the threat, its words typed; then Hide."""
    robot = WindowRobot(qtbot, started)
    steps = robot.begin_a_case(PASSPHRASE)
    steps.do("safe")
    steps.do("stop")
    with chat("Amelie", FIRST) as place:
        steps.open_step("profile")
        robot.picture_of(xserver, place)
        robot.steps().open_step("threat")
        threat = robot.picture_of(xserver, place)
    robot.steps().is_done(*DONE)
    robot.steps().open_step("facts")
    facts = robot.facts()
    facts.tell(name="Tom Hale", age="31", threat=FIRST, said_at="today 00:01")
    facts.keep()
    robot.hide(started)
    return threat


def note_the_new_threat(robot: WindowRobot) -> None:
    """Their new words stand beside the first ones, which stay as they were."""
    robot.press("said", under="links")
    said = SaidRobot(robot.qtbot, robot.page_is("SaidPage").root)
    said.add("threat", SECOND, at="today 00:01", deadline="tomorrow 18:00")
    assert said.shown() == 2
    robot.go_to("steps")


def check(paper: Paper, started: Started, clock: LaterClock, exhibits: tuple[Exhibit, Exhibit]) -> None:
    """Both days, each with its own picture and words; what was done on the first stays dated there."""
    paper.has_the_twelve_facts(started.context.folder, clock)
    before, after = (taken_at(exhibit) for exhibit in exhibits)
    assert after.date() - before.date() == timedelta(days=3)
    first, last, end = (f"{day.day} {day:%b}" for day in (before, after, after + timedelta(days=1)))
    paper.says(f"Prepared {last} {after.year}", f"Replies stopped {first}", on_first=True)
    paper.says("Deadline", f"{after + timedelta(days=1):%a} {end}, 18:00", f"{last} 00:01", on_first=True)
    paper.says(f"“{FIRST}” {first} 00:01", on_first=True)
    paper.says(FIRST, SECOND, f"Risk to life now no, asked {first} {before.year}")
    for exhibit, day in zip(exhibits, (first, last), strict=True):
        paper.says(exhibit.ref, exhibit.sha256, f"{day} {before.year}")
