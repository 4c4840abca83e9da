# SPDX-License-Identifier: MIT
"""A kept payment in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Entry, EntryId, Payment
from ui.widgets.payment_row import PaymentRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("payment", "line"),
    [
        (Payment("western_union", 25_000, "GBP", NOW), "£250 by Western Union"),
        (Payment("cash", None, None, None), "A sum you did not note in cash"),
        (Payment("barter", 100, "GBP", None), "£1 in another way"),
    ],
)
def test_it_says_how_much_and_how(context: Context, qtbot: QtBot, payment: Payment, line: str) -> None:
    entry = Entry(EntryId("p"), payment, NOW, NOW, 1)
    row = PaymentRow(context, entry)
    qtbot.addWidget(row)
    assert row.what.words == line
    with qtbot.waitSignal(row.change_wanted) as heard:
        row.change.click()
    assert heard.args == [entry]
