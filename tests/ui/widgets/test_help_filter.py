# SPDX-License-Identifier: MIT
"""Place, age and need are chosen apart from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.guide.contacts import ForWhom
from app.model import Under18
from ui.widgets.help_filter import HelpFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_what_is_chosen_is_told(context: Context, qtbot: QtBot) -> None:
    chosen = HelpFilter(context)
    qtbot.addWidget(chosen)
    chosen.show_known("Wales", Under18.NO)
    assert (chosen.places.currentText(), chosen.age, chosen.need) == ("Wales", Under18.NO, None)
    with qtbot.waitSignal(chosen.changed):
        qtbot.mouseClick(chosen.needs.chips["legal"], Qt.MouseButton.LeftButton)
    assert chosen.need is ForWhom.LEGAL
    with qtbot.waitSignal(chosen.changed):
        qtbot.mouseClick(chosen.ages.chips["yes"], Qt.MouseButton.LeftButton)
    assert chosen.age is Under18.YES
    with qtbot.waitSignal(chosen.place_chosen) as told:
        chosen.places.activated.emit(chosen.places.findText("Canada"))
    assert told.args


def test_a_page_can_ask_for_a_need(context: Context, qtbot: QtBot) -> None:
    chosen = HelpFilter(context)
    qtbot.addWidget(chosen)
    chosen.choose_need("legal")
    assert chosen.need is ForWhom.LEGAL
    for nothing in (None, "nonsense", 3):
        chosen.choose_need(nothing)
        assert chosen.need is None


def test_every_need_has_words(context: Context, qtbot: QtBot) -> None:
    chosen = HelpFilter(context)
    qtbot.addWidget(chosen)
    assert list(chosen.needs.chips) == ["all", *ForWhom]
    chosen.set_narrow(True)
    chosen.set_narrow(False)
