# SPDX-License-Identifier: MIT
"""From the settings: larger text, another passphrase, a recovery code, and the end of the case."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from app import paths, settings
from app.paths import project_root
from tests.robots.window import MAKING_MS, PassphraseRobot, WindowRobot
from ui.pages.recovery import RecoveryPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.robots.robot import Robot
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
ANOTHER = "marten hollow cobalt tray"


def settings_page(robot: WindowRobot) -> Robot:
    robot.go_to("settings")
    return robot.page_is("SettingsPage")


def choose(page: Robot, name: str, words: str) -> None:
    combo = page.find("combo", under=f"{name}_row")
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_larger_text_is_there_at_once_and_taken_back(started: Started, qtbot: QtBot) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    before = started.window
    choose(settings_page(robot), "text_percent", "125 %")
    robot.until(lambda: started.window is not before)
    assert settings.load(paths.settings_file()).text_percent == 125
    assert started.context.session.is_open
    larger = started.window
    WindowRobot(qtbot, started).page_is("SettingsPage").press("undo", under="text_percent_row")
    robot.until(lambda: started.window is not larger)
    assert started.context.theme.text_percent == 100


def test_another_passphrase_and_a_code_open_it(started: Started, qtbot: QtBot) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    settings_page(robot).press("go", under="passphrase_row")
    PassphraseRobot(qtbot, robot.page_is("NewPassphrasePage").root).lock_with(ANOTHER)
    robot.page_is("SettingsPage", within_ms=MAKING_MS).press("go", under="code_row")
    recovery = robot.page_is("RecoveryPage")
    recovery.press("make")
    recovery.until(lambda: recovery.sees("tried"), within_ms=MAKING_MS)
    page = recovery.root
    assert isinstance(page, RecoveryPage)
    recovery.write("tried", page._groups[page._asked - 1])
    recovery.until(lambda: recovery.sees("lock"), within_ms=MAKING_MS)
    recovery.press("lock")
    robot.page_is("SettingsPage")
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")  # it does not wait for a code
    robot.lock_page().open_with(ANOTHER)
    robot.steps()


def test_the_case_is_deleted(started: Started, qtbot: QtBot) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    settings_page(robot).press("go", under="delete_row")
    delete = robot.page_is("DeletePage")
    delete.press("go_on")
    delete.write("passphrase", PASSPHRASE)
    delete.write("typed", "delete")
    with qtbot.waitSignal(started.context.session.locked, timeout=MAKING_MS):
        delete.press("go_button")
    robot.welcome()
    left = [one.name for one in paths.data_folder().rglob("*") if not one.name.startswith("window-")]
    assert left == []


def test_titles_class_and_name_say_nothing_of_the_matter(places: Places, xserver: XServer) -> None:
    """The program itself, as the window manager and the list of processes show it."""
    case = places.home / "blackmail.safehold"
    program = subprocess.Popen([sys.executable, "main.py", "--vault", str(case)], cwd=project_root())
    try:
        find = ("xdotool", "search", "--sync", "--onlyvisible", "--class", "^safehold$")
        number = xserver.run(*find).split()[0]
        said = xserver.run("xprop", "-id", number, "WM_CLASS", "_NET_WM_NAME", "WM_NAME")
        texts = [text for line in said.splitlines() for text in line.split("=")[1].split(",")]
        assert {text.strip().strip('"').lower() for text in texts} == {"safehold"}
        assert "_NET_WM_ICON" in xserver.run("xprop", "-id", number)
        shown = ("ps", "-o", "comm=", "-o", "args=", "-p", str(program.pid))
        until = time.monotonic() + 20
        while (seen := xserver.run(*shown).split()) != ["safehold", "safehold"]:
            assert time.monotonic() < until, seen
    finally:
        program.terminate()
        program.wait(20)


def test_what_was_selected_with_the_mouse_cannot_be_pasted_after_a_lock(
    started: Started, qtbot: QtBot
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE).open_step("identify")
    line = robot.identify().line("identifier")
    line.setText("live:.cid.8f3a1b2c4d5e6f70")
    line.selectAll()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(
        line.selectedText(), clipboard.Mode.Selection
    )  # as a press of the middle button finds it
    line.copy()
    assert clipboard.ownsClipboard()
    assert clipboard.ownsSelection()
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("lock")
    assert not clipboard.ownsClipboard()
    assert not clipboard.ownsSelection()
