# SPDX-License-Identifier: MIT
"""Somebody of 16: words and names, one small area of words that they looked at, and no picture anywhere.

Whom to turn to, and the steps, are those for people under 18. The report holds facts and no story; the area
is in it because they said that only words are in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.clock import SystemClock
from app.vault import Vault
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.paper import Paper
from tests.robots.window import WindowRobot
from tests.screen.chat import PLACE, chat

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

ID = "amelie.laurent_91"
THREAT, WANTED = "I send it to your school", "200 pounds by tonight"
FOR_CHILDREN, FOR_ADULTS = ("words", "ceop", "remove"), ("profile", "threat", "conversation", "hash")
BEGIN, END = (PLACE[0] + 20, PLACE[1] + 20), (PLACE[0] + 420, PLACE[1] + 120)


def test_sixteen_keeps_words_and_one_area_of_words(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    begin(robot)
    robot.steps().open_step("words")
    page = robot.words_only()
    page.write_down("instagram", ID, threat=THREAT, money=WANTED)
    with chat(THREAT, "tonight 20:00"):
        page.press("draw")
        robot.bar(xserver).draw_words(BEGIN, END)
        assert "EX/1" in robot.words_only("WordsAreaPage").say_it_is_words()
    say_who_they_are(robot)
    turn_to_somebody(robot)

    robot.save_report(places.stick / "report.pdf")
    robot.lock(started)
    area = the_one_exhibit(started.context.folder)
    check(Paper(places.stick / "report.pdf"), started.context.folder, area)


def begin(robot: WindowRobot) -> None:
    """What is different is said first; then the steps are those for people under 18."""
    robot.welcome().begin()
    robot.questions().answer(under_18="yes", shared="no", country="England")
    first = robot.page_is("Under18Page")
    rows = " ".join(row.accessibleName() for row in first.root.findChildren(QWidget))
    assert "Report Remove" in rows
    first.press("go")
    robot.passphrase().lock_with(PASSPHRASE)
    steps = robot.steps()
    assert all(steps.asks_for(step) for step in FOR_CHILDREN)
    assert not any(steps.asks_for(step) for step in FOR_ADULTS)
    assert not robot.sees("picture")


def say_who_they_are(robot: WindowRobot) -> None:
    """A short form; nobody asks for the story of a child here: that is for those who are trained to ask."""
    robot.go_to("steps")
    robot.steps().open_step("facts")
    facts = robot.facts()
    facts.tell(name="Sam Hale", age="16", number="07700 900456")
    assert not facts.sees("story")
    facts.press("no", under="voicemail")
    facts.keep()


def turn_to_somebody(robot: WindowRobot) -> None:
    """Help names those for people under 18, and not the service that is for adults only."""
    robot.go_to("help")
    offered = robot.help().offered()
    for name in ("CEOP", "Report Remove", "Childline"):
        assert name in offered, offered
    assert "StopNCII" not in offered


def the_one_exhibit(folder: Path) -> Exhibit:
    """Return all that was kept of the screen: one area, as large as it was drawn."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        [exhibit] = vault.exhibits()
    finally:
        vault.close("quit")
    assert exhibit.record.screen is not None
    taken = exhibit.record.screen.rect_physical
    assert abs(taken.width - (END[0] - BEGIN[0])) < 10
    assert abs(taken.height - (END[1] - BEGIN[1])) < 10
    return exhibit


def check(paper: Paper, folder: Path, area: Exhibit) -> None:
    """Facts, safeguarding, and the one area of words; no picture, no story, nothing for adults."""
    paper.has_the_twelve_facts(folder)
    paper.says("Sam Hale, 16", "Under 18 involved: YES", "Someone under 18 is involved", on_first=True)
    paper.says("Only small areas of words are in this record, no picture.", ID, THREAT, WANTED, on_first=True)
    paper.says("Safeguarding: someone is or may be under 18", "No voicemail.", on_first=True)
    paper.says(area.ref, area.sha256)
    assert paper.pictures == 1
    paper.says_nothing_of("s own words", "StopNCII")
