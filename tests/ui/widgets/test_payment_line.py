# SPDX-License-Identifier: MIT
"""One payment in the list: it can be pressed, read out and stacked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model import Answer, Entry, EntryId, Payment
from ui.paid_words import bare
from ui.widgets.payment_line import COLUMNS, PaymentLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CARD = Payment(
    "gift_card", 5_000, "GBP", NOW, reference="X9QT2B7LM3K84K7P", payee="Apple", collected=Answer.NO
)


@pytest.fixture
def line(context: Context, qtbot: QtBot) -> PaymentLine:
    line = PaymentLine(context, Entry(EntryId("p"), CARD, NOW, NOW, 1))
    qtbot.addWidget(line)
    return line


def test_it_shows_the_five_things_and_no_secret(line: PaymentLine) -> None:
    assert [bare(line.cells[name].words) for name in COLUMNS] == [
        "24 Nov", "Gift card, Apple", "£50", "•••• •••• •••• 4K7P", "Not yet"
    ]  # fmt: skip
    assert "X9QT" not in line.accessibleName()
    assert line.accessibleName() == "24 Nov, Gift card, Apple, £50, •••• •••• •••• 4K7P, Not yet"


def test_what_cannot_wait_has_its_colour_and_is_bold(line: PaymentLine) -> None:
    assert line.cells["collected"].property("tone") == "attention"
    assert line.cells["collected"].property("role") == "strong"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_opens_by_mouse_and_key(line: PaymentLine, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(line.chosen) as heard:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert heard.args == [line.entry]
    with qtbot.waitSignal(line.chosen):
        qtbot.keyClick(line, key)


def test_stacked_each_line_says_what_it_is(line: PaymentLine) -> None:
    line.set_narrow(True)
    assert line.cells["collected"].words == "Collected? Not yet"
    line.set_narrow(False)
    assert line.cells["collected"].words == "Not yet"
