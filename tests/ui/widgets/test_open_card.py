# SPDX-License-Identifier: MIT
"""Nothing opens before the person has read what opens and who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model import Answer
from ui.widgets.open_card import OpenCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ADDRESS = "https://stopncii.org"


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def card(context: Context, qtbot: QtBot, opened: list[str]) -> OpenCard:
    card = OpenCard(context, opener=lambda address: opened.append(address) or True)
    qtbot.addWidget(card)
    return card


def test_it_opens_only_when_told_to(card: OpenCard, qtbot: QtBot, opened: list[str]) -> None:
    card.ask("StopNCII", ADDRESS, Answer.NO)
    assert not card.isHidden()
    assert "StopNCII: stopncii.org" in card.what.words
    assert "history" in card.history.words
    assert opened == []
    qtbot.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert opened == [ADDRESS]
    assert card.isHidden()


@pytest.mark.parametrize(
    ("shared", "key"), [(Answer.YES, "help.open.shared"), (Answer.NOT_KNOWN, "help.open.others")]
)
def test_who_else_uses_the_computer_is_said(
    card: OpenCard, context: Context, shared: Answer, key: str
) -> None:
    card.ask("StopNCII", ADDRESS, shared)
    assert card.shared.words == context.words(key)
    assert not card.shared.isHidden()


def test_nobody_else_uses_it(card: OpenCard) -> None:
    card.ask("StopNCII", ADDRESS, Answer.NO)
    assert card.shared.isHidden()


def test_the_address_can_be_copied_instead(card: OpenCard, qtbot: QtBot, opened: list[str]) -> None:
    card.ask("StopNCII", ADDRESS, Answer.YES)
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == ADDRESS
    qtbot.mouseClick(card.back, Qt.MouseButton.LeftButton)
    assert card.isHidden()
    assert opened == []


def test_no_browser_took_it(context: Context, qtbot: QtBot) -> None:
    card = OpenCard(context, opener=lambda _address: False)
    qtbot.addWidget(card)
    card.ask("StopNCII", ADDRESS, Answer.NO)
    qtbot.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert not card.failed.isHidden()
    assert not card.isHidden()
