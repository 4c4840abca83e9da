# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.watch import WatchPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_has_a_title(opened: Context, qtbot: QtBot) -> None:
    page = WatchPage(opened)
    qtbot.addWidget(page)
    assert page.title.words
