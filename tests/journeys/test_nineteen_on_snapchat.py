# SPDX-License-Identifier: MIT
"""Somebody of 19 is threatened on Snapchat, paid nothing, and has told nobody.

What Snapchat tells the other side is read before the first picture, and only once. Nobody speaks of money
that could be stopped. The report is what an officer needs: who, what they want, by when, and nothing paid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import PASSPHRASE
from tests.journeys.paper import Paper
from tests.robots.window import WindowRobot
from tests.screen.chat import chat

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

USERNAME, SHOWN = "amelie.l04", "Amelie"
THREAT = "I send it to all your friends tonight"
WANTED = "500 pounds, Steam cards"


def test_nineteen_on_snapchat_and_not_paid(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    steps = robot.begin_a_case(PASSPHRASE)
    steps.do("safe")
    steps.do("stop")
    say_what_happened(robot)

    robot.steps().open_step("profile")
    before = robot.before()
    assert "Snapchat tells them when you take a picture." in before.reads()
    before.go_on()
    with chat(SHOWN, THREAT, f"I want {WANTED}") as place:
        profile = robot.picture_of(xserver, place)
        robot.steps().open_step("threat")  # what was read once is not asked again
        threat = robot.picture_of(xserver, place)
    find_the_username(robot)
    tell_the_officer(robot)
    robot.save_report(places.stick / "report.pdf")
    robot.lock(started)
    check(Paper(places.stick / "report.pdf"), started, (profile, threat))


def say_what_happened(robot: WindowRobot) -> None:
    """Where they wrote, that nothing was paid and nothing posted: no step speaks of money then."""
    robot.press("more", under="links")
    more = robot.more()
    more.tick("platforms", "snapchat")
    more.tick("paid", "no")
    more.tick("posted", "no")
    more.keep()
    assert not robot.steps().asks_for("money")


def find_the_username(robot: WindowRobot) -> None:
    """It is typed: it was photographed with another phone."""
    robot.steps().open_step("identify")
    page = robot.identify()
    page.choose_app("snapchat")
    page.type_identifier(USERNAME)
    page.write_name(SHOWN)
    page.keep()
    robot.go_to("steps")
    robot.steps().is_done("safe", "stop", "profile", "threat", "identify")


def tell_the_officer(robot: WindowRobot) -> None:
    """Who, how old, what they want, and by when."""
    robot.steps().open_step("facts")
    facts = robot.facts()
    facts.tell(name="Tom Hale", call_me="Tom", age="19", number="07700 900456", threat=THREAT, money=WANTED)
    facts.tell(deadline="tomorrow 21:00")
    facts.press("no", under="voicemail")
    facts.press("no", under="has_paid")
    facts.keep()


def check(paper: Paper, started: Started, exhibits: tuple[Exhibit, ...]) -> None:
    """The report an officer needs for somebody who paid nothing."""
    paper.has_the_twelve_facts(started.context.folder)
    paper.says("Tom Hale, 19", "Under 18 involved: NO", "Risk to life now: NO", on_first=True)
    paper.says("ACT NOW", "Deadline", ", 21:00", USERNAME, SHOWN, THREAT, WANTED, on_first=True)
    paper.says("Paid: nothing recorded", "No voicemail.", "Preserve account 1", on_first=True)
    paper.says("Money sent no", "Posted or sent on no", "Where they wrote Snapchat")
    paper.says("registration, linked e-mail and phone, IP and sign-in logs, friends, Snaps and chats")
    for exhibit in exhibits:
        paper.says(exhibit.ref, exhibit.sha256)
    paper.says_nothing_of("Stop this money", "MTCN", "Reported by", PASSPHRASE)
