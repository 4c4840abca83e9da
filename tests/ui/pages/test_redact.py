# SPDX-License-Identifier: MIT
"""The way back leads where one came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.pages.redact import RedactPage


def test_back_leads_where_one_came_from(opened, shown, qtbot):
    page = shown(RedactPage(opened))
    with qtbot.waitSignal(page.moved_on) as went:
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert went.args[0] == "exhibit"
