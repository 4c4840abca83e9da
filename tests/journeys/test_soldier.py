# SPDX-License-Identifier: MIT
"""A soldier paid twice in coins and once by bank: each address whole, nothing converted, the bank told first.

From the first start to the saved report and package, in the real window. They wrote on WhatsApp. A look-alike
letter in an address is told while it is typed; it is kept all the same until it is put right. Coins cannot be
called back, and nobody says that they can: they can be traced.
"""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from app.clock import SystemClock
from app.model import Answer, Payment
from app.package.verify import verify
from app.vault import Vault
from tests.journeys.paper import Paper
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.paying import PaymentsRobot
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("in_england")]

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
TAPROOT = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"  # Source: BIP-350, test vectors
ALIKE = TAPROOT.replace("bc1p0xlxv", "bc1p0x1xv")  # a one for the small L
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
WHATSAPP = "+447911123456"
HASHES = ("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b", "ab" * 32)


def test_two_payments_in_coins_and_one_by_bank(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    begin_on_whatsapp(robot)
    robot.steps().open_step("facts")
    facts = robot.facts()
    facts.tell(call_me="Sam", age="23", number="07700 900456")
    facts.keep()
    facts.write_down_a_payment()
    payments = PaymentsRobot(qtbot, robot.page_is("PaymentsPage").root)

    by_bitcoin(payments)
    by_another_coin(payments)
    by_bank(payments)

    assert payments.state().startswith("£150 by bank transfer")
    assert "159" in payments.what_to_do()

    robot.go_to("report")
    report = robot.report()
    report.is_made()
    pdf, package = places.stick / "report.pdf", places.stick / "package.zip"
    report.hand_over("save", pdf)
    report.hand_over("pack", package)
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")

    check_what_is_kept(started.context.folder)
    check_the_paper(Paper(pdf), started.context.folder)
    check_the_table(package)
    assert found_on_disk([places.home, places.tmp]) == []


def begin_on_whatsapp(robot: WindowRobot) -> None:
    """Say where they wrote and that money was sent, and type their number with its country."""
    robot.press("more", under="links")
    more = robot.more()
    more.tick("platforms", "whatsapp")
    more.tick("paid", "yes")
    more.keep()
    assert robot.steps().asks_for("money")
    robot.steps().open_step("identify")
    page = robot.identify()
    page.choose_app("whatsapp")
    page.type_identifier(WHATSAPP)
    page.keep()
    robot.go_to("steps")


def by_bitcoin(page: PaymentsRobot) -> None:
    """A look-alike in the address is told at once; put right, it is said to be whole.

    What to do comes first: nobody can call coins back, yet they can be traced, and whoever promises more for
    a fee is likely to cheat.
    """
    page.choose_way("bitcoin")
    page.until(lambda: page.sees("steps"))
    notes = page.good_to_know()
    for told in ("be called back. The record can still be traced.", "for a fee", "can follow it"):
        assert told in notes, notes
    page.write("amount", "0.002 BTC")
    page.write("paid_at", "yesterday 9pm")
    page.write("to_address", ALIKE)
    doubt = page.said_of("to_address")
    assert doubt
    page.write("to_address", TAPROOT)
    assert page.said_of("to_address") != doubt
    page.write("transaction", HASHES[0])
    page.keep()


def by_another_coin(page: PaymentsRobot) -> None:
    """The coin and its network are kept as they were typed."""
    page.press("add")
    page.choose_way("crypto")
    page.write("amount", "300 USDT")
    page.write("coin", "USDT on TRON")
    page.write("to_address", TRON)
    page.write("transaction", HASHES[1])
    page.keep()


def by_bank(page: PaymentsRobot) -> None:
    """Whom to call comes before the questions; who was told, and under which number, comes last."""
    page.press("add")
    page.choose("bank_transfer", "not_known")
    page.until(lambda: page.steps_come_before("amount", "paid_at", "fields", "open_more"))
    page.write("amount", "£150")
    page.write("payee", "J Kouadio")
    page.write("to_sort_code", "20-00-00")
    page.write("to_account_number", "55779911")
    page.press("open_more")
    page.press("yes", under="bank")
    page.until(lambda: page.sees("reference"))
    page.write("reference", "BK-7731", under="bank")
    page.keep()


def check_what_is_kept(folder: Path) -> None:
    """Addresses letter for letter, amounts in the smallest unit of each."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        bitcoin, coin, bank = (entry.fact for entry in vault.entries(Payment))
    finally:
        vault.close("quit")
    assert (bitcoin.to_address, bitcoin.amount_minor, bitcoin.currency) == (TAPROOT, 200_000, "BTC")
    assert (coin.to_address, coin.coin, coin.currency) == (TRON, "USDT on TRON", "USDT")
    assert (bitcoin.transaction, coin.transaction) == HASHES
    assert (bank.amount_minor, bank.to_sort_code, bank.to_account_number) == (15_000, "200000", "55779911")
    assert (bank.collected, bank.bank_told, bank.bank_reference) == (Answer.NOT_KNOWN, True, "BK-7731")


def check_the_paper(paper: Paper, folder: Path) -> None:
    """Page 1 has a sum for each currency; the payments stand whole on their page, nothing converted."""
    paper.has_the_twelve_facts(folder)
    paper.says("£150.00", "0.002", "300", WHATSAPP, "call them Sam", "Under 18 involved: NO", on_first=True)
    paper.says("Preserve account 1", "Stop the Bank transfer payment", "Bank told", on_first=True)
    paper.says(TAPROOT, TRON, *HASHES, "BK-7731", "55779911", "Where they wrote WhatsApp")
    paper.says_nothing_of(ALIKE, "Stop the Bitcoin payment", "MTCN", "$")


def check_the_table(package: Path) -> None:
    """The table of the package has the same three, and the package agrees with itself."""
    assert str(verify(package).verdict) == "agrees with itself"
    with zipfile.ZipFile(package) as bag:
        [name] = [one for one in bag.namelist() if one.endswith("data/tables/payments.csv")]
        rows = list(csv.DictReader(io.StringIO(bag.read(name).decode("utf-8-sig"))))
    assert {row["to_address"] for row in rows} == {TAPROOT, TRON, ""}
    assert {(row["amount"], row["currency"]) for row in rows} >= {("150.00", "GBP"), ("0.00200000", "BTC")}
