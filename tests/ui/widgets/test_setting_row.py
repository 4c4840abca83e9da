# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.setting_row import ChoiceSetting, LinkSetting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_a_choice_carries_its_value_and_is_read_with_its_sentence(context: Context, qtbot: QtBot) -> None:
    row = ChoiceSetting(context, "Colours", "A sentence.", [("a", "First"), ("b", "Second")])
    qtbot.addWidget(row)
    assert (row.combo.accessibleName(), row.combo.accessibleDescription()) == ("Colours", "A sentence.")
    with qtbot.waitSignal(row.chosen) as chosen:
        row.combo.activated.emit(1)
    assert chosen.args == ["b"]
    row.show_value("b")
    assert row.combo.currentText() == "Second"
    row.show_value("not offered")
    assert row.combo.currentText() == "First"


def test_a_link_says_what_it_is_for(context: Context, qtbot: QtBot) -> None:
    row = LinkSetting(context, "settings.passphrase")
    qtbot.addWidget(row)
    assert row.go.accessibleName() == "Change it. Your passphrase"
    with qtbot.waitSignal(row.wanted):
        row.go.click()
