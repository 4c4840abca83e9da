# SPDX-License-Identifier: MIT
"""The capture flow is connected to the window: review, words only, Hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.capturing import make_flow
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_where_the_flow_leads(opened: Context, qtbot: QtBot) -> None:
    window = MainWindow(opened)
    qtbot.addWidget(window)
    flow = make_flow(opened, window)
    flow.words_only.emit()
    assert type(window.page).__name__ == "Under18Page"
    with qtbot.waitSignal(window.hide_asked):
        flow.hide_asked.emit()
    flow.bar.deleteLater()
    flow.countdown.deleteLater()
