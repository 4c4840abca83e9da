# SPDX-License-Identifier: MIT
"""A long list opens at once: it is shown piece by piece."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.model import Entry, EntryId, Payment
from ui.widgets.payment_table import PIECE, PaymentTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)


def entries(number: int) -> list[Entry[Payment]]:
    return [Entry(EntryId(str(n)), Payment("cash", n, "GBP", NOW), NOW, NOW, 1) for n in range(number)]


def test_it_is_hidden_while_there_is_none(context: Context, qtbot: QtBot) -> None:
    table = PaymentTable(context)
    qtbot.addWidget(table)
    table.show_payments(entries(2))
    assert (len(table.lines), table.isHidden(), table.more.isHidden()) == (2, False, True)
    table.show_payments([])
    assert table.isHidden()


def test_of_five_hundred_a_piece_is_shown_and_the_rest_on_request(
    context: Context, shown: Callable[[PaymentTable], PaymentTable]
) -> None:
    table = PaymentTable(context)
    table.show_payments(entries(500))
    shown(table)
    assert len(table.lines) == PIECE
    table.more.click()
    assert len(table.lines) == 2 * PIECE
    assert QApplication.focusWidget() is table.lines[PIECE]
    table.show_payments(entries(499))
    assert len(table.lines) == 2 * PIECE, "as much as was shown stays shown"


def test_the_last_piece_is_as_long_as_what_is_left(context: Context, qtbot: QtBot) -> None:
    table = PaymentTable(context)
    qtbot.addWidget(table)
    table.show_payments(entries(PIECE + 3))
    assert table.more.text() == context.words("payments.page.more", n=3)
    table.more.click()
    assert table.more.isHidden()
    with qtbot.waitSignal(table.chosen) as heard:
        table.lines[-1].chosen.emit(table.lines[-1].entry)
    assert heard.args[0].id == str(PIECE + 2)


def test_heads_are_for_columns_only(context: Context, qtbot: QtBot) -> None:
    table = PaymentTable(context)
    qtbot.addWidget(table)
    table.set_narrow(True)
    assert table.heads.isHidden()
