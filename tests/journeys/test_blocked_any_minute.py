# SPDX-License-Identifier: MIT
"""Somebody may be blocked any minute: age and a passphrase, the bar at once, five pictures, then the rest.

A friend takes over half way: the record says who did what. Somebody walks in: it goes on where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.clock import SystemClock
from app.demo.cast import staged
from app.model import Answer, StepState
from app.vault import Vault
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.demo.cast import Stage
    from app.model import Exhibit
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
HELPER = "Ana"


def picture(robot: WindowRobot, xserver: XServer, stage: Stage) -> Exhibit:
    """Take the window of the stage, and keep it."""
    exhibit = robot.bar(xserver).take_window_at(stage.area.x + 60, stage.area.y + 300)
    robot.review().keep()
    return exhibit


def test_the_bar_comes_at_once_and_the_five_go_on_after_hide(
    start_again: Callable[[], Started], qtbot: QtBot, xserver: XServer
) -> None:
    first = start_again()
    robot = WindowRobot(qtbot, first)
    robot.welcome().begin_fast()
    robot.questions().answer(under_18="no", shared="no", country="England")
    robot.passphrase().lock_with(PASSPHRASE)
    with staged("profile") as stage:
        profile = picture(robot, xserver, stage)  # nothing was pressed to get there
    robot.short_form().is_saved_as("profile", profile.ref)

    with qtbot.waitSignal(first.leaving.left, timeout=15_000):
        robot.press("hide_button")
    robot = WindowRobot(qtbot, start_again())
    robot.lock_page().open_with(PASSPHRASE)
    five = robot.short_form()
    five.is_saved_as("profile", profile.ref)

    five.show_all()
    a_friend_answers(robot)
    robot.steps().open_step("threat")
    before = robot.before()
    assert "Snapchat tells them when you take a picture." in before.reads()
    before.go_on()
    with staged("profile") as stage:
        threat = picture(robot, xserver, stage)
    robot.steps()
    robot.until(lambda: robot.sees("step_threat"))
    context = robot.context
    with qtbot.waitSignal(context.session.locked, timeout=15_000):
        context.session.lock("idle")
    check(first.context.folder, profile, threat)


def a_friend_answers(robot: WindowRobot) -> None:
    """The questions are offered now that there is a picture; a friend answers some of them."""
    robot.until(lambda: robot.sees("ask"))
    robot.press("go", under="ask")
    more = robot.more()
    more.tick("platforms", "snapchat")
    more.tick("paid", "no")
    more.helped_by(HELPER)
    more.keep()


def check(folder: object, profile: Exhibit, threat: Exhibit) -> None:
    """The record says what was done, with which picture, and by whom."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")  # type: ignore[arg-type]
    try:
        facts = vault.case().fact
        states = [entry.fact for entry in vault.entries(StepState)]
        kept = {exhibit.ref: exhibit.record for exhibit in vault.exhibits()}
    finally:
        vault.close("quit")
    assert [(state.step, state.state, state.by, state.detail) for state in states] == [
        ("profile", "done", "victim", profile.ref),
        ("threat", "done", HELPER, threat.ref),
    ]
    assert (facts.platforms, facts.paid, facts.helper) == (("snapchat",), Answer.NO, HELPER)
    taken = kept[threat.ref].people
    assert (taken.taken_by, str(taken.role)) == (HELPER, "helper")
    assert str(kept[profile.ref].people.role) == "victim"
    assert kept[threat.ref].source.platform == "snapchat"
