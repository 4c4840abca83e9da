# SPDX-License-Identifier: MIT
"""One X server with a window manager; a home and a temporary folder of the journey's own."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app import paths, settings
from tests.fakes.clock import LaterClock
from tests.robots.window import WindowRobot
from tests.screen.xserver import XServer
from ui.application import Started, make_context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.robots.pages import ReportRobot

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
SKYPE_ID = "live:.cid.8f3a1b2c4d5e6f70"
FOLDERS = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
}


@dataclass(frozen=True)
class Places:
    """Where the journey may write."""

    home: Path
    tmp: Path
    stick: Path


@pytest.fixture(scope="session")
def xserver() -> Iterator[XServer]:
    with XServer() as running:
        yield running


@pytest.fixture(scope="session")
def qapp(xserver: XServer, qapp_args: list[str], qapp_cls: type[QApplication]) -> QApplication:
    """Qt on the X server of the journeys, whatever display the tests were started from."""
    application = qapp_cls.instance() or qapp_cls(qapp_args)
    if application.platformName() != "xcb":
        pytest.skip("Qt runs offscreen in this process; make test runs the journeys in one of their own")
    application.setQuitOnLastWindowClosed(False)
    return application


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    for name, folder in FOLDERS.items():
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    stick = tmp_path / "stick"
    stick.mkdir()
    return Places(tmp_path / "home", tmp_path / "tmp", stick)


@pytest.fixture
def in_england(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in England; what is printed shows its time."""
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def clock() -> LaterClock:
    """The clock of the program, for a journey that goes on another day."""
    return LaterClock()


@pytest.fixture
def start_again(qapp: QApplication, places: Places, clock: LaterClock) -> Iterator[Callable[[], Started]]:
    """Starts the window, as often as asked; the one before has to be locked."""
    running: list[Started] = []

    def begin() -> Started:
        chosen = settings.load(paths.settings_file())
        context = make_context(qapp, paths.default_vault(), chosen, clock=clock)
        running.append(Started(qapp, context))
        running[-1].window.painted.connect(running[-1].watch)
        running[-1].window.show()
        return running[-1]

    yield begin
    for one in running:
        one.window.hide()
        one.context.session.lock("quit")
        one.context.background.close()
        one.window.deleteLater()


@pytest.fixture
def started(start_again: Callable[[], Started]) -> Started:
    """The window as a first start shows it."""
    return start_again()


@pytest.fixture
def report(started: Started, qtbot: QtBot) -> ReportRobot:
    """The page of a case with one account in it."""
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE).open_step("identify")
    page = robot.identify()
    page.paste_identifier(SKYPE_ID)
    page.keep()
    robot.go_to("report")
    report = robot.report()
    report.is_made()
    return report
