# SPDX-License-Identifier: MIT
"""What to do now: the number to call or where it stands, what to say, what to give; then what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from app.model import Answer, Payment
from ui.widgets.stop_card import StopCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
PAID = Payment(
    "western_union", 20_000, "GBP", NOW, reference="4129057183", payee="J.-P. Mbala", collected=Answer.NO,
    checked_at=NOW,
)  # fmt: skip


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> StopCard:
    card = StopCard(context)
    qtbot.addWidget(card)
    return card


def texts(card: StopCard) -> str:
    return "\n".join(row.accessibleName() for row in card.rows)


def test_it_says_how_much_how_and_when_it_was_checked(card: StopCard, context: Context) -> None:
    card.show_payment(PAID)
    assert card.property("kind") == "attention"
    assert card.what.words == context.words("payments.stop.can")
    assert card.state.words.startswith("£200 by Western Union. Nobody had collected it at 24 Nov") or (
        card.state.words == "£200 by Western Union. Nobody had collected it at 02:20."
    )


def test_what_to_say_is_filled_in_and_the_number_can_be_copied(card: StopCard) -> None:
    card.show_payment(PAID)
    assert "The MTCN is 412-905-7183." in texts(card)
    assert "£200 to J.-P. Mbala" in texts(card)
    card.rows[2].copies["reference"].click()
    assert QGuiApplication.clipboard().text() == "4129057183"
    assert not card.copy_note.isHidden()
    card.copied.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_the_clipboard_is_cleared_when_the_card_is_left(
    card: StopCard, shown: Callable[[StopCard], StopCard]
) -> None:
    shown(card)
    card.show_payment(PAID)
    card.rows[2].copies["reference"].click()
    card.hide()
    assert QGuiApplication.clipboard().text() == ""


def test_a_number_to_call_stands_in_big_type_only_if_there_is_one(card: StopCard) -> None:
    card.show_payment(replace(PAID, method="bank_transfer"))
    assert "159" in card.rows[0].call.words
    assert card.rows[0].call.property("role") == "phone"
    card.show_payment(PAID)
    assert card.rows[0].call.isHidden()
    assert not card.rows[0].note.isHidden()


def test_without_a_number_it_says_what_to_do_instead(card: StopCard, context: Context) -> None:
    card.show_payment(replace(PAID, reference=None, payee=None))
    assert card.rows[2].text.words == context.ways_to_pay["western_union"].without
    assert card.rows[2].copies == {}


def test_the_code_of_a_gift_card_is_neither_shown_nor_copied(card: StopCard) -> None:
    card.show_payment(replace(PAID, method="gift_card", reference="X9QT2B7LM3K84K7P"))
    assert "X9QT" not in texts(card)
    assert all("X9QT" not in row.accessibleName() and row.copies == {} for row in card.rows)


@pytest.mark.parametrize("collected", [Answer.NO, Answer.NOT_KNOWN])
def test_coins_are_not_said_to_be_stoppable(card: StopCard, context: Context, collected: Answer) -> None:
    card.show_payment(Payment("bitcoin", 214_000, "BTC", NOW, to_address="bc1q", collected=collected))
    assert card.property("kind") == "soft"
    assert card.what.words == context.words("payments.stop.tell")
    assert card.stop_button.text() == context.words("payments.stop.told")
    assert card.late_button.isHidden()


def test_each_answer_is_heard(card: StopCard, qtbot: QtBot) -> None:
    card.show_payment(PAID)
    for button, signal in (
        (card.stop_button, card.stopped), (card.late_button, card.late), (card.said_button, card.said),
        (card.look_button, card.looked),
    ):  # fmt: skip
        with qtbot.waitSignal(signal):
            button.click()


def test_a_payment_that_is_not_kept_yet_is_not_asked_after(card: StopCard) -> None:
    card.show_payment(PAID, is_kept=False)
    assert card.buttons.isHidden()
    assert len(card.rows) == 3


def test_more_is_there_when_it_is_asked_for(card: StopCard) -> None:
    card.show_payment(PAID)
    assert card.notes.isHidden()
    card.more_button.click()
    assert not card.notes.isHidden()
    assert "Track a transfer" in card.notes.texts["see"].words
    card.more_button.click()
    assert card.notes.isHidden()


def test_in_a_narrow_window_the_picture_gives_way(card: StopCard) -> None:
    card.show_payment(PAID)
    card.set_narrow(True)
    assert card.figure.isHidden()
    card.set_narrow(False)
    assert not card.figure.isHidden()


def test_ten_thousand_letters_make_it_no_wider(card: StopCard, context: Context) -> None:
    card.show_payment(PAID)
    width = card.minimumSizeHint().width()
    card.show_payment(replace(PAID, payee="x" * 10_000, reference="9" * 10_000))
    assert card.minimumSizeHint().width() < width + 600
