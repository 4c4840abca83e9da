# SPDX-License-Identifier: MIT
"""Every page that holds more can be asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.routes import ROUTES
from ui.widgets.more_links import PAGES, MoreLinks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.mark.parametrize("page", [page for page, _, _ in PAGES])
def test_each_link_leads_to_a_page_there_is(context: Context, qtbot: QtBot, page: str) -> None:
    links = MoreLinks(context)
    qtbot.addWidget(links)
    assert page in ROUTES
    with qtbot.waitSignal(links.page_asked) as asked:
        links.buttons[page].click()
    assert asked.args == [page]
