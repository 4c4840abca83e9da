# SPDX-License-Identifier: MIT
"""All that was paid, and the others that wait."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from app.model import Entry, EntryId, Payment
from ui.widgets.paid_overview import MOST_WAITING, PaidOverview, WaitingList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)


def kept(number: int, minor: int | None, currency: str | None) -> Entry[Payment]:
    return Entry(EntryId(str(number)), Payment("cash", minor, currency, NOW), NOW, NOW, 1)


@pytest.fixture
def overview(context: Context, qtbot: QtBot) -> PaidOverview:
    overview = PaidOverview(context)
    qtbot.addWidget(overview)
    return overview


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ([(20_000, "GBP")], "£200 in all"),
        ([(20_000, "GBP"), (10_000, "GBP"), (5_000, "EUR")], "£300 and €50 in all"),
        ([(20_000, "GBP"), (None, None)], "£200, and a sum you did not note"),
        ([(None, None)], "No sum is noted yet"),
        ([(1, "GBP"), (1, "EUR"), (1, "USD"), (1, "XOF"), (1, "NGN")], "€0.01, £0.01, NGN, 1 XOF"),
    ],
)
def test_each_currency_has_its_sum(
    overview: PaidOverview, sums: list[tuple[int | None, str | None]], said: str
) -> None:
    overview.show_payments([kept(n, *each) for n, each in enumerate(sums)])
    if len(sums) < 5:
        assert overview.total.words == said
    else:
        assert overview.total.words.endswith("and … in all")


def test_nothing_paid_is_said_kindly_and_something_can_be_added(
    overview: PaidOverview, context: Context, qtbot: QtBot
) -> None:
    overview.show_payments([])
    assert not overview.none.isHidden()
    assert overview.none.title.words == context.words("payments.page.none")
    assert overview.add.isHidden()
    with qtbot.waitSignal(overview.add_wanted):
        overview.add_first.click()
    overview.show_payments([kept(1, 1, "GBP")])
    assert overview.none.isHidden()
    with qtbot.waitSignal(overview.add_wanted):
        overview.add.click()


def test_who_did_not_pay_can_note_how_they_wanted_it(overview: PaidOverview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(overview.asked_wanted):
        overview.asked_go.click()


def test_every_other_payment_that_waits_has_its_button(context: Context, qtbot: QtBot) -> None:
    waiting = WaitingList(context)
    qtbot.addWidget(waiting)
    one, two = kept(1, 5_000, "GBP"), kept(2, None, None)
    waiting.show_payments([one, two])
    buttons = waiting.findChildren(QPushButton)
    assert [button.objectName() for button in buttons] == ["waiting_1", "waiting_2"]
    with qtbot.waitSignal(waiting.chosen) as heard:
        buttons[1].click()
    assert heard.args == [two]
    waiting.show_payments([kept(number, 1, "GBP") for number in range(60)])
    assert len(waiting._rows) == MOST_WAITING
    waiting.show_payments([])
    assert waiting.isHidden()
