# SPDX-License-Identifier: MIT
"""Every name leads to a page; every step's button leads to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.routes import ROUTES, WAYS, make_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ACTS = {"capture", "capture_more", "hide", "lock_now", "by_code"}


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_every_page_can_be_made_and_names_its_parts(opened: Context, qtbot: QtBot, name: str) -> None:
    page = make_page(name, opened)
    qtbot.addWidget(page)
    assert type(page).__name__ == ROUTES[name][1]
    for _, signal, target in (way for way in WAYS if way[0] == name):
        assert hasattr(page, signal)
        assert target in ROUTES.keys() | ACTS


def test_every_step_leads_somewhere(context: Context) -> None:
    targets = {str(guide.page) for guide in context.guides} | {
        str(guide.second_page) for guide in context.guides
    }
    assert targets - {""} <= ROUTES.keys() | ACTS
