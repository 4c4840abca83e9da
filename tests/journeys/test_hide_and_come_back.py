# SPDX-License-Identifier: MIT
"""Somebody walks in: Hide while something is half typed, then open it again and find it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
HALF_TYPED = "live:.cid.8f3a1b2c4d5e6f70"


def test_hide_keeps_what_was_typed_and_leaves_nothing_to_see(
    start_again: Callable[[], Started], qtbot: QtBot, places: Places, xserver: XServer
) -> None:
    first = start_again()
    robot = WindowRobot(qtbot, first)
    robot.begin_a_case(PASSPHRASE).open_step("identify")
    robot.identify().type_identifier(HALF_TYPED)

    with qtbot.waitSignal(first.leaving.left, timeout=15_000):
        robot.press("hide_button")
        assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == []
    assert not first.context.session.is_open
    assert found_on_disk([places.home, places.tmp]) == []

    again = WindowRobot(qtbot, start_again())
    locked = again.lock_page()
    locked.open_with("not the passphrase")
    locked.is_told_kindly()
    locked.open_with(PASSPHRASE)
    again.steps().open_step("identify")
    line = again.identify().find("edit", QLineEdit, under="identifier")
    again.until(lambda: line.text() == HALF_TYPED)


def test_not_sure_about_age_takes_no_picture(started: Started, qtbot: QtBot) -> None:
    robot = WindowRobot(qtbot, started)
    robot.welcome().begin()
    robot.questions().answer(under_18="unsure", shared="no", country="England")
    robot.page_is("Under18Page").press("go")
    robot.passphrase().lock_with(PASSPHRASE)
    robot.steps()
    robot.until(lambda: not robot.sees("picture"))
    started.window.go("capture")  # however somebody gets there
    robot.page_is("Under18Page")
    assert started.window.flow is not None
    assert not started.window.flow.bar.isVisible()
