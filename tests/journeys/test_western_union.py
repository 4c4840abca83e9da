# SPDX-License-Identifier: MIT
"""Someone of 62 sent money by Western Union that nobody has collected: first how to stop it, then the paper.

From the first start to the saved report, in the real window: how to stop the money stands above the rest of
the form while that is still empty, and is the page once it is kept; page 1 of the report carries it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app.clock import SystemClock
from app.model import Answer, Payment
from app.vault import Vault
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.paying import FactsRobot, PaymentsRobot
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
MTCN, SHOWN = "4129057183", "412-905-7183"
QUESTIONS = ("checked", "amount", "paid_at", "fields", "open_more")


def test_money_that_nobody_has_collected_is_stopped_first(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    payments = begin_with_the_payment(robot)
    robot.go_to("steps")
    robot.steps().open_step("money")
    payments = PaymentsRobot(qtbot, robot.page_is("PaymentsPage").root)
    assert payments.state().startswith("£2,000 by Western Union. Nobody had collected it at ")
    assert "I was threatened and I sent money." in payments.what_to_do()
    assert payments.copy_number() == MTCN

    robot.go_to("report")
    report = robot.report()
    report.is_made()
    pdf = places.stick / "report.pdf"
    report.hand_over("save", pdf)
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")

    payment = kept(started.context.folder)
    check_page_one(pdf, payment)
    assert found_on_disk([places.home, places.tmp]) == []


def begin_with_the_payment(robot: WindowRobot) -> PaymentsRobot:
    """Return the robot of the page, once somebody of 62 has written down what they paid."""
    robot.begin_a_case(PASSPHRASE).open_step("facts")
    facts = FactsRobot(robot.qtbot, robot.page_is("FactsPage").root)
    facts.say_the_age("62")
    facts.write_down_a_payment()
    payments = PaymentsRobot(robot.qtbot, robot.page_is("PaymentsPage").root)
    write_it_down(payments)
    return payments


def write_it_down(page: PaymentsRobot) -> None:
    """Say how and whether it was collected; then what to do comes before every other question."""
    assert not page.sees("steps")
    page.choose("western_union", "no")
    page.until(lambda: page.steps_come_before(*QUESTIONS))
    assert "Call Western Union" in page.what_to_do()
    page.write("amount", "2,000")
    page.write("paid_at", "yesterday 9pm")
    page.write("reference", "412 905 7183")
    page.write("payee", "Jean-Marc Kouadio")
    page.until(lambda: SHOWN in page.what_to_do())
    page.keep()


def kept(folder: Path) -> Payment:
    """Return the one payment of the case."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        [entry] = vault.entries(Payment)
    finally:
        vault.close("quit")
    return entry.fact


def check_page_one(pdf: Path, payment: Payment) -> None:
    """The box of page 1 says how much, the number, that nobody has it, and when that was checked."""
    assert (payment.method, payment.reference, payment.amount_minor) == ("western_union", MTCN, 200_000)
    assert payment.collected is Answer.NO
    assert payment.checked_at is not None
    text = " ".join(PdfReader(pdf).pages[0].extract_text().split())
    assert re.search(r"\b62\b", text)
    at = text.index("ACT NOW")
    box = text[at : at + 600]
    digits = re.sub(r"\D", "", box)
    checked = payment.checked_at.astimezone().strftime("%H:%M")
    assert MTCN in digits
    assert "£2,000.00" in box
    assert "MTCN" in box
    assert "not collected" in box.casefold()
    assert checked in box
