# SPDX-License-Identifier: MIT
"""I'm on the phone: said until when, ended by a button or a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.phone_card import PhoneCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_says_until_when_and_a_button_ends_it(context: Context, qtbot: QtBot) -> None:
    card, words = PhoneCard(context), context.words
    qtbot.addWidget(card)
    assert card.note.words == words("report.page.phone.hint")
    with qtbot.waitSignal(card.began):
        card.button.click()
    assert context.phone.is_on
    until = context.phone.until
    assert until is not None
    assert f"{until.astimezone():%H:%M}" in card.note.words
    assert card.button.text() == words("report.page.phone.end")
    with qtbot.assertNotEmitted(card.began):
        card.button.click()
    assert not context.phone.is_on
    assert card.button.text() == words("report.page.phone")


def test_a_lock_ends_it_and_a_new_window_knows_of_it(opened: Context, qtbot: QtBot) -> None:
    card = PhoneCard(opened)
    qtbot.addWidget(card)
    card.button.click()
    other = PhoneCard(opened)
    qtbot.addWidget(other)
    assert other.button.text() == opened.words("report.page.phone.end")
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    assert card.note.words == opened.words("report.page.phone.hint")
