# SPDX-License-Identifier: MIT
"""A copy on a stick, a disk that decays, and the picture is there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.vault.connection import PAGE_BYTES
from tests.fakes.acquisitions import acquisition
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.robot import Robot
from tests.robots.safe import RestoreRobot, SafeRobot
from tests.robots.window import MAKING_MS, WindowRobot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
PICTURE = b"what was taken " * 100_000


def test_a_case_comes_back_from_a_stick(started: Started, qtbot: QtBot, places: Places) -> None:
    robot = WindowRobot(qtbot, started)
    session = started.context.session
    robot.begin_a_case(PASSPHRASE)
    kept: list[str] = []
    session.run(
        lambda vault: vault.add_exhibit(acquisition(PICTURE)).id, owner=started.window, then=kept.append
    )
    robot.until(lambda: bool(kept))

    robot.go_to("safe")
    safe = SafeRobot(qtbot, robot.page_is("SafePage").root)
    safe.check()
    copy = safe.copy_to(places.stick)
    with qtbot.waitSignal(session.locked, timeout=15_000):
        started.leaving.lock("idle")

    with (started.context.folder / "vault.db").open("r+b") as file:
        file.write(bytes(3 * PAGE_BYTES))
    robot.lock_page().open_with(PASSPHRASE)
    locked = Robot(qtbot, robot.page_is("LockPage").root)
    locked.until(lambda: locked.sees("backup"), within_ms=MAKING_MS)
    locked.press("backup")
    RestoreRobot(qtbot, robot.page_is("RestorePage").root).bring_back(copy, PASSPHRASE)

    robot.steps()
    found: list[bytes] = []
    session.run(lambda vault: vault.original(kept[0]), owner=started.window, then=found.append)
    robot.until(lambda: bool(found))
    assert found == [PICTURE]
    aside = [one.name for one in started.context.folder.parent.iterdir() if "damaged" in one.name]
    assert len(aside) == 1
    with qtbot.waitSignal(session.locked, timeout=15_000):
        started.leaving.lock("idle")
    assert found_on_disk([places.home, places.tmp]) == []
