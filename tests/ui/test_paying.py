# SPDX-License-Identifier: MIT
"""What the page of payments reads and writes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model import Account, Payment, ReportKind, ReportMade, Strength
from tests.ui.filling import add_exhibit, ask
from ui.paying import read_paid, store_payment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)


def test_payments_are_read_the_latest_first_with_what_they_can_be_tied_to(
    opened: Context, qtbot: QtBot
) -> None:
    def fill(vault: object) -> None:
        vault.add(Payment("cash", 1, "GBP", NOW.replace(day=23)))
        vault.add(Payment("cash", 2, "GBP", NOW))
        vault.withdraw(vault.add(Payment("cash", 3, "GBP", NOW)).id)
        vault.add(Account("skype", "live:a", None, Strength.STRONG))
        vault.add(ReportMade("Met", "CAD 1", NOW, kind=ReportKind.POLICE))
        vault.add(ReportMade("Skype", "2", NOW, kind=ReportKind.PLATFORM))

    ask(opened, qtbot, fill)
    add_exhibit(opened, qtbot)
    found = ask(opened, qtbot, read_paid)
    assert [each.fact.amount_minor for each in found.payments] == [2, 1]
    assert (len(found.offers.accounts), len(found.offers.exhibits)) == (1, 1)
    assert found.police_reference == "CAD 1"


def test_a_payment_is_added_once_and_then_revised(opened: Context, qtbot: QtBot) -> None:
    first = ask(opened, qtbot, lambda vault: store_payment(vault, Payment("cash", 1, "GBP", None), None))
    then = ask(opened, qtbot, lambda vault: store_payment(vault, Payment("cash", 2, "GBP", None), first))
    assert (then.id, then.revision) == (first.id, 2)
