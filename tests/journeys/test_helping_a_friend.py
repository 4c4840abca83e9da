# SPDX-License-Identifier: MIT
"""Tom sits at the keyboard for Anna: the record says of each picture and each step that it was he.

The report is about Anna: her name, her age, her safe contact; that Tom reported it stands beside her name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.clock import SystemClock
from app.model import StepState
from app.vault import Vault
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.paper import Paper
from tests.robots.window import WindowRobot
from tests.screen.chat import chat

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

HELPER, PERSON = "Tom Reed", "Anna Hale"
THREAT = "Pay or your mother gets it"


def test_tom_does_it_for_anna(started: Started, qtbot: QtBot, xserver: XServer, places: Places) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    say_who_helps(robot)
    steps = robot.steps()
    steps.do("stop")
    steps.open_step("threat")
    robot.before().go_on()
    with chat("Amelie", THREAT) as place:
        picture = robot.picture_of(xserver, place)
    assert robot.steps().by_whom("threat") == f"Done by {HELPER}"
    say_who_it_is_about(robot)

    robot.save_report(places.stick / "report.pdf")
    robot.lock(started)
    check_the_vault(started.context.folder)
    check(Paper(places.stick / "report.pdf"), started.context.folder, picture)


def say_who_helps(robot: WindowRobot) -> None:
    """The name of the helper is asked for with what happened."""
    robot.press("more", under="links")
    more = robot.more()
    more.tick("platforms", "facebook")
    more.tick("paid", "no")
    more.helped_by(HELPER)
    more.keep()


def say_who_it_is_about(robot: WindowRobot) -> None:
    """Name, age and number are hers."""
    robot.steps().open_step("facts")
    facts = robot.facts()
    facts.tell(name=PERSON, call_me="Anna", age="20", number="07700 900123", threat=THREAT)
    facts.press("yes", under="voicemail")
    facts.keep()


def check_the_vault(folder: Path) -> None:
    """Each picture and each step is by the helper, by name."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        [exhibit] = vault.exhibits()
        states = [entry.fact for entry in vault.entries(StepState)]
    finally:
        vault.close("quit")
    assert (exhibit.record.people.taken_by, str(exhibit.record.people.role)) == (HELPER, "helper")
    assert [(state.step, state.by) for state in states] == [("stop", HELPER), ("threat", HELPER)]


def check(paper: Paper, folder: Path, picture: Exhibit) -> None:
    """Page 1 is about her, and says who reported it; who took the picture stands with it."""
    paper.has_the_twelve_facts(folder)
    paper.says(f"{PERSON}, 20 (call them Anna). Reported by {HELPER}.", THREAT, on_first=True)
    paper.says("07700 900123", "Voicemail is safe.", on_first=True)
    paper.says(f"captured by a helper, {HELPER}", f"Helper {HELPER}", picture.ref, picture.sha256)
    paper.says(f"Signed ({HELPER})", f"As given by {PERSON}")
    paper.says_nothing_of(f"captured by {PERSON}", f"Signed ({PERSON})")
