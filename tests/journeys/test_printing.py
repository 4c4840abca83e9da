# SPDX-License-Identifier: MIT
"""The Print button, the system's dialog and a real queue: the paper is what the log says was printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox

from app.clock import SystemClock
from app.hashing import sha256_of
from app.vault import Vault
from tests.journeys.conftest import PASSPHRASE
from tests.screen.cupsd import PrintSystem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.robots.pages import ReportRobot
    from tests.robots.robot import Robot
    from ui.application import Started

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def system() -> Iterator[PrintSystem]:
    """One for all: CUPS asks once in a process where the print system is."""
    with PrintSystem() as running:
        yield running


def test_what_is_printed_is_what_the_log_names(
    system: PrintSystem, report: ReportRobot, started: Started, places: Places, qtbot: QtBot
) -> None:
    handing_over: Any = report.find("handing_over")
    before = system.jobs()
    report.press("print_button")
    report.press("go_button", under="before_print")
    with qtbot.waitSignal(handing_over.printed, timeout=30_000) as sent:
        choose_printer(report, "Office")
    printed = system.printed()
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")

    data = last_print(started.context.folder)
    assert data["report_sha256"] == sha256_of(printed.data)
    assert data["pages"] == sent.args[0]
    assert system.jobs() == before + 1
    assert printed.title == "document"
    assert [one for one in places.tmp.rglob("*") if one.is_file()] == []


def test_chosen_pages_go_in_black_and_white_to_a_shared_printer_once_it_was_said(
    system: PrintSystem, report: ReportRobot, started: Started, qtbot: QtBot
) -> None:
    handing_over: Any = report.find("handing_over")
    before = system.jobs()
    report.press("print_button")
    report.write("pages", "1, 3")
    report.press("grey", under="before_print")
    report.press("go_button", under="before_print")
    choose_printer(report, "Library")
    report.until(lambda: report.sees("others"))
    assert system.jobs() == before
    with qtbot.waitSignal(handing_over.printed, timeout=30_000):
        report.press("go_button", under="others")
    printed = system.printed()
    assert {"page-ranges=1,3", "print-color-mode=monochrome"} <= set(printed.options.split())
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")
    data = last_print(started.context.folder)
    assert (data["which"], data["pages"], data["is_grey"], data["queue"]) == ("1,3", 2, True, "shared")
    assert data["report_sha256"] == sha256_of(printed.data)
    assert "Library" not in json.dumps(data)


def choose_printer(robot: Robot, name: str) -> None:
    """Choose it in the system's dialog, and press Print."""
    robot.until(lambda: any(_dialogs()))
    [dialog] = _dialogs()
    [printers] = [one for one in dialog.findChildren(QComboBox) if one.findText(name) >= 0]
    printers.setCurrentText(name)
    [box] = dialog.findChildren(QDialogButtonBox)
    [accept] = [one for one in box.buttons() if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole]
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)


def _dialogs() -> list[QPrintDialog]:
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()
    ]


def last_print(folder: Path) -> dict[str, Any]:
    """Return what the custody log says of the last print."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        records = [json.loads(line) for line in vault.records()]
    finally:
        vault.close("quit")
    data: dict[str, Any] = [one for one in records if one["type"] == "print.create"][-1]["data"]
    return data
