# SPDX-License-Identifier: MIT
"""Someone of 62 sent money by Western Union that nobody has collected: first how to stop it, then the paper.

From the first start to the saved report, in the real window: how to stop the money stands above the rest of
the form while that is still empty, and is the page once it is kept. Skype is closed; what is left of it are
pictures of 2024, which are captured from the screen. Page 1 of the report carries all of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from app.clock import SystemClock
from app.model import Answer, Payment
from app.vault import Vault
from tests.journeys.paper import Paper
from tests.journeys.test_first_capture_to_report import SKYPE_ID, found_on_disk
from tests.robots.paying import FactsRobot, PaymentsRobot
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

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
MTCN, SHOWN = "4129057183", "412-905-7183"
OLD = ("Amelie", "14 March 2024, 22:10", f"Skype name: {SKYPE_ID}", "Send 2000 by Western Union")
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

    robot.go_to("steps")
    old = capture_what_is_left(robot, xserver)
    robot.save_report(places.stick / "report.pdf")
    robot.lock(started)

    paper = Paper(places.stick / "report.pdf")
    check_page_one(paper, kept(started.context.folder))
    check_the_rest(paper, started.context.folder, old)
    assert found_on_disk([places.home, places.tmp]) == []


def begin_with_the_payment(robot: WindowRobot) -> PaymentsRobot:
    """Return the robot of the page, once somebody of 62 has written down what they paid.

    That it was paid is one of the first answers: then to stop the money comes before any picture.
    """
    steps = robot.begin_a_case(PASSPHRASE)
    assert not steps.asks_for("money")
    robot.press("more", under="links")
    more = robot.more()
    more.tick("platforms", "skype")
    more.tick("paid", "yes")
    more.keep()
    steps = robot.steps()
    assert steps.asks_for("money")
    steps.open_step("facts")
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


def capture_what_is_left(robot: WindowRobot, xserver: XServer) -> Exhibit:
    """An old picture is opened on the screen and captured as it stands there; what is read in it is found."""
    with chat(*OLD) as place:
        robot.press("picture", under="sidebar")
        before = robot.before()
        assert "Anyone can change the words in a quote." in before.reads()
        before.go_on()
        old = robot.picture_of(xserver, place)
    robot.steps().open_step("identify")
    page = robot.identify()
    assert page.is_found() == SKYPE_ID
    assert "Both agree" in page.paste_beside(SKYPE_ID)
    page.keep()
    return old


def check_page_one(paper: Paper, payment: Payment) -> None:
    """The box of page 1 says how much, the number, that nobody has it, and when that was checked."""
    assert (payment.method, payment.reference, payment.amount_minor) == ("western_union", MTCN, 200_000)
    assert payment.collected is Answer.NO
    assert payment.checked_at is not None
    assert re.search(r"\b62\b", paper.first)
    at = paper.first.index("ACT NOW")
    box = paper.first[at : at + 600]
    digits = re.sub(r"\D", "", box)
    checked = payment.checked_at.astimezone().strftime("%H:%M")
    assert MTCN in digits
    assert "£2,000.00" in box
    assert "MTCN" in box
    assert "not collected" in box.casefold()
    assert checked in box


def check_the_rest(paper: Paper, folder: Path, old: Exhibit) -> None:
    """Page 1 has the identifier and asks for the money to be stopped; the old picture stands behind it."""
    paper.has_the_twelve_facts(folder)
    paper.says("Under 18 involved: NO", SKYPE_ID, "Stop the Western Union payment", on_first=True)
    paper.says("Paid £2,000.00 in one payment", "payee Jean-Marc Kouadio", on_first=True)
    paper.says(old.ref, old.sha256, "screen capture of a window", "Where they wrote Skype")
    assert paper.pictures >= 1
    paper.says_nothing_of("Reported by", PASSPHRASE)
