# SPDX-License-Identifier: MIT
"""The way to a takedown fits the age, and its state is told with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, Place, PlaceKind, Takedown, Under18
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.takedown_panel import TakedownPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

LINK = Place(PlaceKind.LINK, "A post", takedown=Takedown.SENT, asked_of="X")


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> TakedownPanel:
    panel = TakedownPanel(context)
    qtbot.addWidget(panel)
    return panel


def lines(panel: TakedownPanel) -> str:
    return " ".join(row.words.words for row in panel.findChildren(NumberedRow) if not row.isHidden())


def test_an_adult_is_shown_the_helpline(panel: TakedownPanel) -> None:
    panel.show_place(LINK, CaseFacts(Under18.NO, "England"))
    assert "0345 6000 459" in lines(panel)
    assert "childline" not in lines(panel)


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_under_18_is_shown_report_remove(panel: TakedownPanel, answer: Under18) -> None:
    panel.show_place(LINK, CaseFacts(answer, "England"))
    assert "childline.org.uk/remove" in lines(panel)
    assert "0345 6000 459" not in lines(panel)


def test_what_nobody_confirmed_is_not_shown(panel: TakedownPanel) -> None:
    panel.show_place(LINK, CaseFacts(Under18.NO, "England"))
    assert "48-hour rule" not in lines(panel)


def test_the_state_is_shown_and_told(panel: TakedownPanel, qtbot: QtBot) -> None:
    panel.show_place(LINK, CaseFacts(Under18.NO, "England"))
    assert panel.state.on == ("sent",)
    assert panel.help.isHidden()
    with qtbot.waitSignal(panel.marked) as marked:
        panel.state.chips["refused"].click()
    assert marked.args == [Takedown.REFUSED, "X"]
    assert not panel.help.isHidden()
    with qtbot.waitSignal(panel.marked) as marked:
        panel.state.chips["none"].click()
    assert marked.args == [None, "X"]


def test_whom_they_asked_may_be_typed_after_the_state(panel: TakedownPanel, qtbot: QtBot) -> None:
    panel.show_place(Place(PlaceKind.LINK, "A post"), CaseFacts(Under18.NO, "England"))
    panel.asked_of.set_text("X")
    with qtbot.assertNotEmitted(panel.marked):
        panel.asked_of.edit.editingFinished.emit()  # nothing was asked yet
    panel.state.chips["sent"].click()
    panel.asked_of.set_text("X, by their form")
    with qtbot.waitSignal(panel.marked) as marked:
        panel.asked_of.edit.editingFinished.emit()
    assert marked.args == [Takedown.SENT, "X, by their form"]
