# SPDX-License-Identifier: MIT
"""An officer checks what was handed over, in a browser, with the printed page in hand and nothing installed.

The package comes out of the real window and is unpacked as any system unpacks it. Root and key fingerprint
are read off the PDF, as a person would read them off paper.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app.package.check_page import check_page
from app.package.findings import Outcome, Reason
from app.package.names import CHECK_PAGE, REPORT
from tests.robots.paying import FactsRobot, PaymentsRobot
from tests.robots.window import WindowRobot
from tests.screen.browser_check import ChromiumCheck

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
GROUPED = re.compile(r"(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}")


def test_the_officer_finds_what_the_person_handed_over(
    started: Started,
    qtbot: QtBot,
    xserver: XServer,
    places: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE).open_step("facts")
    FactsRobot(qtbot, robot.page_is("FactsPage").root).write_down_a_payment()
    payments = PaymentsRobot(qtbot, robot.page_is("PaymentsPage").root)
    payments.choose_way("bitcoin")
    payments.write("amount", "0.002 BTC")
    payments.keep()
    robot.go_to("report")
    report = robot.report()
    report.is_made()
    package = places.stick / "package.zip"
    report.hand_over("pack", package)

    monkeypatch.undo()  # the officer sits at another computer
    folder = unpacked(package, tmp_path / "desk")
    assert (folder / CHECK_PAGE).read_bytes() == check_page()
    on_paper = printed(folder / REPORT)
    with ChromiumCheck() as browser:
        first = browser.check(folder)
        assert first.verdict is Outcome.AGREES
        assert {first.root, first.fingerprint} <= on_paper
        matched = browser.check(folder, root=first.root, key=first.fingerprint)
        assert (matched.verdict, matched.findings) == (Outcome.MATCHES, ())
        change_a_byte(folder / REPORT)
        changed = browser.check(folder, root=first.root, key=first.fingerprint)
    assert changed.verdict is Outcome.DIFFERS
    assert {(one.reason, one.file) for one in changed.findings} == {(Reason.CHANGED, REPORT)}


def unpacked(package: Path, desk: Path) -> Path:
    """Return the one folder that is in the package."""
    with zipfile.ZipFile(package) as opened:
        opened.extractall(desk)
    [folder] = desk.iterdir()
    return folder


def printed(pdf: Path) -> set[str]:
    """Return every value of 64 digits that stands in groups of four on the paper."""
    text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    return {re.sub(r"\s", "", found) for found in GROUPED.findall(text)}


def change_a_byte(path: Path) -> None:
    """One bit in the middle of the file is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
